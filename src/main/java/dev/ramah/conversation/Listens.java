package dev.ramah.conversation;

import java.util.Set;

/**
 * Hears of what was written, after the commit. What this node wrote comes in order, on the log's own thread: whoever
 * has work to do hands it to another thread. What another node wrote comes a moment later, to those who care, and
 * perhaps twice. A listener that was not called because the process died finds its work in the database instead;
 * being told only makes it quick.
 */
public interface Listens {

    void told(Told told);

    /** Whether to be told that another node wrote entries of these kinds into this conversation. */
    default boolean cares(ConversationRef conversation, Set<String> kinds) {
        return false;
    }
}
