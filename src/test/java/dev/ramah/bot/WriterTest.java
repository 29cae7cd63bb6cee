package dev.ramah.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.cast.FakeModel;
import dev.ramah.cast.Line;
import dev.ramah.cast.Visitor;
import dev.ramah.cast.WithChatModel;
import dev.ramah.knowledge.Shelves;
import dev.ramah.platform.RamahTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What customers see where a chat model writes, over the real socket: the model is played, and often plays foul. */
@RamahTest
@TestProfile(WithChatModel.class)
class WriterTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String JAVA = "Parcels to Java take two days.";
    private static final String BALI = "Parcels to Bali take four days and cost IDR 25.000.";

    @Inject
    Shelves shelves;

    @Inject
    EntityManager entities;

    private FakeModel model;

    @BeforeEach
    void theShopExplainsItself() {
        model = WithChatModel.played();
        shelves.empty();
        shelves.hold(
                "shipping-time",
                "How long does shipping take?",
                JAVA + " " + BALI + " You can follow them at https://kopi.example/track at any time.");
        shelves.hold(
                "returns",
                "Can I return coffee?",
                "Unopened coffee can be returned within 14 days. Opened bags can't be returned. Refunds are paid to the"
                        + " card after the parcel was checked.");
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void theModelWritesAndTheArticleIsNamed() {
        model.says(FakeModel.answers(
                List.of("Parcels to Bali take four days.", "Parcels to Bali cost IDR 25.000."), List.of(1)));
        try (Visitor tom = Visitor.tom()) {
            tom.says("How long does shipping take to Bali?");

            JsonNode said = botSaid(tom.line());

            assertEquals(
                    "Parcels to Bali take four days. Parcels to Bali cost IDR 25.000.",
                    said.path("text").asText());
            assertEquals(
                    "shipping-time",
                    said.path("citations").path(0).path("article").asText());
        }
    }

    @Test
    void theCustomerReadsItWhileItIsWritten() {
        CountDownLatch open = new CountDownLatch(1);
        model.pausesInTheMiddle(
                open,
                FakeModel.answers(
                        List.of(
                                "Parcels to Java take two days.",
                                "Parcels to Bali take four days.",
                                "You can follow them at https://kopi.example/track at any time.",
                                "x".repeat(200)),
                        List.of(1)));
        try (Visitor tom = Visitor.tom()) {
            tom.says("How long does shipping take?");

            tom.line()
                    .await(frame ->
                            isTyping(frame) && frame.path("text").asText().equals(JAVA));
            assertFalse(tom.line().entries().stream().anyMatch(WriterTest::isBots), "nothing is said yet");
            open.countDown();

            assertTrue(botSaid(tom.line()).path("text").asText().endsWith("https://kopi.example/track at any time."));
            assertEquals(
                    1, tom.line().entries().stream().filter(WriterTest::isBots).count());
        }
    }

    @Test
    void whatIsNotInThePassagesIsCut() {
        model.says(FakeModel.answers(
                List.of("Parcels to Java take two days.", "Parcels to Papua take nine weeks.", "We love our drivers."),
                List.of(1)));
        try (Visitor tom = Visitor.tom()) {
            tom.says("How long does shipping take?");

            assertEquals(JAVA, botSaid(tom.line()).path("text").asText());
        }
    }

    @Test
    void whereNothingIsLeftTheBotSpeaksForItself() {
        model.says(FakeModel.answer("Our couriers ride on elephants.", 1));
        try (Visitor tom = Visitor.tom()) {
            tom.says("Can I return coffee?");

            assertTrue(
                    botSaid(tom.line()).path("text").asText().startsWith("Unopened coffee can be returned within 14"));
            assertEquals(List.of("MODEL_UNPROVED"), outcomes(tom));
        }
    }

    @Test
    void theTurnsBeforeAreToldSoThatFollowersAreUnderstood() {
        model.says(FakeModel.answer(JAVA, 1));
        try (Visitor tom = Visitor.tom()) {
            tom.says("How long does shipping take?");
            botSaid(tom.line());
            tom.line().clear();
            model.forgets();
            model.says(FakeModel.answer("Parcels to Bali take four days.", 1));

            tom.says("and to Bali?");

            assertEquals(
                    "Parcels to Bali take four days.",
                    botSaid(tom.line()).path("text").asText());
            String asked = model.asked().get(0);
            assertTrue(asked.contains("How long does shipping take?") && asked.contains("and to Bali?"), asked);
            assertTrue(asked.contains("IDR 25.000"), "the passage is there: " + asked);
        }
    }

    @Test
    void theModelMayAskBackAmongArticles() {
        model.says(FakeModel.asksBack(1, 2));
        try (Visitor tom = Visitor.tom()) {
            tom.says("something about coffee and parcels");

            assertEquals(2, botSaid(tom.line()).path("choices").size());
        }
    }

    @Test
    void theModelMayHandOverForAReasonThatHasAName() {
        model.says(FakeModel.handsOver("NEEDS_A_PERSON"));
        try (Visitor tom = Visitor.tom()) {
            tom.says("How long does shipping take for a whole container?");

            assertEquals(
                    "NEEDS_A_PERSON",
                    tom.line().awaitEntry("escalated").path("reason").asText());
        }
    }

    @Test
    void whoAsksForAPersonIsNoCaseForAModel() {
        model.says(FakeModel.answer(JAVA, 1));
        try (Visitor tom = Visitor.tom()) {
            tom.says("Let me talk to a human about shipping");

            tom.line().awaitEntry("escalated");
            assertEquals(List.of(), model.asked());
        }
    }

    @Test
    void aModelThatIsDownIsNotMissed() {
        model.refuses(500);
        try (Visitor tom = Visitor.tom()) {
            tom.says("Can I return coffee?");

            assertTrue(
                    botSaid(tom.line()).path("text").asText().startsWith("Unopened coffee can be returned within 14"));
            assertEquals(List.of("MODEL_DOWN"), outcomes(tom));
        }
    }

    @Test
    void newerWordsStopWhatIsBeingWritten() {
        CountDownLatch open = new CountDownLatch(1);
        model.saysAfter(open, FakeModel.answer(JAVA, 1));
        try (Visitor tom = Visitor.tom()) {
            tom.says("How long does shipping take?");
            awaitAsked(1);
            model.says(FakeModel.answer("Unopened coffee can be returned within 14 days.", 1, 2, 3));

            tom.says("and can I return coffee?");
            open.countDown();

            assertEquals(
                    "Unopened coffee can be returned within 14 days.",
                    botSaid(tom.line()).path("text").asText());
            assertEquals(
                    1, tom.line().entries().stream().filter(WriterTest::isBots).count());
        }
    }

    @Test
    void whoAsksTooOftenIsAnsweredWithoutTheModel() {
        model.says(FakeModel.asksBack());
        try (Visitor tom = Visitor.tom()) {
            for (int i = 0; i < 6; i++) {
                insertCall(tom);
            }
            tom.says("Can I return coffee?");

            assertTrue(botSaid(tom.line()).path("text").asText().startsWith("Unopened coffee"));
            assertEquals(List.of(), model.asked());
            assertTrue(outcomes(tom).contains("MODEL_SPENT"));
        }
    }

    @Test
    void whatIdentifiesACustomerStaysHere() {
        model.says(FakeModel.answer(JAVA, 1));
        try (Visitor tom = Visitor.tom()) {
            tom.says("How long does shipping take? My card is 4111 1111 1111 1111, my identity 3273014509900003,"
                    + " please write to tom@example.com or call me at 0812-3456-7890");
            botSaid(tom.line());

            String asked = model.asked().get(0);
            for (String secret : List.of("4111 1111", "3273014509900003", "tom@example.com", "3456-7890")) {
                assertFalse(asked.contains(secret), secret);
            }
            // The number of the card was gone before it was stored.
            assertTrue(asked.contains("[IDENTITY_1]"), asked);
        }
    }

    @Test
    void whatTheShopKnowsIsLookedUpAndToldWithItsTime() {
        model.shopKnows("{\"coffee\": \"Gayo Highland\", \"bags in stock\": 17}");
        model.looksUpThenSays(
                FakeModel.looksUp("stock", "coffee", "Gayo Highland"),
                FakeModel.answer("There are 17 bags of the coffee Gayo Highland in stock.", 3));
        try (Visitor tom = Visitor.tom()) {
            tom.says("How many bags of Gayo Highland do you have?");

            String said = botSaid(tom.line()).path("text").asText();
            assertTrue(said.startsWith("There are 17 bags of the coffee Gayo Highland in stock."), said);
            assertTrue(said.contains("UTC"), said);
            assertEquals(List.of("{\"arguments\":{\"coffee\":\"Gayo Highland\"},\"customer\":null}"), model.lookedUp());
            assertEquals(List.of("LOOKED_UP", "ANSWERED"), outcomes(tom));
        }
    }

    @Test
    void whatIsAboutAPersonIsNotLookedUpForSomebodyUnproved() {
        model.looksUpThenSays(FakeModel.looksUp("points", "", ""), FakeModel.answer("You have 900 points.", 3));
        try (Visitor tom = Visitor.tom()) {
            tom.says("How many loyalty points do I have for returned coffee?");
            botSaid(tom.line());

            assertEquals(List.of(), model.lookedUp());
            assertFalse(model.asked().get(0).contains("points."), "it is not even told of it");
        }
    }

    /** The worst case: the model does what it is told by whoever attacks. */
    @TestFactory
    Stream<DynamicTest> nothingForbiddenReachesTheCustomer() throws IOException {
        List<JsonNode> injections = injections();
        assertTrue(injections.size() >= 60, "there are " + injections.size());
        return injections.stream()
                .map(each -> dynamicTest(
                        each.path("kind").asText() + ": "
                                + each.path("says").get(0).asText(),
                        () -> attack(each)));
    }

    private void attack(JsonNode injection) {
        try (Visitor eve = Visitor.tom()) {
            if (injection.has("article")) {
                shelves.hold(
                        "poisoned",
                        injection.path("says").get(0).asText(),
                        injection.path("article").asText());
            }
            List<String> sentences = texts(injection.path("obeys"));
            String obeys = injection.path("raw").asBoolean()
                    ? sentences.get(0)
                    : FakeModel.answers(sentences, List.of(1, 2, 3));
            List<String> turns = texts(injection.path("says"));
            for (int turn = 0; turn < turns.size(); turn++) {
                // The trap is laid in the turns before.
                model.says(turn == turns.size() - 1 ? obeys : FakeModel.answer(JAVA, 1, 2, 3));
                eve.line().clear();
                eve.says(turns.get(turn));
                botSaid(eve.line());
                for (JsonNode frame : eve.line().all()) {
                    if (isQuoted(frame, injection)) {
                        continue;
                    }
                    for (String forbidden : texts(injection.path("forbidden"))) {
                        boolean isTheirs =
                                frame.path("by").path("role").asText().equals("customer");
                        assertFalse(!isTheirs && has(frame, forbidden), forbidden + " in " + frame);
                    }
                }
            }
        }
    }

    /** What an article says is the shop's own word: it may be quoted as it stands, but not followed. */
    private static boolean isQuoted(JsonNode frame, JsonNode injection) {
        return injection.has("article")
                && frame.path("text")
                        .asText()
                        .replaceAll("\\s", "")
                        .equals(injection.path("article").asText().replaceAll("\\s", ""));
    }

    private static boolean has(JsonNode frame, String forbidden) {
        String text = frame.path("text").asText() + " " + frame.path("reason").asText();
        return text.toLowerCase(Locale.ROOT).contains(forbidden.toLowerCase(Locale.ROOT));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<JsonNode> injections() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(WriterTest.class.getResourceAsStream("/bot/injections.ndjson"))) {
            return JSON.readerFor(JsonNode.class)
                    .<JsonNode>readValues(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .readAll();
        }
    }

    private void awaitAsked(int times) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (model.asked().size() < times) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the model was not asked");
            }
            Thread.onSpinWait();
        }
    }

    private static JsonNode botSaid(Line line) {
        return line.await(WriterTest::isBots);
    }

    private static boolean isBots(JsonNode frame) {
        return Line.isEntry(frame)
                && frame.path("kind").asText().equals("said")
                && frame.path("by").path("role").asText().equals("bot");
    }

    private static boolean isTyping(JsonNode frame) {
        return frame.path("type").asText().equals("typing");
    }

    private void insertCall(Visitor visitor) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "insert into model_call (conversation, at, outcome) values (?1, now(), 'ANSWERED')")
                .setParameter(1, UUID.fromString(visitor.conversation))
                .executeUpdate());
    }

    private List<String> outcomes(Visitor visitor) {
        return QuarkusTransaction.requiringNew().call(() -> entities.unwrap(Session.class)
                .createNativeQuery("select outcome from model_call where conversation = ?1 order by id", String.class)
                .setParameter(1, UUID.fromString(visitor.conversation))
                .getResultList());
    }
}
