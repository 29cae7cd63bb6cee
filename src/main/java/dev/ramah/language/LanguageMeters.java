package dev.ramah.language;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long the sentence model takes for a text. */
@Singleton
class LanguageMeters {

    private final Timer read;

    LanguageMeters(MeterRegistry registry) {
        read = Timer.builder("ramah.sentence.model")
                .description("Time of the sentence model for one text")
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(20),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500))
                .register(registry);
    }

    void read(long nanos) {
        read.record(nanos, TimeUnit.NANOSECONDS);
    }
}
