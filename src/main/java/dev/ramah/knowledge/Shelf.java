package dev.ramah.knowledge;

import dev.ramah.language.Vector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The articles of one language, ready for questions. Its articles never change: a change makes a new shelf. */
final class Shelf {

    private final Map<String, Shelved> articles;
    private final Lexicon lexicon;

    private Shelf(Map<String, Shelved> articles, Lexicon lexicon) {
        this.articles = articles;
        this.lexicon = lexicon;
    }

    static Shelf empty(String language) {
        return new Shelf(Map.of(), new Lexicon(language));
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
        return new Shelf(next, lexicon);
    }

    /** A shelf with these articles' meanings, as far as the same texts are still on it. */
    Shelf embedded(Collection<Shelved> meant) {
        Map<String, Shelved> next = new LinkedHashMap<>(articles);
        for (Shelved each : meant) {
            next.computeIfPresent(each.key(), (key, now) -> now.changed() == each.changed() ? each : now);
        }
        return new Shelf(next, lexicon);
    }

    Collection<Shelved> articles() {
        return articles.values();
    }

    /** All articles, the best first. Brute force: 10,000 examples take 3 ms. */
    Ranked search(String question, Vector meaning) {
        Map<String, Double> words = lexicon.search(question);
        List<Scored> scored = new ArrayList<>(articles.size());
        for (Shelved each : articles.values()) {
            scored.add(Scored.of(each, meaning, words.getOrDefault(each.key(), 0.0), lexicon.trust()));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        return new Ranked(scored);
    }

    /** Articles by score. */
    record Ranked(List<Scored> articles) {

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
    }
}
