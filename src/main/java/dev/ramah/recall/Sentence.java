package dev.ramah.recall;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A sentence in the three ways we read it.
 *
 * @param raw as it was written
 * @param plain each word in lower case behind a space, short forms written out: {@code " what is your name"}
 * @param roots what it is about, without little words
 */
record Sentence(String raw, String plain, Set<String> roots) {

    private static final Pattern APOSTROPHE = Pattern.compile("[’‘`´]");
    private static final Pattern NOT = Pattern.compile("n't\\b");
    private static final Pattern IS =
            Pattern.compile("\\b(what|when|where|who|how|it|that|there|here|name|mail|number)'?s\\b(?<!its)");
    private static final Pattern OTHERS = Pattern.compile("'(s|re|ve|ll|d|m)\\b");
    /** A hyphen, dot, slash or the like inside of a word belongs to it: KOPI-7F3A, e-mail, 49.90. */
    private static final Pattern BETWEEN =
            Pattern.compile("[^\\p{L}\\p{N}@_#+.,/:-]+|(?<![\\p{L}\\p{N}])[.,/:-]+|[.,/:-]+(?![\\p{L}\\p{N}])");

    /** A point behind these ends no sentence. */
    private static final BreakIterator ENDS = ends();

    private static BreakIterator ends() {
        FilteredBreakIteratorBuilder builder = FilteredBreakIteratorBuilder.getInstance(ULocale.ENGLISH);
        for (String each :
                List.of("No.", "no.", "Jl.", "jl.", "Jln.", "Gg.", "St.", "Rd.", "approx.", "ca.", "Rp.", "tgl.")) {
            builder.suppressBreakAfter(each);
        }
        return builder.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(ULocale.ENGLISH));
    }

    static List<Sentence> in(String text, Tongue tongue) {
        List<Sentence> sentences = new ArrayList<>();
        for (String line : text.split("\\R", -1)) {
            BreakIterator ends = (BreakIterator) ENDS.clone();
            ends.setText(line);
            int from = ends.first();
            for (int to = ends.next(); to != BreakIterator.DONE; from = to, to = ends.next()) {
                String raw = line.substring(from, to).strip();
                if (!raw.isEmpty()) {
                    sentences.add(of(raw, tongue));
                }
            }
        }
        return sentences;
    }

    static Sentence of(String raw, Tongue tongue) {
        String plain = plain(raw);
        Set<String> roots = new LinkedHashSet<>();
        for (String word : plain.split(" ", -1)) {
            if (!word.isEmpty() && !Lexicon.isEmpty(word)) {
                String root = Lexicon.root(word, tongue);
                if (!Lexicon.isEmpty(root)) {
                    roots.add(root);
                }
            }
        }
        return new Sentence(raw, plain, roots);
    }

    static String plain(String text) {
        String lower = APOSTROPHE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("'");
        lower = NOT.matcher(lower).replaceAll(" not");
        lower = IS.matcher(lower).replaceAll("$1 is");
        lower = OTHERS.matcher(lower).replaceAll(" ");
        String words = BETWEEN.matcher(lower).replaceAll(" ").strip();
        StringBuilder plain = new StringBuilder();
        for (String word : words.split(" +", -1)) {
            plain.append(' ').append(Lexicon.written(word));
        }
        return plain.toString();
    }

    boolean asks() {
        return raw.endsWith("?") || Question.isAsked(plain);
    }

    List<String> words() {
        return List.of(plain.strip().split(" ", -1));
    }
}
