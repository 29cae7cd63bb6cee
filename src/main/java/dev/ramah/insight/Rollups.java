package dev.ramah.insight;

import dev.ramah.conversation.Episodes;
import dev.ramah.customer.Customers;
import dev.ramah.platform.Database;
import dev.ramah.platform.OneNode;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import dev.ramah.platform.StartOrder;
import dev.ramah.platform.Threads;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the log adds up to. A conversation with news is folded again as a whole; what its episodes counted before
 * is taken away from the sheets, and what they count now is added. So it does no harm to fold one twice, and every look
 * may take in whatever is committed, while the cursor moves on only to where all transactions have ended: no entry is
 * left out by a transaction that ends late, and none counts double.
 *
 * <p>One node does it at a time, by the lock of the edition's row: whoever dies gives it back.
 */
@ApplicationScoped
class Rollups {

    private static final Logger LOG = Logger.getLogger(Rollups.class);

    /** Conversations that are folded at once: some ten thousand entries in memory. */
    private static final int AT_ONCE = 3_000;

    /** So many conversations take a second or two. */
    private static final int QUICKLY_DONE = 5_000;

    private static final int LONGEST_SECONDS = 600;

    private final Episodes episodes;
    private final Customers customers;
    private final Elsewhere elsewhere;
    private final Facts facts;
    private final Sheets sheets;
    private final Followings followings;
    private final Editions editions;
    private final Judging judging;
    private final OneNode one;
    /**
     * Whether this node has to see to it that all is counted in its way. Not what the table says: beside a newer version
     * that has counted in another way, an older one must not begin again.
     */
    private volatile boolean owed;

    private final AtomicBoolean waiting = new AtomicBoolean();

    private volatile Known known = Known.NOTHING;

    /**
     * What this node took in last. As long as an old transaction is open, say of a backup or of whoever else reads the
     * news, all that came since is news again and again; what has not changed meanwhile is not looked at once more.
     */
    private record Known(int edition, Map<UUID, String> changes) {

        static final Known NOTHING = new Known(-1, Map.of());

        List<UUID> newer(Edition read, Episodes.News news) {
            if (read.number() != edition) {
                return news.conversations();
            }
            return news.changes().entrySet().stream()
                    .filter(each -> !each.getValue().equals(changes.get(each.getKey())))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private final ExecutorService counter = Executors.newSingleThreadExecutor(Threads.named("insight-counter"));

    /** What needs no database is done while that works; it touches nothing that is closed, so nobody waits for its end. */
    private final ExecutorService beside = Executors.newSingleThreadExecutor(Threads.named("insight-beside"));

    Rollups(
            Episodes episodes,
            Customers customers,
            Elsewhere elsewhere,
            Facts facts,
            Sheets sheets,
            Followings followings,
            Editions editions,
            Judging judging,
            OneNode one) {
        this.episodes = episodes;
        this.customers = customers;
        this.elsewhere = elsewhere;
        this.facts = facts;
        this.sheets = sheets;
        this.followings = followings;
        this.editions = editions;
        this.judging = judging;
        this.one = one;
    }

    /**
     * After the sample world. An installation that counted before, and in this way, has nothing to do; a small one is
     * ready at once, a large one counts while it serves.
     */
    void start(@Observes @Priority(StartOrder.FIGURES) StartupEvent started) {
        owed = isOwed();
        if (!owed) {
            return;
        }
        if (episodes.areFewerThan(QUICKLY_DONE)) {
            attempt(false);
        } else {
            recount(false);
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        Threads.end(counter);
    }

    /** Now and then, so that whoever asks finds little left to do. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepUp() {
        try {
            if (editions.ready().isPresent()) {
                followings.catchUp(catchUp());
                owed = owed || isOutdated();
            }
            if (owed && !waiting.get()) {
                recount(false);
            }
        } catch (RuntimeException fault) {
            if (!Database.isAway(fault)) {
                LOG.error("The figures did not keep up with the log; it is tried again", fault);
            }
        }
    }

    /**
     * Takes in everything that is committed.
     *
     * @return the edition to read
     * @throws Problem UNAVAILABLE while the first one is made
     */
    int catchUp() {
        try {
            Known taken =
                    QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(this::takeInNews);
            // Only what is committed is known.
            known = taken;
            return taken.edition();
        } catch (RuntimeException fault) {
            known = Known.NOTHING;
            throw fault;
        }
    }

    private Known takeInNews() {
        // Whoever waited for one that went away finds the one that took its place.
        Edition edition = editions.lockReady().or(editions::lockReady).orElseThrow(this::notYet);
        Episodes.News news = episodes.since(edition.settled());
        if (news.settled() < edition.settled()) {
            // Transactions are numbered anew: the database was restored from a copy.
            recount(true);
        }
        takeIn(edition.number(), known.newer(edition, news));
        if (news.settled() != edition.settled()) {
            editions.settle(edition.number(), news.settled());
            episodes.settled(news.settled());
        }
        return new Known(edition.number(), news.changes());
    }

    /**
     * Counts everything anew, in the background, and then lets go of what was counted before; until then that is read.
     *
     * @param anyway also where somebody has done it meanwhile
     */
    void recount(boolean anyway) {
        waiting.set(true);
        try {
            counter.execute(() -> attempt(anyway));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("It is the next start that counts");
        }
    }

    private void attempt(boolean anyway) {
        try {
            one.atATime("insight", () -> {
                if (anyway || isOwed()) {
                    count();
                }
            });
            owed = false;
        } catch (RuntimeException | Error fault) {
            // What is owed is tried again.
            if (!Database.isAway(fault)) {
                LOG.error("The figures could not be counted anew", fault);
            }
        } finally {
            waiting.set(false);
        }
    }

    /** Whether nobody has done it meanwhile. */
    private boolean isOwed() {
        List<Edition> all = editions.all();
        return all.stream().noneMatch(Edition::isReady)
                || unfinished(all, judging.fingerprint()).isPresent()
                || isOutdated();
    }

    /** Whether hours or targets have changed since what is read was counted. */
    private boolean isOutdated() {
        return editions.ready()
                .filter(each -> !each.terms().equals(judging.fingerprint()))
                .isPresent();
    }

    /** Counts everything into a new edition; nothing else may do so at the same time, and at this node nothing does. */
    synchronized void count() {
        List<Edition> before = editions.all();
        String terms = judging.fingerprint();
        int edition = unfinished(before, terms).orElseGet(() -> QuarkusTransaction.requiringNew()
                .call(() -> editions.begin(terms, episodes.since(Long.MAX_VALUE).settled(), episodes.count())));
        while (countOn(edition)) {
            if (!judging.fingerprint().equals(terms)) {
                // They were changed again, and what is counted by others is of no use; it is begun anew soon.
                sheets.drop(edition);
                return;
            }
        }
        followings.makeAnew(edition);
        editions.finish(edition);
        before.stream().map(Edition::number).filter(each -> each != edition).forEach(sheets::drop);
    }

    /** One that a process which died left behind goes on where it stopped. */
    private static Optional<Integer> unfinished(List<Edition> all, String terms) {
        return all.stream()
                .filter(each -> each.readyAt() == null && each.counting().equals(Counting.fingerprint()))
                .filter(each -> each.terms().equals(terms))
                .map(Edition::number)
                .findFirst();
    }

    private boolean countOn(int number) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            Edition edition = editions.lock(number).orElseThrow();
            List<UUID> next = episodes.conversationsAfter(edition.doneTo(), AT_ONCE);
            if (next.isEmpty()) {
                return false;
            }
            takeIn(number, next);
            editions.progress(number, next.get(next.size() - 1), next.size());
            return true;
        });
    }

    private Problem notYet() {
        @Nullable Edition making = editions.all().stream().findFirst().orElse(null);
        String far = making == null || making.of() == 0
                ? ""
                : " " + Math.min(99, 100 * making.done() / making.of()) + "% is done.";
        return new Problem(Code.UNAVAILABLE, "The figures are being counted." + far + " Try again in a moment.");
    }

    private void takeIn(int edition, List<UUID> conversations) {
        for (int from = 0; from < conversations.size(); from += AT_ONCE) {
            takeInSome(edition, conversations.subList(from, Math.min(conversations.size(), from + AT_ONCE)));
        }
    }

    private void takeInSome(int edition, List<UUID> conversations) {
        List<Episode> told = told(conversations);
        List<Episode> kept = facts.of(edition, conversations);
        Set<UUID> whose = new HashSet<>();
        told.forEach(each -> whose.add(each.customer()));
        kept.forEach(each -> whose.add(each.customer()));
        Set<UUID> here = Set.copyOf(conversations);
        List<Neighbour> others = facts.neighbours(edition, whose).stream()
                .filter(each -> !here.contains(each.id().conversation()))
                .toList();

        Map<Episode.Id, Episode> before = new HashMap<>();
        kept.forEach(each -> before.put(each.id(), each));
        List<Ties.Tied> all = new ArrayList<>(told);
        all.addAll(others);
        Function<Ties.Tied, Ties> ties = Ties.among(all, customers.recognised(whose));
        List<Episode> now = new ArrayList<>(told);
        for (Episode each : tiedAnew(edition, others, ties)) {
            before.put(each.id(), each);
            now.add(each);
        }

        List<Episode> fresh = new ArrayList<>();
        List<Episode> stale = new ArrayList<>();
        for (Episode untied : now) {
            Episode each = untied.with(ties.apply(untied));
            Episode was = before.remove(each.id());
            if (!each.equals(was)) {
                fresh.add(each);
                if (was != null) {
                    stale.add(was);
                }
            }
        }
        // Nothing in the log goes away, but a restored database may be an older one.
        stale.addAll(before.values());
        // The database keeps what this adds up meanwhile.
        CompletableFuture<Sheets.Changes> changes =
                CompletableFuture.supplyAsync(() -> Sheets.Changes.of(fresh, stale), beside);
        facts.drop(before.values(), edition);
        facts.keep(edition, fresh);
        followings.areStale(
                edition,
                Stream.of(fresh, stale)
                        .flatMap(List::stream)
                        .map(Episode::customer)
                        .collect(Collectors.toSet()));
        sheets.change(edition, changes.join());
    }

    /** Folds them while the database reads on. */
    private List<Episode> told(List<UUID> conversations) {
        Terms terms = judging.terms();
        UnaryOperator<Episode> known = elsewhere.of(conversations);
        List<CompletableFuture<Episode>> folded = episodes.of(
                conversations,
                log -> CompletableFuture.supplyAsync(
                        () -> known.apply(terms.applied(Episode.of(log).withoutWords())), beside));
        return folded.stream().map(CompletableFuture::join).toList();
    }

    /** Those that are tied in another way than when they were counted, as they were then. */
    private List<Episode> tiedAnew(int edition, List<Neighbour> others, Function<Ties.Tied, Ties> ties) {
        Set<Episode.Id> changed = others.stream()
                .filter(each -> !each.ties().equals(ties.apply(each)))
                .map(Neighbour::id)
                .collect(Collectors.toSet());
        Set<UUID> conversations = changed.stream().map(Episode.Id::conversation).collect(Collectors.toSet());
        return facts.of(edition, conversations).stream()
                .filter(each -> changed.contains(each.id()))
                .toList();
    }
}
