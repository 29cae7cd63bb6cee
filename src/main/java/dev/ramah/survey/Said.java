package dev.ramah.survey;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one customer answered to one question, with the conversation that it is about.
 *
 * @param answer an option's key, or a number; null where it was in words
 * @param words null where it wasn't
 */
public record Said(Instant at, UUID conversation, int episode, @Nullable String answer, @Nullable String words) {

    public static final List<String> COLUMNS = List.of("at", "answer", "words", "conversation", "episode");

    /** The values under {@link #COLUMNS}. */
    public List<@Nullable Object> cells() {
        return Arrays.asList(at, answer, words, conversation, episode);
    }
}
