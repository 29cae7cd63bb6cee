package dev.ramah.knowledge;

import dev.ramah.language.Vector;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How well an article fits a question.
 *
 * @param score the weighted sum of its nearest example, of what the classifier says, and of words; about 0.3 (nothing
 *     in common) to 1 (the same words)
 * @param nearest see {@link Evidence}
 * @param middle see {@link Evidence}
 */
record Scored(Shelved article, double score, double nearest, double middle) {

    // Weighted sums are all that helps; rank fusion loses 5 to 11 points and its score says nothing. Weights are from
    // the middle of a plateau: the mean of 14 cuts of BANKING77, CLINC150, HINT3 and xSID changes by 0.1 if one
    // doubles.
    private static final double NEAREST = 0.6;
    private static final double CLASSIFIED = 0.05;

    // A later passage must be clearly better than an earlier one, for what matters most comes first. The sentence model
    // knows English; elsewhere words and the order of the article say more.
    private static final double LEAD = 0.02;
    private static final double LEAD_ELSEWHERE = 0.06;
    private static final double PASSAGE_WORDS = 0.03;
    private static final double PASSAGE_WORDS_ELSEWHERE = 0.15;
    private static final int SHORTEST_WORD = 3;
    private static final Pattern WORD_ENDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    String key() {
        return article.key();
    }

    /** What the classifier's logarithm of a probability adds. */
    static double classified(double log) {
        return CLASSIFIED * log;
    }

    /** The weight of words {@code trust} says how much they add to meanings. */
    static double sum(double nearest, double log, double words, double trust) {
        return (NEAREST * nearest + classified(log) + trust * words) / (NEAREST + trust);
    }

    /** Of an article whose meaning isn't known yet: its words stand in for it. */
    static Scored byWords(Shelved article, double words, double trust) {
        // Cosines run from about 0.5 (unrelated) to 0.9 (the same question); a third of the words is a fair match.
        double nearest = 0.5 + 0.4 * words;
        double log = Classifier.LEAST * Math.max(0, 1 - 3 * words);
        return new Scored(article, sum(nearest, log, words, trust), nearest, 0);
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
        boolean english = Languages.primary(article.draft().language()).equals("en");
        double wordsWeigh = english ? PASSAGE_WORDS : PASSAGE_WORDS_ELSEWHERE;
        double lead = english ? LEAD : LEAD_ELSEWHERE;
        int best = 0;
        double highest = -1;
        for (int i = 0; i < passages.size(); i++) {
            double near = meanings == null ? 0 : meanings.passage(meaning, i);
            double score = near + wordsWeigh * passages.get(i).share(words);
            if (score > highest + (i == 0 ? 0 : lead)) {
                best = i;
                highest = score;
            }
        }
        return passages.get(best);
    }
}
