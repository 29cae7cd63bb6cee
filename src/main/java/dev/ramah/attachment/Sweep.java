package dev.ramah.attachment;

import dev.ramah.platform.Database;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Clears away what was left behind. */
@ApplicationScoped
class Sweep {

    private final Attachments attachments;

    Sweep(Attachments attachments) {
        this.attachments = attachments;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void orphans() {
        Database.ifThere(attachments::sweep);
    }
}
