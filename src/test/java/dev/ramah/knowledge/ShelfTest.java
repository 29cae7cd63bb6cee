package dev.ramah.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.language.Vector;
import dev.ramah.language.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private static final int SIZE = 64;
    private static final int EXAMPLES = 6;

    @Test
    void whatIsNearAnArticleIsSureAndWhatIsNearNoneIsNot() {
        Shelf shelf = shelf(30).trained();

        double threshold = shelf.calibration().threshold(0.1);
        List<Double> known = IntStream.range(0, 30).mapToObj(i -> ask(shelf, i)).toList();
        List<Double> unknown =
                IntStream.range(100, 200).mapToObj(i -> ask(shelf, i)).toList();

        assertTrue(shelf.hasOwnCalibration());
        assertTrue(known.stream().filter(each -> each >= threshold).count() >= 27, known::toString);
        assertTrue(unknown.stream().filter(each -> each >= threshold).count() <= 20, unknown::toString);
    }

    @Test
    void tooFewExamplesAreReadAsOthersWere() {
        Shelf shelf = shelf(4).trained();

        assertTrue(shelf.isTrained());
        assertFalse(shelf.hasOwnCalibration());
        assertEquals(Calibration.SHIPPED, shelf.calibration());
    }

    @Test
    void aChangeServesAtOnceWithWhatWasLearnedBefore() {
        Shelf old = shelf(30).trained();

        Shelf changed = old.with(List.of(article(50)), List.of("article 7"), Vocabulary.NONE);

        assertFalse(changed.isTrained());
        assertEquals(old.calibration(), changed.calibration());
        assertEquals("article 50", first(changed, 50));
        assertEquals("article 3", first(changed, 3));
        assertTrue(changed.search("?", question(7), "article 7").articles().stream()
                .noneMatch(each -> each.article().key().equals("article 7")));
    }

    @Test
    void aNewArticleAskedInItsOwnWordsIsSureBeforeAnythingIsKnownOfIt() {
        Draft draft = new Draft(
                "descaling", "en", "How do I descale it? <b>", "Acid.", List.of("How do I descale it?"), List.of());

        Shelf shelf = shelf(30).trained().with(List.of(Shelved.of(draft, 1)), List.of(), Vocabulary.NONE);
        Shelf.Ranked ranked = shelf.search("how do I descale it", question(3), null);

        assertEquals("descaling", ranked.articles().get(0).article().key());
        assertEquals(1, ranked.confidence(0));
        assertEquals(0, ranked.confidence(1));
    }

    @Test
    void twoArticlesWithTheSameWordsAreEquallyLikely() {
        Shelf shelf = Shelf.empty("en")
                .with(
                        Stream.of("one", "other")
                                .map(key -> new Draft(key, "en", "What is new?", key, List.of(), List.of()))
                                .map(each -> Shelved.of(each, 1))
                                .toList(),
                        List.of(),
                        Vocabulary.NONE);
        Shelf.Ranked ranked = shelf.search("What's new? What is new?", question(3), null);
        Shelf.Ranked same = shelf.search("What is new", question(3), null);

        assertTrue(ranked.confidence(0) < 1);
        assertEquals(List.of(0.5, 0.5), List.of(same.confidence(0), same.confidence(1)));
    }

    @Test
    void aNewArticleCountsBesideTrainedOnesThatAreNearlyAsNear() {
        Shelf old = shelf(30).trained();
        double threshold = old.calibration().threshold(0.1);

        Shelf changed =
                old.with(IntStream.range(50, 70).mapToObj(ShelfTest::article).toList(), List.of(), Vocabulary.NONE);
        List<Double> sure = IntStream.range(50, 70)
                .filter(i -> first(changed, i).equals("article " + i))
                .mapToObj(i -> ask(changed, i))
                .filter(each -> each >= threshold)
                .toList();

        assertTrue(sure.size() >= 15, sure::toString);
    }

    @Test
    void whatWasLearnedMeanwhileServesThoseThatAreStillThere() {
        Shelf before = shelf(30);
        Shelf now = before.with(List.of(article(50)), List.of("article 7"), Vocabulary.NONE);

        Shelf taught = now.taughtBy(before.trained());

        assertFalse(taught.isTrained());
        assertTrue(taught.hasOwnCalibration());
        assertEquals("article 3", first(taught, 3));
        assertEquals("article 50", first(taught, 50));
    }

    @Test
    void whatIsLearnedDoesNotDependOnWhichArticleWasWrittenFirst() {
        List<Shelved> articles = new ArrayList<>(
                IntStream.range(0, 30).mapToObj(ShelfTest::article).toList());
        Shelf before =
                Shelf.empty("en").with(articles, List.of(), Vocabulary.NONE).trained();
        Collections.reverse(articles);
        Shelf after = Shelf.empty("en")
                .with(articles.subList(0, 10), List.of(), Vocabulary.NONE)
                .with(articles, List.of(), Vocabulary.NONE)
                .trained();

        assertEquals(before.calibration(), after.calibration());
        assertEquals(ask(before, 3), ask(after, 3));
    }

    @Test
    void theOneWantedIsFoundHoweverFarItIs() {
        Shelf shelf = shelf(30).trained();

        assertTrue(shelf.search("?", question(3), "article 20").articles().stream()
                .anyMatch(each -> each.article().key().equals("article 20")));
    }

    private static double ask(Shelf shelf, int subject) {
        return shelf.search("?", question(subject), null).confidence(0);
    }

    private static String first(Shelf shelf, int subject) {
        return shelf.search("?", question(subject), null)
                .articles()
                .get(0)
                .article()
                .key();
    }

    private static Shelf shelf(int articles) {
        return Shelf.empty("en")
                .with(IntStream.range(0, articles).mapToObj(ShelfTest::article).toList(), List.of(), Vocabulary.NONE);
    }

    /** Its examples lie around one direction, each a little beside it; no word stands in two of them. */
    private static Shelved article(int subject) {
        List<String> questions = new ArrayList<>();
        for (int i = 1; i < EXAMPLES; i++) {
            questions.add("example%dof%d".formatted(i, subject));
        }
        Draft draft = new Draft("article " + subject, "en", "title" + subject, "body" + subject, questions, List.of());
        Shelved shelved = Shelved.of(draft, subject);
        Map<String, Vector> meanings = new HashMap<>();
        for (String text : shelved.texts()) {
            meanings.put(text, near(subject, new Random(text.hashCode())));
        }
        return shelved.with(meanings);
    }

    private static Vector question(int subject) {
        return near(subject, new Random(-subject));
    }

    private static Vector near(int subject, Random random) {
        Random direction = new Random(1_000 + subject);
        float[] values = new float[SIZE];
        double squares = 0;
        for (int i = 0; i < SIZE; i++) {
            values[i] = (float) (1 + direction.nextGaussian() + 0.4 * random.nextGaussian());
            squares += values[i] * values[i];
        }
        for (int i = 0; i < SIZE; i++) {
            values[i] /= (float) Math.sqrt(squares);
        }
        return Vector.copyOf(values, 0, SIZE);
    }
}
