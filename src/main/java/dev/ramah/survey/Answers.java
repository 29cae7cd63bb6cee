package dev.ramah.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * The door to what was answered, question by question, counted by when it was answered. Words of who was
 * erased are gone, and so is that there were any; marks and choices stay, as in every report.
 */
@ApplicationScoped
public class Answers {

    /** The question of those who answered anything. */
    private static final String ANYTHING = "";

    /** Whole hours are counted already; what lies before the first and behind the last is counted now. */
    private static final String COUNTED =
            """
            with answered as (
                select id, survey, form from survey_ask
                 where answered_at >= :from and answered_at < :first or answered_at >= :last and answered_at < :to)
            select survey, form, question, answer, sum(n) from (
                select survey, form, coalesce(question, '') as question, answer, n from survey_count
                 where hour >= :first and hour < :last
                 union all
                select a.survey, a.form, c.question, c.answer, 1 from answered a join survey_counted c on c.ask = a.id
                 union all
                select a.survey, a.form, '', null, 1 from answered a
                 where exists (select from survey_answer g where g.ask = a.id)) as each
             group by 1, 2, 3, 4
            having sum(n) > 0""";

    private static final String SAID =
            """
              from survey_ask a
              join survey_answer g on g.ask = a.id and g.question = :question
             where a.answered_at >= :from and a.answered_at < :to and a.survey = :survey and a.form = :version
               and (g.number is not null or g.choice is not null or g.words is not null)
               and (cast(:answer as text) is null or coalesce(g.choice, cast(g.number as text)) = :answer)""";

    private final Asks asks;
    private final Session entities;

    Answers(Asks asks, Session entities) {
        this.asks = asks;
        this.entities = entities;
    }

    /** Takes in what the log told of marks before this moment. */
    public void catchUp() {
        asks.catchUp();
    }

    /** A survey in one version, which people answered. */
    private record Version(UUID survey, int number) {}

    /**
     * Each question of each version of a survey that anybody answered from {@code from} to before {@code to}: surveys in
     * their order, the newest version of each first.
     */
    @Transactional
    public List<Answered> between(Instant from, Instant to) {
        Map<Version, List<Answered.Count>> counts = counts(from, to);
        List<Answered> answered = new ArrayList<>();
        for (Questionnaire survey : Questionnaire.inOrder()) {
            for (int number = survey.form; number > 0; number--) {
                Version version = new Version(survey.id, number);
                if (counts.containsKey(version)) {
                    Form form = QuestionnaireForm.of(survey.id, number);
                    int all = counts.get(version).stream()
                            .filter(each -> each.question().equals(ANYTHING))
                            .mapToInt(Answered.Count::n)
                            .sum();
                    for (Question each : form.questions()) {
                        answered.add(Answered.of(survey, number, form, each, counts.get(version), all));
                    }
                }
            }
        }
        return answered;
    }

    /** Each answer of each version, and under {@link #ANYTHING} how many answered anything. */
    private Map<Version, List<Answered.Count>> counts(Instant from, Instant to) {
        Map<Version, List<Answered.Count>> counts = new HashMap<>();
        Instant last = to.truncatedTo(ChronoUnit.HOURS);
        Instant first = from.minusNanos(1).truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        boolean none = !first.isBefore(last);
        entities.createNativeQuery(COUNTED, Object[].class)
                .setParameter("from", from)
                .setParameter("first", none ? to : first)
                .setParameter("last", none ? to : last)
                .setParameter("to", to)
                .getResultList()
                .forEach(row -> counts.computeIfAbsent(version(row), any -> new ArrayList<>())
                        .add(new Answered.Count((String) row[2], (String) row[3], ((Number) row[4]).intValue())));
        return counts;
    }

    /** Adds up what was counted one by one; in the meantime it is read as it is. */
    @Transactional
    void addUp() {
        entities.createNativeMutationQuery(
                        """
                        with gone as (
                            delete from survey_count
                             where hour in (select hour from survey_count
                                             group by hour, survey, form, question, answer having count(*) > 1)
                            returning *)
                        insert into survey_count (hour, site, survey, form, question, answer, n)
                        select hour, site, survey, form, question, answer, sum(n) from gone
                         group by 1, 2, 3, 4, 5, 6
                        having sum(n) <> 0""")
                .executeUpdate();
    }

    private static Version version(Object[] row) {
        return new Version((UUID) row[0], ((Number) row[1]).intValue());
    }

    /**
     * Which answers are meant.
     *
     * @param version of the survey
     * @param answer an option's key, or a number; null for all
     */
    public record Wanted(UUID survey, int version, String question, @Nullable String answer) {}

    /** How many there are. */
    @Transactional
    public long count(Wanted wanted, Instant from, Instant to) {
        return about("select count(*)" + SAID, Long.class, wanted, from, to).getSingleResult();
    }

    /** Some of them, the newest first, from the {@code first}, counted from 0. */
    @Transactional
    public List<Said> said(Wanted wanted, Instant from, Instant to, int first, int most) {
        return about(
                        "select a.answered_at, a.conversation, a.episode, coalesce(g.choice, cast(g.number as text)), g.words"
                                + SAID + " order by a.answered_at desc, a.id",
                        Object[].class,
                        wanted,
                        from,
                        to)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Said(
                        (Instant) row[0], (UUID) row[1], ((Number) row[2]).intValue(), (String) row[3], (String)
                                row[4]))
                .toList();
    }

    private <T> NativeQuery<T> about(String sql, Class<T> what, Wanted wanted, Instant from, Instant to) {
        return entities.createNativeQuery(sql, what)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("survey", wanted.survey())
                .setParameter("version", wanted.version())
                .setParameter("question", wanted.question())
                .setParameter("answer", wanted.answer(), String.class);
    }
}
