package dev.ramah.insight;

import dev.ramah.platform.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which episodes stand behind a number: by the moment at which they count in it, and what they have to be. What may happen
 * several times in an episode counts by each of its moments; behind such a number are the episodes in which it happened.
 */
enum What {
    BEGAN("opened", "true"),
    ENDED("ended", "true"),
    CONFIRMED("ended", "ending = 'CONFIRMED'"),
    HELPED("ended", "ending = 'HELPED'"),
    LEFT("ended", "ending = 'LEFT'"),
    GAVE_UP("ended", "ending = 'GAVE_UP'"),
    CONTAINED("ended", "contained"),
    /** Solved by the bot alone; of these who was not seen again within a week so far, and whose week is not over. */
    STAYED("ended", "contained and not " + tied("cameBack")),
    EARLY("ended", "contained and not " + over()),
    /** Solved by the bot alone, by a customer whom we know again, and of these who was back within a week. */
    CONTAINED_KNOWN("ended", "contained and " + tied("known")),
    CAME_BACK("ended", "contained and " + tied("known") + " and " + tied("cameBack")),
    /** Of those whom we know again the ones whose week is over, and of these who was not back. */
    OVER("ended", "contained and " + tied("known") + " and " + over()),
    STAYED_OVER("ended", "contained and " + tied("known") + " and " + over() + " and not " + tied("cameBack")),
    /** The same of those whom we know on one device only, where they may have been back elsewhere. */
    CONTAINED_UNKNOWN("ended", "contained and not " + tied("known")),
    UNKNOWN_CAME_BACK("ended", "contained and not " + tied("known") + " and " + tied("cameBack")),
    /** Of customers whom we know again, and of these within a week of another one. */
    KNOWN("opened", tied("known")),
    AGAIN("opened", tied("known") + " and " + tied("again")),
    /** Asked about it, in the chat, by mail or by a link, at once or later. */
    ASKED("ended", "cast(facts ->> 'asked' as boolean)"),
    /** Of those asked, who said anything. */
    ANSWERED("ended", "cast(facts ->> 'answered' as boolean)"),
    RATED("rated", "csat is not null"),
    GOOD("rated", "csat >= 4"),
    LOW("rated", "csat <= 2"),
    MARK_1("rated", "csat = 1"),
    MARK_2("rated", "csat = 2"),
    MARK_3("rated", "csat = 3"),
    MARK_4("rated", "csat = 4"),
    MARK_5("rated", "csat = 5"),
    /** What a low mark was for. */
    CAUSE_ANSWER("rated", because("ANSWER")),
    CAUSE_WAIT("rated", because("WAIT")),
    CAUSE_RULE("rated", because("RULE")),
    CAUSE_PERSON("rated", because("PERSON")),
    CAUSE_PRODUCT("rated", because("PRODUCT")),
    /** Said how likely they are to recommend us. */
    NPS("rated", "nps is not null"),
    PROMOTERS("rated", "nps >= 9"),
    PASSIVES("rated", "nps between 7 and 8"),
    DETRACTORS("rated", "nps <= 6"),
    /** Said how easy it was. */
    EFFORT("rated", "facts -> 'rating' ->> 'effort' is not null"),
    EASY("rated", "cast(facts -> 'rating' ->> 'effort' as int) >= 5"),
    REPEATED("rated", "cast(facts -> 'rating' ->> 'repeated' as boolean)"),
    /** Said whether they had to repeat themselves. */
    REPEATED_OR_NOT("rated", "facts -> 'rating' ->> 'repeated' is not null"),
    COMMENTED("rated", "commented"),
    /** One of staff said a word. */
    MET_A_PERSON("opened", "cardinality(people) > 0"),
    /** One of staff asked for what was known. */
    ASKED_AGAIN("opened", "cardinality(people) > 0 and asked_again"),
    /** A person had it, and the customer said whether they had to say it twice. */
    SAID_WHETHER("opened", "cardinality(people) > 0 and facts -> 'rating' ->> 'repeated' is not null"),
    /** The same, and they had to. */
    SAID_TWICE("opened", "cardinality(people) > 0 and cast(facts -> 'rating' ->> 'repeated' as boolean)"),
    /** Somebody asked for a person, and one said a word. */
    FIRST_RESPONSE("asked_at", "facts -> 'firstResponse' is not null"),
    /** Each wait for a person that is over, by its beginning. */
    WAITED(
            "last_event",
            "true",
            "select \"from\" from jsonb_to_recordset(facts -> 'waits') as wait (\"from\" timestamptz)"),
    /** Over, and people had it. */
    HANDLED("ended", "jsonb_array_length(facts -> 'held') > 0"),
    /** A person's first word came within the target, or later. */
    FIRST_KEPT("asked_at", "cast(facts -> 'served' ->> 'firstKept' as boolean)"),
    FIRST_MISSED("asked_at", "not cast(facts -> 'served' ->> 'firstKept' as boolean)"),
    /** It is decided which of the two. */
    FIRST_DUE("asked_at", "facts -> 'served' ->> 'firstKept' is not null"),
    /** Over within the target, or later. */
    RESOLUTION_KEPT("ended", "cast(facts -> 'served' ->> 'resolutionKept' as boolean)"),
    RESOLUTION_MISSED("ended", "not cast(facts -> 'served' ->> 'resolutionKept' as boolean)"),
    RESOLUTION_DUE("ended", "facts -> 'served' ->> 'resolutionKept' is not null"),
    /** Each wait of which the customer was told how long it would be, and what became of it; by its beginning. */
    WAIT_TOLD("last_event", "facts -> 'told' <> '[]'", told("true")),
    WAIT_KEPT("last_event", "facts -> 'told' <> '[]'", told("outcome = 'KEPT'")),
    WAIT_BROKEN("last_event", "facts -> 'told' <> '[]'", told("outcome = 'BROKEN' or outcome is null and " + longer())),
    WAIT_LEFT("last_event", "facts -> 'told' <> '[]'", told("outcome = 'LEFT'")),
    WAIT_OPEN("last_event", "facts -> 'told' <> '[]'", told("outcome is null and not " + longer())),
    /** Each promise to come back, and each whose moment came before a word of ours. */
    PROMISED("last_event", "facts -> 'promised' <> '[]'", moments("promised")),
    PROMISED_LATE("last_event", "facts -> 'late' <> '[]'", moments("late")),
    /** Each last thumb on an answer of the bot. */
    THUMBED("last_event", "facts -> 'thumbs' <> '[]'", thumbs("true")),
    THUMBS_UP("last_event", "facts -> 'thumbs' <> '[]'", thumbs("up")),
    THUMBS_DOWN("last_event", "facts -> 'thumbs' <> '[]'", thumbs("not up")),
    /** A person was asked for. */
    ESCALATED("opened", "reason is not null");

    private final String moment;
    private final String condition;
    private final @Nullable String events;

    What(String moment, String condition) {
        this(moment, condition, null);
    }

    What(String moment, String condition, @Nullable String events) {
        this.moment = moment;
        this.condition = condition;
        this.events = events;
    }

    /** As {@link Ties#over} has it. */
    private static String over() {
        return "ended < date_bin('15 minutes', now() - interval '7 days', timestamptz '1970-01-01 00:00Z')";
    }

    private static String tied(String how) {
        return "cast(facts -> 'ties' ->> '" + how + "' as boolean)";
    }

    private static String because(String cause) {
        return unhappy() + " and facts -> 'rating' ->> 'cause' = '" + cause + "'";
    }

    /** As {@link dev.ramah.feedback.Rating#isLow} has it. */
    static String unhappy() {
        return "coalesce(csat <= 2, nps <= 6, cast(facts -> 'rating' ->> 'effort' as int) <= 3)";
    }

    private static String moments(String list) {
        return "select cast(value as timestamptz) from jsonb_array_elements_text(facts -> '" + list + "')";
    }

    private static String told(String which) {
        return "select at from jsonb_to_recordset(facts -> 'told') as told (at timestamptz, most int, outcome text) where "
                + which;
    }

    private static String longer() {
        return "now() > at + most * interval '1 second'";
    }

    private static String thumbs(String which) {
        return "select at from jsonb_to_recordset(facts -> 'thumbs') as thumb (at timestamptz, up boolean) where "
                + which;
    }

    /** The column of {@code insight_episode} that says when it counts, or, of what may happen often, that puts it in order. */
    String moment() {
        return moment;
    }

    /** A query of the moments at which it happened in an episode; null of what happens once. */
    @Nullable String events() {
        return events;
    }

    /** What holds for its row. */
    String condition() {
        return condition;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem INVALID */
    static What of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(each -> each.wire().equals(name == null ? "began" : name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("what must be one of "
                        + Arrays.stream(values()).map(What::wire).collect(Collectors.joining(", "))));
    }
}
