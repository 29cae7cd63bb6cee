package dev.ramah.loyalty;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** By what customers are set beside each other. In each question a customer is in one group, or in none. */
public enum Question {
    /** The mark they gave: 1 or 2, 3, 4 or 5, none. */
    SATISFACTION("low", "middle", "high", "unrated"),
    /** Who solved it; {@code left} did so in silence or gave up waiting. */
    SOLVED("bot", "person", "left"),
    /** How long they waited for a person; {@code none} asked for nobody. */
    WAIT("short", "long", "none"),
    /** Whether they were asked for what they had told, as far as they met a person. */
    REPEATED("no", "yes"),
    /** Whether they were given something, as far as they met a person. */
    GOODWILL("none", "given"),
    /** What they said when they were asked whether they would recommend us: 9 or 10, or less. */
    NPS("promoter", "other"),
    /**
     * What they complained about: nothing that is a theme, or one of the themes, whose groups are called by their numbers and
     * follow by their size; last {@link #OTHER}, those of all other themes.
     */
    THEME("none");

    /** The group of what has no group of its own. */
    public static final String OTHER = "other";

    @SuppressWarnings("ImmutableEnumChecker") // it is unmodifiable
    private final List<String> groups;

    Question(String... groups) {
        this.groups = List.of(groups);
    }

    /** Its groups, in the order in which they are shown. */
    public List<String> groups() {
        return groups;
    }

    /** As it is called outside. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
