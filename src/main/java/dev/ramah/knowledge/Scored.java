package dev.ramah.knowledge;

import dev.ramah.language.Vector;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How near an article is to a question. */
record Scored(Shelved article, double score) {

    // Weighted sums are all that helps; rank fusion loses 5 to 11 points and its score says nothing. Weights are
    // the best mean of seven sets (BANKING77 with 5 and 10 examples, CLINC150, HINT3, StackFAQ, xSID en and id).
    private static final double NEAREST = 0.45;
    private static final double CONTEXT = 0.55;

    // From this many examples on their middle says more than the article's own text.
    private static final int EXAMPLES = 3;

    // A later passage must be clearly better than an earlier one, for what matters most comes first.
    private static final double LEAD = 0.02;
    private static final double PASSAGE_WORDS = 0.03;
    private static final int SHORTEST_WORD = 3;
    private static final Pattern WORD_ENDS = Pattern.compile("[^\\p{L}\\p{N}]+");

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

    /** The passage that answers best: the nearest one, where words of the question count too ("V60", "PayPal"). */
    Passage passage(String question, Vector meaning) {
        List<Passage> passages = article.passages();
        Meanings meanings = article.meanings();
        if (passages.isEmpty()) {
            return new Passage("", article.draft().title());
        }
        List<String> words = WORD_ENDS
                .splitAsStream(question.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .toList();
        int best = 0;
        double highest = -1;
        for (int i = 0; i < passages.size(); i++) {
            double near = meanings == null ? 0 : meanings.passage(meaning, i);
            double score = near + PASSAGE_WORDS * passages.get(i).share(words);
            if (score > highest + (i == 0 ? 0 : LEAD)) {
                best = i;
                highest = score;
            }
        }
        return passages.get(best);
    }
}
