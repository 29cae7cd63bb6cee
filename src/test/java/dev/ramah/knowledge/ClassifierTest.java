package dev.ramah.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.language.Vector;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierTest {

    // Two articles whose examples differ only in the second direction, though they are spread along the first.
    private static final Meanings LEFT = asked(vector(1, 0.3, 0), vector(0.2, 0.3, 1));
    private static final Meanings RIGHT = asked(vector(1, -0.3, 0.6), vector(0.6, -0.3, 1));
    private static final Meanings NEW = asked(vector(-1, 0, 0));

    @Test
    void learnsWhatSetsArticlesApart() {
        Vector question = vector(0.6, 0.1, 1);

        double before = margin(Classifier.start(List.of(LEFT, RIGHT)), question);
        double after = margin(Classifier.trained(List.of(LEFT, RIGHT)), question);

        assertTrue(before < 0, "the middles mislead: " + before);
        assertTrue(after > 0, "the examples don't: " + after);
    }

    @Test
    void probabilitiesAddUpToOne() {
        double[] logs = Classifier.trained(List.of(LEFT, RIGHT, NEW)).logProbabilities(vector(0.5, 0.1, 0.2));

        assertEquals(1, Arrays.stream(logs).map(Math::exp).sum(), 1e-4);
    }

    @Test
    void aNewArticleCountsBeforeItWasLearnedAndADeletedOneNoMore() {
        Classifier old = Classifier.trained(List.of(LEFT, RIGHT));

        double[] logs = old.of(List.of(NEW, RIGHT)).logProbabilities(vector(-1, 0.1, 0));

        assertEquals(2, logs.length);
        assertTrue(logs[0] > -0.1, Arrays.toString(logs));
    }

    @Test
    void theSameArticlesTeachTheSame() {
        Vector question = vector(0.5, 0.05, 0.4);

        assertEquals(
                margin(Classifier.trained(List.of(LEFT, RIGHT)), question),
                margin(Classifier.trained(List.of(LEFT, RIGHT)), question),
                0);
    }

    private static double margin(Classifier classifier, Vector question) {
        double[] logs = classifier.logProbabilities(question);
        return logs[0] - logs[1];
    }

    private static Meanings asked(Vector... vectors) {
        return new Meanings(List.of(vectors), vectors.length);
    }

    private static Vector vector(double a, double b, double c) {
        float length = (float) Math.sqrt(a * a + b * b + c * c);
        float[] values = {(float) a / length, (float) b / length, (float) c / length, 0};
        return Vector.copyOf(values, 0, values.length);
    }
}
