package dev.ramah.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** In the same database as the log, so that one dump is everything and erasing is one transaction. */
@ApplicationScoped
class ContentsOfPostgres implements Contents {

    private final Session entities;

    ContentsOfPostgres(Session entities) {
        this.entities = entities;
    }

    @Override
    public void keep(UUID attachment, byte[] bytes) {
        entities.createNativeMutationQuery(
                        "insert into attachment_content (attachment, bytes) values (:attachment, :bytes)")
                .setParameter("attachment", attachment)
                .setParameter("bytes", bytes)
                .executeUpdate();
    }

    @Override
    public Optional<byte[]> of(UUID attachment) {
        return entities.createNativeQuery(
                        "select bytes from attachment_content where attachment = :attachment", byte[].class)
                .setParameter("attachment", attachment)
                .getResultStream()
                .findFirst();
    }

    @Override
    public void drop(Collection<UUID> attachments) {
        entities.createNativeMutationQuery("delete from attachment_content where attachment = any(:attachments)")
                .setParameter("attachments", attachments.toArray(UUID[]::new))
                .executeUpdate();
    }
}
