package dev.ramah.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Threads for work in the background. */
public final class Threads {

    private static final Duration FINISHED_WITHIN = Duration.ofSeconds(5);

    private Threads() {}

    /** Makes threads of this name that don't keep the process from ending. */
    public static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Begins nothing more, and returns when what was begun is over, so that what it works with is not closed under it. What
     * takes longer than five seconds is interrupted.
     */
    public static void end(ExecutorService... all) {
        List.of(all).forEach(ExecutorService::shutdown);
        long patience = System.nanoTime() + FINISHED_WITHIN.toNanos();
        for (ExecutorService each : all) {
            try {
                if (!each.awaitTermination(patience - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    each.shutdownNow();
                }
            } catch (InterruptedException hurried) {
                each.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }
}
