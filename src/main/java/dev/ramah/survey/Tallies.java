package dev.ramah.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The door to the figures of asking: all counted by the database from rows with an index on their times. */
@ApplicationScoped
public class Tallies {

    private final Session entities;

    Tallies(Session entities) {
        this.entities = entities;
    }

    /**
     * Of episodes that were over from {@code from} to before {@code to}, whenever somebody was asked about them or answered;
     * NPS and effort by when the customer first said something. So each is what every other report says of these days.
     *
     * @param before when the time before began, which ended at {@code from}
     */
    @Transactional
    Figures between(Instant before, Instant from, Instant to) {
        Object[] all = one(
                """
                select count(*), count(asked_at), count(*) filter (where asked_at is not null and by_whom is not null),
                       count(*) filter (where state = 'DUE'), count(reminded_at), count(answered_at)
                  from survey_ask where decided_at >= :from and decided_at < :to""",
                from,
                to);
        return new Figures(
                number(all[0]),
                number(all[1]),
                number(all[2]),
                number(all[3]),
                number(all[4]),
                Figures.Share.of(number(all[5]), number(all[1])),
                named(
                        """
                        select refusal, count(*) from survey_ask
                         where decided_at >= :from and decided_at < :to and state = 'REFUSED' group by refusal""",
                        from,
                        to),
                named(
                        """
                        select skipped, count(*) from survey_ask
                         where decided_at >= :from and decided_at < :to and skipped is not null group by skipped""",
                        from,
                        to),
                surveys(from, to),
                Figures.Nps.of(counts("nps", 10, from, to)),
                Figures.Ces.of(counts("effort", 7, from, to)),
                previous(before, from));
    }

    private Figures.Previous previous(Instant from, Instant to) {
        Object[] asked = one(
                "select count(asked_at), count(answered_at) from survey_ask where decided_at >= :from and decided_at < :to",
                from,
                to);
        return new Figures.Previous(
                Figures.Share.of(number(asked[1]), number(asked[0])),
                Figures.Nps.of(counts("nps", 10, from, to)),
                Figures.Ces.of(counts("effort", 7, from, to)));
    }

    /** What was counted of asking; {@link #REFUSED}, {@link #SKIPPED} and the last two by a key, the reason or the survey. */
    public enum Which {
        ASKED("asked_at is not null"),
        ANSWERED("answered_at is not null"),
        BY_HAND("asked_at is not null and by_whom is not null"),
        REMINDED("reminded_at is not null"),
        WAITING("state = 'DUE'"),
        REFUSED("state = 'REFUSED' and lower(refusal) = :key"),
        SKIPPED("lower(skipped) = :key"),
        SURVEY("asked_at is not null and cast(survey as text) = :key"),
        SURVEY_ANSWERED("answered_at is not null and cast(survey as text) = :key");

        private final String condition;

        Which(String condition) {
            this.condition = condition;
        }

        /** Whether it takes a key. */
        public boolean hasKey() {
            return condition.contains(":key");
        }
    }

    /** An episode about which somebody was asked, in whatever way, and whether they answered what they were asked. */
    public record Asked(UUID conversation, int episode, boolean answered) {}

    /** Those of these conversations; whenever that changes of one, it is among the news of the log. */
    @Transactional
    public List<Asked> asked(Collection<UUID> conversations) {
        return entities
                .createNativeQuery(
                        """
                        select conversation, episode, answered_at is not null from survey_ask
                         where conversation = any(:conversations) and asked_at is not null""",
                        Object[].class)
                .setParameter("conversations", conversations.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(row -> new Asked((UUID) row[0], (Integer) row[1], (Boolean) row[2]))
                .toList();
    }

    /** An episode about which somebody was asked, or was not. */
    public record Decided(UUID conversation, int episode) {}

    /**
     * The episodes behind a figure, by when they were over, the newest first.
     *
     * @param key where it {@link Which#hasKey takes one}
     * @param most so many at most
     */
    @Transactional
    public List<Decided> episodes(Which which, @Nullable String key, Instant from, Instant to, int most) {
        NativeQuery<Object[]> query = entities.createNativeQuery(
                """
                select conversation, episode from survey_ask
                 where decided_at >= :from and decided_at < :to and %s order by decided_at desc, id limit :most"""
                        .formatted(which.condition),
                Object[].class);
        if (which.hasKey()) {
            query.setParameter("key", key == null ? "" : key);
        }
        return query
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> new Decided((UUID) row[0], (Integer) row[1]))
                .toList();
    }

    private List<Figures.OfSurvey> surveys(Instant from, Instant to) {
        return rows(
                        """
                        select s.id, s.name, count(a.answered_at), count(a.id)
                          from survey s
                          join survey_ask a on a.survey = s.id and a.asked_at is not null
                           and a.decided_at >= :from and a.decided_at < :to
                         group by s.id order by s.place, s.id""",
                        from,
                        to)
                .stream()
                .map(row -> new Figures.OfSurvey(
                        (UUID) row[0], (String) row[1], Figures.Share.of(number(row[2]), number(row[3]))))
                .toList();
    }

    /** How often each number from 0 on; {@code measure} is a column's name. */
    private int[] counts(String measure, int max, Instant from, Instant to) {
        int[] counts = new int[max + 1];
        rows(
                        """
                        select %s, count(*) from survey_measure
                         where at >= :from and at < :to and %s between 0 and %d group by 1"""
                                .formatted(measure, measure, max),
                        from,
                        to)
                .forEach(row -> counts[number(row[0])] = number(row[1]));
        return counts;
    }

    private Map<String, Integer> named(String sql, Instant from, Instant to) {
        Map<String, Integer> named = new TreeMap<>();
        rows(sql, from, to).forEach(row -> named.put(((String) row[0]).toLowerCase(Locale.ROOT), number(row[1])));
        return named;
    }

    private Object[] one(String sql, Instant from, Instant to) {
        return rows(sql, from, to).get(0);
    }

    private List<Object[]> rows(String sql, Instant from, Instant to) {
        return entities.createNativeQuery(sql, Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
    }

    private static int number(Object count) {
        return ((Number) count).intValue();
    }
}
