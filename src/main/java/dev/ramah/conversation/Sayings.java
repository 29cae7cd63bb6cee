package dev.ramah.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The door to everything said, found by its words; what was said a second ago may not be in it yet. */
@ApplicationScoped
public class Sayings {

    /** Entries that are taken in at once: a few hundredths of a second. */
    static final int AT_ONCE = 1_000;

    /** Around what is found, by characters that nobody can write: they are not printed. */
    private static final String HOW = "StartSel=\u0002, StopSel=\u0003, MaxWords=28, MinWords=14, ShortWord=2";

    private static final Pattern FOUND = Pattern.compile("[\u0002\u0003]");

    /** What is looked for, in every language in which anything may have been taken in: one row for each. */
    private static final String TONGUES =
            """
            select distinct cast(websearch_to_tsquery(tongue(l), :text) as text)
              from unnest(array['en', 'id', 'ar', 'de', 'es', 'fr', 'nl', 'pt', 'it', 'sv', 'da', 'fi', 'ru', 'tr', '']) l""";

    private static final String FIND =
            """
            select s.seq as seq, s.at as at, e.kind as kind, e.role as by, e.author_name as name,
                   ts_headline(tongue(s.language), translate(w.text, chr(2) || chr(3), ''),
                               websearch_to_tsquery(tongue(s.language), :text), :how) as passage,
                   w.text as whole, {c.*}
              from (select s.conversation, s.seq, s.at, s.language
                      from spoken s join conversation c on c.id = s.conversation
                     where s.terms @@ cast(:terms as tsquery) and @among
                     order by s.at desc, s.conversation desc, s.seq desc limit :most) s
              join conversation c on c.id = s.conversation
              join entry e on e.conversation = s.conversation and e.seq = s.seq
              join words w on w.conversation = s.conversation and w.seq = s.seq
             where w.text is not null
             order by s.at desc, s.conversation desc, s.seq desc""";

    private final StatelessSession session;

    Sayings(StatelessSession session) {
        this.session = session;
    }

    /** A piece of a passage, and whether it is what was looked for. */
    public record Piece(String text, boolean hit) {}

    /** An entry in which it was found, and its conversation. */
    public record Found(
            State state, int seq, Instant at, String kind, Role by, @Nullable String name, List<Piece> passage) {}

    /** Some of what was found, the newest first; {@code next} is where to go on, null at the end. */
    public record Page(List<Found> found, @Nullable String next) {}

    /**
     * Looks for words, {@code "phrases in quotes"}, and {@code -without} words, as people write them.
     *
     * @param after what an earlier page called next, null for the beginning
     * @throws dev.ramah.platform.Problem INVALID if no page did
     */
    @Transactional
    public Page find(String text, Selection among, @Nullable String after, int size) {
        Mark mark = Mark.parse(after);
        List<String> wanted = terms(text);
        if (wanted.isEmpty()) {
            return new Page(List.of(), null);
        }
        String condition = among.condition();
        if (wanted.stream().anyMatch(each -> each.contains("!"))) {
            // What is not wanted is cut down in the language of each passage, or one language would let in what another
            // keeps out.
            condition += " and s.terms @@ websearch_to_tsquery(tongue(s.language), :text)";
        }
        if (mark != null) {
            condition += " and (s.at, s.conversation, s.seq) < (:at, :id, :seq)";
        }
        NativeQuery<Object[]> query = session.createNativeQuery(FIND.replace("@among", condition), Object[].class)
                .addScalar("seq", Integer.class)
                .addScalar("at", Instant.class)
                .addScalar("kind", String.class)
                .addScalar("by", String.class)
                .addScalar("name", String.class)
                .addScalar("passage", String.class)
                .addScalar("whole", String.class)
                .addEntity("c", Conversation.class);
        among.bind(query)
                .setParameter("text", text)
                .setParameter("terms", "(" + String.join(") | (", wanted) + ")")
                .setParameter("how", HOW)
                .setParameter("most", size + 1);
        if (mark != null) {
            query.setParameter("at", mark.at())
                    .setParameter("id", mark.conversation())
                    .setParameter("seq", mark.seq());
        }
        List<Found> found = query.getResultList().stream().map(Sayings::found).toList();
        if (found.size() <= size) {
            return new Page(found, null);
        }
        Found last = found.get(size - 1);
        return new Page(
                found.subList(0, size),
                new Mark(last.at(), last.state().conversation().id(), last.seq()).toString());
    }

    private List<String> terms(String text) {
        return session.createNativeQuery(TONGUES, String.class).setParameter("text", text).getResultList().stream()
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static Found found(Object[] row) {
        Role by = Role.valueOf((String) row[3]);
        List<Piece> pieces = pieces((String) row[5]);
        return new Found(
                ((Conversation) row[7]).state(),
                (Integer) row[0],
                (Instant) row[1],
                (String) row[2],
                by,
                (String) row[4],
                by == Role.CUSTOMER ? mild(pieces, (String) row[6]) : pieces);
    }

    /** What was looked for is shown as it is; around it what hurts is folded away. */
    private static List<Piece> mild(List<Piece> pieces, String whole) {
        return pieces.stream()
                .map(each -> each.hit() ? each : new Piece(Harsh.mild(each.text(), whole), false))
                .toList();
    }

    private static List<Piece> pieces(String passage) {
        List<Piece> pieces = new ArrayList<>();
        String[] parts = FOUND.split(passage, -1);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                pieces.add(new Piece(parts[i], i % 2 == 1));
            }
        }
        return pieces;
    }

    /** Conversations whose customer is called so, the newest first. */
    @Transactional
    public List<State> called(String text, Selection among, int most) {
        return among
                .bind(session.createNativeQuery(
                        "select * from conversation c where to_tsvector('simple', c.customer_name)"
                                + " @@ websearch_to_tsquery('simple', :text) and " + among.condition()
                                + " order by c.opened_at desc, c.id desc limit :most",
                        Conversation.class))
                .setParameter("text", text)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(Conversation::state)
                .toList();
    }

    /** How far the index is, as its row tells. */
    private record Upto(boolean whole, @Nullable UUID doneTo, long settled, @Nullable UUID conversation, int seq) {}

    /** Asked every second, so it locks and writes nothing. */
    private static final String IS_THERE_MORE =
            """
            select not u.whole or cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as int8) < u.settled
                   or exists (select 1 from entry e
                               where e.tx >= cast(cast(u.settled as text) as xid8)
                                 and e.tx < pg_snapshot_xmin(pg_current_snapshot())
                                 and (e.tx > cast(cast(u.settled as text) as xid8)
                                      or (e.conversation, e.seq)
                                         > (coalesce(u.conversation, cast('00000000-0000-0000-0000-000000000000' as uuid)), u.seq)))
              from spoken_upto u""";

    /**
     * Takes in some more of the log, unless another node is doing so.
     *
     * @return whether there is more
     */
    @Transactional
    boolean takeIn() {
        if (!session.createNativeQuery(IS_THERE_MORE, Boolean.class).getSingleResult()) {
            return false;
        }
        // Who blanks words waits for this row as well: what is read here can't be blanked before it is in, and then it
        // is found there and goes.
        List<Object[]> rows = session.createNativeQuery(
                        "select whole, done_to, settled, conversation, seq from spoken_upto for update skip locked",
                        Object[].class)
                .getResultList();
        if (rows.isEmpty()) {
            return false;
        }
        Object[] row = rows.get(0);
        Upto upto = new Upto((Boolean) row[0], (UUID) row[1], (Long) row[2], (UUID) row[3], (Integer) row[4]);
        long settled = session.createNativeQuery(
                        "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as int8)", Long.class)
                .getSingleResult();
        if (settled < upto.settled()) {
            // Transactions are numbered anew: the database was restored from a copy.
            begin(settled);
            return true;
        }
        return upto.whole() ? takeInNews(upto, settled) : takeInPast(upto, settled);
    }

    /** Takes in everything once more, beside what is there. */
    @Transactional
    void begin(long settled) {
        session.createNativeMutationQuery(
                        "update spoken_upto set whole = false, done_to = null, settled = :settled, conversation = null, seq = 0")
                .setParameter("settled", settled)
                .executeUpdate();
    }

    private static final String TAKE =
            """
            insert into spoken (conversation, seq, at, language, terms)
            select e.conversation, e.seq, e.at, c.language, to_tsvector(tongue(c.language), w.text)
              from %s
              join conversation c on c.id = e.conversation
              join words w on w.conversation = e.conversation and w.seq = e.seq
             where w.text is not null
                on conflict do nothing""";

    private static final String PAST =
            String.format(TAKE, "entry e").replace("where", "where e.conversation = any(:some) and");

    private boolean takeInPast(Upto upto, long settled) {
        List<UUID> some = session.createNativeQuery(
                        """
                        select id from (select id, last, sum(last) over (order by id) - last as before
                                          from (select id, last from conversation where id > :after order by id limit :most) c) c
                         where before < :most order by id""",
                        UUID.class)
                .setParameter("after", upto.doneTo() == null ? new UUID(0, 0) : upto.doneTo())
                .setParameter("most", AT_ONCE)
                .getResultList();
        if (some.isEmpty()) {
            session.createNativeMutationQuery("update spoken_upto set whole = true, settled = :settled")
                    .setParameter("settled", upto.settled() == 0 ? Long.valueOf(settled) : Long.valueOf(upto.settled()))
                    .executeUpdate();
            return true;
        }
        session.createNativeMutationQuery(PAST)
                .setParameter("some", some.toArray(UUID[]::new))
                .executeUpdate();
        // What is written from the beginning on is read again as news.
        session.createNativeMutationQuery(
                        "update spoken_upto set done_to = :to, settled = case when settled = 0 then :settled else settled end")
                .setParameter("to", some.get(some.size() - 1))
                .setParameter("settled", settled)
                .executeUpdate();
        return true;
    }

    private static final String NEWS =
            """
            with news as materialized (
                   select cast(cast(tx as text) as int8) as tx, conversation, seq, at from entry
                    where tx >= cast(cast(:settled as text) as xid8) and tx < cast(cast(:to as text) as xid8)
                      and (tx > cast(cast(:settled as text) as xid8) or (conversation, seq) > (:conversation, :seq))
                    order by entry.tx, conversation, seq limit :most),
                 taken as (%s returning 1)
            select count(*), (select count(*) from taken), max(tx),
                   (array_agg(conversation order by tx desc, conversation desc, seq desc))[1],
                   (array_agg(seq order by tx desc, conversation desc, seq desc))[1]
              from news"""
                    .formatted(String.format(TAKE, "news e"));

    private boolean takeInNews(Upto upto, long settled) {
        Object[] read = session.createNativeQuery(NEWS, Object[].class)
                .setParameter("settled", upto.settled())
                .setParameter("to", settled)
                .setParameter("conversation", upto.conversation() == null ? new UUID(0, 0) : upto.conversation())
                .setParameter("seq", upto.seq())
                .setParameter("most", AT_ONCE)
                .getSingleResult();
        boolean more = ((Long) read[0]).intValue() == AT_ONCE;
        session.createNativeMutationQuery(
                        "update spoken_upto set settled = :settled, conversation = :conversation, seq = :seq")
                .setParameter("settled", more ? (Long) read[2] : Long.valueOf(settled))
                .setParameter("conversation", more ? (UUID) read[3] : new UUID(0, 0))
                .setParameter("seq", more ? (Integer) read[4] : Integer.valueOf(0))
                .executeUpdate();
        return more;
    }
}
