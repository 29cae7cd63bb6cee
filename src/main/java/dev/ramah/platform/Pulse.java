package dev.ramah.platform;

import java.time.Duration;

/**
 * Whether work that has to go on does. Whoever does it says when something is to be expected of it, again each time
 * that it got on, and when there is nothing to do; if then nothing is heard for longer than it could ever take, it hangs.
 */
public final class Pulse {

    private final Ticks ticks;
    private final Duration patience;
    private volatile long heardMillis;
    private volatile boolean expected;

    /** @param patience far longer than what it does may take */
    public Pulse(Ticks ticks, Duration patience) {
        this.ticks = ticks;
        this.patience = patience;
        this.heardMillis = ticks.millis();
    }

    /** It goes on; from now on something is expected of it. */
    public void beat() {
        heardMillis = ticks.millis();
        expected = true;
    }

    /** There is nothing to do. */
    public void rest() {
        expected = false;
    }

    /** How long nothing was heard of it, expected or not. */
    public Duration silence() {
        return Duration.ofMillis(ticks.millis() - heardMillis);
    }

    /** Whether what is expected does not come. */
    public boolean hangs() {
        return expected && silence().compareTo(patience) > 0;
    }
}
