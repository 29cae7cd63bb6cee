package dev.ramah.conversation;

import java.util.List;

/**
 * One episode as the log has it, for those who count.
 *
 * @param entries all entries that are about it, in order: its own, and the ratings that were given to it, also
 *     when they came in a later episode. Names of customers and what was said are left out; comments on how it
 *     went are there.
 */
public record EpisodeLog(ConversationRef conversation, int episode, String language, List<Entry> entries) {}
