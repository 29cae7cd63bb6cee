package dev.ramah.loyalty;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One group of a question. Where too few are known of it, nothing is told but that, and not how many they are.
 *
 * @param key its name among the groups of the question
 * @param customers how many are in it; null if they are too few
 * @param orders how many of these bought again, ever since; null if they are too few
 * @param hidden whether too few customers are known of it, or too few who bought again
 * @param rate how many bought again within so many days; null if too few were followed for as long
 * @param evened the same if all groups had bought as often before; null if that can't be said
 * @param median when half of them had bought again; null if they haven't yet
 * @param curve the share that had bought again, day by day; it ends before fewer than {@link #LEFT} are followed
 */
public record Group(
        String key,
        @Nullable Integer customers,
        @Nullable Integer orders,
        boolean hidden,
        @Nullable Rate rate,
        @Nullable Evened evened,
        @Nullable Median median,
        List<Point> curve) {

    /** Nothing is shown of fewer customers, nor of fewer of them who bought again. */
    public static final int ENOUGH_CUSTOMERS = 100;

    public static final int ENOUGH_ORDERS = 30;

    /** A curve of fewer than these jumps about, and tells of single customers. */
    static final int LEFT = 10;

    /** Days; the ends of the 95% interval are null where they are not reached yet. */
    public record Median(double days, @Nullable Double low, @Nullable Double high) {}

    /**
     * From this day on so many had bought again: one less Kaplan and Meier's share of those who had not.
     *
     * @param low end of the 95% interval
     * @param atRisk how many had not when the day began, and were still followed
     */
    public record Point(int day, double share, double low, double high, int atRisk) {}

    static boolean suffices(int customers, int orders) {
        return customers >= ENOUGH_CUSTOMERS && orders >= ENOUGH_ORDERS;
    }

    /** Too few are known of it. */
    static Group hidden(String key) {
        return new Group(key, null, null, true, null, null, null, List.of());
    }

    static Group of(String key, Course course, @Nullable Rate rate, @Nullable Evened evened) {
        KaplanMeier estimate = KaplanMeier.of(course);
        KaplanMeier.@Nullable Reached half = estimate.median();
        List<Point> curve = estimate.steps().stream()
                .filter(each -> each.atRisk() >= LEFT && each.share() > 0)
                .map(each -> new Point(each.day(), 1 - each.share(), 1 - each.high(), 1 - each.low(), each.atRisk()))
                .toList();
        return new Group(
                key,
                course.size(),
                course.happened(),
                false,
                rate,
                evened,
                half == null ? null : new Median(half.day(), half.low(), half.high()),
                curve);
    }

    /** The same with a curve of at most so many points, the last one of each stretch of days. */
    public Group drawn(int most) {
        if (curve.size() <= most) {
            return this;
        }
        int stretch = curve.get(curve.size() - 1).day() / most + 1;
        List<Point> some = IntStream.range(0, curve.size())
                .filter(i -> i == curve.size() - 1
                        || curve.get(i).day() / stretch != curve.get(i + 1).day() / stretch)
                .mapToObj(curve::get)
                .toList();
        return new Group(key, customers, orders, hidden, rate, evened, median, some);
    }
}
