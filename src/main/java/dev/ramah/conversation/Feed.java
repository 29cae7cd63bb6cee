package dev.ramah.conversation;

import dev.ramah.platform.Database;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Tells this node's listeners what was stored: what its own log wrote, at once; what other nodes wrote, and what this
 * one wrote without learning that it did, by looking a few times a second at the transactions since the last look.
 *
 * <p>Transactions and not numbers of entries are what it goes by: numbers from one sequence commit out of order, so
 * whoever asks for what comes after the last one seen misses those that were still being written. A transaction
 * before the oldest one that is still running has ended, and everything it wrote can be seen.
 */
@ApplicationScoped
class Feed {

    private static final Logger LOG = Logger.getLogger(Feed.class);

    private static final long LOOK_EVERY_MILLIS = 250;

    private final Tails tails;
    private final List<Listens> listeners;

    /** Every transaction before this one was heard of; nobody looked at a conversation before the first look. */
    private long from;

    /** Those from there on that were told already. */
    private final Set<Long> told = ConcurrentHashMap.newKeySet();

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "log-feed");
        made.setDaemon(true);
        return made;
    });

    Feed(Tails tails, @All List<Listens> listeners) {
        this.tails = tails;
        this.listeners = listeners;
    }

    void start(@Observes StartupEvent started) {
        from = tails.since(Long.MAX_VALUE, List.of()).settled();
        var unused =
                thread.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        thread.shutdownNow();
    }

    /** The log committed this; called on its thread. */
    void wrote(long transaction, List<Told> written) {
        told.add(transaction);
        written.forEach(each -> listeners.forEach(listener -> tell(listener, each)));
    }

    private void look() {
        try {
            Tails.Lately lately = tails.since(from, told);
            List<Tails.News> news = new ArrayList<>(lately.news());
            // Those that this node's log told while the database was being asked.
            news.removeIf(each -> told.contains(each.transaction()));
            tell(news);
            news.forEach(each -> told.add(each.transaction()));
            from = lately.settled();
            told.removeIf(each -> each < from);
        } catch (RuntimeException e) {
            if (!Database.isAway(e)) {
                LOG.error("What other nodes wrote could not be told; it is tried again", e);
            }
        }
    }

    /** Read is only what somebody here cares about. */
    private void tell(List<Tails.News> news) {
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
            tails.after(after).forEach(each -> who.getOrDefault(each.state().conversation(), List.of())
                    .forEach(listener -> tell(listener, each)));
        }
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
