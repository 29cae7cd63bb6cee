package dev.ramah.cast;

import dev.ramah.platform.Ports;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The application with a chat model; a {@link FakeModel} at this port plays it. */
public class WithChatModel implements QuarkusTestProfile {

    /** A property of the process: the profile and the tests live in different class loaders. */
    private static final String PORT = "ramah.test.chat-model";

    public static FakeModel played() {
        return new FakeModel(Integer.getInteger(PORT));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            int port = Ports.free();
            System.setProperty(PORT, String.valueOf(port));
            return Map.of(
                    "ramah.chat.provider", "openai",
                    "ramah.chat.url", "http://localhost:" + port + "/v1",
                    "ramah.chat.model", "fake",
                    // Long enough for a busy machine: what is slow is tried where time can be told.
                    "ramah.chat.timeout", "20s",
                    "ramah.chat.failures", "1000",
                    "ramah.chat.budget.calls-per-conversation", "6",
                    "ramah.chat.budget.calls-per-day", "100000",
                    "ramah.bot.hosts", "kopi.example",
                    "ramah.conversation.quiet", "50ms");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
