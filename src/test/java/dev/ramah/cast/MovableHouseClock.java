package dev.ramah.cast;

import dev.ramah.platform.HouseClock;
import dev.ramah.platform.RunningClock;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Instant;
import javax.sql.DataSource;

/** The database's clock where time can be moved: it goes with {@link MovableClock}. */
@Alternative
@Singleton
public class MovableHouseClock extends HouseClock {

    private final MovableClock clock;

    MovableHouseClock(DataSource database, RunningClock running, MovableClock clock) {
        super(database, running);
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
