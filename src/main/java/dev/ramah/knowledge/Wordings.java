package dev.ramah.knowledge;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The articles whose title or example is word for word what was asked: there is nothing to weigh then, and no training
 * to wait for. It never changes.
 */
final class Wordings {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final Map<String, Set<String>> articles = new HashMap<>();

    Wordings(Collection<Shelved> shelved) {
        for (Shelved each : shelved) {
            each.asked().forEach(text -> articles.computeIfAbsent(plain(text), first -> new HashSet<>())
                    .add(each.key()));
        }
        articles.remove("");
    }

    /** The keys of the articles with these words, whatever stands between them and however they are capitalised. */
    Set<String> of(String question) {
        return articles.getOrDefault(plain(question), Set.of());
    }

    private static String plain(String text) {
        return BETWEEN.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
