package dev.ramah.cast;

import dev.ramah.platform.Ticks;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** The ticks of a world in which time can be {@linkplain MovableClock moved}, but not of one whose clock is only set. */
@Alternative
@Singleton
public class MovableTicks extends Ticks {

    private final MovableClock clock;

    MovableTicks(MovableClock clock) {
        this.clock = clock;
    }

    @Override
    public long millis() {
        return super.millis() + clock.moved().toMillis();
    }
}
