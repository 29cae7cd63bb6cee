package dev.ramah.delivery;

import dev.ramah.conversation.Listens;
import dev.ramah.conversation.Told;
import dev.ramah.platform.Database;
import dev.ramah.platform.Threads;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Brings deliveries to webhooks: looks once a second for what is due, and at once when this node wrote something. What it
 * was doing when it died is due again by itself.
 */
@ApplicationScoped
class Courier implements Listens {

    private static final Logger LOG = Logger.getLogger(Courier.class);

    private static final long LOOK_EVERY_MILLIS = 1_000;

    /** Calls at once to one webhook, each for another conversation: one that is slow holds up no other. */
    private static final int AT_ONCE = 8;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Wire wire;

    private final Map<UUID, AtomicInteger> underWay = new ConcurrentHashMap<>();
    private final AtomicBoolean called = new AtomicBoolean();

    /** Whether anybody wants to hear anything. */
    private volatile boolean wanted;

    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(Threads.named("webhooks"));
    private final ExecutorService calls = Executors.newCachedThreadPool(Threads.named("webhook-call"));

    Courier(Webhooks webhooks, Deliveries deliveries, Wire wire) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.wire = wire;
    }

    void start(@Observes StartupEvent started) {
        var unused =
                looks.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        Threads.end(looks, calls);
    }

    @Override
    public void told(Told told) {
        if (wanted && !told.entries().isEmpty()) {
            soon();
        }
    }

    /** Looks as soon as it can; many calls at once are one look. */
    void soon() {
        if (called.compareAndSet(false, true)) {
            try {
                looks.execute(this::look);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("The next start finds it due");
            }
        }
    }

    private void look() {
        called.set(false);
        attempt(() -> {
            List<UUID> active = webhooks.active();
            wanted = !active.isEmpty();
            // One at which something is wrong holds up no other.
            active.forEach(each -> attempt(() -> {
                deliveries.takeIn(each);
                send(each);
            }));
        });
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error fault) {
            // Whatever it was: a look that threw would be the last one.
            if (!Database.isAway(fault)) {
                LOG.error("A webhook could not be called; it is tried again", fault);
            }
        }
    }

    private void send(UUID webhook) {
        AtomicInteger busy = underWay.computeIfAbsent(webhook, none -> new AtomicInteger());
        int free = AT_ONCE - busy.get();
        if (free > 0) {
            for (Parcel parcel : deliveries.claim(webhook, free)) {
                busy.incrementAndGet();
                calls.execute(() -> call(parcel, busy));
            }
        }
    }

    private void call(Parcel parcel, AtomicInteger busy) {
        try {
            Answer answer = wire.send(parcel);
            if (!Thread.currentThread().isInterrupted()) {
                deliveries.tried(parcel.delivery(), answer);
            }
        } catch (RuntimeException fault) {
            // It is due again by itself.
            if (!Database.isAway(fault)) {
                LOG.error("What became of a webhook's call could not be kept", fault);
            }
        } finally {
            busy.decrementAndGet();
            soon();
        }
    }
}
