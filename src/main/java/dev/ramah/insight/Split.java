package dev.ramah.insight;

import dev.ramah.platform.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By what figures are split. An episode may be in several rows, or in none. */
enum Split {
    /** The day it is counted on, as YYYY-MM-DD. */
    DAY,
    /**
     * Everyone whom the customer met in it, not only the last: what they had alone is one row of theirs, and what
     * colleagues were in as well another.
     */
    AGENT,
    /** The first of these rows only. */
    ALONE,
    /** The second. */
    TOOK_PART,
    /** The teams of everyone whom the customer met in it. */
    TEAM,
    /** The tags of the articles that the bot cited. */
    TOPIC,
    LANGUAGE,
    /** {@code person} if the customer met one of staff, otherwise {@code bot}. */
    HANDLER,
    /** The rule that asked for a person first. */
    REASON,
    /** What staff say the customer got in touch about. */
    CONTACT,
    /** The path of the page that the customer wrote from. */
    PAGE,
    /** {@code given} if the customer got a gesture of goodwill, {@code none} if people were there and gave none. */
    GOODWILL,
    /** The team whose hours and targets count, {@code -} for the house; conversations with a person, or that waited for one. */
    TARGET,
    /** {@code inside} or {@code outside} of the hours in which people are at work, by when it began. */
    OPENING,
    /** What a low mark was for, as {@code wait}; only episodes of which somebody said so. */
    CAUSE,
    /** The hour of the week it is counted in, from {@code 1-00}, Monday's first, to {@code 7-23}. */
    HOUR;

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

    /** The side that is read. */
    Dimension dimension() {
        return switch (this) {
            case DAY, HOUR -> Dimension.ALL;
            case AGENT, ALONE, TOOK_PART, TEAM, HANDLER -> Dimension.CREW;
            case TOPIC -> Dimension.ARTICLES;
            case LANGUAGE -> Dimension.LANGUAGE;
            case REASON -> Dimension.REASON;
            case CONTACT -> Dimension.CONTACT;
            case PAGE -> Dimension.PAGE;
            case GOODWILL -> Dimension.GOODWILL;
            case TARGET -> Dimension.TARGET;
            case OPENING -> Dimension.OPENING;
            case CAUSE -> Dimension.CAUSE;
        };
    }

    /** Whether the rows are people. */
    boolean isOfPeople() {
        return this == AGENT || this == ALONE || this == TOOK_PART;
    }

    /** Whether the rows are times, so that whole days of UTC are too coarse. */
    boolean isOfTime() {
        return this == DAY || this == HOUR;
    }

    /** The rows that a key belongs to, by what is known outside of the log. */
    Keys keys(Range range, People people, Map<String, Set<String>> tags) {
        return switch (this) {
            case DAY -> (key, at) -> List.of(range.day(at).toString());
            case HOUR -> (key, at) -> List.of(range.hour(at));
            case AGENT ->
                (key, at) -> people.in(key).stream()
                        .map(each -> Part.of(key).row(each))
                        .toList();
            case ALONE -> (key, at) -> Part.of(key) == Part.ALONE ? people.in(key) : List.of();
            case TOOK_PART -> (key, at) -> Part.of(key) == Part.TOOK_PART ? people.in(key) : List.of();
            case TEAM -> (key, at) -> people.teamsIn(key);
            case TOPIC ->
                (key, at) -> key.lines()
                        .flatMap(each -> tags.getOrDefault(each, Set.of()).stream())
                        .distinct()
                        .toList();
            case HANDLER -> (key, at) -> List.of(key.isEmpty() ? "bot" : "person");
            case LANGUAGE, REASON, CONTACT, PAGE, GOODWILL, TARGET, OPENING, CAUSE -> (key, at) -> List.of(key);
        };
    }
}
