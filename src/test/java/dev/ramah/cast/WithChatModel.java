package dev.ramah.cast;

import dev.ramah.platform.Ports;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
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
            // It is asked for more than once, and must say the same.
            int port = Integer.getInteger(PORT, 0) == 0 ? Ports.free() : Integer.getInteger(PORT, 0);
            System.setProperty(PORT, String.valueOf(port));
            Map<String, String> shop = Map.of(
                    "ramah.tools.stock.url", "http://localhost:" + port + FakeModel.SHOP + "stock",
                    "ramah.tools.stock.description", "How many bags of a coffee are in stock.",
                    "ramah.tools.stock.verified", "false",
                    "ramah.tools.stock.arguments.coffee.pattern", "[\\p{L} ]{3,40}",
                    "ramah.tools.points.url", "http://localhost:" + port + FakeModel.SHOP + "points",
                    "ramah.tools.points.description", "The customer's loyalty points.");
            Map<String, String> model = Map.of(
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
            Map<String, String> all = new HashMap<>(shop);
            all.putAll(model);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
