package dev.ramah.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Line;
import dev.ramah.cast.Visitor;
import dev.ramah.knowledge.Shelves;
import dev.ramah.platform.RamahTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers are answered in the language that they write in, whatever their page is in. */
@RamahTest
class SpokenLanguageTest {

    @Inject
    Shelves shelves;

    @BeforeEach
    void theShopExplainsItself() {
        shelves.empty();
        shelves.hold(
                """
                {"id": "shipping", "language": "en", "title": "How long does shipping take?", "body": "Parcels to Java take two days.", "questions": ["How long does shipping take?", "Combien de temps prend la livraison chez vous ?"]}
                {"id": "shipping", "language": "de", "title": "Wie lange dauert der Versand?", "body": "Pakete nach Java brauchen zwei Tage.", "questions": ["Wie lange dauert der Versand?"]}
                {"id": "tasting", "language": "en", "title": "Tasting room", "body": "The tasting room opens at nine.", "questions": ["Wann öffnet der Probierraum?"]}
                """);
    }

    @Test
    void theirWordsDecide() {
        try (Visitor anna = Visitor.arrives(Map.of("name", "Anna", "language", "en"))) {
            anna.says("Wie lange dauert der Versand?");

            JsonNode said = botSaid(anna);
            assertEquals(
                    "Pakete nach Java brauchen zwei Tage.", said.path("text").asText());
            assertEquals(
                    "Wie lange dauert der Versand?",
                    said.path("citations").path(0).path("title").asText());
        }
    }

    @Test
    void handingOverIsToldInTheirLanguageToo() {
        try (Visitor omar = Visitor.arrives(Map.of("name", "Omar", "language", "ar"))) {
            omar.says("أريد التحدث مع موظف من فضلك");

            assertTrue(botSaid(omar).path("text").asText().contains("سأستدعي موظفاً"));
            assertEquals(
                    "ASKED_FOR_A_PERSON",
                    omar.line().awaitEntry("escalated").path("reason").asText());
        }
    }

    @Test
    void whatThereIsInAnotherLanguageIsOfferedAndSaidSo() {
        try (Visitor lucie = Visitor.arrives(Map.of("name", "Lucie", "language", "fr"))) {
            lucie.says("Combien de temps prend la livraison chez vous ?");
            JsonNode said = botSaid(lucie);

            assertTrue(said.path("text").asText().contains("dans votre langue"), said.toString());
            assertEquals(
                    "shipping", said.path("choices").path(0).path("article").asText());
        }
    }

    private static JsonNode botSaid(Visitor visitor) {
        return visitor.line()
                .await(frame -> Line.isEntry(frame)
                        && frame.path("kind").asText().equals("said")
                        && frame.path("by").path("role").asText().equals("bot"));
    }
}
