package dev.ramah.loyalty;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One group of a question. Where it is hidden nothing is told but that, and not how many they are; see {@link Groups} for
 * when it is. Intervals hold for all groups that are shown together, see {@link Bonferroni}.
 *
 * @param key its name among the groups of the question
 * @param customers how many are in it; null if they are too few
 * @param orders how many of these bought again, ever since; null if they are too few
 * @param hidden whether too few customers are known of it, or too few who bought again, or it would tell of such a group
 * @param rate how many bought again within so many days; null if too few were followed for as long, or it would tell of
 *     a group of which too few were
 * @param evened the same if all groups had bought as often before; null if that can't be said
 * @param median when half of them had bought again; null if they haven't yet
 * @param curve the share that had bought again, day by day; it ends before fewer than {@link #LEFT} are followed
 * @param adjusted median and curve if all groups had bought as often before; null if that can't be said
 */
public record Group(
        String key,
        @Nullable Integer customers,
        @Nullable Integer orders,
        boolean hidden,
        @Nullable Rate rate,
        @Nullable Evened evened,
        @Nullable Median median,
        List<Point> curve,
        @Nullable Adjusted adjusted) {

    /** Nothing is shown of fewer customers, nor of fewer of them who bought again. */
    public static final int ENOUGH_CUSTOMERS = 100;

    public static final int ENOUGH_ORDERS = 30;

    /** A curve of fewer than these jumps about, and tells of single customers. */
    static final int LEFT = 10;

    /**
     * What there would be if all groups had bought as often before; see {@link KaplanMeier#evened}.
     *
     * @param covered the share of all customers who are in the strata that can be compared
     * @param median when half of them had bought again; null if they haven't yet
     * @param curve of those who can be compared; it ends as the other one, and when nobody of a stratum is followed any longer
     */
    public record Adjusted(double covered, @Nullable Median median, List<Point> curve) {

        private static Adjusted of(KaplanMeier estimate, double covered) {
            return new Adjusted(covered, Group.median(estimate), points(estimate));
        }
    }

    /** Days; the ends of the interval are null where they are not reached yet. */
    public record Median(double days, @Nullable Double low, @Nullable Double high) {}

    /**
     * From this day on so many had bought again: one less Kaplan and Meier's share of those who had not.
     *
     * @param low end of the interval
     * @param atRisk how many had not when the day began, and were still followed
     */
    public record Point(int day, double share, double low, double high, int atRisk) {}

    static boolean suffices(int customers, int orders) {
        return customers >= ENOUGH_CUSTOMERS && orders >= ENOUGH_ORDERS;
    }

    static Group hidden(String key) {
        return new Group(key, null, null, true, null, null, null, List.of(), null);
    }

    /**
     * One that is shown.
     *
     * @param estimate of all of the course
     * @param adjusted of the strata of the standard; null where there is none
     */
    static Group of(
            String key,
            Course course,
            KaplanMeier estimate,
            @Nullable Rate rate,
            @Nullable Evened evened,
            @Nullable KaplanMeier adjusted,
            double covered) {
        return new Group(
                key,
                course.size(),
                course.happened(),
                false,
                rate,
                evened,
                median(estimate),
                points(estimate),
                adjusted == null ? null : Adjusted.of(adjusted, covered));
    }

    private static @Nullable Median median(KaplanMeier estimate) {
        KaplanMeier.@Nullable Reached half = estimate.median();
        return half == null ? null : new Median(half.day(), half.low(), half.high());
    }

    private static List<Point> points(KaplanMeier estimate) {
        return estimate.steps().stream()
                .filter(each -> each.atRisk() >= LEFT && each.share() > 0)
                .map(each -> new Point(each.day(), 1 - each.share(), 1 - each.high(), 1 - each.low(), each.atRisk()))
                .toList();
    }

    /** The same with curves of at most so many points, the last one of each stretch of days. */
    public Group drawn(int most) {
        return new Group(
                key,
                customers,
                orders,
                hidden,
                rate,
                evened,
                median,
                drawn(curve, most),
                adjusted == null
                        ? null
                        : new Adjusted(adjusted.covered(), adjusted.median(), drawn(adjusted.curve(), most)));
    }

    private static List<Point> drawn(List<Point> curve, int most) {
        if (curve.size() <= most) {
            return curve;
        }
        int stretch = curve.get(curve.size() - 1).day() / most + 1;
        return IntStream.range(0, curve.size())
                .filter(i -> i == curve.size() - 1
                        || curve.get(i).day() / stretch != curve.get(i + 1).day() / stretch)
                .mapToObj(curve::get)
                .toList();
    }
}
