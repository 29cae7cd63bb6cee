package dev.ramah.knowledge;

import dev.ramah.language.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Calibrates a shelf without any labelled question: it asks the articles' own examples as if they were new, once
 * with the article lacking that fifth of its examples, which is a question it can answer, and once without the
 * article, which is a question that nobody wrote an article for.
 */
final class Rehearsal {

    // Enough for three coefficients and a quantile of 0.05; each takes one search, about 3 ms among 10,000 examples.
    private static final int QUESTIONS = 600;

    // Fewer say less than the shipped coefficients, which were fitted to thousands.
    private static final int FEWEST = 40;

    private static final int FOLDS = 5;

    // Every one of the best three teaches: the second is right now and then.
    private static final int BEST = 3;

    private final Shelf shelf;
    private final Logistic logistic = new Logistic(Calibration.SHIPPED);
    private final List<Trial> unanswerable = new ArrayList<>();
    private int answerable;

    private Rehearsal(Shelf shelf) {
        this.shelf = shelf;
    }

    /** One of an article's examples. */
    private record Example(Shelved article, Meanings meanings, int number) {}

    /** The score of an article and its distance to the best other. */
    private record Trial(double score, double margin) {}

    /** Empty if there are too few examples; the shipped calibration serves then. */
    static Optional<Calibration> of(Shelf shelf) {
        Rehearsal rehearsal = new Rehearsal(shelf);
        List<Example> examples = rehearsal.examples();
        if (examples.size() < FEWEST || shelf.articles().size() < 2) {
            return Optional.empty();
        }
        double step = Math.max(1, (double) examples.size() / QUESTIONS);
        for (double place = 0; place < examples.size(); place += step) {
            rehearsal.ask(examples.get((int) place));
        }
        return Optional.of(rehearsal.learn());
    }

    private List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (Shelved article : shelf.articles()) {
            Meanings meanings = article.meanings();
            for (int number = 0; meanings != null && number < meanings.asked(); number++) {
                examples.add(new Example(article, meanings, number));
            }
        }
        return examples;
    }

    private void ask(Example example) {
        IntPredicate held = number -> number % FOLDS == example.number() % FOLDS;
        Vector meaning = example.meanings().vector(example.number());
        String question = example.article().asked().get(example.number());
        Map<String, Double> words = shelf.words(question, example.article().key(), held);
        List<Scored> others = shelf.scored(meaning, words).stream()
                .filter(each -> !each.article().key().equals(example.article().key()))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(BEST + 1)
                .toList();
        Shelf.Ranked without = new Shelf.Ranked(others, Calibration.SHIPPED);
        unanswerable.add(new Trial(without.articles().get(0).score(), without.margin(0)));
        if (example.meanings().asked() > 1) {
            List<Scored> all = new ArrayList<>(others);
            all.add(shelf.scored(example.article().with(example.meanings().without(held)), meaning, words));
            all.sort(Comparator.comparingDouble(Scored::score).reversed());
            learn(new Shelf.Ranked(all, Calibration.SHIPPED), example.article());
        }
    }

    private void learn(Shelf.Ranked ranked, Shelved right) {
        answerable++;
        for (int place = 0; place < Math.min(BEST, ranked.articles().size()); place++) {
            Scored each = ranked.articles().get(place);
            boolean isRight = each.article().key().equals(right.key());
            logistic.learn(each.score(), ranked.margin(place), isRight, 1);
        }
    }

    /** Nine questions that have an answer for each that has none, as the shipped coefficients were fitted. */
    private Calibration learn() {
        double weight = answerable / 9.0 / unanswerable.size();
        unanswerable.forEach(each -> logistic.learn(each.score(), each.margin(), false, weight));
        Calibration fitted = logistic.fitted();
        return fitted.withUnanswerable(unanswerable.stream()
                .map(each -> fitted.confidence(each.score(), each.margin()))
                .sorted()
                .toList());
    }
}
