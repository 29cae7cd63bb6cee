package dev.ramah.attachment;

import dev.ramah.conversation.Happened;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that somebody sent, without its bytes. */
@Entity
@Table(name = "attachment")
class Attachment extends PanacheEntityBase {

    @Id
    UUID id;

    @Column
    UUID conversation;

    /** CUSTOMER, or the account of staff. */
    @Column
    String sender;

    @Column(name = "client_id")
    String clientId;

    @Column
    String name;

    @Column
    String media;

    @Column
    int size;

    @Column
    @Nullable Integer width;

    @Column
    @Nullable Integer height;

    @Column
    Instant at;

    /** Whether an entry of the log tells of it. */
    @Column
    boolean told;

    /** As the log tells it. */
    Happened.Attached entry() {
        return new Happened.Attached(name, id, media, size, width, height);
    }
}
