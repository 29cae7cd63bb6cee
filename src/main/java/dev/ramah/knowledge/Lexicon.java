package dev.ramah.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Finds articles by their words (BM25, Robertson and Zaragoza 2009), text by text, so that long articles don't drown.
 * What is a word in which language is Lucene's; its index isn't used: for texts that fit into memory as plain arrays,
 * adding up all of them takes a tenth of the time that finding the best in an index does.
 */
final class Lexicon {

    // A question has fewer; who pastes a page is found by its beginning.
    private static final int MOST_WORDS = 200;

    private final String language;
    private final boolean english;
    private final Analyzer analyzer;

    // Each word once, however many texts it stands in.
    private final Map<String, String> vocabulary = new HashMap<>();

    // By article, how often each word stands in each of its texts.
    private final Map<String, List<Map<String, Integer>>> read = new LinkedHashMap<>();
    private volatile Postings postings = Postings.of(Map.of());

    Lexicon(String language) {
        this.language = language;
        this.english = Languages.primary(language).equals("en");
        this.analyzer = Analyzers.of(language);
    }

    /** Replaces these articles' texts; an empty list removes one. Counts in the next question. */
    synchronized void put(Map<String, List<String>> texts) {
        texts.forEach((article, all) -> {
            if (all.isEmpty()) {
                read.remove(article);
            } else {
                read.put(article, all.stream().map(this::counted).toList());
            }
        });
        postings = Postings.of(read);
    }

    private Map<String, Integer> counted(String text) {
        Map<String, Integer> counts = new HashMap<>();
        words(text).forEach(word -> counts.merge(vocabulary.computeIfAbsent(word, same -> same), 1, Integer::sum));
        return Map.copyOf(counts);
    }

    /** How much words add to the meaning of a sentence: the model knows English, so elsewhere words say more. */
    double trust() {
        return english ? 0.06 : 0.50;
    }

    /** An empty one. */
    Lexicon sameLanguage() {
        return new Lexicon(language);
    }

    boolean isEnglish() {
        return english;
    }

    /** By article, 0 to 1: 1 is a text with all of the question's words and few others. */
    Map<String, Double> search(String question) {
        return search(question, (article, number) -> false);
    }

    /** As if these texts, by article and their number in it, were not there. */
    Map<String, Double> search(String question, BiPredicate<String, Integer> without) {
        Set<String> words =
                words(question).stream().limit(MOST_WORDS).collect(Collectors.toCollection(LinkedHashSet::new));
        return postings.best(words, without);
    }

    private List<String> words(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** All texts by their words; it never changes. */
    private static final class Postings {

        // BM25's usual two: how soon more of the same word adds nothing, and how much a long text's words count less.
        private static final double K1 = 1.2;
        private static final double B = 0.75;

        // What BM25 gives a word that stands once in a text of average length, over its weight.
        private static final double ONCE = 1 / (1 + K1);

        private static final Posting NOWHERE = new Posting();

        private final List<String> articles;
        private final int[] articleOf;
        private final int[] numberOf;
        private final Map<String, Posting> words;

        /** Where a word stands: texts, and what it is worth there before its weight. */
        private static final class Posting {

            private int size;
            private int[] texts = new int[2];
            private float[] worth = new float[2];

            void add(int text, double much) {
                if (size == texts.length) {
                    texts = Arrays.copyOf(texts, 2 * size);
                    worth = Arrays.copyOf(worth, 2 * size);
                }
                texts[size] = text;
                worth[size++] = (float) much;
            }
        }

        private Postings(List<String> articles, int[] articleOf, int[] numberOf, Map<String, Posting> words) {
            this.articles = articles;
            this.articleOf = articleOf;
            this.numberOf = numberOf;
            this.words = words;
        }

        static Postings of(Map<String, List<Map<String, Integer>>> read) {
            int texts = read.values().stream().mapToInt(List::size).sum();
            double length = read.values().stream()
                    .flatMap(List::stream)
                    .mapToInt(Postings::length)
                    .sum();
            Map<String, Posting> words = new HashMap<>();
            int[] articleOf = new int[texts];
            int[] numberOf = new int[texts];
            int at = 0;
            int place = 0;
            for (List<Map<String, Integer>> article : read.values()) {
                for (int number = 0; number < article.size(); number++) {
                    articleOf[at] = place;
                    numberOf[at] = number;
                    add(at++, article.get(number), length / texts, words);
                }
                place++;
            }
            return new Postings(List.copyOf(read.keySet()), articleOf, numberOf, words);
        }

        private static int length(Map<String, Integer> text) {
            return text.values().stream().mapToInt(Integer::intValue).sum();
        }

        private static void add(int at, Map<String, Integer> text, double usual, Map<String, Posting> words) {
            double against = K1 * (1 - B + B * length(text) / usual);
            text.forEach((word, times) ->
                    words.computeIfAbsent(word, first -> new Posting()).add(at, times / (times + against)));
        }

        Map<String, Double> best(Collection<String> asked, BiPredicate<String, Integer> without) {
            float[] sums = new float[articleOf.length];
            double highest = 0;
            for (String word : asked) {
                Posting posting = words.getOrDefault(word, NOWHERE);
                double weight = Math.log(1 + (articleOf.length - posting.size + 0.5) / (posting.size + 0.5));
                highest += ONCE * weight;
                for (int i = 0; i < posting.size; i++) {
                    sums[posting.texts[i]] += (float) weight * posting.worth[i];
                }
            }
            float[] best = new float[articles.size()];
            for (int i = 0; i < sums.length; i++) {
                int article = articleOf[i];
                if (sums[i] > best[article] && !without.test(articles.get(article), numberOf[i])) {
                    best[article] = sums[i];
                }
            }
            Map<String, Double> scores = new HashMap<>();
            for (int i = 0; i < best.length; i++) {
                if (best[i] > 0) {
                    scores.put(articles.get(i), Math.min(1, best[i] / highest));
                }
            }
            return scores;
        }
    }
}
