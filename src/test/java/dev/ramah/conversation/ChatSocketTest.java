package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Line;
import dev.ramah.cast.Visitor;
import dev.ramah.knowledge.Shelves;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketFrame;
import jakarta.inject.Inject;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The customer's socket, by somebody who means no good, and by somebody in a bad network. */
@RamahTest
class ChatSocketTest {

    @Inject
    Cast cast;

    @Inject
    Shelves shelves;

    @Inject
    Conversations conversations;

    @Inject
    Vertx vertx;

    private Visitor tom;

    @BeforeEach
    void tomArrives() {
        shelves.hold("grind", "Which grind for a French press?", "Coarse, like sea salt.");
        tom = Visitor.tom();
    }

    @AfterEach
    void tomLeaves() {
        tom.close();
    }

    @Test
    void whoSaysNoHelloIsShownTheDoorAfterTenSeconds() {
        Line silent = Line.to(Visitor.uri("/ws/chat"));
        Line silentAtTheDesk = Line.to(Visitor.uri("/ws/desk"));
        silent.awaitProblem("not_signed_in");
        assertEquals(4401, silent.awaitClose());
        silentAtTheDesk.awaitProblem("not_signed_in");
        assertEquals(4401, silentAtTheDesk.awaitClose());
        assertEquals("entry", tom.says("I said hello").path("type").asText(), "who said hello stays");
    }

    @Test
    void aTokenThatNobodyGaveOutOpensNothing() {
        Line eve = Line.to(Visitor.uri("/ws/chat"));
        eve.send(Map.of("type", "hello", "token", "eve"));
        eve.awaitProblem("not_signed_in");
        assertEquals(4401, eve.awaitClose());
    }

    @ParameterizedTest
    @ValueSource(strings = {"say", "human", "thumb", "rate", "typing", "seen", "resolve", "contact"})
    void beforeHelloNothingIsDone(String type) {
        try (Line eve = Line.to(Visitor.uri("/ws/chat"))) {
            eve.send(Map.of(
                    "type",
                    type,
                    "clientId",
                    "1",
                    "text",
                    "hi",
                    "seq",
                    1,
                    "up",
                    true,
                    "csat",
                    5,
                    "email",
                    "a@b.example"));
            eve.awaitProblem("not_signed_in");
        }
    }

    @Test
    void aCustomersTokenDoesNotOpenAnotherConversation() {
        try (Visitor sari = Visitor.sari();
                Line line = Line.to(Visitor.uri("/ws/chat"))) {
            sari.says("My address is a secret");
            line.send(Map.of("type", "hello", "token", tom.token, "conversation", sari.conversation));
            line.awaitProblem("forbidden");
            line.send(Map.of(
                    "type",
                    "hello",
                    "token",
                    tom.token,
                    "conversation",
                    UUID.randomUUID().toString()));
            line.awaitProblem("not_found");
            line.send(Map.of("type", "hello", "token", tom.token));
            assertEquals(
                    tom.conversation, line.await("welcome").path("conversation").asText());
            assertEquals(List.of(), line.entries());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type":"dance"}                                       | unknown_type
                    {"type":7}                                             | malformed
                    {"text":"no type"}                                     | malformed
                    [1,2]                                                  | malformed
                    "say"                                                  | malformed
                    null                                                   | malformed
                    {"type":"say","text":                                  | malformed
                    {"type":"say"} {"type":"say"}                          | malformed
                    {"type":"say","text":"no client id"}                   | malformed
                    {"type":"say","clientId":"","text":"x"}                | malformed
                    {"type":"say","clientId":7,"text":"x"}                 | malformed
                    {"type":"say","clientId":"a\\u0000b","text":"x"}       | malformed
                    {"type":"say","clientId":"a\\ud800b","text":"x"}       | malformed
                    {"type":"say","clientId":"1"}                          | malformed
                    {"type":"say","clientId":"1","text":"  "}              | invalid
                    {"type":"say","clientId":"1","text":["x"]}             | malformed
                    {"type":"say","clientId":"1","text":"x","choice":"a\\u0000b"} | invalid
                    {"type":"thumb","clientId":"1","seq":99,"up":true}     | invalid
                    {"type":"thumb","clientId":"1","seq":1.5,"up":true}    | malformed
                    {"type":"thumb","clientId":"1","seq":1}                | malformed
                    {"type":"seen","seq":"1"}                              | malformed
                    {"type":"contact","clientId":"1","email":"tom"}        | invalid
                    {"type":"contact","clientId":"1","email":"t\\u0000m@mail.example"} | invalid
                    {"type":"contact","email":"tom@mail.example"}          | malformed
                    {"type":"rate","clientId":"1"}                         | invalid
                    {"type":"rate","clientId":"1","csat":0}                | invalid
                    {"type":"rate","clientId":"1","csat":6}                | invalid
                    {"type":"rate","clientId":"1","csat":4.5}              | malformed
                    {"type":"rate","clientId":"1","csat":99999999999}      | malformed
                    {"type":"rate","clientId":"1","nps":11}                | invalid
                    {"type":"rate","clientId":"1","effort":8}              | invalid
                    {"type":"rate","clientId":"1","repeated":"no"}         | malformed
                    {"type":"rate","clientId":"1","cause":"weather"}       | invalid
                    {"type":"rate","clientId":"1","cause":2}               | malformed
                    {"type":"rate","clientId":"1","comment":" "}           | invalid
                    {"type":"rate","clientId":"1","csat":5,"episode":2}    | invalid
                    {"type":"resolve","clientId":"1","solved":"yes"}       | malformed
                    {"type":"hello","token":"x","after":-1}                | not_signed_in
                    """)
    void whatCannotBeIsRefusedByItsName(String frame, String code) {
        try (Visitor sari = Visitor.sari()) {
            sari.line().sendRaw(frame);
            sari.line().awaitProblem(code);
            assertEquals(List.of(), conversations.entries(ref(sari), 0));
        }
    }

    @Test
    void aRefusalNamesTheClientsIdAndTheConnectionLives() {
        tom.line().sendRaw("{\"type\":\"say\",\"clientId\":\"mine\",\"text\":\"" + "x".repeat(4_001) + "\"}");
        assertEquals(
                "mine", tom.line().awaitProblem("too_long").path("clientId").asText());
        tom.line().sendRaw("{\"type\":\"say\",\"clientId\":\"mine\",\"text\":\"" + "x".repeat(4_000) + "\"}");
        assertEquals(4_000, tom.line().awaitEntry("said").path("text").asText().length());
    }

    @Test
    void aFrameAboveSixteenKibibytesIsRefusedAndTheConnectionLives() {
        String padding = "x".repeat(16 * 1024);
        tom.line().send(Map.of("type", "say", "clientId", "1", "text", "hi", "padding", padding));
        tom.line().awaitProblem("too_large");
        tom.line()
                .send(Map.of("type", "say", "clientId", "2", "text", "€".repeat(3_900), "padding", "€".repeat(1_600)));
        tom.line()
                .await(frame -> tom.line().all().stream()
                                .filter(each -> each.path("code").asText().equals("too_large"))
                                .count()
                        == 2);
        assertEquals("entry", tom.says("Still here").path("type").asText());
    }

    @Test
    void aFrameAboveSixtyFourKibibytesClosesTheConnection() {
        tom.line().sendRaw("{\"type\":\"say\",\"clientId\":\"1\",\"text\":\"" + "x".repeat(66 * 1024) + "\"}");
        assertEquals(1009, tom.line().awaitClose());
    }

    @Test
    void oneFrameAboveSixtyFourKibibytesDoesSoToo() {
        CompletableFuture<String> closed = new CompletableFuture<>();
        vertx.createWebSocketClient()
                .connect(RestAssured.port, "localhost", "/ws/chat")
                .onFailure(closed::completeExceptionally)
                .onSuccess(socket -> {
                    socket.closeHandler(gone -> closed.complete(String.valueOf(socket.closeStatusCode())));
                    socket.writeFrame(WebSocketFrame.textFrame("x".repeat(66 * 1024), true));
                });
        assertEquals("1009", closed.orTimeout(60, TimeUnit.SECONDS).join());
    }

    @Test
    void onlyPagesOfTheListAndOurOwnReachTheSocket() {
        assertEquals(403, refusal("/ws/chat", "https://evil.example"));
        assertEquals(403, refusal("/ws/chat", "null"));
        assertEquals(403, refusal("/ws/chat", "https://shop.example.evil.example"));
        assertEquals(403, refusal("/ws/desk", "https://shop.example"));
        String ours = "http://localhost:" + RestAssured.port;
        for (String origin : List.of("https://shop.example", ours)) {
            try (Line line = Line.to(Visitor.uri("/ws/chat"), Map.of("Origin", origin))) {
                line.send(Map.of("type", "hello", "token", tom.token));
                line.await("welcome");
            }
        }
        Line.to(Visitor.uri("/ws/desk"), Map.of("Origin", ours)).close();
    }

    @Test
    void everyEntryComesOnceAndInOrderWhileOthersWriteAndTheLineBreaks() {
        List<JsonNode> seen = new ArrayList<>();
        try (Line phone = tom.connect(0);
                Line laptop = tom.connect(0)) {
            Line unlucky = tom.connect(0);
            for (int i = 1; i <= 4; i++) {
                String part = "-" + i;
                CompletableFuture<Void> writing = CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> burst(phone, "phone" + part, 30)),
                        CompletableFuture.runAsync(() -> burst(laptop, "laptop" + part, 30)));
                Line now = unlucky;
                // A sixth of what is being written: the rest is on its way while the line breaks.
                unlucky.await(frame -> now.entries().size() >= 10);
                unlucky.cut();
                seen.addAll(unlucky.entries());
                unlucky = tom.connect(last(seen));
                writing.join();
            }
            int end = tom.says("That was all").path("seq").asInt();
            for (Line each : List.of(phone, laptop, unlucky, tom.line())) {
                each.awaitSaid("That was all");
            }
            seen.addAll(unlucky.entries());
            unlucky.close();
            List<Integer> stored = stored(end);
            assertTrue(stored.size() > 200);
            assertEquals(stored, numbers(seen, end));
            assertEquals(stored, numbers(phone.entries(), end));
            assertEquals(stored, numbers(laptop.entries(), end));
            assertEquals(stored, IntStream.rangeClosed(1, end).boxed().toList());
        }
    }

    @Test
    void aCursorBeyondTheEndHidesNothingThatComes() {
        tom.says("First");
        try (Line line = tom.connect(1_000_000)) {
            assertTrue(line.await("welcome").path("last").asInt() < 10);
            tom.says("Second");
            line.awaitSaid("Second");
        }
    }

    @Test
    void helloAgainBeginsAgainAndDoublesNothing() {
        tom.says("First");
        tom.send("hello", Map.of("token", tom.token, "after", 1));
        tom.line()
                .await(frame -> tom.line().all().stream()
                                .filter(each -> each.path("type").asText().equals("welcome"))
                                .count()
                        == 2);
        int second = tom.says("Second").path("seq").asInt();
        tom.does("human", Map.of());
        tom.line().awaitEntry("escalated");
        assertEquals(
                1,
                tom.line().entries().stream()
                        .filter(each -> each.path("seq").asInt() == second)
                        .count());
    }

    @Test
    void fiftyTimesTheSameIdOverTwoLinesIsOneEntryAndEveryAnswerIsTheSame() {
        try (Line other = tom.connect(0)) {
            Map<String, String> say = Map.of("type", "say", "clientId", "same", "text", "Only once, please");
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(
                                    () -> IntStream.range(0, 25).forEach(i -> other.send(say))),
                            CompletableFuture.runAsync(() -> IntStream.range(0, 25)
                                    .forEach(i -> tom.line().send(say))))
                    .join();
            List<Line> both = List.of(tom.line(), other);
            both.forEach(ChatSocketTest::awaitAnswers);
            both.forEach(each -> {
                JsonNode entry = each.awaitSaid("Only once");
                acks(each, "same").forEach(ack -> assertEquals(entry.path("seq"), ack.path("seq")));
                assertEquals(
                        1,
                        each.entries().stream()
                                .filter(entryOf ->
                                        entryOf.path("clientId").asText().equals("same"))
                                .count());
            });
            // The entry itself answers the one that was first.
            assertEquals(
                    49, acks(tom.line(), "same").size() + acks(other, "same").size());
        }
    }

    @Test
    void whatChangesNothingIsAcknowledged() {
        tom.asksForPerson();
        JsonNode again = tom.asksForPerson();
        assertEquals("ack", again.path("type").asText());
        assertEquals(1, again.path("seq").asInt());
        tom.does("resolve", Map.of());
        JsonNode ended = tom.does("resolve", Map.of());
        assertEquals("ack", ended.path("type").asText());
        assertEquals(2, ended.path("seq").asInt());
    }

    @Test
    void askingForAPersonWhileOneIsThereIsAcknowledgedAndNotQueued() {
        try (Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
            tom.asksForPerson();
            bima.takes(tom.conversation);
            tom.line().awaitEntry("assigned");
            assertEquals("ack", tom.asksForPerson().path("type").asText());
            assertEquals(Turn.AGENT, conversations.find(ref(tom)).turn());
        }
    }

    @Test
    void sayingMoreAfterTheEndOpensTheNextEpisode() {
        tom.asksForPerson();
        assertEquals("GAVE_UP", tom.does("resolve", Map.of()).path("ending").asText());
        JsonNode said = tom.says("Wait, one more thing");
        JsonNode reopened = tom.line().awaitEntry("reopened");
        assertEquals(3, reopened.path("seq").asInt());
        assertFalse(reopened.has("clientId"));
        assertEquals("customer", reopened.path("by").path("role").asText());
        assertEquals(4, said.path("seq").asInt());
        assertEquals(2, said.path("episode").asInt());
    }

    @Test
    void severalMessagesGetOneReplyToAllOfThem() {
        tom.says("Hello");
        tom.says("I have a question");
        tom.says("Which grind for a French press?");
        JsonNode answer = tom.line().awaitSaid("like sea salt");
        assertEquals("grind", answer.path("citations").path(0).path("article").asText());
        assertTrue(conversations.botTurn(ref(tom)).isEmpty(), "nothing is left to answer");
        assertEquals(
                1,
                tom.line().entries().stream()
                        .filter(each -> each.path("by").path("role").asText().equals("bot"))
                        .count());

        JsonNode thumb = tom.does("thumb", Map.of("seq", answer.path("seq").asInt(), "up", true));
        assertTrue(thumb.path("up").asBoolean());
        assertEquals(answer.path("seq"), thumb.path("target"));
        JsonNode resolved = tom.does("resolve", Map.of("solved", true));
        assertEquals("CONFIRMED", resolved.path("ending").asText());
        JsonNode rated = tom.does("rate", Map.of("csat", 5, "comment", "Quick"));
        assertEquals("Quick", rated.path("comment").asText());
        assertEquals(1, rated.path("rated").asInt());
    }

    @Test
    void aRatingGivenTwiceIsRefusedWithAReasonAndNothingIsStored() {
        tom.says("Hello");
        tom.does("resolve", Map.of());
        tom.does("rate", Map.of("csat", 2));
        int last = conversations.find(ref(tom)).last();
        JsonNode refusal = tom.tries("rate", Map.of("csat", 5, "comment", "It was fine after all"));
        assertEquals("conflict", refusal.path("code").asText());
        assertTrue(refusal.path("detail").asText().contains("first"), refusal.toString());
        assertEquals(last, conversations.find(ref(tom)).last());
        assertEquals("ack", tom.tries("rate", Map.of("csat", 2)).path("type").asText());
        JsonNode more = tom.does("rate", Map.of("csat", 2, "cause", "wait", "comment", "An hour"));
        assertEquals("An hour", more.path("comment").asText());
        assertEquals(last + 1, conversations.find(ref(tom)).last());
    }

    /** Two tabs, or a thumb that slipped. */
    @Test
    void ofTwoMarksAtOnceOneIsStoredAndTheOtherIsRefused() {
        for (int round = 1; round <= 5; round++) {
            tom.says("Hello " + round);
            tom.does("resolve", Map.of());
            try (Line other = tom.connect(0)) {
                String episode = String.valueOf(round);
                List<Line> both = List.of(tom.line(), other);
                for (int i = 0; i < 2; i++) {
                    both.get(i)
                            .send(Map.of(
                                    "type",
                                    "rate",
                                    "clientId",
                                    "at-once-" + i + "-" + episode,
                                    "episode",
                                    round,
                                    "csat",
                                    1 + 4 * i));
                }
                List<String> answers = IntStream.range(0, 2)
                        .mapToObj(i -> both.get(i)
                                .await(frame -> frame.path("clientId").asText().equals("at-once-" + i + "-" + episode)))
                        .map(each -> each.path("code").asText(each.path("kind").asText()))
                        .sorted()
                        .toList();
                assertEquals(List.of("conflict", "rated"), answers);
            }
            int rated = round;
            assertEquals(
                    1,
                    conversations.entries(ref(tom), 0).stream()
                            .filter(each -> each.what() instanceof Happened.Rated mark && mark.episode() == rated)
                            .count());
        }
    }

    @Test
    void theMomentAPersonTakesItTheBotIsSilentThoughItsAnswerWasMade() {
        try (Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
            tom.says("Which grind for a French press?");
            int read = conversations.botTurn(ref(tom)).orElseThrow().readUpTo();
            bima.takes(tom.conversation);
            Happened.Said late = Happened.Said.plain("Coarse, like sea salt.");
            assertFalse(conversations.botSays(ref(tom), read, late).join().wrote());
            assertFalse(conversations
                    .botHandsOver(ref(tom), read, "NOTHING_FOUND", "A person will help.")
                    .join()
                    .wrote());
            bima.says(tom.conversation, "Coarse, like sea salt.");
            assertEquals(
                    "agent",
                    tom.line()
                            .awaitSaid("like sea salt")
                            .path("by")
                            .path("role")
                            .asText());
        }
    }

    @Test
    void htmlAndOtherWordsComeBackAsTheyWereTyped() {
        String text = "<img src=x onerror=alert(1)> \"quoted\" \\ \u2028 \uD83D\uDE00";
        assertEquals(text, tom.says(text).path("text").asText());
        assertEquals("a\uFFFDb", tom.says("a\0b").path("text").asText());
        JsonNode card = tom.says("Take 4111 1111 1111 1111");
        assertEquals("Take •••• 1111", card.path("text").asText());
    }

    @Test
    void faultsTellNothingOfTheInside() {
        tom.line().sendRaw("{\"type\":\"say\",\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
        JsonNode problem = tom.line().awaitProblem("malformed");
        assertFalse(problem.toString().contains("jackson"), problem.toString());
        assertEquals("entry", tom.says("Still here").path("type").asText());
    }

    private static int refusal(String path, String origin) {
        CompletionException refused =
                assertThrows(CompletionException.class, () -> Line.to(Visitor.uri(path), Map.of("Origin", origin)));
        return assertInstanceOf(WebSocketHandshakeException.class, refused.getCause())
                .getResponse()
                .statusCode();
    }

    private static void burst(Line line, String who, int times) {
        for (int i = 0; i < times; i++) {
            line.send(Map.of("type", "say", "clientId", who + i, "text", who + " says " + i));
        }
    }

    private List<Integer> stored(int end) {
        return conversations.entries(ref(tom), 0).stream()
                .map(Entry::seq)
                .filter(each -> each <= end)
                .toList();
    }

    private static List<Integer> numbers(List<JsonNode> entries, int end) {
        return entries.stream()
                .map(each -> each.path("seq").asInt())
                .filter(each -> each <= end)
                .toList();
    }

    private static int last(List<JsonNode> entries) {
        return entries.get(entries.size() - 1).path("seq").asInt();
    }

    private static List<JsonNode> acks(Line line, String clientId) {
        return line.all().stream()
                .filter(each -> each.path("type").asText().equals("ack"))
                .filter(each -> each.path("clientId").asText().equals(clientId))
                .toList();
    }

    /** Answers come in the order of the questions: behind this one's, no other is under way. */
    private static void awaitAnswers(Line line) {
        String last = UUID.randomUUID().toString();
        Map<String, String> say = Map.of("type", "say", "clientId", last, "text", "That was all");
        line.send(say);
        line.await(
                frame -> Line.isEntry(frame) && frame.path("clientId").asText().equals(last));
        line.send(say);
        line.await(frame -> acks(line, last).size() == 1);
    }

    private static ConversationRef ref(Visitor visitor) {
        return new ConversationRef(UUID.fromString(visitor.conversation));
    }
}
