package dev.ramah.knowledge;

import dev.ramah.language.Vector;
import java.util.List;

/** How near an article is to a question. */
record Scored(Shelved article, double score) {

    /** The margin of an article that has no other beside it. */
    static final double ALONE = 0.1;

    // Weighted sums are all that helped; rank fusion lost 5 to 11 points and its score says nothing.
    private static final double NEAREST = 0.60;
    private static final double CENTRE = 0.25;
    private static final double WORDS = 0.15;

    // From this many examples on their middle says more than the article's own text.
    private static final int EXAMPLES = 3;

    // A later passage must be clearly nearer than the first one, which usually holds the answer.
    private static final double LEAD = 0.02;

    static Scored of(Shelved article, Vector question, double words) {
        Meanings meanings = article.meanings();
        if (meanings == null) {
            // Cosines run from about 0.5 (unrelated) to 0.9 (the same question); until they are known, words stand in.
            double likely = 0.5 + 0.4 * words;
            return new Scored(article, (NEAREST + CENTRE) * likely + WORDS * words);
        }
        double nearest = meanings.nearestAsked(question);
        double context = meanings.asked() > EXAMPLES ? meanings.centre(question) : meanings.nearestPassage(question);
        return new Scored(article, NEAREST * nearest + CENTRE * context + WORDS * words);
    }

    /** The passage that answers best; the first one where nothing else is clearly nearer, for it leads. */
    Passage passage(Vector question) {
        List<Passage> passages = article.passages();
        Meanings meanings = article.meanings();
        if (passages.isEmpty()) {
            return new Passage("", article.draft().title());
        }
        int best = 0;
        for (int i = 1; meanings != null && i < passages.size(); i++) {
            double ahead = best == 0 ? LEAD : 0;
            if (meanings.passage(question, i) > meanings.passage(question, best) + ahead) {
                best = i;
            }
        }
        return passages.get(best);
    }
}
