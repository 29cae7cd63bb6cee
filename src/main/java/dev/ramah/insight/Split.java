package dev.ramah.insight;

import dev.ramah.platform.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By what satisfaction is split. An episode may be in several rows, or in none. */
enum Split {
    /** The day it is counted on, as YYYY-MM-DD. */
    DAY,
    /** Everyone who spoke in it, not only the last. */
    AGENT,
    /** The teams of everyone who spoke in it. */
    TEAM,
    /** The tags of the articles that the bot cited. */
    TOPIC,
    LANGUAGE,
    /** {@code person} if one of staff said a word, otherwise {@code bot}. */
    HANDLER,
    /** The rule that asked for a person first. */
    REASON,
    /** What staff say the customer got in touch about. */
    CONTACT;

    /** @throws Problem INVALID */
    static Split of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(each -> each.wire().equals(name == null ? "day" : name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("by must be one of "
                        + Arrays.stream(values()).map(Split::wire).collect(Collectors.joining(", "))));
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rows that an episode belongs to, by what is known outside of the log. */
    Keys keys(Range range, People people, Map<String, Set<String>> tags) {
        return switch (this) {
            case DAY -> (episode, at) -> List.of(range.day(at).toString());
            case AGENT -> (episode, at) -> people.in(episode);
            case TEAM -> (episode, at) -> people.teamsIn(episode);
            case TOPIC ->
                (episode, at) -> episode.articles().stream()
                        .flatMap(each -> tags.getOrDefault(each, Set.of()).stream())
                        .distinct()
                        .toList();
            case LANGUAGE -> (episode, at) -> List.of(episode.language());
            case HANDLER -> (episode, at) -> List.of(episode.people().isEmpty() ? "bot" : "person");
            case CONTACT -> (episode, at) -> episode.contact() == null ? List.of() : List.of(episode.contact());
            case REASON -> (episode, at) -> episode.reason() == null ? List.of() : List.of(episode.reason());
        };
    }
}
