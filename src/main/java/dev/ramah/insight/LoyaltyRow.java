package dev.ramah.insight;

import dev.ramah.loyalty.Comparison;
import dev.ramah.loyalty.Evened;
import dev.ramah.loyalty.Group;
import dev.ramah.loyalty.Loyalty;
import dev.ramah.loyalty.Rate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of a question as a row of a table. Where it is hidden, everything but the last is null.
 *
 * @param adjusted as if all groups had bought as often before, as the adjusted median is
 * @param p of the question, among those who had bought as often before
 * @param corrected the same for all questions that were looked at
 * @param hidden whether too few are known of it
 */
record LoyaltyRow(
        String question,
        String group,
        @Nullable Integer customers,
        @Nullable Integer orders,
        @Nullable Integer bought,
        @Nullable Integer boughtOf,
        @Nullable Double share,
        @Nullable Double shareLow,
        @Nullable Double shareHigh,
        @Nullable Double adjusted,
        @Nullable Double adjustedLow,
        @Nullable Double adjustedHigh,
        @Nullable Double medianDays,
        @Nullable Double medianLow,
        @Nullable Double medianHigh,
        @Nullable Double adjustedMedianDays,
        @Nullable Double adjustedMedianLow,
        @Nullable Double adjustedMedianHigh,
        @Nullable Double p,
        @Nullable Double corrected,
        boolean hidden) {

    static final List<String> COLUMNS = List.of(
            "question",
            "group",
            "customers",
            "orders",
            "bought",
            "boughtOf",
            "share",
            "shareLow",
            "shareHigh",
            "adjusted",
            "adjustedLow",
            "adjustedHigh",
            "medianDays",
            "medianLow",
            "medianHigh",
            "adjustedMedianDays",
            "adjustedMedianLow",
            "adjustedMedianHigh",
            "p",
            "corrected",
            "hidden");

    static List<LoyaltyRow> of(Loyalty loyalty) {
        return loyalty.comparisons().stream()
                .flatMap(each -> each.groups().stream().map(group -> of(each, group)))
                .toList();
    }

    private static LoyaltyRow of(Comparison comparison, Group group) {
        @Nullable Rate rate = group.rate();
        @Nullable Evened evened = group.evened();
        Group.@Nullable Median median = group.median();
        Group.@Nullable Median even =
                group.adjusted() == null ? null : group.adjusted().median();
        Comparison.@Nullable Difference difference = !group.hidden() ? comparison.adjusted() : null;
        return new LoyaltyRow(
                comparison.question().wire(),
                group.key(),
                group.customers(),
                group.orders(),
                rate == null ? null : Integer.valueOf(rate.bought()),
                rate == null ? null : Integer.valueOf(rate.of()),
                rate == null ? null : Double.valueOf(rate.share()),
                rate == null ? null : Double.valueOf(rate.low()),
                rate == null ? null : Double.valueOf(rate.high()),
                evened == null ? null : Double.valueOf(evened.share()),
                evened == null ? null : Double.valueOf(evened.low()),
                evened == null ? null : Double.valueOf(evened.high()),
                median == null ? null : Double.valueOf(median.days()),
                median == null ? null : median.low(),
                median == null ? null : median.high(),
                even == null ? null : Double.valueOf(even.days()),
                even == null ? null : even.low(),
                even == null ? null : even.high(),
                difference == null ? null : Double.valueOf(difference.p()),
                difference == null ? null : Double.valueOf(difference.corrected()),
                group.hidden());
    }

    /** The values under {@link #COLUMNS}. */
    List<@Nullable Object> cells() {
        return Arrays.asList(
                question,
                group,
                customers,
                orders,
                bought,
                boughtOf,
                share,
                shareLow,
                shareHigh,
                adjusted,
                adjustedLow,
                adjustedHigh,
                medianDays,
                medianLow,
                medianHigh,
                adjustedMedianDays,
                adjustedMedianLow,
                adjustedMedianHigh,
                p,
                corrected,
                hidden);
    }
}
