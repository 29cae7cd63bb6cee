package dev.ramah.knowledge;

import dev.ramah.language.SentenceModel;
import dev.ramah.language.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All articles as of one moment, for questions; it never changes. */
public final class Edition {

    // Alternatives shown; more is noise.
    private static final int MATCHES = 5;

    private final SentenceModel model;
    private final long version;
    private final Map<String, Shelf> shelves;
    private final Set<String> topicsForPeople;

    /**
     * @param shelves by language
     * @param topicsForPeople the tags whose questions go to a person
     */
    Edition(SentenceModel model, long version, Map<String, Shelf> shelves, Set<String> topicsForPeople) {
        this.model = model;
        this.version = version;
        this.shelves = Map.copyOf(shelves);
        this.topicsForPeople = topicsForPeople;
    }

    long version() {
        return version;
    }

    Map<String, Shelf> shelves() {
        return shelves;
    }

    Edition with(Map<String, Shelf> others) {
        return new Edition(model, version, others, topicsForPeople);
    }

    /** The articles for this question, in its language or, where there are none, in one that there is. */
    public Found search(String question, String language) {
        Optional<Shelf> shelf = Languages.choose(language, shelves);
        if (shelf.isEmpty()) {
            return Found.NOTHING;
        }
        String meant = shelf.get().corrected(question);
        Vector meaning = model.meaning(meant);
        Shelf.Ranked ranked = shelf.get().search(meant, meaning, null);
        List<Match> matches = new ArrayList<>();
        for (int place = 0; place < Math.min(MATCHES, ranked.articles().size()); place++) {
            matches.add(match(ranked, place, meant, meaning));
        }
        return new Found(matches, shelf.get().calibration());
    }

    /** This article's answer to a question, when the customer chose it; empty when it is gone. */
    public Optional<Match> chosen(String article, String question, String language) {
        return Languages.choose(language, shelves).flatMap(shelf -> {
            String meant = shelf.corrected(question);
            Vector meaning = model.meaning(meant);
            Shelf.Ranked ranked = shelf.search(meant, meaning, article);
            return place(ranked, article).map(place -> match(ranked, place, meant, meaning));
        });
    }

    /** How near a meaning is to what this article is asked, -1 to 1; empty when it is not there. */
    public Optional<Double> nearness(String article, String language, Vector meaning) {
        return Optional.ofNullable(shelves.get(language))
                .flatMap(shelf -> shelf.meanings(article))
                .map(meanings -> meanings.nearestAsked(meaning));
    }

    private static Optional<Integer> place(Shelf.Ranked ranked, String article) {
        for (int place = 0; place < ranked.articles().size(); place++) {
            if (ranked.articles().get(place).key().equals(article)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private Match match(Shelf.Ranked ranked, int place, String question, Vector meaning) {
        Scored scored = ranked.articles().get(place);
        Draft draft = scored.article().draft();
        return new Match(
                draft.key(),
                draft.language(),
                draft.title(),
                draft.tags(),
                scored.passage(question, meaning),
                draft.tags().stream().anyMatch(topicsForPeople::contains),
                scored.score(),
                ranked.confidence(place));
    }
}
