package dev.ramah.platform;

import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Time that only goes on, for what is waited for or counted within this process: the wall clock may be set. */
@Singleton
public class Ticks {

    /** Milliseconds since some moment in the past, another one for each process. */
    public long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }
}
