package dev.ramah.language;

import java.time.Duration;

/** Leaves somebody alone who failed several times in a row; after a while one call tries whether they are back. */
final class Breaker {

    private final int failures;
    private final long pauseMillis;

    private int inARow;
    private long closedUntil;
    private boolean trying;

    Breaker(int failures, Duration pause) {
        this.failures = failures;
        this.pauseMillis = pause.toMillis();
    }

    /** Whether a call may be made at this time; whoever may must tell how it ended. */
    synchronized boolean lets(long nowMillis) {
        if (inARow < failures) {
            return true;
        }
        if (trying || nowMillis < closedUntil) {
            return false;
        }
        trying = true;
        return true;
    }

    synchronized void worked() {
        inARow = 0;
        trying = false;
    }

    synchronized void failed(long nowMillis) {
        inARow++;
        trying = false;
        closedUntil = nowMillis + pauseMillis;
    }

    /** It was given up before anybody could know. */
    synchronized void leftOpen() {
        trying = false;
    }
}
