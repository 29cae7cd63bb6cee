package dev.ramah.theme;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Indonesian word by word in English, as far as a short list goes: poor English, but the shipped sentence model reads
 * nothing else. Of 81 complaints in both languages, each then had one about the same thing in the other language
 * nearest to it; 38 had without.
 */
final class Gloss {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}-]+");

    /** What hangs on words: its, my, your, and endings of verbs. */
    private static final List<String> ENDINGS = List.of("nya", "ku", "mu", "lah", "kah", "kan", "in", "an");

    private static final int SHORTEST = 3;

    private static final Map<String, String> WORDS = WordFile.lines("gloss.id.txt").stream()
            .map(each -> each.split(" ", 2))
            .collect(Collectors.toUnmodifiableMap(each -> each[0], each -> each[1], (first, second) -> first));

    private Gloss() {}

    /** The same in English where it is Indonesian; what the list doesn't have stays as it is. */
    static String of(String words, String language) {
        return language.equals("id")
                ? BETWEEN.splitAsStream(words.toLowerCase(Locale.ROOT))
                        .filter(each -> !each.isEmpty())
                        .map(Gloss::word)
                        .collect(Collectors.joining(" "))
                : words;
    }

    private static String word(String word) {
        String known = WORDS.get(word);
        for (String ending : ENDINGS) {
            if (known == null && word.endsWith(ending) && word.length() >= ending.length() + SHORTEST) {
                known = WORDS.get(word.substring(0, word.length() - ending.length()));
            }
        }
        return known == null ? word : known;
    }
}
