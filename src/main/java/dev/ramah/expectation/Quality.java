package dev.ramah.expectation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How good an expectation was on ratings that it had not seen. Intervals are 95%, by the percentile bootstrap over those
 * ratings (B. Efron, The Annals of Statistics 7 (1979), 1-26); the same ratings give the same ones.
 *
 * @param ratings that were held back
 * @param unhappy how many of them were 1 or 2
 * @param auroc how often, of one who was unhappy and one who was not, the first was expected to be it more; 0.5 is chance
 *     (J. A. Hanley, B. J. McNeil, Radiology 143 (1982), 29-36)
 * @param brier the mean square of what was expected less what came (G. W. Brier, Monthly Weather Review 78 (1950), 1-3)
 * @param brierOfBase the same for whoever expects everybody to be as those it was learned from are on average
 * @param gain how much lower the first is than the second
 */
public record Quality(
        int ratings,
        int unhappy,
        double auroc,
        double aurocLow,
        double aurocHigh,
        double brier,
        double brierOfBase,
        double gain,
        double gainLow,
        double gainHigh) {

    private static final int DRAWS = 500;
    private static final int LEFT_OUT_AT_EITHER_END = DRAWS / 40;

    private static final double CHANCE = 0.5;

    /** @param base the share of unhappy ones among those it was learned from */
    static Quality of(Leaning leaning, double base, List<Example> heldBack) {
        int n = heldBack.size();
        double[] expected = heldBack.stream()
                .mapToDouble(each -> leaning.unhappy(each.traits()))
                .toArray();
        int[] sorted = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(each -> expected[each]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] chances = Arrays.stream(sorted).mapToDouble(i -> expected[i]).toArray();
        boolean[] unhappy = new boolean[n];
        double[] gains = new double[n];
        double brier = 0;
        double brierOfBase = 0;
        for (int i = 0; i < n; i++) {
            unhappy[i] = heldBack.get(sorted[i]).unhappy();
            double came = unhappy[i] ? 1 : 0;
            double own = Math.pow(chances[i] - came, 2);
            double others = Math.pow(base - came, 2);
            gains[i] = others - own;
            brier += own / n;
            brierOfBase += others / n;
        }
        int[] once = new int[n];
        Arrays.fill(once, 1);
        double[] aurocs = new double[DRAWS];
        double[] means = new double[DRAWS];
        SplittableRandom random = new SplittableRandom(n);
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] times = new int[n];
            double sum = 0;
            for (int i = 0; i < n; i++) {
                int drawn = random.nextInt(n);
                times[drawn]++;
                sum += gains[drawn];
            }
            means[draw] = sum / n;
            aurocs[draw] = auroc(chances, unhappy, times);
        }
        Arrays.sort(aurocs);
        Arrays.sort(means);
        int low = LEFT_OUT_AT_EITHER_END;
        int high = DRAWS - 1 - LEFT_OUT_AT_EITHER_END;
        int many = 0;
        for (boolean each : unhappy) {
            many += each ? 1 : 0;
        }
        return new Quality(
                n,
                many,
                auroc(chances, unhappy, once),
                aurocs[low],
                aurocs[high],
                brier,
                brierOfBase,
                brierOfBase - brier,
                means[low],
                means[high]);
    }

    /** Whether it tells more than the base rate does, and not by luck. */
    boolean beatsTheBaseRate() {
        return aurocLow > CHANCE && gainLow > 0;
    }

    /** Of sorted chances, each as often as it was drawn; where one kind is missing it is chance. */
    static double auroc(double[] chances, boolean[] unhappy, int[] times) {
        double pairs = 0;
        double others = 0;
        double hits = 0;
        for (int i = 0; i < chances.length; ) {
            double unhappyHere = 0;
            double othersHere = 0;
            int next = i;
            for (; next < chances.length && chances[next] == chances[i]; next++) {
                if (unhappy[next]) {
                    unhappyHere += times[next];
                } else {
                    othersHere += times[next];
                }
            }
            hits += unhappyHere * (others + othersHere / 2);
            pairs += unhappyHere;
            others += othersHere;
            i = next;
        }
        return pairs == 0 || others == 0 ? CHANCE : hits / (pairs * others);
    }
}
