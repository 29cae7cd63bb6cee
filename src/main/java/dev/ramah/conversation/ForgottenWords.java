package dev.ramah.conversation;

import dev.ramah.platform.Forgets;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Takes the words out of the logs of a customer who is to be forgotten. */
@ApplicationScoped
class ForgottenWords implements Forgets {

    private final Session entities;

    ForgottenWords(Session entities) {
        this.entities = entities;
    }

    /** Blanks all words of all the customer's conversations; numbers, kinds and times stay. */
    @Override
    @Transactional
    public void forget(UUID customer) {
        List<Conversation> theirs = Conversation.<Conversation>find("customer", Sort.by("id"), customer)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        List<UUID> ids = theirs.stream().map(each -> each.id).collect(Collectors.toList());
        theirs.forEach(Conversation::forgetCustomer);
        entities.createNativeMutationQuery("update words set text = null where conversation in (:ids)")
                .setParameter("ids", ids)
                .executeUpdate();
        entities.createNativeMutationQuery(
                        """
                        update entry set erased = true
                         where conversation in (:ids)
                           and (conversation, seq) in (select conversation, seq from words where conversation in (:ids))""")
                .setParameter("ids", ids)
                .executeUpdate();
        // Whoever takes words in to be found holds this row, so that none that it has read is left behind.
        entities.createNativeQuery("select site from spoken_upto for update", String.class)
                .getResultList();
        entities.createNativeMutationQuery("delete from spoken where conversation in (:ids)")
                .setParameter("ids", ids)
                .executeUpdate();
        // What their browser chose freely may hold words as well.
        entities.createNativeMutationQuery(
                        """
                        update entry set client_id = null, facts = facts - 'choice'
                         where conversation in (:ids) and role = 'CUSTOMER'""")
                .setParameter("ids", ids)
                .executeUpdate();
        entities.createNativeMutationQuery(
                        "insert into conversation_touched (conversation) select id from conversation where id in (:ids)")
                .setParameter("ids", ids)
                .executeUpdate();
        CustomerToken.delete("customer", customer);
    }
}
