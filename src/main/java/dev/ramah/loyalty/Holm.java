package dev.ramah.loyalty;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What is left of small chances where many were looked at: the chance that any of them is called a difference and is none
 * stays at 5% in all (S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
 * Statistics 6 (1979), 65-70).
 */
final class Holm {

    private Holm() {}

    /** Each of these corrected for all of them, in the same order. */
    static double[] corrected(double[] p) {
        int[] smallestFirst = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(each -> p[each]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] corrected = new double[p.length];
        double least = 0;
        for (int i = 0; i < p.length; i++) {
            least = Math.max(least, Math.min(1, (p.length - i) * p[smallestFirst[i]]));
            corrected[smallestFirst[i]] = least;
        }
        return corrected;
    }
}
