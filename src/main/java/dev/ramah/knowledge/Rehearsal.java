package dev.ramah.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Calibrates without any labelled question, from the articles' own examples, which it asks as if they were new. In each
 * of five rounds a fifth of the articles is away: their examples are questions that nobody wrote an article for. Of the
 * others a fifth of the examples is away: those are questions that can be answered.
 */
final class Rehearsal {

    // Of each kind: enough for five weights and a quantile of 0.05. Each takes one search.
    private static final int QUESTIONS = 1_000;

    // Fewer say less than the shipped weights, which were fitted to thousands.
    private static final int FEWEST = 40;
    private static final int FEWEST_ARTICLES = 5;

    private static final int FOLDS = 5;

    // Questions that have an answer for each that has none, as the shipped weights were fitted: of real customers'
    // questions between none and half have none.
    private static final double ANSWERABLE = 3;

    private final Lexicon lexicon;
    private final Random random = new Random(1);
    private final Logistic logistic = new Logistic(Calibration.SHIPPED);
    private final List<Evidence> unanswerable = new ArrayList<>();
    private int answerable;

    private Rehearsal(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** One of an article's examples. */
    private record Example(Shelved article, Meanings meanings, int number) {}

    /** Empty if there are too few examples; the shipped calibration serves then. */
    static Optional<Calibration> of(Index index, Lexicon lexicon) {
        int examples = examples(index.articles()).size();
        if (examples < FEWEST || index.articles().size() < FEWEST_ARTICLES) {
            return Optional.empty();
        }
        Rehearsal rehearsal = new Rehearsal(lexicon);
        List<Shelved> shuffled = new ArrayList<>(index.articles());
        Collections.shuffle(shuffled, rehearsal.random);
        for (int fold = 0; fold < FOLDS; fold++) {
            rehearsal.rehearse(shuffled, fold);
        }
        return Optional.of(rehearsal.learn(shuffled.size()));
    }

    private void rehearse(List<Shelved> articles, int fold) {
        List<Shelved> away = every(articles, place -> place % FOLDS == fold);
        List<Shelved> there = every(articles, place -> place % FOLDS != fold);
        IntPredicate heldOut = number -> number % FOLDS == fold;
        List<Shelved> lacking =
                there.stream().map(each -> lacking(each, heldOut)).toList();
        Classifier classifier = Classifier.trained(meanings(lacking));
        ask(new Index(lacking, classifier, lexicon.trust()), answerable(there, heldOut), heldOut);
        // These examples' own articles are away as a whole, so the others can have all of theirs.
        ask(new Index(there, classifier, lexicon.trust()), examples(away), number -> false);
    }

    private static List<Shelved> every(List<Shelved> articles, IntPredicate places) {
        return IntStream.range(0, articles.size())
                .filter(places)
                .mapToObj(articles::get)
                .toList();
    }

    private static Shelved lacking(Shelved article, IntPredicate heldOut) {
        Meanings meanings = meanings(article);
        return meanings.asked() > 1 ? article.with(meanings.without(heldOut)) : article;
    }

    private static List<Example> examples(List<Shelved> articles) {
        return articles.stream()
                .flatMap(each -> IntStream.range(0, meanings(each).asked())
                        .mapToObj(number -> new Example(each, meanings(each), number)))
                .toList();
    }

    private static List<Example> answerable(List<Shelved> articles, IntPredicate heldOut) {
        return examples(articles).stream()
                .filter(each -> each.meanings().asked() > 1 && heldOut.test(each.number()))
                .toList();
    }

    private void ask(Index index, List<Example> examples, IntPredicate heldOut) {
        List<Example> some = new ArrayList<>(examples);
        Collections.shuffle(some, random);
        Set<String> there = index.articles().stream().map(Shelved::key).collect(Collectors.toSet());
        some.stream().limit(QUESTIONS / FOLDS).forEach(each -> ask(index, each, there, heldOut));
    }

    private void ask(Index index, Example example, Set<String> there, IntPredicate heldOut) {
        String question = example.article().asked().get(example.number());
        String own = example.article().key();
        Map<String, Double> words =
                lexicon.search(question, (article, number) -> article.equals(own) && heldOut.test(number));
        List<Scored> scored = index.search(example.meanings().vector(example.number()), words, Set.of());
        Shelf.Ranked ranked = Shelf.Ranked.of(scored, Set.of(), Calibration.SHIPPED);
        if (there.contains(own)) {
            answerable++;
            logistic.learn(ranked.evidence(0), first(ranked).equals(own), 1);
        } else {
            unanswerable.add(ranked.evidence(0));
        }
    }

    private static String first(Shelf.Ranked ranked) {
        return ranked.articles().get(0).article().key();
    }

    /**
     * Articles are what was drawn, not questions, and the one missing next may be worse than all: so one article's share
     * of questions counts as sure, as in conformal prediction (Vovk, Gammerman and Shafer 2005).
     */
    private Calibration learn(int articles) {
        double weight = answerable / ANSWERABLE / unanswerable.size();
        unanswerable.forEach(each -> logistic.learn(each, false, weight));
        Calibration fitted = logistic.fitted();
        Stream<Double> seen = unanswerable.stream().map(fitted::confidence).sorted();
        Stream<Double> next = Stream.generate(() -> 1.0).limit(unanswerable.size() / articles);
        return fitted.withUnanswerable(Stream.concat(seen, next).toList());
    }

    private static List<Meanings> meanings(List<Shelved> articles) {
        return articles.stream().map(Rehearsal::meanings).toList();
    }

    private static Meanings meanings(Shelved article) {
        return Objects.requireNonNull(article.meanings());
    }
}
