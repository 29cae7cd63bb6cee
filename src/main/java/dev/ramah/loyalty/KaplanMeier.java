package dev.ramah.loyalty;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The share of a group that is still without the event, day by day, though not all were followed for as long (E. L.
 * Kaplan, P. Meier, "Nonparametric Estimation from Incomplete Observations", Journal of the American Statistical
 * Association 53 (1958), 457-481). Whoever is not seen any longer after a day counts as seen on it.
 *
 * @param steps the days on which it fell, in their order
 */
record KaplanMeier(List<Step> steps) {

    /** So that a half is a half after many multiplications. */
    private static final double HAIR = 1e-9;

    /**
     * A day on which it fell.
     *
     * @param atRisk without the event and still followed when the day began
     * @param share from this day on, 1 to 0
     * @param error its standard error, by Greenwood's formula (1926)
     * @param low end of the interval on the scale of log(-log), which never leaves 0 to 1 (J. D. Kalbfleisch, R. L.
     *     Prentice, The Statistical Analysis of Failure Time Data, 1980, section 1.3); NaN once nobody is left
     * @param high its other end
     */
    record Step(int day, int atRisk, int events, double share, double error, double low, double high) {}

    /** After how many days so many have had it; the ends of the interval are null where they are not reached. */
    record Reached(double day, @Nullable Double low, @Nullable Double high) {}

    /** One stratum on its way through the days. */
    private static final class Stratum {

        private final Course course;
        private final double weight;
        private int atRisk;
        private double share = 1;
        private double greenwood;
        private double variance;

        Stratum(Course course, double weight) {
            this.course = course;
            this.weight = weight;
            this.atRisk = course.size();
        }

        /** Whether nobody knows how it goes on. */
        boolean isLost() {
            return atRisk == 0 && share > 0;
        }

        void pass(int day) {
            int events = course.events(day);
            if (events > 0) {
                share *= 1 - (double) events / atRisk;
                // The last ones leave nothing to reckon with: what was uncertain before them stays so, to be on the
                // safe side.
                if (events < atRisk) {
                    greenwood += (double) events / ((double) atRisk * (atRisk - events));
                    variance = share * share * greenwood;
                }
            }
            atRisk -= course.leaving(day);
        }
    }

    /**
     * Of one group.
     *
     * @param reach of the intervals, in standard errors
     */
    static KaplanMeier of(Course course, double reach) {
        return of(List.of(new Stratum(course, 1)), reach);
    }

    /**
     * Of a group as if it were spread over the strata as the standard is: the curve of each stratum, weighted. With the
     * share S of a stratum and its variance V by Greenwood:
     *
     * <pre>share = Σ w(s) S(s),   variance = Σ w(s)² V(s)</pre>
     *
     * (M. H. Gail, D. P. Byar, "Variance Calculations for Direct Adjusted Survival Curves", Biometrical Journal 28 (1986),
     * 587-599; the weights are taken as given.) It ends with the day on which the last who was followed in one of
     * the strata is not seen any longer, for nobody knows how it goes on there.
     *
     * @param strata of the group, all of them
     */
    static KaplanMeier evened(List<Course> strata, Standard standard, double reach) {
        List<Stratum> compared = new ArrayList<>();
        for (int i = 0; i < standard.strata().size(); i++) {
            compared.add(new Stratum(
                    strata.get(standard.strata().get(i)), standard.weights().get(i)));
        }
        return of(compared, reach);
    }

    private static KaplanMeier of(List<Stratum> strata, double reach) {
        List<Step> steps = new ArrayList<>();
        int last = strata.stream().mapToInt(each -> each.course.last()).max().orElse(0);
        for (int day = 0; day <= last && strata.stream().noneMatch(Stratum::isLost); day++) {
            int atRisk = 0;
            int events = 0;
            double share = 0;
            double variance = 0;
            for (Stratum each : strata) {
                atRisk += each.atRisk;
                events += each.course.events(day);
                each.pass(day);
                share += each.weight * each.share;
                variance += each.weight * each.weight * each.variance;
            }
            if (events > 0) {
                steps.add(step(day, atRisk, events, share, Math.sqrt(variance), reach));
            }
        }
        return new KaplanMeier(List.copyOf(steps));
    }

    private static Step step(int day, int atRisk, int events, double share, double error, double reach) {
        if (atRisk == events || share <= 0) {
            return new Step(day, atRisk, events, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        double far = reach * error / (share * -Math.log(share));
        return new Step(
                day, atRisk, events, share, error, Math.pow(share, Math.exp(far)), Math.pow(share, Math.exp(-far)));
    }

    /**
     * When half of them have had it; null where that is not known. Where exactly half are left between two days it is the
     * middle between them. The interval is where the curves of the interval cross the half (R. Brookmeyer, J. Crowley,
     * Biometrics 38 (1982), 29-41).
     */
    @Nullable Reached median() {
        @Nullable Double middle = crossing(Step::share);
        return middle == null ? null : new Reached(middle, crossing(Step::low), crossing(Step::high));
    }

    private @Nullable Double crossing(ToDoubleFunction<Step> curve) {
        for (int i = 0; i < steps.size(); i++) {
            double share = curve.applyAsDouble(steps.get(i));
            if (Math.abs(share - 0.5) < HAIR && i + 1 < steps.size()) {
                return (steps.get(i).day() + steps.get(i + 1).day()) / 2.0;
            }
            if (share < 0.5 + HAIR) {
                return (double) steps.get(i).day();
            }
        }
        return null;
    }
}
