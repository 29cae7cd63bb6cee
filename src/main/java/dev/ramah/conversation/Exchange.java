package dev.ramah.conversation;

import java.util.List;
import java.util.UUID;

/**
 * One episode with its words, for those who learn from it.
 *
 * @param entries all of its own, in order; what was erased says nothing, and customers have no names
 * @param csat the last mark that was given for it, 0 without
 */
public record Exchange(
        ConversationRef conversation, UUID customer, int episode, String language, List<Entry> entries, int csat) {}
