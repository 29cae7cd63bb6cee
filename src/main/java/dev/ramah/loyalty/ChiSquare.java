package dev.ramah.loyalty;

/** The chi-square distribution, by the formulas of M. Abramowitz, I. Stegun, Handbook of Mathematical Functions (1964). */
final class ChiSquare {

    /** From here on the continued fraction is quicker and more exact than the series. */
    private static final double FAR = 2;

    private static final int MOST_TERMS = 200;
    private static final double EXACT = 1e-16;

    private ChiSquare() {}

    /**
     * The chance of more than {@code x} (26.4.4 and 26.4.5).
     *
     * @param x at least 0
     * @param degrees at least 1
     */
    static double above(double x, int degrees) {
        boolean odd = degrees % 2 == 1;
        double half = x / 2;
        double term = odd ? 2 * Math.sqrt(half / Math.PI) * Math.exp(-half) : Math.exp(-half);
        double sum = odd ? erfc(Math.sqrt(half)) : term;
        // Each term of the sum is the one before times x over the next odd or even number.
        for (int next = odd ? 3 : 2; next <= degrees - (odd ? 0 : 2); next += 2) {
            if (odd) {
                sum += term;
                term *= x / next;
            } else {
                term *= x / next;
                sum += term;
            }
        }
        return Math.min(1, sum);
    }

    /** The complementary error function of something positive (7.1.5, 7.1.14). */
    private static double erfc(double x) {
        if (x < FAR) {
            double term = x;
            double sum = x;
            for (int n = 1; n < MOST_TERMS && Math.abs(term) > EXACT * Math.abs(sum); n++) {
                term *= -x * x / n;
                sum += term / (2 * n + 1);
            }
            return 1 - 2 / Math.sqrt(Math.PI) * sum;
        }
        double fraction = x;
        for (int n = MOST_TERMS; n > 0; n--) {
            fraction = x + n / 2.0 / fraction;
        }
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
    }
}
