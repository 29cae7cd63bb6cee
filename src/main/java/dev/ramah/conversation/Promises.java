package dev.ramah.conversation;

import dev.ramah.platform.Database;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Brings conversations back when the moment has come that their customers were promised. */
@ApplicationScoped
class Promises {

    private final Conversations conversations;
    private final Clock clock;

    Promises(Conversations conversations, Clock clock) {
        this.conversations = conversations;
        this.clock = clock;
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void keep() {
        Database.ifThere(() -> conversations.promisedBy(clock.instant()).forEach(each -> {
            // The log looks again under the lock: the customer may be writing just now, or another node was first.
            var unused = conversations.comeBack(each);
        }));
    }
}
