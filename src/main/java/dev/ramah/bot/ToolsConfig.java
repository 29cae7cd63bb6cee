package dev.ramah.bot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What else the chat model may look up at the shop: an HTTP call each, by its name. */
@ConfigMapping(prefix = "ramah.tools")
public interface ToolsConfig {

    @WithParentName
    Map<String, Tool> tools();

    interface Tool {

        /** Where it is asked: a POST of the arguments, as a JSON object. */
        String url();

        /** What the model is told that it is for. */
        String description();

        @WithDefault("2s")
        Duration timeout();

        /** Sent as a bearer token. */
        Optional<String> secret();

        /** Whether only customers may use it for whom the shop has vouched; it is told who asks. */
        @WithDefault("true")
        boolean verified();

        Map<String, Argument> arguments();
    }

    interface Argument {

        enum Type {
            STRING,
            INTEGER,
            NUMBER,
            BOOLEAN
        }

        @WithDefault("string")
        Type type();

        Optional<String> description();

        @WithDefault("true")
        boolean required();

        /** What the whole of it must match. */
        Optional<String> pattern();

        /** What it may be. */
        Optional<List<String>> values();
    }
}
