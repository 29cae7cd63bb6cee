package dev.ramah.conversation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One episode as the log has it, for those who count.
 *
 * @param customer whose conversation it is now
 * @param page the address of the page that the customer wrote from last; null if it isn't known
 * @param entries all entries that are about it, in order: its own, and the ratings that were given to it, also
 *     when they came in a later episode. Names of customers and what was said are left out; comments on how it
 *     went are there.
 * @param words what the customer said in it, in order; of each the beginning, {@link #MOST_LETTERS} at most
 */
public record EpisodeLog(
        ConversationRef conversation,
        int episode,
        UUID customer,
        String language,
        @Nullable String page,
        List<Entry> entries,
        List<String> words) {

    /** Longer ones say no more about how they are said, and a conversation may have any number. */
    static final int MOST_LETTERS = 500;
}
