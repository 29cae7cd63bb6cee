package dev.ramah.theme;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names a theme by its own words: those that many of its customers use and few others do. It is the class-based tf-idf
 * of M. Grootendorst, "BERTopic" (2022), with customers in place of occurrences, so that no single one names a theme,
 * and what only one of them wrote stays theirs.
 */
final class Naming {

    /** Words in a name. */
    private static final int WORDS = 3;

    private static final String BETWEEN_WORDS = ", ";

    /** Letters in a word, at least. */
    private static final int SHORTEST = 3;

    /** Customers who use a word, at least, for it to be in a name. */
    static final int SAID_BY = 2;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}'’-]+");

    private static final Set<String> STOP = stopWords();

    /** What was written, by whom, in which language. */
    record Line(UUID customer, String language, String words) {}

    private Naming() {}

    /**
     * A name in the language in which most of it was written; empty where no word is shared by two customers.
     *
     * @param known what it is called, which stays while its words are among the best six; empty if it has no name
     * @param theirs what was written in this theme
     * @param others what was written in all others
     */
    static String of(String known, Collection<Line> theirs, Collection<Line> others) {
        String language =
                theirs.stream()
                        .collect(Collectors.groupingBy(Line::language, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .max(Map.Entry.<String, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .map(Map.Entry::getKey)
                        .orElse("");
        Map<String, Set<UUID>> here = users(theirs, language);
        Map<String, Set<UUID>> elsewhere = users(others, language);
        double all = theirs.size() + others.size();
        List<String> best = here.entrySet().stream()
                .filter(each -> each.getValue().size() >= SAID_BY)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Set<UUID>> each) -> -weight(
                                each.getValue().size(),
                                elsewhere.getOrDefault(each.getKey(), Set.of()).size(),
                                all))
                        .thenComparing(Map.Entry::getKey))
                .limit(2 * WORDS)
                .map(Map.Entry::getKey)
                .toList();
        boolean stays = !known.isEmpty() && best.containsAll(List.of(known.split(BETWEEN_WORDS, -1)));
        return stays ? known : best.stream().limit(WORDS).collect(Collectors.joining(BETWEEN_WORDS));
    }

    private static double weight(int here, int elsewhere, double all) {
        return here * Math.log1p(all / (here + elsewhere));
    }

    private static Map<String, Set<UUID>> users(Collection<Line> lines, String language) {
        Map<String, Set<UUID>> users = new HashMap<>();
        for (Line each : lines) {
            if (each.language().equals(language)) {
                words(each.words()).forEach(word -> users.computeIfAbsent(word, unknown -> new HashSet<>())
                        .add(each.customer()));
            }
        }
        return users;
    }

    /** The words that could name something. */
    static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String each : BETWEEN.split(text.toLowerCase(Locale.ROOT), -1)) {
            if (each.length() >= SHORTEST && !STOP.contains(each)) {
                words.add(each);
            }
        }
        return words;
    }

    private static Set<String> stopWords() {
        return Set.copyOf(WordFile.lines("stop.txt").stream()
                .flatMap(line -> List.of(line.split(" ", -1)).stream())
                .collect(Collectors.toSet()));
    }
}
