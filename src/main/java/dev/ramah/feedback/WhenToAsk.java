package dev.ramah.feedback;

import dev.ramah.conversation.Survey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Nobody is asked how it went more often than once in a while; being asked is work. */
@ApplicationScoped
class WhenToAsk implements Survey {

    private final Duration pause;

    WhenToAsk(@ConfigProperty(name = "ramah.feedback.pause", defaultValue = "14d") Duration pause) {
        this.pause = pause;
    }

    @Override
    public boolean isDue(@Nullable Instant lastAsked, Instant now) {
        return lastAsked == null || !lastAsked.plus(pause).isAfter(now);
    }
}
