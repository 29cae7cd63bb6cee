package dev.ramah.platform;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The only clock: whoever needs the time has it injected, so that a test can set it. It goes by the database's, which
 * all nodes share, and between two looks at that one by this machine's monotonic clock: a machine whose own clock is
 * an hour off, or is being set, keeps nobody waiting for an hour and puts nothing into the wrong order.
 */
@Singleton
public class RunningClock extends Clock {

    /** Asking takes a moment itself; a clock that is right but for that is left alone. */
    private static final Duration RIGHT = Duration.ofMillis(100);

    private record Look(Instant time, long nanos) {}

    /** Until the database was asked for the first time this machine's own clock has to do. */
    private volatile Look last = new Look(Instant.now(), System.nanoTime());

    /** It is now this time by the database's clock. */
    void set(Instant now) {
        if (Duration.between(instant(), now).abs().compareTo(RIGHT) > 0) {
            last = new Look(now, System.nanoTime());
        }
    }

    @Override
    public Instant instant() {
        Look look = last;
        return look.time().plusNanos(System.nanoTime() - look.nanos());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The desk's time is UTC; zones are for those who read it.");
    }
}
