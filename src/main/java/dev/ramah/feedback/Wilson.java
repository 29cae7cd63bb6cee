package dev.ramah.feedback;

/**
 * The range in which a share truly lies with 95% certainty or another, as far as so many answers can tell: the score interval of
 * E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American
 * Statistical Association 22 (1927), 209-212. Unlike the textbook's interval it holds for few answers too, and
 * never leaves 0 to 1.
 */
public record Wilson(double low, double high) {

    /** The 97.5% quantile of the normal distribution: 2.5% are left out at either end. */
    private static final double Z = 1.959964;

    /**
     * The interval of {@code good} out of {@code n}.
     *
     * @param n at least 1
     */
    public static Wilson of(int good, int n) {
        return of(good, n, Z);
    }

    /**
     * The same of another certainty, where many are read beside each other.
     *
     * @param z the quantile of the normal distribution that leaves out what may be left out at either end
     */
    public static Wilson of(int good, int n, double z) {
        double share = (double) good / n;
        double square = z * z;
        double centre = share + square / (2 * n);
        double reach = z * Math.sqrt(share * (1 - share) / n + square / (4.0 * n * n));
        double scale = 1 + square / n;
        // With none or all the end is exactly there; floating point would miss it by a hair.
        double low = good == 0 ? 0 : (centre - reach) / scale;
        double high = good == n ? 1 : (centre + reach) / scale;
        return new Wilson(low, high);
    }
}
