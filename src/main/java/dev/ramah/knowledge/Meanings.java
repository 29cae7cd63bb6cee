package dev.ramah.knowledge;

import dev.ramah.language.Vector;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What an article's texts mean: the vectors of what is asked, then of its passages, row after row in one array. */
final class Meanings {

    private final float[] rows;
    private final int asked;
    private final int passages;
    private final Vector centre;

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

    /** The cosine with what is asked that comes nearest. */
    double nearestAsked(Vector question) {
        return nearest(question, 0, asked);
    }

    /** The cosine with the middle of all that is asked. */
    double centre(Vector question) {
        return question.cosine(centre);
    }

    /** The cosine with the nearest passage, or, without one, with what is asked. */
    double nearestPassage(Vector question) {
        return passages == 0 ? nearestAsked(question) : nearest(question, asked, asked + passages);
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
}
