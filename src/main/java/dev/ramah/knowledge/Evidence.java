package dev.ramah.knowledge;

/**
 * What speaks for an article being the right one.
 *
 * @param score of the article, see {@link Scored}
 * @param margin to the best other article; negative for all but the first
 * @param nearest the cosine with the nearest of its texts
 * @param middle the cosine with the middle of its examples, less what its own examples have with it: a
 *     question that lies further out than they do is probably about something else
 */
record Evidence(double score, double margin, double nearest, double middle) {

    /** How many numbers it is, with the constant one before them. */
    static final int SIZE = 5;

    double[] numbers() {
        return new double[] {1, score, margin, nearest, middle};
    }
}
