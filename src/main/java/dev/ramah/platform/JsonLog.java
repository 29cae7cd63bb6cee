package dev.ramah.platform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** The log for machines: a JSON object a line. */
final class JsonLog extends ExtFormatter {

    private JsonLog() {}

    /** Writes everything to the standard output this way instead of as text; before the application starts. */
    static void begin() {
        // Off, not gone: a log without any handler is kept until somebody listens, and then written as text.
        System.setProperty("quarkus.log.console.level", "OFF");
        System.setProperty("quarkus.banner.enabled", "false");
        ConsoleHandler console = new ConsoleHandler(ConsoleHandler.Target.SYSTEM_OUT, new JsonLog());
        // Until the application has said what it logs everything comes through, and finer levels may quote what they
        // do.
        console.setLevel(Level.INFO);
        Logger.getLogger("").addHandler(console);
    }

    @Override
    public String format(ExtLogRecord logged) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("time", logged.getInstant().toString());
        line.put("level", logged.getLevel().getName());
        line.put("logger", logged.getLoggerName());
        line.put("thread", logged.getThreadName());
        line.put("message", formatMessage(logged));
        if (logged.getThrown() != null) {
            StringWriter trace = new StringWriter();
            logged.getThrown().printStackTrace(new PrintWriter(trace, true));
            line.put("fault", logged.getThrown().getClass().getName());
            line.put("trace", trace.toString());
        }
        return line + "\n";
    }
}
