package dev.ramah.desk;

import dev.ramah.platform.Database;
import dev.ramah.platform.Threads;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What the desk has to do, one after another on a thread of its own. While the database is away it waits with
 * what it has begun, so that nothing is left out or told in another order; a chore may so be done twice. It looks
 * less and less often whether the database is back, and says once that it waits.
 */
final class Chores {

    private static final Logger LOG = Logger.getLogger(Chores.class);

    private static final long TRY_AGAIN_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(Threads.named("desk"));
    private final Set<String> due = ConcurrentHashMap.newKeySet();

    void later(Runnable chore) {
        try {
            worker.execute(() -> untilDone(chore));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The desk is closing", stopping);
        }
    }

    /** What comes again and again is done once, however often it came meanwhile. */
    void regularly(String name, Runnable chore) {
        if (due.add(name)) {
            later(() -> {
                due.remove(name);
                chore.run();
            });
        }
    }

    void stop() throws InterruptedException {
        worker.shutdownNow();
        if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.debug("The desk closes in the middle of something; the next start finds it in the database");
        }
    }

    private static void untilDone(Runnable chore) {
        for (long pause = TRY_AGAIN_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                chore.run();
                return;
            } catch (RuntimeException e) {
                if (!Database.isAway(e)) {
                    LOG.error("The desk could not do something", e);
                    return;
                }
                if (pause == TRY_AGAIN_MILLIS) {
                    LOG.warnf("The desk waits for the database: %s", e.getMessage());
                }
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
