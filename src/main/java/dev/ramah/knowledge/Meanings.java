package dev.ramah.knowledge;

import dev.ramah.language.Vector;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What an article's texts mean: the vectors of what is asked, then of its passages, row after row in one array. */
final class Meanings {

    // From this many examples on they say more than the article's own text.
    private static final int EXAMPLES = 4;

    // Below a cosine of one less this, an example leaves half of the say to the passages.
    private static final double DOUBT = 0.15;

    private final float[] rows;
    private final int asked;
    private final int passages;
    private final Vector centre;
    private final double cohesion;

    /** The first {@code asked} are of questions, there is one at least; the others are of passages. */
    Meanings(List<Vector> vectors, int asked) {
        int size = vectors.get(0).size();
        this.rows = new float[vectors.size() * size];
        for (int i = 0; i < vectors.size(); i++) {
            vectors.get(i).copyTo(rows, i * size);
        }
        this.asked = asked;
        this.passages = vectors.size() - asked;
        this.centre = Vector.middle(vectors.subList(0, asked));
        this.cohesion = meanCosineWithTheRest();
    }

    int asked() {
        return asked;
    }

    /** The same without some of what is asked; one at least must stay. */
    Meanings without(IntPredicate numbers) {
        List<Vector> kept = IntStream.range(0, asked + passages)
                .filter(i -> i >= asked || !numbers.test(i))
                .mapToObj(this::vector)
                .toList();
        return new Meanings(kept, kept.size() - passages);
    }

    /** The meaning of one of the questions or, after them, of the passages. */
    Vector vector(int number) {
        return Vector.copyOf(rows, number * centre.size(), centre.size());
    }

    /** How many of them a classifier learns from: of an article with few examples its passages too. */
    int teaching() {
        return asked < EXAMPLES ? asked + passages : asked;
    }

    void copyTo(int number, float[] target, int at) {
        System.arraycopy(rows, number * centre.size(), target, at, centre.size());
    }

    /** The direction of the middle of all that is asked. */
    Vector centre() {
        return centre;
    }

    /**
     * The cosine with what is asked that comes nearest. Where few examples are, half of it is the nearest passage's, and
     * the less the nearer the question is to an example: one that is asked in nearly the same words needs no other proof.
     */
    double nearest(Vector question) {
        double example = nearest(question, 0, asked);
        if (asked >= EXAMPLES || passages == 0) {
            return example;
        }
        double share = Math.min(1, (1 - example) / DOUBT) / 2;
        return example + share * (nearest(question, asked, asked + passages) - example);
    }

    /** The cosine with the middle of all that is asked. */
    double middle(Vector question) {
        return question.cosine(centre);
    }

    /** The mean cosine of what is asked with the middle of the rest; 0 with a single one. */
    double cohesion() {
        return cohesion;
    }

    double passage(Vector question, int number) {
        return question.dot(rows, (asked + number) * question.size());
    }

    private double nearest(Vector question, int from, int to) {
        double best = -1;
        for (int i = from; i < to; i++) {
            best = Math.max(best, question.dot(rows, i * question.size()));
        }
        return best;
    }

    /** With the sum of all at hand, the rest of each is that sum without it. */
    private double meanCosineWithTheRest() {
        float[] sum = new float[centre.size()];
        for (int i = 0; i < asked * sum.length; i++) {
            sum[i % sum.length] += rows[i];
        }
        double squares = 0;
        for (float each : sum) {
            squares += each * each;
        }
        double cosines = 0;
        for (int number = 0; asked > 1 && number < asked; number++) {
            double with = vector(number).dot(sum, 0);
            cosines += (with - 1) / Math.sqrt(Math.max(1e-6, squares - 2 * with + 1));
        }
        return cosines / asked;
    }
}
