package dev.ramah.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Reads along what the application logs: what comes from outside must never look like a fault of our own. */
final class LogWatch extends Handler {

    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> faults = new CopyOnWriteArrayList<>();

    void begin() {
        ROOT.addHandler(this);
    }

    /** Fails if an error was logged, or anything with a stack trace. */
    void endsWithoutAFault() {
        ROOT.removeHandler(this);
        assertEquals(List.of(), faults);
    }

    @Override
    public void publish(LogRecord logged) {
        boolean isHeard = logged.getLevel().intValue() >= Level.INFO.intValue();
        boolean isError = logged.getLevel().intValue() >= Level.SEVERE.intValue();
        if (isError || (isHeard && logged.getThrown() != null)) {
            faults.add(logged.getLoggerName() + ": " + logged.getMessage() + " " + logged.getThrown());
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
