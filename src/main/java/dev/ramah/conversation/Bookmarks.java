package dev.ramah.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

    /**
     * Takes in what is new since the bookmark and moves it, in one transaction.
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
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
            long settled = hold(table);
            Episodes.News news = since.apply(settled);
            List<UUID> all = news.settled() < settled ? lately(oldest) : news.conversations();
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                takeIn.accept(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
                entities.flush();
                entities.clear();
            }
            if (news.settled() != settled) {
                entities.createNativeMutationQuery("update " + table + " set settled = :settled")
                        .setParameter("settled", news.settled())
                        .executeUpdate();
            }
            after.run();
        });
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
