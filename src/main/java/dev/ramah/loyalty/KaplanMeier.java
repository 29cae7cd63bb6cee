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

    /** The 97.5% quantile of the normal distribution. */
    private static final double Z = 1.959964;

    /** So that a half is a half after many multiplications. */
    private static final double HAIR = 1e-9;

    /**
     * A day on which it fell.
     *
     * @param atRisk without the event and still followed when the day began
     * @param share from this day on, 1 to 0
     * @param error its standard error, by Greenwood's formula (1926)
     * @param low end of the 95% interval on the scale of log(-log), which never leaves 0 to 1 (J. D. Kalbfleisch, R. L.
     *     Prentice, The Statistical Analysis of Failure Time Data, 1980, section 1.3); NaN once nobody is left
     * @param high its other end
     */
    record Step(int day, int atRisk, int events, double share, double error, double low, double high) {}

    /** After how many days so many have had it; the ends of the interval are null where they are not reached. */
    record Reached(double day, @Nullable Double low, @Nullable Double high) {}

    static KaplanMeier of(Course course) {
        List<Step> steps = new ArrayList<>();
        int atRisk = course.size();
        double share = 1;
        double variance = 0;
        for (int day = 0; day <= course.last(); day++) {
            int events = course.events(day);
            if (events > 0) {
                share *= 1 - (double) events / atRisk;
                variance += (double) events / ((double) atRisk * (atRisk - events));
                steps.add(step(day, atRisk, events, share, variance));
            }
            atRisk -= course.leaving(day);
        }
        return new KaplanMeier(List.copyOf(steps));
    }

    private static Step step(int day, int atRisk, int events, double share, double variance) {
        if (atRisk == events) {
            return new Step(day, atRisk, events, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        double reach = Z * Math.sqrt(variance) / -Math.log(share);
        return new Step(
                day,
                atRisk,
                events,
                share,
                share * Math.sqrt(variance),
                Math.pow(share, Math.exp(reach)),
                Math.pow(share, Math.exp(-reach)));
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
