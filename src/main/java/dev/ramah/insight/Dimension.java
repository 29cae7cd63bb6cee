package dev.ramah.insight;

import dev.ramah.feedback.Rating;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A side that figures are kept from. An episode has one key from each side, so that it counts once; what a key is called
 * and which rows it belongs to is decided when it is read, for names, teams and tags change.
 */
enum Dimension {
    ALL,
    /** Everybody of staff whom the customer met, a line each, the id and the name of then; empty where the bot was alone. */
    CREW,
    LANGUAGE,
    /** The rule that asked for a person first. */
    REASON,
    /** What staff say the customer got in touch about. */
    CONTACT,
    /** The articles that the bot cited, a line each. */
    ARTICLES,
    PAGE,
    /** Whether the customer was given something before they said how it went; only where a person was there. */
    GOODWILL,
    /** The team whose hours and targets count; {@link #HOUSE} for the house's. Only where a person was asked for or there. */
    TARGET,
    /** Whether people were at work when it began. */
    OPENING,
    /** What a low mark was for, where whoever gave it said so. */
    CAUSE;

    /** The key of whatever belongs to no team. */
    static final String HOUSE = "-";

    /** How long its sheets are, in minutes. */
    List<Integer> minutes() {
        return this == ALL ? Stretch.WITH_HOURS : Stretch.MINUTES;
    }

    /** Null where it is not seen from this side. */
    @Nullable String key(Episode episode) {
        return switch (this) {
            case ALL -> "";
            case CREW ->
                episode.people().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining("\n"));
            case LANGUAGE -> episode.language();
            case REASON -> episode.reason();
            case CONTACT -> episode.contact();
            case ARTICLES ->
                episode.articles().isEmpty()
                        ? null
                        : episode.articles().stream().sorted().collect(Collectors.joining("\n"));
            case PAGE -> episode.page();
            case GOODWILL -> episode.goodwill();
            case TARGET ->
                episode.served().asked() == null && episode.people().isEmpty()
                        ? null
                        : Objects.requireNonNullElse(episode.served().team(), HOUSE);
            case OPENING -> episode.served().open() ? "inside" : "outside";
            case CAUSE -> cause(episode.rating());
        };
    }

    private static @Nullable String cause(@Nullable Rating rating) {
        return rating == null || !rating.isLow() || rating.cause() == null
                ? null
                : rating.cause().wire();
    }
}
