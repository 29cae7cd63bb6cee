package dev.ramah.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ramah.conversation.Cause;
import dev.ramah.feedback.Bootstrap;
import dev.ramah.feedback.Satisfaction;
import dev.ramah.feedback.Wilson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Satisfaction as it is sent: shares are 0 to 1, and null where there is nothing to share.
 *
 * @param key what the row is about; not there where it is about everything
 * @param answers how many gave a mark, asked or not
 * @param asked about how many somebody was asked, in whatever way
 * @param answered of those, how many customers said anything
 * @param responseRate their share of those who were asked
 * @param csat the share of marks 4 and 5; {@code csatLow} and {@code csatHigh} are its 95% interval
 * @param distribution how often each mark was given, from 1 to 5
 * @param nps -100 to 100, of {@code npsAnswers}, with its 95% interval; none is there where nobody was asked that
 * @param effort the mean of 1 to 7, of {@code effortAnswers}; likewise
 * @param easy how many of these said 5 to 7
 * @param repeated how many had to repeat themselves, of {@code repeatedOf} who said whether they had to
 * @param causes what those who gave a 1 or 2 were unhappy with, as far as they said
 * @param part of a person, whether they had these alone; not there where the row is about something else
 */
record Row(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key,
        int answers,
        int asked,
        @Nullable Double responseRate,
        @Nullable Double csat,
        @Nullable Double csatLow,
        @Nullable Double csatHigh,
        List<Integer> distribution,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double nps,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer npsAnswers,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double effort,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer effortAnswers,
        int repeated,
        int repeatedOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double npsLow,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double npsHigh,
        Map<String, Integer> causes,
        int answered,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer easy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Part part)
        implements SplitRow {

    /** As the columns of a table are called. */
    static final List<String> COLUMNS = List.of(
            "answers",
            "asked",
            "responseRate",
            "csat",
            "csatLow",
            "csatHigh",
            "marks1",
            "marks2",
            "marks3",
            "marks4",
            "marks5",
            "nps",
            "npsAnswers",
            "effort",
            "effortAnswers",
            "repeated",
            "repeatedOf",
            "npsLow",
            "npsHigh",
            "causeAnswer",
            "causeWait",
            "causeRule",
            "causePerson",
            "causeProduct",
            "answered",
            "easy");

    static Row of(@Nullable String key, Satisfaction sum) {
        Optional<Wilson> interval = sum.interval();
        return new Row(
                key == null ? null : Part.nameOfRow(key),
                sum.answers(),
                sum.asked(),
                orNull(sum.responseRate()),
                orNull(sum.csat()),
                interval.map(Wilson::low).orElse(null),
                interval.map(Wilson::high).orElse(null),
                sum.distribution(),
                orNull(sum.nps()),
                sum.recommendations() == 0 ? null : sum.recommendations(),
                orNull(sum.effort()),
                sum.efforts() == 0 ? null : sum.efforts(),
                sum.repeated(),
                sum.repeatedOf(),
                sum.npsInterval().map(Bootstrap::low).orElse(null),
                sum.npsInterval().map(Bootstrap::high).orElse(null),
                Arrays.stream(Cause.values())
                        .filter(sum.causes()::containsKey)
                        .collect(Collectors.toMap(
                                Cause::wire,
                                each -> sum.causes().getOrDefault(each, 0),
                                (one, other) -> one,
                                LinkedHashMap::new)),
                sum.answered(),
                sum.efforts() == 0 ? null : sum.easy(),
                key == null ? null : Part.ofRow(key).orElse(null));
    }

    /** Whether anybody was asked or said anything. */
    boolean saysAnything() {
        return answers > 0 || asked > 0 || nps != null || effort != null || repeatedOf > 0;
    }

    /** The values under {@link #COLUMNS}. */
    @Override
    public List<@Nullable Object> cells() {
        List<@Nullable Object> cells =
                new ArrayList<>(Arrays.asList(answers, asked, responseRate, csat, csatLow, csatHigh));
        cells.addAll(distribution);
        cells.addAll(Arrays.asList(nps, npsAnswers, effort, effortAnswers, repeated, repeatedOf, npsLow, npsHigh));
        Arrays.stream(Cause.values()).forEach(each -> cells.add(causes.getOrDefault(each.wire(), 0)));
        cells.add(answered);
        cells.add(easy);
        return cells;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
