package dev.ramah.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The log read by episodes instead of by conversations. */
@ApplicationScoped
public class Episodes {

    /** Rows that travel from the database at once: a report over a year must not lie in memory as rows. */
    private static final int FETCHED = 1_000;

    /** Kinds that say themselves which episode they are about. */
    private static final String ABOUT = "'rated', 'followed', 'reconsidered'";

    private static final String EPISODE =
            "case when e.kind in (" + ABOUT + ") then cast(e.facts ->> 'episode' as int) else e.episode end";

    /** What to select, of an entry {@code e}, its {@code words w} and its conversation {@code c}. */
    private static final String COLUMNS = EntryRow.COLUMNS + ", " + EPISODE + " as of, c.language, c.customer, c.page";

    private static final String RATED = "rated";

    /** The limit keeps PostgreSQL from looking for words of each entry before it asks of which kind it is. */
    private static final String WORDS =
            """
            left join lateral (
                   select case e.kind when '%s' then text else left(text, %d) end as text from words
                    where (e.kind = '%s' or e.kind = 'said' and e.role = 'CUSTOMER')
                      and conversation = e.conversation and seq = e.seq limit 1) w on true"""
                    .formatted(RATED, EpisodeLog.MOST_LETTERS, RATED);

    /** A rating, and what follows on it, says which episode it is about; all else belongs to the one it happened in. */
    private static final String TOUCHED =
            """
            with touched as (
                select distinct conversation,
                       case when kind in (%s) then cast(facts ->> 'episode' as int) else episode end as episode
                  from entry
                 where at >= :from and at < :to)
            select %s
              from touched t
              join conversation c on c.id = t.conversation
              join entry e on e.conversation = t.conversation
               and t.episode = %s
              %s
             order by e.conversation, t.episode, e.seq"""
                    .formatted(ABOUT, COLUMNS, EPISODE, WORDS);

    private static final String WHOLE =
            """
            select %s
              from conversation c
              join entry e on e.conversation = c.id
              %s
             where c.id = any(:conversations)
             order by e.conversation, of, e.seq"""
                    .formatted(COLUMNS, WORDS);

    /** Where the episode and the language stand in a row, behind the entry. */
    private static final int OF = 12;

    private static final int LANGUAGE = OF + 1;
    private static final int CUSTOMER = LANGUAGE + 1;
    private static final int PAGE = CUSTOMER + 1;

    private final Session entities;

    Episodes(Session entities) {
        this.entities = entities;
    }

    /**
     * Whole episodes, also what lies outside of these times, of which at least one entry lies within: {@code from}
     * included, {@code to} not. Each is folded as it arrives.
     */
    @Transactional
    public <T> List<T> touched(Instant from, Instant to, Function<EpisodeLog, T> fold) {
        return folded(
                entities.createNativeQuery(TOUCHED, Object[].class)
                        .setParameter("from", from)
                        .setParameter("to", to),
                fold);
    }

    /** All episodes of these conversations, each folded as it arrives. */
    @Transactional
    public <T> List<T> of(Collection<UUID> conversations, Function<EpisodeLog, T> fold) {
        return folded(
                entities.createNativeQuery(WHOLE, Object[].class)
                        .setParameter("conversations", conversations.toArray(UUID[]::new)),
                fold);
    }

    /** Conversations in which anything happened between these moments: {@code from} included, {@code to} not. */
    @Transactional
    public List<UUID> conversationsBetween(Instant from, Instant to) {
        return entities.createNativeQuery(
                        "select distinct conversation from entry where at >= :from and at < :to", UUID.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
    }

    /** The next conversations in which anything happened, in the order of their ids; null for the first ones. */
    @Transactional
    public List<UUID> conversationsAfter(@Nullable UUID conversation, int most) {
        return entities.createNativeQuery(
                        "select id from conversation where id > :after and last > 0 order by id limit :most",
                        UUID.class)
                .setParameter("after", conversation == null ? new UUID(0, 0) : conversation)
                .setParameter("most", most)
                .getResultList();
    }

    /** Whether there are fewer conversations than this. */
    @Transactional
    public boolean areFewerThan(int most) {
        return entities.createNativeQuery(
                                "select count(*) from (select 1 from conversation limit :most) as conversations",
                                Long.class)
                        .setParameter("most", most)
                        .getSingleResult()
                < most;
    }

    /** About how many conversations there are; as exact as the database's own notes. */
    @Transactional
    public long count() {
        return entities.createNativeQuery(
                        "select cast(greatest(reltuples, 0) as int8) from pg_class where oid = 'conversation'\\:\\:regclass",
                        Long.class)
                .getSingleResult();
    }

    /**
     * What is new since a transaction.
     *
     * @param settled every transaction before this one has ended, and what it changed is among the conversations;
     *     of later ones some are
     * @param changes how far the news of each conversation go: another text with whatever comes, from whichever transaction
     *     on they are told
     */
    public record News(long settled, Map<UUID, String> changes) {

        public List<UUID> conversations() {
            return List.copyOf(changes.keySet());
        }
    }

    /**
     * The conversations that this transaction, or any from it on, wrote to, as far as they have ended: that gained
     * entries, lost words, belong to somebody else now, or whose customers were asked about them.
     */
    @Transactional
    public News since(long transaction) {
        return news(entities.createNativeQuery(
                        """
                        select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as int8),
                               news.conversation, news.changes
                          from (select 1) as always
                          left join (select conversation, concat(max(seq), ' ', string_agg(touched, ' ')) as changes
                                       from (select conversation, seq, null as touched from entry
                                              where tx >= cast(cast(:since as text) as xid8)
                                              union all
                                             select conversation, null, cast(tx as text) from conversation_touched
                                              where tx >= cast(cast(:since as text) as xid8)) as each
                                      group by conversation) as news on true""",
                        Object[].class)
                .setParameter("since", transaction)
                .getResultList());
    }

    /** As {@link #since}, of those only in which an episode was rated, or such a rating answered. */
    @Transactional
    public News ratedSince(long transaction) {
        return sinceOf("kind in (" + ABOUT + ")", transaction);
    }

    /** As {@link #since}, of those only in which one of staff said something. */
    @Transactional
    public News answeredSince(long transaction) {
        return sinceOf("kind = 'said' and role = 'AGENT'", transaction);
    }

    /** As {@link #since}, of those only in which an episode ended or was rated. */
    @Transactional
    public News endedSince(long transaction) {
        return sinceOf("kind in ('resolved', 'rated')", transaction);
    }

    private News sinceOf(String condition, long transaction) {
        return news(entities.createNativeQuery(
                        """
                        select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as int8),
                               news.conversation, news.changes
                          from (select 1) as always
                          left join (select conversation, cast(max(seq) as text) as changes from entry
                                      where tx >= cast(cast(:since as text) as xid8) and %s
                                      group by conversation) as news on true"""
                                .formatted(condition),
                        Object[].class)
                .setParameter("since", transaction)
                .getResultList());
    }

    private static News news(List<Object[]> rows) {
        Map<UUID, String> changes = new LinkedHashMap<>();
        rows.stream().filter(row -> row[1] != null).forEach(row -> changes.put((UUID) row[1], (String) row[2]));
        return new News((Long) rows.get(0)[0], changes);
    }

    /** Nobody asks for what changed before this transaction any more, but for entries: notes of it can go. */
    @Transactional
    public void settled(long transaction) {
        entities.createNativeMutationQuery(
                        "delete from conversation_touched where tx < cast(cast(:before as text) as xid8)")
                .setParameter("before", transaction)
                .executeUpdate();
    }

    private static <T> List<T> folded(NativeQuery<Object[]> query, Function<EpisodeLog, T> fold) {
        List<T> folded = new ArrayList<>();
        Alike alike = new Alike();
        try (Stream<Object[]> rows = query.setFetchSize(FETCHED).getResultStream()) {
            @Nullable EpisodeLog open = null;
            for (Iterator<Object[]> each = rows.iterator(); each.hasNext(); ) {
                Object[] row = each.next();
                if (open == null || !isOf(open, row)) {
                    if (open != null) {
                        folded.add(fold.apply(open));
                    }
                    open = begin(row);
                }
                EntryRow entry = EntryRow.of(row);
                if (entry.words() == null || entry.kind().equals(RATED)) {
                    open.entries().add(entry.entry("", alike.of(entry)));
                } else {
                    open.words().add(entry.words());
                    open.entries().add(entry.entry("", alike.withoutWords(entry)));
                }
            }
            if (open != null) {
                folded.add(fold.apply(open));
            }
        }
        return folded;
    }

    private static boolean isOf(EpisodeLog episode, Object[] row) {
        return episode.conversation().id().equals(row[0]) && episode.episode() == (int) row[OF];
    }

    private static EpisodeLog begin(Object[] row) {
        return new EpisodeLog(
                new ConversationRef((UUID) row[0]),
                (int) row[OF],
                (UUID) row[CUSTOMER],
                (String) row[LANGUAGE],
                (String) row[PAGE],
                new ArrayList<>(),
                new ArrayList<>());
    }
}
