package dev.ramah.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts what may be done only so often. For each key it keeps one number, the time at which the key has paid
 * for all it did (the generic cell rate algorithm, ITU-T I.371): a burst up to the limit is fine, after it the
 * pace is the limit's. Each node counts for itself.
 */
@ApplicationScoped
public class Limits {

    // About 10 MB. Above it those who have paid are dropped; if that isn't enough all are, since a flood of made-up
    // keys must not end in a full memory.
    private static final int MOST_KEYS = 100_000;

    private record Key(Limit limit, String of) {}

    private final LimitsConfig config;
    private final Clock clock;
    private final ConcurrentMap<Key, Long> paidAt = new ConcurrentHashMap<>();

    Limits(LimitsConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Counts one more.
     *
     * @throws Problem RATE_LIMITED, with the time to wait, when it was one too many
     */
    public void check(Limit limit, String of) {
        if (!config.enabled()) {
            return;
        }
        makeRoom();
        long now = clock.millis();
        long window = limit.window().toMillis();
        long price = Math.max(1, window / Math.max(1, limit.times(config)));
        long latest = now + window;
        long[] tooEarlyBy = {0};
        paidAt.compute(new Key(limit, of), (key, before) -> {
            long paid = (before == null || before < now ? now : before) + price;
            tooEarlyBy[0] = paid - latest;
            return paid > latest ? before : Long.valueOf(paid);
        });
        if (tooEarlyBy[0] > 0) {
            throw Problem.rateLimited("Too many in a short time. Try again later.", Duration.ofMillis(tooEarlyBy[0]));
        }
    }

    /** Starts this key's count again, after what was counted turned out to be fine. */
    public void forgive(Limit limit, String of) {
        paidAt.remove(new Key(limit, of));
    }

    private void makeRoom() {
        if (paidAt.size() >= MOST_KEYS) {
            long now = clock.millis();
            paidAt.values().removeIf(paid -> paid <= now);
            if (paidAt.size() >= MOST_KEYS) {
                paidAt.clear();
            }
        }
    }
}
