package dev.ramah.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;

/**
 * What was written since a transaction, by numbers and kinds: for those who tell others of it, and keep a cursor of
 * their own.
 */
@ApplicationScoped
public class Headlines {

    private static final int AT_ONCE = 2_000;

    private final StatelessSession session;

    Headlines(StatelessSession session) {
        this.session = session;
    }

    /** That somebody wrote something of this kind. */
    public record Headline(ConversationRef conversation, int seq, String kind, Role by, Instant at) {}

    /** Every transaction before this one has ended. */
    @Transactional
    public long settled() {
        return session.createNativeQuery(
                        "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as int8)", Long.class)
                .getSingleResult();
    }

    /**
     * Hands over what this transaction, or any from it on, wrote, as far as they have ended: some thousand at a time, of
     * a conversation in order. What is handed over may be so again the next time. Call it in the transaction that
     * keeps what it hands over.
     *
     * @param oldest what happened before is left out
     * @return the transaction to ask from the next time
     */
    @Transactional
    public long since(long transaction, Instant oldest, Consumer<List<Headline>> take) {
        long settled = settled();
        // A database that was restored from a copy counts its transactions anew.
        long from = settled < transaction ? 0 : transaction;
        UUID conversation = new UUID(0, 0);
        int seq = 0;
        List<Headline> page;
        do {
            page = page(from, oldest, conversation, seq);
            if (!page.isEmpty()) {
                Headline last = page.get(page.size() - 1);
                conversation = last.conversation().id();
                seq = last.seq();
                take.accept(page);
            }
        } while (page.size() == AT_ONCE);
        return settled;
    }

    private List<Headline> page(long from, Instant oldest, UUID conversation, int seq) {
        return session
                .createNativeQuery(
                        """
                        select conversation, seq, kind, role, at from entry
                         where tx >= cast(cast(:from as text) as xid8) and at >= :oldest
                           and (conversation, seq) > (:conversation, :seq)
                         order by conversation, seq limit :most""",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("oldest", oldest)
                .setParameter("conversation", conversation)
                .setParameter("seq", seq)
                .setParameter("most", AT_ONCE)
                .getResultList()
                .stream()
                .map(row -> new Headline(
                        new ConversationRef((UUID) row[0]),
                        (Integer) row[1],
                        (String) row[2],
                        Role.valueOf((String) row[3]),
                        (Instant) row[4]))
                .toList();
    }

    /** One entry, with its words. */
    @Transactional
    public Optional<Entry> entry(ConversationRef conversation, int seq) {
        return session
                .createNativeQuery(
                        "select " + EntryRow.COLUMNS
                                + """
                                , c.customer_name
                                  from entry e
                                  join conversation c on c.id = e.conversation
                                  left join words w on w.conversation = e.conversation and w.seq = e.seq
                                 where e.conversation = :conversation and e.seq = :seq""",
                        Object[].class)
                .setParameter("conversation", conversation.id())
                .setParameter("seq", seq)
                .getResultList()
                .stream()
                .map(row -> EntryRow.of(row).entry((String) row[row.length - 1]))
                .findFirst();
    }
}
