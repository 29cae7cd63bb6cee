package dev.ramah.conversation;

/**
 * Hears of what was written, after the commit and in order, on the log's own thread: whoever has work to do
 * hands it to another thread. A listener that was not called because the process died finds its work in the
 * database instead; being told only makes it quick.
 */
public interface Listens {

    void told(Told told);
}
