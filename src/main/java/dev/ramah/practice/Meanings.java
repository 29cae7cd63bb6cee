package dev.ramah.practice;

import dev.ramah.knowledge.Library;
import dev.ramah.knowledge.Match;
import dev.ramah.language.SentenceModel;
import dev.ramah.language.Vector;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How alike texts are, by the sentence model, and by their words where it does not know the language. */
@Singleton
class Meanings implements Likeness {

    /** Texts whose meaning is remembered: of branches, mostly. */
    private static final int REMEMBERED = 500;

    /** The built-in model reads English; of other languages words tell more. */
    private static final String READ = "en";

    private static final int FEWEST_WORDS = 5;

    private final SentenceModel model;
    private final Library library;
    private final Map<String, Vector> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Vector> eldest) {
            return size() > REMEMBERED;
        }
    };

    Meanings(SentenceModel model, Library library) {
        this.model = model;
        this.library = library;
    }

    @Override
    public double of(String one, String other) {
        return meaning(one).cosine(meaning(other));
    }

    private Vector meaning(String text) {
        synchronized (remembered) {
            @Nullable Vector known = remembered.get(text);
            if (known != null) {
                return known;
            }
        }
        Vector fresh = model.meaning(text);
        synchronized (remembered) {
            remembered.put(text, fresh);
        }
        return fresh;
    }

    /** This article, as answers are compared with it; null when it is not there. */
    Judge.@Nullable Article article(Plot plot) {
        Plot.Source right = plot.article();
        if (right == null
                || library.current()
                        .chosen(right.article(), right.title(), plot.language())
                        .isEmpty()) {
            return null;
        }
        return answer -> library.current()
                .chosen(right.article(), answer, plot.language())
                .map(match -> nearness(answer, match, plot.language()))
                .orElse(-1.0);
    }

    /** Sentence by sentence: who says what one of the article says has used it, whatever else they say. */
    private double nearness(String answer, Match match, String language) {
        String passage = match.passage().text();
        double nearest = -1;
        for (String said : Branch.sentences(answer).toList()) {
            if (Disguise.words(said).size() < FEWEST_WORDS) {
                continue;
            }
            nearest = Math.max(nearest, share(said, match.title() + " " + passage));
            if (language.startsWith(READ)) {
                for (String sentence : Branch.sentences(passage).toList()) {
                    nearest = Math.max(nearest, of(said, sentence));
                }
            }
        }
        return nearest;
    }

    /** What share of the longer words of an answer the passage has; -1 where there are too few to tell. */
    static double share(String answer, String passage) {
        Set<String> there = Disguise.words(passage).stream().collect(Collectors.toSet());
        List<String> said = Disguise.words(answer).stream()
                .filter(each -> each.length() > 3)
                .distinct()
                .toList();
        return said.size() < FEWEST_WORDS
                ? -1
                : (double) said.stream().filter(there::contains).count() / said.size();
    }
}
