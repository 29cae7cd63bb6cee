package dev.ramah.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.hibernate.Session;

/**
 * Where those who read the log stopped, each in a table of its own with one row: {@code settled}, before which every
 * transaction was read. One node reads at a time, by the lock of that row.
 */
@ApplicationScoped
public class Bookmarks {

    /** Conversations that are taken in at once. */
    private static final int AT_ONCE = 500;

    private static final int LONGEST_SECONDS = 120;

    private final Episodes episodes;
    private final Session entities;
    private final Clock clock;

    Bookmarks(Episodes episodes, Session entities, Clock clock) {
        this.episodes = episodes;
        this.entities = entities;
        this.clock = clock;
    }

    /** What lies between two places of a bookmark. */
    private record Unread(long from, long to, List<UUID> conversations) {}

    /**
     * Takes in what is new since the bookmark, some conversations in a transaction, and moves it when all of it is taken
     * in: a first reading of months neither holds the bookmark all the while nor comes to nothing by one that fails. Where
     * somebody else has moved it meanwhile, it is read on from there: they may have begun before the newest was committed,
     * and whoever calls this looks for the newest.
     *
     * @param table where the bookmark is
     * @param since what is new since a transaction, as {@link Episodes} tells
     * @param oldest how far back is read where transactions were numbered anew, as in a copy that was restored
     * @param takeIn gets at most 500 conversations; the same may come again
     * @param after does what is to be done each time, before the bookmark is let go
     */
    public void readOn(
            String table,
            LongFunction<Episodes.News> since,
            Duration oldest,
            Consumer<List<UUID>> takeIn,
            Runnable after) {
        Unread unread;
        do {
            unread = inOne(() -> {
                Unread found = unread(hold(table), since, oldest);
                if (found.conversations().isEmpty()) {
                    finish(table, found, after);
                }
                return found;
            });
        } while (!isTakenIn(table, unread, takeIn, after));
    }

    /** Whether nobody has moved the bookmark meanwhile. */
    private boolean isTakenIn(String table, Unread unread, Consumer<List<UUID>> takeIn, Runnable after) {
        List<UUID> all = unread.conversations();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<UUID> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            boolean isOurs = inOne(() -> {
                boolean still = hold(table) == unread.from();
                if (still) {
                    takeIn.accept(some);
                }
                return still;
            });
            if (!isOurs) {
                return false;
            }
        }
        if (!all.isEmpty()) {
            inOne(() -> {
                finish(table, unread, after);
                return unread;
            });
        }
        return true;
    }

    private void finish(String table, Unread read, Runnable after) {
        if (hold(table) == read.from() && read.from() != read.to()) {
            move(table, read.to());
        }
        after.run();
    }

    private static <T> T inOne(Callable<T> work) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(work);
    }

    private Unread unread(long settled, LongFunction<Episodes.News> since, Duration oldest) {
        Episodes.News news = since.apply(settled);
        return new Unread(settled, news.settled(), news.settled() < settled ? lately(oldest) : news.conversations());
    }

    private void move(String table, long settled) {
        entities.createNativeMutationQuery("update " + table + " set settled = :settled")
                .setParameter("settled", settled)
                .executeUpdate();
    }

    /** Nobody reads on behind this bookmark until the end of the transaction. */
    public long hold(String table) {
        return entities.createNativeQuery("select settled from " + table + " for update", Long.class)
                .getSingleResult();
    }

    private List<UUID> lately(Duration oldest) {
        Instant now = clock.instant();
        return episodes.conversationsBetween(now.minus(oldest), now.plus(oldest));
    }
}
