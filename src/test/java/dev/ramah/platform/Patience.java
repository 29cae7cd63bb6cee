package dev.ramah.platform;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what comes by itself, long enough for a machine that is busy with other things. */
public final class Patience {

    private static final long BOUND_SECONDS = 150;
    private static final long LOOKS_EVERY_MILLIS = 20;

    private Patience() {}

    /** Until this is so; a condition that throws is not so yet. */
    public static void until(String what, Callable<Boolean> condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
        Exception last = null;
        while (System.nanoTime() < until) {
            try {
                if (condition.call()) {
                    return;
                }
                last = null;
            } catch (Exception notYet) {
                last = notYet;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOKS_EVERY_MILLIS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("It never came about that " + what, last);
    }
}
