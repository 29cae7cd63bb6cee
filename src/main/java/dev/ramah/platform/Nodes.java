package dev.ramah.platform;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Which nodes are alive. Each says so every two seconds, and takes out those that were silent for ten by the
 * database's clock. A node that was only slow finds itself gone and comes in again; what it had with it
 * ({@code attendance}) went with its row, and is brought again by whoever wrote it.
 */
@ApplicationScoped
public class Nodes {

    private static final Logger LOG = Logger.getLogger(Nodes.class);

    private static final Duration DEAD_AFTER = Duration.ofSeconds(10);

    /** After rooms that write down what they have at this node. */
    private static final int LATE = 5_000;

    private final Node node;
    private final HouseClock clock;
    private final Session entities;
    private volatile long beatNanos = System.nanoTime();
    private volatile Instant since = Instant.MAX;
    private Instant comeBackAt = Instant.MIN;

    /** The first beat may come before the start is told, and the last one after the end: neither counts. */
    private boolean here;

    Nodes(Node node, HouseClock clock, Session entities) {
        this.node = node;
        this.clock = clock;
        this.entities = entities;
    }

    synchronized void open(@Observes @Priority(StartOrder.NODES) StartupEvent started) {
        QuarkusTransaction.requiringNew().run(() -> {
            takeOutTheDead();
            comeIn();
            lookAround();
        });
        beatNanos = System.nanoTime();
        here = true;
    }

    synchronized void close(@Observes @Priority(LATE) ShutdownEvent stopped) {
        here = false;
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> entities.createNativeMutationQuery("delete from node where id = :id")
                            .setParameter("id", node.id())
                            .executeUpdate());
        } catch (RuntimeException e) {
            LOG.debug("The others will find out by themselves that this node is gone", e);
        }
    }

    /** How long ago this node last wrote that it is alive. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - beatNanos);
    }

    /** Since when somebody has looked who is there, as far as this node knows: nobody is gone for longer. */
    public Instant since() {
        return since;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void beat() {
        if (!here) {
            return;
        }
        Database.ifThere(() -> {
            QuarkusTransaction.requiringNew().run(this::say);
            beatNanos = System.nanoTime();
        });
    }

    private void say() {
        // The others' time is ours: this sets our clock.
        Instant now = clock.now();
        boolean late = System.nanoTime() - beatNanos > DEAD_AFTER.toNanos();
        int there = entities.createNativeMutationQuery("update node set seen_at = clock_timestamp() where id = :id")
                .setParameter("id", node.id())
                .executeUpdate();
        if (there == 0) {
            LOG.infof("Node %s comes in.", node);
            comeIn();
        }
        if (late) {
            // What kept us kept the others as well, perhaps: they have until the next beat.
            comeBackAt = now;
        } else {
            takeOutTheDead();
        }
        lookAround();
    }

    private void comeIn() {
        entities.createNativeMutationQuery(
                        "insert into node (id, started_at, seen_at) values (:id, :now, clock_timestamp())")
                .setParameter("id", node.id())
                .setParameter("now", clock.now())
                .executeUpdate();
    }

    /** Those that another node is taking out, or that come back just now, are not waited for: it could be in a circle. */
    private void takeOutTheDead() {
        int dead = entities.createNativeMutationQuery(
                        """
                        delete from node where id in (
                            select id from node where seen_at < clock_timestamp() - make_interval(secs => :seconds)
                               for update skip locked)""")
                .setParameter("seconds", (double) DEAD_AFTER.toSeconds())
                .executeUpdate();
        if (dead > 0) {
            LOG.infof("%d nodes were silent for %d s and are taken for dead.", dead, DEAD_AFTER.toSeconds());
        }
    }

    private void lookAround() {
        Instant first = entities.createNativeQuery("select min(started_at) from node", Instant.class)
                .getSingleResult();
        since = first.isAfter(comeBackAt) ? first : comeBackAt;
    }
}
