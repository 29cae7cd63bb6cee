package dev.ramah.knowledge;

import dev.ramah.language.Vector;
import dev.ramah.language.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The articles of one language, ready for questions. Its articles never change: a change makes a new shelf, which
 * goes on with what the old one has learned until it is trained itself.
 */
final class Shelf {

    // By key: what is learned depends on their order, and has to be the same on every node and after every start.
    private final Map<String, Shelved> articles;
    private final Lexicon lexicon;
    private final Spelling spelling;
    private final Wordings wordings;
    private final Index index;
    private final Training training;

    /**
     * What has been learned.
     *
     * @param calibration how confidences are read; the shipped one as long as there are too few examples
     * @param own whether the calibration was learned from these articles' own examples
     * @param newest whether it was learned from the articles as they are now
     */
    private record Training(Calibration calibration, boolean own, boolean newest) {

        Training old() {
            return new Training(calibration, own, false);
        }
    }

    private Shelf(
            Map<String, Shelved> articles,
            Lexicon lexicon,
            Spelling spelling,
            Wordings wordings,
            Classifier classifier,
            Training training) {
        this.articles = articles;
        this.lexicon = lexicon;
        this.spelling = spelling;
        this.wordings = wordings;
        this.index = index(articles.values(), classifier, lexicon.trust());
        this.training = training;
    }

    private static Index index(Collection<Shelved> articles, Classifier classifier, double trust) {
        List<Shelved> known =
                articles.stream().filter(each -> each.meanings() != null).toList();
        return new Index(known, classifier.of(meanings(known)), trust);
    }

    private static List<Meanings> meanings(List<Shelved> articles) {
        List<Meanings> meanings = new ArrayList<>();
        for (Shelved each : articles) {
            if (each.meanings() != null) {
                meanings.add(each.meanings());
            }
        }
        return meanings;
    }

    static Shelf empty(String language) {
        return new Shelf(
                Map.of(),
                new Lexicon(language),
                Spelling.NONE,
                new Wordings(List.of()),
                Classifier.start(List.of()),
                new Training(Calibration.SHIPPED, false, false));
    }

    /** A shelf with these put in or replaced and those taken out. The lexicon is shared and moves on with it. */
    Shelf with(Collection<Shelved> written, Collection<String> deleted, Vocabulary vocabulary) {
        Map<String, Shelved> next = new TreeMap<>(articles);
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
        List<String> texts =
                next.values().stream().flatMap(each -> each.texts().stream()).toList();
        return new Shelf(
                next,
                lexicon,
                Spelling.of(texts, lexicon.isEnglish(), vocabulary),
                new Wordings(next.values()),
                classifier(),
                training.old());
    }

    /** A shelf of its own with these put in or replaced, that shares nothing which changes with this one. */
    Shelf apart(Collection<Shelved> written, Vocabulary vocabulary) {
        return new Shelf(
                        Map.of(),
                        lexicon.sameLanguage(),
                        Spelling.NONE,
                        new Wordings(List.of()),
                        Classifier.start(List.of()),
                        training)
                .with(articles.values(), List.of(), vocabulary)
                .with(written, List.of(), vocabulary)
                .taughtBy(this);
    }

    /** A shelf with these articles' meanings, as far as the same texts are still on it. */
    Shelf embedded(Collection<Shelved> meant) {
        Map<String, Shelved> next = new TreeMap<>(articles);
        for (Shelved each : meant) {
            next.computeIfPresent(each.key(), (key, now) -> now.changed() == each.changed() ? each : now);
        }
        return new Shelf(next, lexicon, spelling, wordings, classifier(), training.old());
    }

    /** The same, trained; the old one serves meanwhile. */
    Shelf trained() {
        Classifier classifier = Classifier.trained(meanings(index.articles()));
        Optional<Calibration> own = Rehearsal.of(index, lexicon);
        Training fresh = new Training(own.orElse(Calibration.SHIPPED), own.isPresent(), true);
        return new Shelf(articles, lexicon, spelling, wordings, classifier, fresh);
    }

    /** The same with what another has learned, from what the articles were a moment ago. */
    Shelf taughtBy(Shelf other) {
        return new Shelf(articles, lexicon, spelling, wordings, other.classifier(), other.training.old());
    }

    private Classifier classifier() {
        return index.classifier();
    }

    /** How its confidences are read. */
    Calibration calibration() {
        return training.calibration();
    }

    /** Whether it was trained on these very articles. */
    boolean isTrained() {
        return training.newest();
    }

    /** Whether confidences are read as its own articles' examples say; otherwise as others' did. */
    boolean hasOwnCalibration() {
        return training.own();
    }

    /** What this article's texts mean, if it is there and was read. */
    Optional<Meanings> meanings(String article) {
        return Optional.ofNullable(articles.get(article)).map(Shelved::meanings);
    }

    Collection<Shelved> articles() {
        return articles.values();
    }

    /** The question with mistyped words as they were meant. */
    String corrected(String question) {
        return spelling.corrected(question);
    }

    /** The best articles, the best first, and somewhere among them one that is wanted all the same. */
    Ranked search(String question, Vector meaning, @Nullable String wanted) {
        Map<String, Double> words = lexicon.search(question);
        Set<String> verbatim = wordings.of(question);
        Set<String> kept = new HashSet<>(verbatim);
        if (wanted != null) {
            kept.add(wanted);
        }
        List<Scored> scored = index.search(meaning, words, kept);
        if (index.articles().size() < articles.size()) {
            articles.values().stream()
                    .filter(each -> each.meanings() == null)
                    .forEach(each ->
                            scored.add(Scored.byWords(each, words.getOrDefault(each.key(), 0.0), lexicon.trust())));
        }
        return Ranked.of(scored, verbatim, training.calibration());
    }

    /**
     * Articles by score, and how these are read.
     *
     * @param verbatim the first so many are asked for in their own words
     */
    record Ranked(List<Scored> articles, int verbatim, Calibration calibration) {

        // Of an article that has no other beside it.
        private static final double ALONE = 0.1;

        static Ranked of(List<Scored> scored, Set<String> verbatim, Calibration calibration) {
            Comparator<Scored> ownWords = Comparator.comparing(each -> !verbatim.contains(each.key()));
            return new Ranked(
                    scored.stream()
                            .sorted(ownWords.thenComparing(
                                    Comparator.comparingDouble(Scored::score).reversed()))
                            .toList(),
                    verbatim.size(),
                    calibration);
        }

        /** What speaks for this one. */
        Evidence evidence(int place) {
            Scored it = articles.get(place);
            double margin = articles.size() < 2
                    ? ALONE
                    : it.score() - articles.get(place == 0 ? 1 : 0).score();
            return new Evidence(it.score(), margin, it.nearest(), it.middle(), it.words());
        }

        /** The probability that this one is right; those that are asked for in their own words share all of it. */
        double confidence(int place) {
            if (verbatim > 0) {
                return place < verbatim ? 1.0 / verbatim : 0;
            }
            return calibration.confidence(evidence(place));
        }
    }
}
