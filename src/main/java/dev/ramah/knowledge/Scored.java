package dev.ramah.knowledge;

import dev.ramah.language.Vector;
import java.util.List;

/** How near an article is to a question. */
record Scored(Shelved article, double score) {

    // Weighted sums are all that helps; rank fusion loses 5 to 11 points and its score says nothing. Weights are
    // the best mean of seven sets (BANKING77 with 5 and 10 examples, CLINC150, HINT3, StackFAQ, xSID en and id).
    private static final double NEAREST = 0.45;
    private static final double CONTEXT = 0.55;

    // From this many examples on their middle says more than the article's own text.
    private static final int EXAMPLES = 3;

    // A later passage must be clearly nearer than the first one, which usually holds the answer.
    private static final double LEAD = 0.02;

    /** The weight of words {@code trust} says how much they add to meanings, which together weigh 1. */
    static Scored of(Shelved article, Vector question, double words, double trust) {
        Meanings meanings = article.meanings();
        // Cosines run from about 0.5 (unrelated) to 0.9 (the same question); until they are known, words stand in.
        double meaning = meanings == null ? 0.5 + 0.4 * words : meaning(meanings, question);
        return new Scored(article, (meaning + trust * words) / (1 + trust));
    }

    private static double meaning(Meanings meanings, Vector question) {
        double context = meanings.asked() > EXAMPLES ? meanings.centre(question) : meanings.nearestPassage(question);
        return NEAREST * meanings.nearestAsked(question) + CONTEXT * context;
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
