package dev.ramah.desk;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Listens;
import dev.ramah.conversation.Told;
import dev.ramah.platform.Database;
import dev.ramah.platform.Threads;
import dev.ramah.recall.RepeatGuard;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads what staff said when an episode is over, so that no report has to. What is forgotten here, because the process
 * ends, and what goes on, the report finds by itself.
 */
@ApplicationScoped
class Rereading implements Listens {

    /** More would be a sign that the database is away; reports catch up. */
    private static final int MOST = 10_000;

    private final Set<ConversationRef> due = ConcurrentHashMap.newKeySet();
    private final Repeats repeats;

    Rereading(Repeats repeats) {
        this.repeats = repeats;
    }

    /** Nobody's first question waits for dictionaries. */
    void start(@Observes StartupEvent started) {
        Threads.named("recall").newThread(RepeatGuard::warm).start();
    }

    @Override
    public void told(Told told) {
        boolean over = told.entries().stream()
                .anyMatch(each -> each.what() instanceof Happened.Resolved resolved && resolved.handedOver());
        if (over && due.size() < MOST) {
            due.add(told.state().conversation());
        }
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void lookThrough() {
        for (ConversationRef each : Set.copyOf(due)) {
            due.remove(each);
            Database.ifThere(() -> repeats.lookThrough(each));
        }
    }
}
