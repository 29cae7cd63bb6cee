package dev.ramah.cast;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * A clock that goes on as all do and can be moved forward, and all of time with it; never back, for what is stored has
 * its times. It can be wrong for a while.
 */
@Alternative
@Singleton
public class MovableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    /** By how much it is wrong. */
    private volatile Duration wrong = Duration.ZERO;

    public synchronized void moveBy(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Time goes forward, not by " + time);
        }
        ahead = ahead.plus(time);
    }

    /** By how much time was moved. */
    Duration moved() {
        return ahead;
    }

    /** Somebody sets it wrong by this much, or right again by zero; no time passes by that. */
    public void isWrongBy(Duration much) {
        wrong = much;
    }

    /** The next time that it is this day and hour, in UTC. */
    public void moveTo(DayOfWeek day, int hour) {
        ZonedDateTime now = instant().atZone(ZoneOffset.UTC);
        ZonedDateTime then = now.with(TemporalAdjusters.next(day)).with(LocalTime.of(hour, 0));
        moveBy(Duration.between(now, then));
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead).plus(wrong);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
