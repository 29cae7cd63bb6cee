package dev.ramah.knowledge;

import dev.ramah.language.Vector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The articles of one language, ready for questions. Its articles never change: a change makes a new shelf. */
final class Shelf {

    private final Map<String, Shelved> articles;
    private final Lexicon lexicon;
    private final Calibration calibration;
    private final boolean calibrated;

    private Shelf(Map<String, Shelved> articles, Lexicon lexicon, Calibration calibration, boolean calibrated) {
        this.articles = articles;
        this.lexicon = lexicon;
        this.calibration = calibration;
        this.calibrated = calibrated;
    }

    static Shelf empty(String language) {
        return new Shelf(Map.of(), new Lexicon(language), Calibration.SHIPPED, false);
    }

    /** A shelf with these put in or replaced and those taken out. The lexicon is shared and moves on with it. */
    Shelf with(Collection<Shelved> written, Collection<String> deleted) {
        Map<String, Shelved> next = new LinkedHashMap<>(articles);
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (Shelved each : written) {
            next.put(each.key(), each);
            words.put(each.key(), each.texts());
        }
        for (String key : deleted) {
            next.remove(key);
            words.put(key, List.of());
        }
        lexicon.put(words);
        return new Shelf(next, lexicon, calibration, false);
    }

    /** A shelf with these articles' meanings, as far as the same texts are still on it. */
    Shelf embedded(Collection<Shelved> meant) {
        Map<String, Shelved> next = new LinkedHashMap<>(articles);
        for (Shelved each : meant) {
            next.computeIfPresent(each.key(), (key, now) -> now.changed() == each.changed() ? each : now);
        }
        return new Shelf(next, lexicon, calibration, false);
    }

    /** The same with a calibration of its own; the old one served meanwhile. */
    Shelf with(Calibration fresh) {
        return new Shelf(articles, lexicon, fresh, true);
    }

    /** How its scores are read. */
    Calibration calibration() {
        return calibration;
    }

    /** Whether the calibration is of these very articles. */
    boolean isCalibrated() {
        return calibrated;
    }

    Collection<Shelved> articles() {
        return articles.values();
    }

    /** All articles, the best first. Brute force: 10,000 examples take 3 ms. */
    Ranked search(String question, Vector meaning) {
        List<Scored> scored = scored(meaning, lexicon.search(question));
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        return new Ranked(scored, calibration);
    }

    /** All articles, in no order, for a question whose words say this. */
    List<Scored> scored(Vector meaning, Map<String, Double> words) {
        List<Scored> scored = new ArrayList<>(articles.size());
        for (Shelved each : articles.values()) {
            scored.add(scored(each, meaning, words));
        }
        return scored;
    }

    Scored scored(Shelved article, Vector meaning, Map<String, Double> words) {
        return Scored.of(article, meaning, words.getOrDefault(article.key(), 0.0), lexicon.trust());
    }

    /** What the words of a question say if some texts of one article are held out. */
    Map<String, Double> words(String question, String article, IntPredicate heldOut) {
        return lexicon.search(question, (each, number) -> each.equals(article) && heldOut.test(number));
    }

    /** Articles by score, and how these are read. */
    record Ranked(List<Scored> articles, Calibration calibration) {

        // Of an article that has no other beside it.
        private static final double ALONE = 0.1;

        /** How far this one is ahead of the best other; negative for all but the first. */
        double margin(int place) {
            if (articles.size() < 2) {
                return ALONE;
            }
            return articles.get(place).score()
                    - articles.get(place == 0 ? 1 : 0).score();
        }

        /** The probability that this one is right. */
        double confidence(int place) {
            return calibration.confidence(articles.get(place).score(), margin(place));
        }
    }
}
