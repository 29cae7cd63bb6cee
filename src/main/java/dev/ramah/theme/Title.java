package dev.ramah.theme;

import dev.ramah.language.BriefReply;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Whether what a chat model calls a theme may be its name: a short line in which nothing is anybody's own. */
final class Title {

    /** Under which kind of fact the model says it. */
    static final String KIND = "name";

    private static final int SHORTEST = 3;
    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 8;

    /** Letters, and what stands between words: no figure, no markup, no address, no mask. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M} ,&/()'’–-]+");

    private static final Pattern BETWEEN = Pattern.compile("[\\s,&/()–-]+");

    private Title() {}

    /**
     * The name in what a model said.
     *
     * @param lines how many complaints it was shown, numbered from 1
     * @param all what was written in all themes
     * @param people how those of staff are called
     * @return empty if it says none, or none that can be used
     */
    static Optional<String> proved(BriefReply said, int lines, Collection<Naming.Line> all, Collection<String> people) {
        return said.facts().stream()
                .filter(each -> each.kind().equals(KIND) && each.entry() >= 1 && each.entry() <= lines)
                .map(each -> each.value().strip())
                .findFirst()
                .filter(Title::isPlain)
                .filter(name -> isNobodys(name, all, people));
    }

    private static boolean isPlain(String name) {
        return name.length() >= SHORTEST
                && name.length() <= LONGEST
                && PLAIN.matcher(name).matches()
                && BETWEEN.split(name, -1).length <= MOST_WORDS
                && !Naming.words(name).isEmpty();
    }

    /** A word that a single customer wrote may be their name, or that of somebody they know. */
    private static boolean isNobodys(String name, Collection<Naming.Line> all, Collection<String> people) {
        Map<String, Set<UUID>> users = new HashMap<>();
        all.forEach(line -> Naming.words(line.words())
                .forEach(word ->
                        users.computeIfAbsent(word, unknown -> new HashSet<>()).add(line.customer())));
        Set<String> staff = new HashSet<>();
        people.forEach(each -> staff.addAll(Naming.words(each)));
        return Naming.words(name).stream()
                .allMatch(word -> !staff.contains(word)
                        && (!users.containsKey(word) || users.get(word).size() >= Naming.SAID_BY));
    }
}
