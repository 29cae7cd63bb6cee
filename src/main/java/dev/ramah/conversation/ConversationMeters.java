package dev.ramah.conversation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * What whoever runs it may ask about the log and those who read it. For each message it adds to a number, no more;
 * what takes longer is done once a batch.
 */
@Singleton
class ConversationMeters {

    private static final Duration[] TIMES = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Counter away;
    private final Counter failed;
    private final Map<Role, Counter> stored = new EnumMap<>(Role.class);
    private final Map<View, Counter> resumed = new EnumMap<>(View.class);
    private final Map<View, LongAdder> delivered = new EnumMap<>(View.class);
    private final DistributionSummary batch;
    private final Timer transaction;
    private final Timer here;
    private final Timer elsewhere;

    ConversationMeters(MeterRegistry registry) {
        this.registry = registry;
        accepted = Counter.builder("ramah.log.accepted")
                .description("Commands that were taken in to be written")
                .register(registry);
        away = lost("away");
        failed = lost("refused");
        for (Role role : Role.values()) {
            stored.put(
                    role,
                    Counter.builder("ramah.log.stored")
                            .description("Entries that were committed")
                            .tag("by", lower(role))
                            .register(registry));
        }
        for (View view : View.values()) {
            resumed.put(
                    view,
                    Counter.builder("ramah.viewings.resumed")
                            .description("Screens that came back with a cursor")
                            .tag("view", lower(view))
                            .register(registry));
            LongAdder shown = new LongAdder();
            delivered.put(view, shown);
            FunctionCounter.builder("ramah.delivered", shown, LongAdder::doubleValue)
                    .description("Entries that were sent to screens")
                    .tag("view", lower(view))
                    .register(registry);
        }
        batch = DistributionSummary.builder("ramah.log.batch")
                .description("Commands in a transaction of the log")
                .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200)
                .register(registry);
        transaction = Timer.builder("ramah.log.transaction")
                .description("Time of a transaction of the log, with its commit")
                .serviceLevelObjectives(TIMES)
                .register(registry);
        here = told("here");
        elsewhere = told("elsewhere");
    }

    private Counter lost(String why) {
        return Counter.builder("ramah.log.failed")
                .description("Commands that could not be stored and are tried again by who sent them")
                .tag("why", why)
                .register(registry);
    }

    private Timer told(String written) {
        return Timer.builder("ramah.feed.lag")
                .description("From taking a command in to telling this node of its entry; the oldest of each batch")
                .tag("written", written)
                .serviceLevelObjectives(TIMES)
                .register(registry);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Watches how many commands wait to be written. */
    void waiting(Collection<Command> commands) {
        Gauge.builder("ramah.log.waiting", commands, Collection::size)
                .description("Commands that wait to be written")
                .register(registry);
    }

    /** Watches how long ago the feed has looked for what others wrote. */
    void looks(Feed feed) {
        Gauge.builder("ramah.feed.look.age", feed, all -> all.sinceLook().toMillis() / 1000.0)
                .description("Time since the last look for what other nodes wrote")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Watches how many look at conversations from this node. */
    void watches(Viewings viewings) {
        Gauge.builder("ramah.viewings", viewings, Viewings::count)
                .description("Conversations that somebody looks at from this node")
                .register(registry);
    }

    void accepted() {
        accepted.increment();
    }

    /** One transaction was committed. */
    void committed(int commands, long nanos) {
        batch.record(commands);
        transaction.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Their entries were written by this node's log. */
    void stored(List<Told> told) {
        for (Told each : told) {
            for (Entry entry : each.entries()) {
                Counter by = stored.get(entry.by().role());
                if (by != null) {
                    by.increment();
                }
            }
        }
    }

    void failed(int commands, boolean databaseIsAway) {
        (databaseIsAway ? away : failed).increment(commands);
    }

    /** This node was told of entries, the oldest of them so long after it was taken in. */
    void told(boolean writtenHere, Duration lag) {
        (writtenHere ? here : elsewhere).record(lag.isNegative() ? Duration.ZERO : lag);
    }

    void resumed(View view) {
        Counter counter = resumed.get(view);
        if (counter != null) {
            counter.increment();
        }
    }

    /** What counts the entries that were sent to screens of this view. */
    LongAdder delivered(View view) {
        return delivered.getOrDefault(view, new LongAdder());
    }
}
