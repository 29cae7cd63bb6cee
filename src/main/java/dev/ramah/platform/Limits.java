package dev.ramah.platform;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what may be done only so often. For each key it keeps one number, the time at which the key has paid
 * for all it did (the generic cell rate algorithm, ITU-T I.371): a burst up to the limit is fine, after it the
 * pace is the limit's. What all nodes count together is counted in Redis; while that is away each counts for itself.
 */
@ApplicationScoped
public class Limits {

    // About 10 MB. Above it those who have paid are dropped; if that isn't enough all are, since a flood of made-up
    // keys must not end in a full memory.
    private static final int MOST_KEYS = 100_000;

    private record Key(Limit limit, String of) {}

    /** Somebody waits for this; a Redis that takes longer is as good as none. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    // The same count as below, by the clock of Redis, in one step that no other node comes between. A key is gone when
    // all is paid.
    private static final String COUNT =
            """
            local time = redis.call('time')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local paid = math.max(tonumber(redis.call('get', KEYS[1]) or '0'), now) + ARGV[1]
            local early = paid - now - ARGV[2]
            if early > 0 then return early end
            redis.call('set', KEYS[1], string.format('%.0f', paid), 'px', paid - now)
            return 0""";

    private final LimitsConfig config;
    private final Ticks ticks;
    private final Hints hints;
    private final Map<Limit, LongAdder> hits = new EnumMap<>(Limit.class);
    private final ConcurrentMap<Key, Long> paidAt = new ConcurrentHashMap<>();

    Limits(LimitsConfig config, Ticks ticks, Hints hints) {
        this.config = config;
        this.ticks = ticks;
        this.hints = hints;
        for (Limit each : Limit.values()) {
            hits.put(each, new LongAdder());
        }
    }

    /**
     * Counts one more. What all nodes count together may take a moment: not on an event loop.
     *
     * @throws Problem RATE_LIMITED, with the time to wait, when it was one too many
     */
    public void check(Limit limit, String of) {
        if (!config.enabled()) {
            return;
        }
        long window = limit.window().toMillis();
        long price = Math.max(1, window / Math.max(1, limit.times(config)));
        Key key = new Key(limit, of);
        long tooEarlyBy = inTheHouse(key, price, window).orElseGet(() -> atThisNode(key, price, window));
        if (tooEarlyBy > 0) {
            Objects.requireNonNull(hits.get(limit)).increment();
            throw Problem.rateLimited("Too many in a short time. Try again later.", Duration.ofMillis(tooEarlyBy));
        }
    }

    /** How often this limit said no. */
    long hits(Limit limit) {
        return Objects.requireNonNull(hits.get(limit)).sum();
    }

    /** Starts this key's count again, after what was counted turned out to be fine. */
    public void forgive(Limit limit, String of) {
        Key key = new Key(limit, of);
        paidAt.remove(key);
        if (limit.isOfTheHouse()) {
            hints.tell(Request.cmd(Command.DEL).arg(name(key)));
        }
    }

    private OptionalLong inTheHouse(Key key, long price, long window) {
        if (!key.limit.isOfTheHouse()) {
            return OptionalLong.empty();
        }
        Request count = Request.cmd(Command.EVAL)
                .arg(COUNT)
                .arg(1)
                .arg(name(key))
                .arg(price)
                .arg(window);
        Response early = hints.ask(count, PATIENCE);
        return early == null ? OptionalLong.empty() : OptionalLong.of(early.toLong());
    }

    /** Who did it stays here: Redis gets a fingerprint. */
    private static String name(Key key) {
        return "ramah:limit:" + key.limit + ":" + Digests.sha256(key.of);
    }

    private long atThisNode(Key key, long price, long window) {
        makeRoom();
        long now = ticks.millis();
        long[] tooEarlyBy = {0};
        paidAt.compute(key, (same, before) -> {
            long paid = (before == null || before < now ? now : before) + price;
            tooEarlyBy[0] = paid - now - window;
            return tooEarlyBy[0] > 0 ? before : Long.valueOf(paid);
        });
        return tooEarlyBy[0];
    }

    private void makeRoom() {
        if (paidAt.size() >= MOST_KEYS) {
            long now = ticks.millis();
            paidAt.values().removeIf(paid -> paid <= now);
            if (paidAt.size() >= MOST_KEYS) {
                paidAt.clear();
            }
        }
    }
}
