package dev.ramah.platform;

/**
 * The way of one message, in parts that follow each other without a gap: each part ends where the next begins.
 * Nothing of what is said is in it, only how long it took. Handed from thread to thread, used by one at a time.
 */
public interface Trace extends AutoCloseable {

    /** The way of everything that nobody follows: does nothing and costs nothing. */
    Trace NONE = new Trace() {
        @Override
        public void part(String name) {
            // Nobody follows it.
        }

        @Override
        public void part(String name, int commands) {
            // Nobody follows it.
        }

        @Override
        public void handOn() {
            // Nobody follows it.
        }

        @Override
        public void end() {
            // Nobody follows it.
        }

        @Override
        public void close() {
            // Nobody follows it.
        }
    };

    /** What was done since the last part, or the beginning, is over; it is called this. */
    void part(String name);

    /** As {@link #part(String)}, done for this many commands at once. */
    void part(String name, int commands);

    /** Somebody else {@linkplain #end ends} it, on another thread; closing it here ends nothing. */
    void handOn();

    /** The message arrived, or was refused. */
    void end();

    /** The thread that began it goes on with something else. */
    @Override
    void close();
}
