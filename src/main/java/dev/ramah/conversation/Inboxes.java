package dev.ramah.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The door to lists of conversations, a page at a time. */
@ApplicationScoped
public class Inboxes {

    /** Nobody reads a larger number beside the name of a list. */
    public static final int MOST_COUNTED = 100;

    private final StatelessSession session;

    Inboxes(StatelessSession session) {
        this.session = session;
    }

    /** The newest words of a conversation, in part. */
    public record Last(Role by, @Nullable String name, Instant at, String text) {}

    /** A conversation of a list, with what its latest episode was about in a word of staff. */
    public record Row(State state, @Nullable Last said, @Nullable String reason) {}

    /** Some of a list; {@code next} is where to go on, null at its end. */
    public record Page(List<Row> rows, @Nullable String next) {}

    /** Of the newest words of a conversation, in characters. */
    private static final int LONGEST = 200;

    private static final String PAGE =
            """
            select {c.*}, s.role as by, s.author_name as name, s.at as said, s.text as words, t.reason as about
              from (select * from conversation c where @among order by @order limit :most) c
              left join lateral (select e.role, e.author_name, e.at, w.text as text
                                   from entry e
                                   left join words w on w.conversation = e.conversation and w.seq = e.seq
                                  where e.conversation = c.id and e.kind = 'said'
                                  order by e.seq desc limit 1) s on true
              left join lateral (select e.facts ->> 'reason' as reason
                                   from entry e
                                  where e.conversation = c.id and e.kind = 'tagged' and e.episode = c.episode
                                  order by e.seq desc limit 1) t on true
             order by @order""";

    /**
     * The next conversations of a list.
     *
     * @param after what an earlier page called next, null for the beginning
     * @throws dev.ramah.platform.Problem INVALID if no page did
     */
    @Transactional
    public Page page(Selection wanted, @Nullable String after, int size) {
        Shelf shelf = wanted.shelf();
        Mark mark = Mark.parse(after);
        String condition = wanted.condition();
        if (mark != null) {
            condition += String.format(" and (c.%s, c.id) %s (:at, :id)", shelf.column, shelf.newestFirst ? "<" : ">");
        }
        String order = String.format(shelf.newestFirst ? "c.%s desc, c.id desc" : "c.%s, c.id", shelf.column);
        NativeQuery<Object[]> query = session.createNativeQuery(
                        PAGE.replace("@among", condition).replace("@order", order), Object[].class)
                .addEntity("c", Conversation.class)
                .addScalar("by", String.class)
                .addScalar("name", String.class)
                .addScalar("said", Instant.class)
                .addScalar("words", String.class)
                .addScalar("about", String.class);
        wanted.bind(query).setParameter("most", size + 1);
        if (mark != null) {
            query.setParameter("at", mark.at()).setParameter("id", mark.conversation());
        }
        List<Object[]> found = query.getResultList();
        List<Row> rows = found.stream().limit(size).map(Inboxes::row).toList();
        String next = found.size() > size ? mark(shelf, (Conversation) found.get(size - 1)[0]) : null;
        return new Page(rows, next);
    }

    private static Row row(Object[] row) {
        Conversation conversation = (Conversation) row[0];
        Last said = row[1] == null
                ? null
                : new Last(
                        Role.valueOf((String) row[1]),
                        (String) row[2],
                        (Instant) row[3],
                        row[4] == null ? "" : line(Role.valueOf((String) row[1]), (String) row[4]));
        return new Row(conversation.state(), said, (String) row[5]);
    }

    /** What hurts is folded away before it is cut: the end of it may tell that nothing is. */
    private static String line(Role by, String words) {
        String mild = by == Role.CUSTOMER ? Harsh.mild(words) : words;
        return mild.substring(0, Math.min(mild.length(), LONGEST));
    }

    private static String mark(Shelf shelf, Conversation last) {
        Instant at =
                switch (shelf) {
                    case WAITING -> Objects.requireNonNull(last.waitingSince);
                    case PROMISED -> Objects.requireNonNull(last.pendingUntil);
                    case MINE, TEAM, ALL -> last.openedAt;
                };
        return new Mark(at, last.id, 0).toString();
    }

    /** How many conversations a list has, counted up to {@value #MOST_COUNTED}. */
    @Transactional
    public int count(Selection wanted) {
        return wanted.bind(session.createNativeQuery(
                        "select count(*) from (select 1 from conversation c where " + wanted.condition() + " limit "
                                + MOST_COUNTED + ") as counted",
                        Integer.class))
                .getSingleResult();
    }

    /** What conversations were about lately, the most frequent first: what a list can be filtered by. */
    @Transactional
    public List<String> reasons(Instant since, int most) {
        return new ArrayList<>(session.createNativeQuery(
                        """
                        select facts ->> 'reason' from entry
                         where kind = 'tagged' and at >= :since
                         group by 1 order by count(*) desc, 1 limit :most""",
                        String.class)
                .setParameter("since", since)
                .setParameter("most", most)
                .getResultList());
    }
}
