package dev.ramah.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts the connections that are open at once: who takes a seat gives it back. Each node counts its own, for it is
 * its own memory and descriptors that run out.
 */
@ApplicationScoped
public class Seats {

    /** Whose connections are counted. */
    public enum Of {
        ADDRESS,
        VISITOR
    }

    private record Key(Of of, String who) {}

    // Nobody can say when a seat gets free; this keeps clients from asking all the time.
    private static final Duration LATER = Duration.ofSeconds(10);

    private final LimitsConfig config;
    private final ConcurrentMap<Key, Integer> taken = new ConcurrentHashMap<>();

    Seats(LimitsConfig config) {
        this.config = config;
    }

    /**
     * Takes a seat, which must be {@linkplain #leave left} exactly once.
     *
     * @throws Problem RATE_LIMITED when none is left; then no seat was taken
     */
    public void take(Of of, String who) {
        Integer mine = taken.merge(new Key(of, who), 1, Integer::sum);
        if (config.enabled() && mine > seats(of)) {
            leave(of, who);
            throw Problem.rateLimited("Too many open connections. Close one first.", LATER);
        }
    }

    public void leave(Of of, String who) {
        taken.computeIfPresent(new Key(of, who), (key, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
    }

    private int seats(Of of) {
        return switch (of) {
            case ADDRESS -> config.connectionsPerAddress();
            case VISITOR -> config.connectionsPerVisitor();
        };
    }
}
