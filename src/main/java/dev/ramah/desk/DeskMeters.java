package dev.ramah.desk;

import dev.ramah.conversation.Handovers;
import dev.ramah.conversation.State;
import dev.ramah.desk.Floor.Availability;
import dev.ramah.platform.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many people wait, for how long, and who is there for them: the whole house, as every node knows it. */
@Singleton
class DeskMeters {

    /** What is told while nobody knows: a gap in the line is the truth, an old number is not. */
    private static final Seen UNKNOWN = new Seen(Double.NaN, Instant.EPOCH);

    /** The queue, a few seconds ago; asking for the metrics must not wait for the database. */
    private volatile Seen seen = UNKNOWN;

    private final Handovers handovers;
    private final Clock clock;

    DeskMeters(Handovers handovers, Clock clock) {
        this.handovers = handovers;
        this.clock = clock;
    }

    private record Seen(double waiting, @Nullable Instant oldest) {}

    void open(@Observes StartupEvent started, MeterRegistry registry, Floor floor) {
        Gauge.builder("ramah.queue.waiting", this, all -> all.seen.waiting)
                .description("People who wait for a person, at all nodes together")
                .register(registry);
        Gauge.builder("ramah.queue.oldest", this, DeskMeters::oldestSeconds)
                .description("How long the one waits who waits longest")
                .baseUnit("seconds")
                .register(registry);
        for (Availability each : List.of(Availability.ONLINE, Availability.AWAY)) {
            Gauge.builder("ramah.agents", floor, all -> all.count(each))
                    .description("Members of staff with a connection, at all nodes together")
                    .tag("status", each.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            List<State> waiting = handovers.waiting();
            seen = new Seen(
                    waiting.size(),
                    waiting.stream()
                            .map(State::waitingSince)
                            .filter(Objects::nonNull)
                            .min(Instant::compareTo)
                            .orElse(null));
        } catch (RuntimeException e) {
            seen = UNKNOWN;
            if (!Database.isAway(e)) {
                throw e;
            }
        }
    }

    private double oldestSeconds() {
        Seen now = seen;
        if (Double.isNaN(now.waiting)) {
            return Double.NaN;
        }
        return now.oldest == null
                ? 0
                : Math.max(0, Duration.between(now.oldest, clock.instant()).toMillis() / 1000.0);
    }
}
