package dev.ramah.routing;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who could take a conversation now.
 *
 * @param languages those they speak; none means that nobody has said
 * @param load what they have in hand and on offer weighs together, see {@link Weights}
 * @param conversations how many that are
 * @param idleSince when they last finished something
 * @param spared whether they had too much just now: others take what is heavy
 */
public record Candidate(
        UUID id,
        Set<String> languages,
        Set<String> teams,
        Set<String> skills,
        int load,
        int conversations,
        Instant idleSince,
        boolean spared) {

    /** Whether this is one of their languages; a language is the same whatever the country. */
    boolean speaks(String language) {
        return languages.isEmpty()
                || languages.stream().anyMatch(each -> plain(each).equals(plain(language)));
    }

    private static String plain(String language) {
        return language.split("-", 2)[0].toLowerCase(java.util.Locale.ROOT);
    }
}
