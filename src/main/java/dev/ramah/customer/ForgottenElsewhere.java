package dev.ramah.customer;

import dev.ramah.platform.Database;
import dev.ramah.platform.Hints;
import dev.ramah.platform.Hints.Topic;
import dev.ramah.platform.HouseClock;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Brings {@link Forgotten} to every node: told by a hint at once, and looked for every ten seconds, for a screen that
 * shows erased words must lose them also where no hint came through.
 */
@ApplicationScoped
class ForgottenElsewhere {

    /** How far back it looks: longer than a node is ever paused and taken up again. */
    private static final Duration WINDOW = Duration.ofMinutes(10);

    /** More than are forgotten in that time; to be told twice does no harm. */
    private static final int REMEMBERED = 10_000;

    private final Customers customers;
    private final Event<Forgotten> forgotten;
    private final Hints hints;
    private final HouseClock clock;
    private final Set<UUID> known = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    ForgottenElsewhere(Customers customers, Event<Forgotten> forgotten, Hints hints, HouseClock clock) {
        this.customers = customers;
        this.forgotten = forgotten;
        this.hints = hints;
        this.clock = clock;
    }

    void listen(@Observes StartupEvent started) {
        hints.on(Topic.FORGOTTEN, customer -> elsewhere(UUID.fromString(customer)));
    }

    /** Whom this node did not know yet was forgotten here. */
    void here(@Observes Forgotten event) {
        if (known.add(event.customer())) {
            hints.send(Topic.FORGOTTEN, event.customer().toString());
        }
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        Database.ifThere(
                () -> customers.forgottenSince(clock.now().minus(WINDOW)).forEach(this::elsewhere));
    }

    private void elsewhere(UUID customer) {
        if (known.add(customer)) {
            forgotten.fire(new Forgotten(customer));
        }
    }
}
