package dev.ramah.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * The door to what was answered, question by question, counted by the database by when it was answered. Words of who was
 * erased are gone, and so is that there were any; marks and choices stay, as in every report.
 */
@ApplicationScoped
public class Answers {

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
        Map<Version, Integer> all = all(from, to);
        List<Answered> answered = new ArrayList<>();
        for (Questionnaire survey : Questionnaire.inOrder()) {
            for (int number = survey.form; number > 0; number--) {
                Version version = new Version(survey.id, number);
                if (counts.containsKey(version)) {
                    Form form = QuestionnaireForm.of(survey.id, number);
                    for (Question each : form.questions()) {
                        answered.add(Answered.of(
                                survey, number, form, each, counts.get(version), all.getOrDefault(version, 0)));
                    }
                }
            }
        }
        return answered;
    }

    private Map<Version, List<Answered.Count>> counts(Instant from, Instant to) {
        Map<Version, List<Answered.Count>> counts = new HashMap<>();
        entities.createNativeQuery(
                        """
                        select a.survey, a.form, g.question, coalesce(g.choice, cast(g.number as text)), count(*)
                          from survey_ask a
                          join survey_answer g on g.ask = a.id
                         where a.answered_at >= :from and a.answered_at < :to
                           and (g.number is not null or g.choice is not null or g.words is not null)
                         group by 1, 2, 3, 4""",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .forEach(row -> counts.computeIfAbsent(version(row), none -> new ArrayList<>())
                        .add(new Answered.Count((String) row[2], (String) row[3], ((Number) row[4]).intValue())));
        return counts;
    }

    /** How many answered anything. */
    private Map<Version, Integer> all(Instant from, Instant to) {
        Map<Version, Integer> all = new HashMap<>();
        entities.createNativeQuery(
                        """
                        select a.survey, a.form, count(*)
                          from survey_ask a
                         where a.answered_at >= :from and a.answered_at < :to
                           and exists (select from survey_answer g where g.ask = a.id)
                         group by 1, 2""",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .forEach(row -> all.put(version(row), ((Number) row[2]).intValue()));
        return all;
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
