package dev.ramah.bot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What came of a set of questions, and the numbers that say how good that is. */
record Measured(List<Outcome> all) {

    private static final int BINS = 10;
    private static final double PRECISE = 0.95;

    /** The risks that are tried. */
    static final List<Double> RISKS = List.of(0.05, 0.10, 0.20, 0.30, 0.40, 0.50);

    /**
     * What became of one question.
     *
     * @param right whether the article that was found first is the one that answers it
     * @param confidence of that article
     * @param answeredAt the risks at which the bot would answer
     * @param millis of the whole path, and of the sentence model alone
     */
    record Outcome(
            boolean answerable,
            boolean right,
            double confidence,
            Set<Double> answeredAt,
            double millis,
            double embedding) {}

    String report(double risk) {
        StringBuilder report = new StringBuilder();
        line(
                report,
                "questions     %d, %d of them unanswerable",
                all.size(),
                outside().size());
        line(report, "right         %.2f%%", 100 * share(inScope(), Outcome::right));
        line(report, "AUROC         %.4f right against wrong or unanswerable", auroc());
        line(report, "answered      %.1f%% of all at 95%% precision", 100 * atPrecision());
        line(report, "ECE           %.4f", calibrationError());
        line(
                report,
                "time          %.2f ms median, %.2f p99",
                quantile(Outcome::millis, 0.5),
                quantile(Outcome::millis, 0.99));
        line(
                report,
                "  embedding   %.2f ms median, %.2f p99; median ratio %.2f",
                quantile(Outcome::embedding, 0.5),
                quantile(Outcome::embedding, 0.99),
                quantile(Outcome::millis, 0.5) / quantile(Outcome::embedding, 0.5));
        line(report, "at risk x     in scope answered, of it right, all right | unanswerable answered (of x)");
        for (double each : RISKS) {
            atRisk(report, each, each == risk ? "  shipped" : "");
        }
        return report.toString();
    }

    private void atRisk(StringBuilder report, double risk, String remark) {
        Predicate<Outcome> answered = each -> each.answeredAt().contains(risk);
        List<Outcome> said = inScope().stream().filter(answered).toList();
        double unanswerable = share(outside(), answered);
        line(
                report,
                "  %.2f        %5.1f%%  %5.1f%%  %5.1f%%  |  %5.1f%% (%.2f)%s",
                risk,
                100 * share(inScope(), answered),
                100 * share(said, Outcome::right),
                100 * share(inScope(), each -> answered.test(each) && each.right()),
                100 * unanswerable,
                unanswerable / risk,
                remark);
    }

    private static void line(StringBuilder report, String format, Object... values) {
        report.append("  ").append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private List<Outcome> inScope() {
        return all.stream().filter(Outcome::answerable).toList();
    }

    private List<Outcome> outside() {
        return all.stream().filter(each -> !each.answerable()).toList();
    }

    private static double share(List<Outcome> of, Predicate<Outcome> some) {
        return of.isEmpty() ? Double.NaN : (double) of.stream().filter(some).count() / of.size();
    }

    /** How often a right one has more confidence than a wrong or unanswerable one; ties count half. */
    double auroc() {
        double wins = 0;
        long pairs = 0;
        for (Outcome right : all) {
            for (Outcome wrong : all) {
                if (right.right() && !wrong.right()) {
                    pairs++;
                    double ahead = right.confidence() - wrong.confidence();
                    wins += ahead > 0 ? 1 : ahead == 0 ? 0.5 : 0;
                }
            }
        }
        return wins / pairs;
    }

    /** The largest share that can be answered, the most confident first, with 95 of 100 answers right. */
    double atPrecision() {
        List<Outcome> sorted = all.stream()
                .sorted(Comparator.comparingDouble(Outcome::confidence).reversed())
                .toList();
        int most = 0;
        int right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            most = right >= PRECISE * (i + 1) ? i + 1 : most;
        }
        return (double) most / sorted.size();
    }

    /** Expected calibration error over ten bins of equal width (Naeini, Cooper and Hauskrecht 2015). */
    double calibrationError() {
        double[] gap = new double[BINS];
        for (Outcome each : all) {
            int bin = (int) Math.min(BINS - 1, each.confidence() * BINS);
            gap[bin] += each.confidence() - (each.right() ? 1 : 0);
        }
        return Arrays.stream(gap).map(Math::abs).sum() / all.size();
    }

    private double quantile(ToDoubleFunction<Outcome> of, double share) {
        double[] sorted = all.stream().mapToDouble(of).sorted().toArray();
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
