package dev.ramah.language;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How often the chat model was asked, what came of it, and how long it took. */
@Singleton
class ChatMeters {

    private final MeterRegistry registry;

    ChatMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param outcome SAID, LEFT where nobody waited for it any more, or the name of a {@link ChatFault.Reason} */
    void asked(String outcome, long nanos) {
        Timer.builder("ramah.chat.model")
                .description("Calls of the chat model, by what came of it")
                .tag("outcome", outcome)
                .serviceLevelObjectives(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(8))
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}
