package dev.ramah.conversation;

import java.util.List;

/**
 * The log's answer to a command.
 *
 * @param seq the entry that the command wrote, or wrote when it came first, or the newest one if it changed nothing
 * @param entries what it wrote now; empty for a repeat or a command that changed nothing
 */
public record Receipt(State state, int seq, List<Entry> entries) {

    public boolean wrote() {
        return !entries.isEmpty();
    }
}
