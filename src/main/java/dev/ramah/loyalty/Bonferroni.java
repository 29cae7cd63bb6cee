package dev.ramah.loyalty;

/**
 * How wide intervals must be where many are read beside each other: so wide that all of them hold together with 95%
 * certainty, each leaving out its part of the 5% (O. J. Dunn, "Multiple Comparisons Among Means", Journal of the American
 * Statistical Association 56 (1961), 52-64). It holds whatever the intervals have to do with each other.
 */
final class Bonferroni {

    /** What all of them may leave out. */
    static final double ALL = 0.05;

    /** No interval of ours reaches as far; chances of more are not told apart from none. */
    private static final double FARTHEST = 10;

    private static final int HALVINGS = 60;

    private Bonferroni() {}

    /**
     * How many standard errors each of so many intervals reaches to either side; 1.959964 for a single one.
     *
     * @param intervals at least 1
     */
    static double reach(int intervals) {
        double leftOut = ALL / intervals;
        double low = 0;
        double high = FARTHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (ChiSquare.above(middle * middle, 1) > leftOut) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
