package dev.ramah.survey;

import dev.ramah.feedback.Wilson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to one question, in one version of its survey.
 *
 * @param kind csat, nps, ces, scale, choice, text or yes_no
 * @param language the one in which nothing of the survey is missing
 * @param text what was asked, by language
 * @param answers how many answered it
 * @param of how many answered anything of this version
 * @param mean of a scale; null of other kinds, and without answers
 * @param parts what could be answered, in the order in which it was asked; none where it was in words
 */
public record Answered(
        UUID survey,
        String name,
        int version,
        String question,
        String kind,
        String language,
        Map<String, String> text,
        int answers,
        int of,
        @Nullable Double mean,
        List<Part> parts) {

    /** A part a line; what was answered in words is a line without one. */
    public static final List<String> COLUMNS = List.of(
            "survey",
            "name",
            "version",
            "question",
            "kind",
            "text",
            "answers",
            "of",
            "mean",
            "answer",
            "label",
            "n",
            "share",
            "low",
            "high");

    /**
     * One of the answers that were possible.
     *
     * @param answer an option's key, or a number
     * @param label what it said, by language; nothing where it was just a number
     * @param n how many gave it
     * @param share of all who answered the question, 0 to 1; null where nobody did, as where it truly lies
     */
    public record Part(
            String answer, Map<String, String> label, int n, @Nullable Double share, @Nullable Wilson interval) {}

    /**
     * How often something was answered.
     *
     * @param answer an option's key, or a number; null for words
     */
    record Count(String question, @Nullable String answer, int n) {}

    static Answered of(Questionnaire survey, int version, Form form, Question question, List<Count> counts, int of) {
        List<Count> its = counts.stream()
                .filter(each -> each.question().equals(question.key()))
                .toList();
        int answers = its.stream().mapToInt(Count::n).sum();
        return new Answered(
                survey.id,
                survey.name,
                version,
                question.key(),
                question.kind().wire(),
                form.language(),
                question.text(),
                answers,
                of,
                question.kind().isScale() && answers > 0 ? mean(its, answers) : null,
                parts(question).entrySet().stream()
                        .map(each -> part(each.getKey(), each.getValue(), its, answers))
                        .toList());
    }

    private static double mean(List<Count> counts, int answers) {
        return counts.stream()
                        .mapToDouble(
                                each -> (double) each.n() * Integer.parseInt(Objects.requireNonNull(each.answer())))
                        .sum()
                / answers;
    }

    private static Part part(String answer, Map<String, String> label, List<Count> counts, int answers) {
        int n = counts.stream()
                .filter(each -> answer.equals(each.answer()))
                .mapToInt(Count::n)
                .sum();
        return new Part(
                answer,
                label,
                n,
                answers == 0 ? null : (double) n / answers,
                answers == 0 ? null : Wilson.of(n, answers));
    }

    /** What can be answered, with what it says. */
    private static Map<String, Map<String, String>> parts(Question question) {
        Map<String, Map<String, String>> parts = new LinkedHashMap<>();
        switch (question.kind()) {
            case TEXT -> {}
            case CHOICE -> question.options().forEach(each -> parts.put(each.key(), each.text()));
            case YES_NO -> List.of("1", "0").forEach(each -> parts.put(each, Map.of()));
            case CSAT, NPS, CES, SCALE ->
                IntStream.rangeClosed(question.min(), question.max())
                        .forEach(each -> parts.put(String.valueOf(each), meaning(question, each)));
        }
        return parts;
    }

    private static Map<String, String> meaning(Question question, int step) {
        Question.@Nullable Scale scale = question.scale();
        if (scale == null || (step > scale.min() && step < scale.max())) {
            return Map.of();
        }
        return step == scale.min() ? scale.low() : scale.high();
    }

    /** The lines under {@link #COLUMNS}. */
    public List<List<@Nullable Object>> lines() {
        List<@Nullable Object> head =
                Arrays.asList(survey, name, version, question, kind, text.get(language), answers, of, mean);
        if (parts.isEmpty()) {
            return List.of(line(head, null, null, null, null, null, null));
        }
        return parts.stream()
                .map(each -> line(
                        head,
                        each.answer(),
                        each.label().get(language),
                        each.n(),
                        each.share(),
                        each.interval() == null ? null : each.interval().low(),
                        each.interval() == null ? null : each.interval().high()))
                .toList();
    }

    private static List<@Nullable Object> line(List<@Nullable Object> head, @Nullable Object... more) {
        List<@Nullable Object> line = new ArrayList<>(head);
        line.addAll(Arrays.asList(more));
        return line;
    }
}
