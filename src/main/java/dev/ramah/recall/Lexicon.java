package dev.ramah.recall;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Words as {@code recall/words.txt} has them: little ones that carry no matter, forms that no stemmer finds, words
 * that mean the same, and words that name a kind of value, as brands of telephones do.
 */
final class Lexicon {

    private static final Map<Tongue, Set<String>> LITTLE = new EnumMap<>(Tongue.class);
    private static final Set<String> EMPTY = new HashSet<>();
    private static final Map<String, String> SLANG = new HashMap<>();
    private static final Map<String, String> FORMS = new HashMap<>();
    private static final Map<String, String> SAME = new HashMap<>();
    private static final Map<String, Set<String>> VALUES = new HashMap<>();

    static {
        for (String line : Phrases.lines("/recall/words.txt")) {
            String[] parts = line.split(":", 2);
            String[] name = parts[0].strip().split(" ", 2);
            String[] words = parts[1].strip().split("\\s+", -1);
            switch (name[0]) {
                case "little" ->
                    LITTLE.computeIfAbsent(Tongue.valueOf(name[1]), none -> new HashSet<>())
                            .addAll(Arrays.asList(words));
                case "empty" -> EMPTY.addAll(Arrays.asList(words));
                case "slang" -> Arrays.stream(words).forEach(each -> SLANG.put(each, name[1]));
                case "form" -> Arrays.stream(words).forEach(each -> FORMS.put(each, name[1]));
                case "same" -> Arrays.stream(words).forEach(each -> SAME.put(each, name[1]));
                case "value" ->
                    VALUES.computeIfAbsent(name[1], none -> new HashSet<>()).addAll(Arrays.asList(words));
                default -> throw new IllegalStateException("recall/words.txt: " + line);
            }
        }
    }

    private Lexicon() {}

    static Set<String> little(Tongue tongue) {
        return LITTLE.getOrDefault(tongue, Set.of());
    }

    /** Whether it carries nothing that could be asked for. */
    static boolean isEmpty(String word) {
        return EMPTY.contains(word) || LITTLE.values().stream().anyMatch(each -> each.contains(word));
    }

    /** The word as it is usually written. */
    static String written(String word) {
        return SLANG.getOrDefault(word, word);
    }

    /** What a word is about, however it is bent, in this language: words that mean the same have the same root. */
    static String root(String word, Tongue tongue) {
        String base = FORMS.getOrDefault(word, word);
        String same = SAME.get(base);
        if (same != null) {
            return same;
        }
        String stem = tongue.stem(base);
        return SAME.getOrDefault(stem, stem);
    }

    /** Whether this word is a value of this kind: red is a colour. */
    static boolean isValue(String kind, String word) {
        return VALUES.getOrDefault(kind, Set.of()).contains(word);
    }
}
