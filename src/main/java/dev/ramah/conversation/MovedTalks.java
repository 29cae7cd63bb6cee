package dev.ramah.conversation;

import dev.ramah.customer.Guest;
import dev.ramah.customer.Moves;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What somebody said is said by who they turned out to be, and what they hold lets them in as that one. */
@ApplicationScoped
class MovedTalks implements Moves {

    @Override
    @Transactional
    public void move(UUID from, Guest to) {
        String name = to.name() == null ? "" : to.name();
        // In the order in which the log locks them as well.
        Conversation.<Conversation>find("customer in (?1, ?2)", Sort.by("id"), from, to.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .forEach(each -> each.belongsTo(to.id(), name));
        CustomerToken.update("customer = ?1 where customer = ?2", to.id(), from);
    }
}
