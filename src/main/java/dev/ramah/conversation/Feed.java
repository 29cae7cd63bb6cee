package dev.ramah.conversation;

import dev.ramah.platform.Database;
import dev.ramah.platform.Hints;
import dev.ramah.platform.Hints.Topic;
import dev.ramah.platform.Pulse;
import dev.ramah.platform.Threads;
import dev.ramah.platform.Ticks;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Tells this node's listeners what was stored: what its own log wrote, at once; what other nodes wrote, as they hint
 * it; and surely, with what this one wrote without learning that it did, by looking a few times a second at the
 * transactions since the last look.
 *
 * <p>Transactions and not numbers of entries are what it goes by: numbers from one sequence commit out of order, so
 * whoever asks for what comes after the last one seen misses those that were still being written. A transaction
 * before the oldest one that is still running has ended, and everything it wrote can be seen.
 */
@ApplicationScoped
class Feed {

    private static final Logger LOG = Logger.getLogger(Feed.class);

    private static final long LOOK_EVERY_MILLIS = 250;

    /** The database's own bounds end every look long before this. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Tails tails;
    private final Hints hints;
    private final List<Listens> listeners;
    private final ConversationMeters meters;
    private final Clock clock;
    private final Pulse pulse;

    /** Every transaction before this one was heard of; nobody looked at a conversation before the first look. */
    private long from;

    /** Those from there on that were told already. */
    private final Set<Long> told = ConcurrentHashMap.newKeySet();

    private final BlockingQueue<Tails.News> hinted = new LinkedBlockingQueue<>();

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Threads.named("log-feed"));

    Feed(Tails tails, Hints hints, @All List<Listens> listeners, ConversationMeters meters, Clock clock, Ticks ticks) {
        this.tails = tails;
        this.hints = hints;
        this.listeners = listeners;
        this.meters = meters;
        this.clock = clock;
        this.pulse = new Pulse(ticks, PATIENCE);
    }

    void start(@Observes StartupEvent started) {
        from = tails.since(Long.MAX_VALUE, List.of()).settled();
        hints.on(Topic.ENTRIES, this::hear);
        meters.looks(this);
        pulse.beat();
        var unused =
                thread.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        pulse.rest();
        Threads.end(thread);
    }

    /** Whether it still looks for what others write. */
    boolean isAlive() {
        return !pulse.hangs();
    }

    /** How long ago it last looked, whether the database answered or not. */
    Duration sinceLook() {
        return pulse.silence();
    }

    /** The log committed this; called on its thread. */
    void wrote(long transaction, List<Told> written) {
        told.add(transaction);
        written.forEach(each -> listeners.forEach(listener -> tell(listener, each)));
        lag(written).ifPresent(lag -> meters.told(true, lag));
        if (!written.isEmpty()) {
            hints.send(
                    Topic.ENTRIES,
                    () -> written.stream().map(each -> hint(transaction, each)).collect(Collectors.joining("\n")));
        }
    }

    private static String hint(long transaction, Told told) {
        return Stream.concat(
                        Stream.of(
                                transaction,
                                told.state().conversation().id(),
                                told.entries().get(0).seq()),
                        told.entries().stream().map(each -> each.what().kind()).distinct())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private void hear(String hint) {
        hint.lines().map(Feed::news).forEach(hinted::add);
        thread.execute(() -> attempt(() -> {
            // All that came while the last ones were read; the later calls find nothing left.
            List<Tails.News> news = new ArrayList<>();
            hinted.drainTo(news);
            tellAll(news);
        }));
    }

    private static Tails.News news(String hint) {
        String[] parts = hint.split(" ", -1);
        return new Tails.News(
                Long.parseLong(parts[0]),
                new ConversationRef(UUID.fromString(parts[1])),
                Integer.parseInt(parts[2]),
                Set.copyOf(Arrays.asList(parts).subList(3, parts.length)));
    }

    private void look() {
        pulse.beat();
        attempt(() -> {
            Tails.Lately lately = tails.since(from, told);
            tellAll(lately.news());
            from = lately.settled();
            told.removeIf(each -> each < from);
        });
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            // Whatever it was: a look that threw would be the last one.
            if (!Database.isAway(e)) {
                LOG.error("What other nodes wrote could not be told; it is tried again", e);
            }
        }
    }

    /** Read is only what somebody here cares about. */
    private void tellAll(List<Tails.News> some) {
        // Those were told while the database was asked, or hinted before it was.
        List<Tails.News> news = some.stream()
                .filter(each -> each.transaction() >= from && !told.contains(each.transaction()))
                .toList();
        Map<ConversationRef, List<Listens>> who = new HashMap<>();
        Map<ConversationRef, Integer> after = new HashMap<>();
        for (Tails.News each : news) {
            for (Listens listener : listeners) {
                if (listener.cares(each.conversation(), each.kinds())) {
                    List<Listens> all = who.computeIfAbsent(each.conversation(), none -> new ArrayList<>());
                    if (!all.contains(listener)) {
                        all.add(listener);
                    }
                    after.merge(each.conversation(), each.first() - 1, Math::min);
                }
            }
        }
        if (!after.isEmpty()) {
            List<Told> heard = tails.after(after);
            heard.forEach(each ->
                    who.getOrDefault(each.state().conversation(), List.of()).forEach(listener -> tell(listener, each)));
            lag(heard).ifPresent(lag -> meters.told(false, lag));
        }
    }

    /** How long ago the oldest of these was taken in; nothing if there are none. */
    private Optional<Duration> lag(List<Told> some) {
        return some.stream()
                .filter(each -> !each.entries().isEmpty())
                .map(each -> each.entries().get(0).at())
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, clock.instant()));
    }

    private static void tell(Listens listener, Told told) {
        try {
            listener.told(told);
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "%s did not hear of %s",
                    listener.getClass().getSimpleName(),
                    told.state().conversation());
        }
    }
}
