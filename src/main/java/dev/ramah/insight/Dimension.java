package dev.ramah.insight;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A side that figures are kept from. An episode has one key from each side, so that it counts once; what a key is called
 * and which rows it belongs to is decided when it is read, for names, teams and tags change.
 */
enum Dimension {
    ALL,
    /** Everybody of staff who spoke in it, a line each, the id and the name of then; empty where the bot was alone. */
    CREW,
    LANGUAGE,
    /** The rule that asked for a person first. */
    REASON,
    /** What staff say the customer got in touch about. */
    CONTACT,
    /** The articles that the bot cited, a line each. */
    ARTICLES,
    PAGE;

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
        };
    }
}
