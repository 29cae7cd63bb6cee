package dev.ramah.loyalty;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether those who were served well buy again sooner. It sets groups beside each other that differ in much else, and
 * proves nothing of why.
 *
 * @param customers of whom the shop tells, and who are followed; not to be told unless they suffice
 * @param orders how many of these bought again; neither
 * @param within days of the rates
 * @param level how certain each interval is, so that those of all groups that are shown hold together with 95%
 * @param comparisons each question
 * @param both what they do and what they say; null where one of the four groups is too small to be shown
 */
public record Loyalty(
        int customers, int orders, int within, double level, List<Comparison> comparisons, @Nullable Both both) {

    /**
     * Those who said whether they would recommend us and were followed for long enough, by whether they bought again. Each of
     * the four is a group and needs as many customers as any other; that enough bought again is asked of the two rows, for
     * of two of the four nobody did.
     *
     * @param promotersWhoBought would recommend us, and bought again
     * @param promotersWhoDidNot would, and did not
     * @param othersWhoBought would not, or not warmly, and bought again
     * @param othersWhoDidNot neither
     */
    public record Both(int promotersWhoBought, int promotersWhoDidNot, int othersWhoBought, int othersWhoDidNot) {

        private static @Nullable Both of(List<Comparison> comparisons) {
            Comparison recommending = comparisons.stream()
                    .filter(each -> each.question() == Question.NPS)
                    .findFirst()
                    .orElseThrow();
            @Nullable Rate promoters = recommending.groups().get(0).rate();
            @Nullable Rate others = recommending.groups().get(1).rate();
            if (promoters == null || others == null) {
                return null;
            }
            Both both = new Both(
                    promoters.bought(),
                    promoters.of() - promoters.bought(),
                    others.bought(),
                    others.of() - others.bought());
            return both.smallest() < Group.ENOUGH_CUSTOMERS ? null : both;
        }

        private int smallest() {
            return IntStream.of(promotersWhoBought, promotersWhoDidNot, othersWhoBought, othersWhoDidNot)
                    .min()
                    .orElseThrow();
        }
    }

    /**
     * What these customers did.
     *
     * @param within after how many days the rates are read
     */
    public static Loyalty of(List<Followed> customers, int within) {
        List<Groups> questions = Stream.of(Question.values())
                .map(each -> Groups.of(each, customers, within))
                .toList();
        int shown = Math.max(1, questions.stream().mapToInt(Groups::shown).sum());
        double reach = Bonferroni.reach(shown);
        List<Comparison> all =
                questions.stream().map(each -> each.compared(reach)).toList();
        List<Comparison> corrected = corrected(
                corrected(
                        all,
                        Comparison::plain,
                        (each, plain) -> new Comparison(each.question(), each.groups(), plain, each.adjusted())),
                Comparison::adjusted,
                (each, adjusted) -> new Comparison(each.question(), each.groups(), each.plain(), adjusted));
        int orders = (int) customers.stream().filter(each -> each.bought() > 0).count();
        return new Loyalty(customers.size(), orders, within, 1 - Bonferroni.ALL / shown, corrected, Both.of(corrected));
    }

    /** Whether all of them together are enough for their number, and that of their orders, to be told. */
    public boolean suffices() {
        return Group.suffices(customers, orders);
    }

    /** The same with curves of at most so many points, for a screen. */
    public Loyalty drawn(int most) {
        return new Loyalty(
                customers,
                orders,
                within,
                level,
                comparisons.stream().map(each -> each.drawn(most)).toList(),
                both);
    }

    /** Every question that could be tested is one more at which chance may strike. */
    private static List<Comparison> corrected(
            List<Comparison> all,
            Function<Comparison, Comparison.@Nullable Difference> test,
            BiFunction<Comparison, Comparison.Difference, Comparison> with) {
        double[] p = all.stream()
                .map(test)
                .filter(Objects::nonNull)
                .mapToDouble(Comparison.Difference::p)
                .toArray();
        var corrected = Arrays.stream(Holm.corrected(p)).iterator();
        return all.stream()
                .map(each -> {
                    Comparison.@Nullable Difference difference = test.apply(each);
                    return difference == null ? each : with.apply(each, difference.corrected(corrected.next()));
                })
                .toList();
    }
}
