package dev.ramah.insight;

/**
 * Times of like length in one bin, each bin reaching 2% further than where it begins. A bin keeps how many fell into it
 * and how long they took in all, so its mean stands for each of them: it is off by at most 2%, and not at all where they
 * are one or equal. Sums can be added and taken away again, which sorted lists can't (after C. Masson, J. Rim, H. Lee,
 * "DDSketch", PVLDB 12 (2019), 2195-2205).
 */
final class Bins {

    private static final double GROWTH = 1.02;
    private static final double LOG = Math.log(GROWTH);

    /** The last one takes whatever is longer than thirty years. */
    static final int MOST = 1_400;

    private Bins() {}

    /** The bin of so many milliseconds. */
    static int of(long millis) {
        return millis < 1 ? 0 : Math.min(MOST - 1, 1 + (int) (Math.log((double) millis) / LOG));
    }
}
