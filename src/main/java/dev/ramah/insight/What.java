package dev.ramah.insight;

import dev.ramah.platform.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which episodes stand behind a number: by the moment at which they count in it, and what they have to be. */
enum What {
    BEGAN("opened", "true"),
    ENDED("ended", "true"),
    CONFIRMED("ended", "ending = 'CONFIRMED'"),
    HELPED("ended", "ending = 'HELPED'"),
    LEFT("ended", "ending = 'LEFT'"),
    GAVE_UP("ended", "ending = 'GAVE_UP'"),
    CONTAINED("ended", "contained"),
    /** Solved by the bot alone, and the customer was not seen again within a week so far. */
    STAYED("ended", "contained and not cast(facts -> 'ties' ->> 'cameBack' as boolean)"),
    /** Solved by the bot alone, and the customer was back within a week. */
    CAME_BACK("ended", "contained and cast(facts -> 'ties' ->> 'cameBack' as boolean)"),
    /** Within a week of another one of the same customer. */
    AGAIN("opened", "cast(facts -> 'ties' ->> 'again' as boolean)"),
    ASKED("ended", "cast(facts ->> 'asked' as boolean)"),
    RATED("rated", "csat is not null"),
    GOOD("rated", "csat >= 4"),
    LOW("rated", "csat <= 2"),
    MARK_1("rated", "csat = 1"),
    MARK_2("rated", "csat = 2"),
    MARK_3("rated", "csat = 3"),
    MARK_4("rated", "csat = 4"),
    MARK_5("rated", "csat = 5"),
    REPEATED("rated", "cast(facts -> 'rating' ->> 'repeated' as boolean)"),
    COMMENTED("rated", "commented"),
    /** One of staff said a word. */
    MET_A_PERSON("opened", "cardinality(people) > 0"),
    /** One of staff asked for what was known; the guard says which, so {@link Reports} adds that condition. */
    ASKED_AGAIN("opened", "cardinality(people) > 0"),
    /** A person had it, and the customer said whether they had to say it twice. */
    SAID_WHETHER("opened", "cardinality(people) > 0 and facts -> 'rating' ->> 'repeated' is not null"),
    /** The same, and they had to. */
    SAID_TWICE("opened", "cardinality(people) > 0 and cast(facts -> 'rating' ->> 'repeated' as boolean)"),
    /** Somebody asked for a person, and one said a word. */
    FIRST_RESPONSE("asked_at", "facts -> 'firstResponse' is not null"),
    /** Over, and people had it. */
    HANDLED("ended", "jsonb_array_length(facts -> 'held') > 0"),
    /** A person's first word came within the target, or later. */
    FIRST_KEPT("asked_at", "cast(facts -> 'served' ->> 'firstKept' as boolean)"),
    FIRST_MISSED("asked_at", "not cast(facts -> 'served' ->> 'firstKept' as boolean)"),
    /** Over within the target, or later. */
    RESOLUTION_KEPT("ended", "cast(facts -> 'served' ->> 'resolutionKept' as boolean)"),
    RESOLUTION_MISSED("ended", "not cast(facts -> 'served' ->> 'resolutionKept' as boolean)"),
    /** A person was asked for. */
    ESCALATED("opened", "reason is not null");

    private final String moment;
    private final String condition;

    What(String moment, String condition) {
        this.moment = moment;
        this.condition = condition;
    }

    /** The column of {@code insight_episode} that says when it counts. */
    String moment() {
        return moment;
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
