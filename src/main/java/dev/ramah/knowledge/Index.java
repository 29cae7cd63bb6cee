package dev.ramah.knowledge;

import dev.ramah.language.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the best articles for a question without looking at every example: the classifier, at the cost of one example
 * an article, and the words choose the articles whose examples are looked at. It never changes.
 */
final class Index {

    // Articles whose examples are looked at; twice as many changed no set's accuracy.
    private static final int CANDIDATES = 10;

    // An article's own cohesion counts as much as this many of its examples, the mean of all for the others.
    private static final double SHRINK = 3;

    // How near examples lie to their article's middle where no article has two of them.
    private static final double USUAL = 0.85;

    private final List<Shelved> articles;
    private final Classifier classifier;
    private final double trust;
    private final double cohesion;

    /**
     * @param articles with their meanings, in the order that the classifier knows
     * @param trust the weight of words
     */
    Index(List<Shelved> articles, Classifier classifier, double trust) {
        this.articles = articles;
        this.classifier = classifier;
        this.trust = trust;
        this.cohesion = articles.stream()
                .map(Index::meanings)
                .filter(each -> each.asked() > 1)
                .mapToDouble(Meanings::cohesion)
                .average()
                .orElse(USUAL);
    }

    private static Meanings meanings(Shelved article) {
        return Objects.requireNonNull(article.meanings());
    }

    List<Shelved> articles() {
        return articles;
    }

    Classifier classifier() {
        return classifier;
    }

    /** The best, in no order, and those wanted by their keys. */
    List<Scored> search(Vector question, Map<String, Double> words, Set<String> wanted) {
        double[] logs = classifier.logProbabilities(question);
        double[] first = IntStream.range(0, logs.length)
                .mapToDouble(i -> Scored.classified(logs[i]) + trust * wordsOf(i, words))
                .toArray();
        PriorityQueue<Integer> best = new PriorityQueue<>(Comparator.comparingDouble(i -> first[i]));
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            best.add(i);
            if (wanted.contains(articles.get(i).key())) {
                scored.add(scored(i, question, logs[i], words));
            }
            if (best.size() > CANDIDATES) {
                best.remove();
            }
        }
        best.stream()
                .filter(i -> !wanted.contains(articles.get(i).key()))
                .forEach(i -> scored.add(scored(i, question, logs[i], words)));
        return scored;
    }

    private double wordsOf(int place, Map<String, Double> words) {
        return words.getOrDefault(articles.get(place).key(), 0.0);
    }

    private Scored scored(int place, Vector question, double log, Map<String, Double> words) {
        Meanings meanings = meanings(articles.get(place));
        double nearest = meanings.nearest(question);
        int others = meanings.asked() - 1;
        double usual = (others * meanings.cohesion() + SHRINK * cohesion) / (others + SHRINK);
        return new Scored(
                articles.get(place),
                Scored.sum(nearest, log, wordsOf(place, words), trust),
                nearest,
                meanings.middle(question) - usual);
    }
}
