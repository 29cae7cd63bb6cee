package dev.ramah.platform;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** What whoever runs it may ask about lines, refusals, limits and Redis. Read where it is counted, when it is asked for. */
@Singleton
class PlatformMeters {

    private static final List<String> SOCKETS = List.of("/ws/chat", "/ws/desk");

    void open(
            @Observes StartupEvent started,
            MeterRegistry registry,
            OpenSockets sockets,
            Limits limits,
            Hints hints,
            Nodes nodes) {
        for (String path : SOCKETS) {
            Gauge.builder("ramah.connections", sockets, all -> all.count(path))
                    .description("Open connections to this node")
                    .tag("socket", path.substring("/ws/".length()))
                    .register(registry);
        }
        FunctionCounter.builder("ramah.connections.dropped", sockets, all -> OpenSocket.tooSlow())
                .description("Connections that were closed because they did not read")
                .register(registry);
        for (Refusals.Door door : Refusals.Door.values()) {
            for (Problem.Code code : Problem.Code.values()) {
                FunctionCounter.builder("ramah.refused", Refusals.of(door, code), LongAdder::doubleValue)
                        .description("What was refused, and why: the code of the problem that was told")
                        .tag("door", lower(door))
                        .tag("code", code.wire())
                        .register(registry);
            }
        }
        for (Limit limit : Limit.values()) {
            FunctionCounter.builder("ramah.limits.hit", limits, all -> all.hits(limit))
                    .description("What was refused because it came too often")
                    .tag("limit", lower(limit))
                    .register(registry);
        }
        FunctionCounter.builder("ramah.hints.lost", hints, Hints::lost)
                .description("Hints to other nodes that Redis did not take; they find out by themselves, later")
                .register(registry);
        Gauge.builder("ramah.redis.away", hints, all -> all.isAway() ? 1 : 0)
                .description("1 while a Redis is set and can't be reached")
                .register(registry);
        Gauge.builder("ramah.node.beat.age", nodes, all -> all.silence().toMillis() / 1000.0)
                .description("Time since this node last wrote to the database that it is alive")
                .baseUnit("seconds")
                .register(registry);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
