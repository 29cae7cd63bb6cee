package dev.ramah.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Visitor;
import dev.ramah.knowledge.Shelves;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What it is all for: asked, answered, not answered, taken with everything in it, solved, rated, read. */
@RamahTest
class MainJobTest {

    private static final String ARTICLE =
            """
            {"id":"delivery-times","title":"Delivery times","language":"en",\
            "body":"## How long does delivery take?\\n\\nWithin Java a parcel takes two to three working days.",\
            "questions":["how long does delivery take","when will my parcel arrive","delivery time"]}
            """;

    @Inject
    Cast cast;

    @Inject
    Shelves shelves;

    @BeforeEach
    void theShopHasAnArticle() {
        shelves.empty();
        shelves.hold(ARTICLE);
    }

    @Test
    void goesFromTheFirstQuestionToTheManagersPage() {
        try (Visitor tom = Visitor.tom();
                Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
            tom.says("How long does delivery take?");
            JsonNode answer = tom.line().awaitSaid("two to three working days");
            assertEquals("bot", answer.path("by").path("role").asText());
            assertEquals(
                    "delivery-times",
                    answer.path("citations").path(0).path("article").asText());

            tom.says("My order 1057 makes a strange noise when I put it on the moon");
            tom.asksForPerson();
            tom.line().awaitEntry("escalated");

            JsonNode waiting = bima.line()
                    .await(frame -> frame.path("type").asText().equals("waiting")
                            && frame.path("conversation").asText().equals(tom.conversation));
            JsonNode brief = waiting.path("brief");
            assertTrue(brief.path("facts").toString().contains("1057"), brief.toString());
            assertEquals(
                    "delivery-times",
                    brief.path("answered").path(0).path("article").asText());

            bima.takes(tom.conversation);
            tom.line().awaitEntry("assigned");
            bima.says(tom.conversation, "Hi Tom, the moon is loud. I have sent you a quiet one.");
            tom.line().awaitSaid("the moon is loud");
            bima.does("note", tom.conversation, Map.of("text", "Lunar gravity."));
            bima.resolves(tom.conversation);

            JsonNode resolved = tom.line().awaitEntry("resolved");
            assertEquals("HELPED", resolved.path("ending").asText());
            assertTrue(resolved.path("survey").asBoolean());
            tom.does("rate", Map.of("csat", 5, "repeated", false, "comment", "Out of this world"));

            assertTrue(
                    tom.line().entries().stream()
                            .noneMatch(each -> each.path("kind").asText().equals("noted")),
                    "a private note is never the customer's");
            JsonNode rated = bima.line().awaitEntry("rated");
            assertEquals(5, rated.path("csat").asInt());
        }
    }
}
