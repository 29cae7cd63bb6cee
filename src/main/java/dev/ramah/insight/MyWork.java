package dev.ramah.insight;

import dev.ramah.conversation.Cause;
import dev.ramah.feedback.Satisfaction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The episodes that somebody of staff was in. Those they had alone and those that others were in as well stand side by
 * side and are never added up: of the latter nobody knows whose they are.
 */
record MyWork(Share alone, Share tookPart) {

    /**
     * One of the two.
     *
     * @param episodes that began
     * @param distribution how often each mark was given, from 1 to 5
     * @param causes what those who gave a 1 or 2 were unhappy with, as far as they said; all causes are there
     * @param unsaid how many gave a 1 or 2 and did not say what it was
     */
    record Share(
            int episodes,
            int answers,
            List<Integer> distribution,
            Map<String, Integer> causes,
            int unsaid,
            Percentiles firstResponse,
            Percentiles handling) {

        static Share of(Tally tally) {
            Satisfaction sum = tally.satisfaction();
            Map<String, Integer> causes = new LinkedHashMap<>();
            Arrays.stream(Cause.values())
                    .forEach(each -> causes.put(each.wire(), sum.causes().getOrDefault(each, 0)));
            int low = sum.distribution().get(0) + sum.distribution().get(1);
            int said = causes.values().stream().mapToInt(Integer::intValue).sum();
            return new Share(
                    tally.get(Count.BEGAN),
                    sum.answers(),
                    sum.distribution(),
                    causes,
                    Math.max(0, low - said),
                    tally.get(Figure.FIRST_RESPONSE),
                    tally.get(Figure.HANDLING));
        }
    }
}
