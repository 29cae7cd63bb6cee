package dev.ramah.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.replies.CannedReplies;
import dev.ramah.replies.Macros;
import dev.ramah.staff.Colleague;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the sample shop says and does often. */
@Singleton
class AtHand {

    private final CannedReplies replies;
    private final Macros macros;

    AtHand(CannedReplies replies, Macros macros) {
        this.replies = replies;
        this.macros = macros;
    }

    /** Everyone's, written by this manager. */
    void write(Colleague manager) {
        Map<String, UUID> written = new HashMap<>();
        for (JsonNode each : Lines.of("replies.ndjson")) {
            Map<String, String> texts = new HashMap<>();
            each.path("texts")
                    .properties()
                    .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
            String shortcut = each.path("shortcut").asText();
            written.put(shortcut, replies.everyones(shortcut, each.path("title").asText(), texts, manager));
        }
        macros.everyones(
                "Ask the carrier",
                "1",
                List.of(
                        Map.of("kind", "say", "reply", String.valueOf(written.get("late"))),
                        Map.of("kind", "note", "text", "Carrier asked about {order}."),
                        Map.of("kind", "pending", "hours", "24", "text", "The carrier")),
                manager);
        macros.everyones(
                "Say goodbye and resolve",
                "2",
                List.of(Map.of("kind", "say", "reply", String.valueOf(written.get("bye"))), Map.of("kind", "resolve")),
                manager);
    }
}
