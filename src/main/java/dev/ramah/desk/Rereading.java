package dev.ramah.desk;

import dev.ramah.platform.Database;
import dev.ramah.platform.Threads;
import dev.ramah.recall.RepeatGuard;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Reads what staff said now and then, so that a report finds little left to read. */
@ApplicationScoped
class Rereading {

    private final Repeats repeats;

    Rereading(Repeats repeats) {
        this.repeats = repeats;
    }

    /** Nobody's first question waits for dictionaries. */
    void start(@Observes StartupEvent started) {
        Threads.named("recall").newThread(RepeatGuard::warm).start();
    }

    /** Not more often: what is still being talked about is read again each time. */
    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void lookThrough() {
        Database.ifThere(repeats::catchUp);
    }
}
