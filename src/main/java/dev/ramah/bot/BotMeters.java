package dev.ramah.bot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What the bot decided, by which rule, and how long it took to decide: with the reading, without the writing. */
@Singleton
class BotMeters {

    private final MeterRegistry registry;

    BotMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void decided(Decision decision, long nanos) {
        record(kind(decision), decision.rule().name(), nanos);
    }

    /** Something broke on the way, and a person got it. */
    void failed(String rule, long nanos) {
        record("hand_over", rule, nanos);
    }

    private void record(String decision, String rule, long nanos) {
        Timer.builder("ramah.bot.decision")
                .description("Turns of the bot, by what it did and the rule that said so")
                .tag("decision", decision)
                .tag("rule", rule)
                .serviceLevelObjectives(
                        Duration.ofMillis(10),
                        Duration.ofMillis(20),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2))
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private static String kind(Decision decision) {
        if (decision instanceof Decision.HandOver) {
            return "hand_over";
        }
        if (decision instanceof Decision.AskBack) {
            return "ask_back";
        }
        if (decision instanceof Decision.SignIn) {
            return "sign_in";
        }
        return decision instanceof Decision.Manners ? "manners" : "answer";
    }
}
