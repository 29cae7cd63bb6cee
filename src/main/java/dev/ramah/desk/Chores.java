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
 * what it has begun, so that nothing is left out or told in another order; a chore may so be done twice.
 */
final class Chores {

    private static final Logger LOG = Logger.getLogger(Chores.class);

    private static final long TRY_AGAIN_MILLIS = 100;

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
        while (true) {
            try {
                chore.run();
                return;
            } catch (RuntimeException e) {
                if (!Database.isAway(e)) {
                    LOG.error("The desk could not do something", e);
                    return;
                }
            }
            try {
                Thread.sleep(TRY_AGAIN_MILLIS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
