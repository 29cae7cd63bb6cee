package dev.ramah.conversation;

import dev.ramah.platform.Database;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** Keeps what can be found by its words up with the log, in a quarter of the time at most: the log itself comes first. */
@ApplicationScoped
class Gathering {

    private static final long AT_MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Sayings sayings;

    Gathering(Sayings sayings) {
        this.sayings = sayings;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void keepUp() {
        Database.ifThere(() -> {
            long until = System.nanoTime() + AT_MOST_NANOS;
            boolean more = true;
            while (more && System.nanoTime() < until) {
                more = sayings.takeIn();
            }
        });
    }
}
