package dev.ramah.routing;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation asks of whoever takes it.
 *
 * @param weight what it will weigh in their hands, see {@link Weights}
 * @param meantFor the colleague it was handed on to; nobody else is asked before them
 * @param handedOnBy those who gave it away in this episode: they get it back only when nobody else is there
 * @param knownTo those who have talked with this customer before
 * @param teams whose work its topic and page are
 * @param skills what its topic and page ask for
 */
public record Need(
        String language,
        int weight,
        @Nullable UUID meantFor,
        Set<UUID> handedOnBy,
        Set<UUID> knownTo,
        Set<String> teams,
        Set<String> skills) {}
