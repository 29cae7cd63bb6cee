package dev.ramah.conversation;

import java.util.List;

/**
 * What the bot reads before it speaks.
 *
 * @param episode the entries of the current episode
 * @param readUpTo the newest entry it has read; a reply to anything older than the newest word is dropped
 */
public record BotTurn(State state, List<Entry> episode, int readUpTo) {}
