package dev.ramah.platform;

import java.util.concurrent.ThreadFactory;

/** Threads for work in the background. */
public final class Threads {

    private Threads() {}

    /** Makes threads of this name that don't keep the process from ending. */
    public static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
