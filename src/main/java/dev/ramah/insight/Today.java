package dev.ramah.insight;

import dev.ramah.feedback.Satisfaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a day has brought so far.
 *
 * @param since its midnight, where the house is
 * @param began episodes that began
 * @param byBot solved by the bot alone, in the customer's own word, who has not come back
 * @param handedOver how often a person was asked for
 * @param resolved that ended well: the customer confirmed it, or a person ended it
 * @param csat the share of good marks of {@code answers}; null where there are none
 */
record Today(Instant since, int began, int byBot, int handedOver, int resolved, @Nullable Double csat, int answers) {

    static Today of(Instant since, Tally tally) {
        Satisfaction sum = tally.satisfaction();
        return new Today(
                since,
                tally.get(Count.BEGAN),
                Figures.stayed(tally),
                tally.get(Count.ESCALATED),
                tally.get(Count.CONFIRMED) + tally.get(Count.HELPED),
                sum.csat().isPresent() ? sum.csat().getAsDouble() : null,
                sum.answers());
    }
}
