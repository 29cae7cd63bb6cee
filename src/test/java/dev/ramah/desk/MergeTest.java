package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Line;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.customer.Duplicates;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two conversations of a customer that are about the same go on as one. */
@RamahTest
class MergeTest {

    @Inject
    Cast cast;

    @Inject
    Duplicates duplicates;

    @Inject
    Conversations conversations;

    @Inject
    EmptyDesk emptyDesk;

    private final Present present = new Present();

    @BeforeEach
    void nobodyWaits() {
        emptyDesk.now();
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        present.leave();
    }

    @Test
    void theCustomerGoesOnInTheOtherWithTheTokenTheyHave() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor phone = present.opened(Visitor.tom());
        phone.says("My order is 1042 and it never came");
        Visitor laptop = one(phone, present.opened(Visitor.tom()));
        laptop.says("I wrote before");
        laptop.asksForPerson();
        bima.takes(laptop.conversation);
        assertEquals(laptop.conversation, merged(cast.bima(), phone, laptop));

        JsonNode told = phone.line().awaitEntry("merged");
        assertEquals(laptop.conversation, told.path("into").asText());
        assertFalse(phone.line().awaitEntry("resolved").path("survey").asBoolean());
        assertEquals(
                phone.conversation,
                laptop.line().awaitEntry("absorbed").path("from").asText());
        Line moved = again(phone, 3);
        assertEquals(
                laptop.conversation, moved.await("welcome").path("conversation").asText());
        moved.awaitSaid("I wrote before");
        moved.send(Map.of("type", "say", "clientId", "moved-1", "text", "Here I am"));
        laptop.line().awaitSaid("Here I am");
        bima.says(laptop.conversation, "And so am I");
        moved.awaitSaid("And so am I");

        Response before = entries(laptop.token, phone.conversation);
        assertEquals(200, before.statusCode());
        assertTrue(before.asString().contains("1042"));
        assertEquals(
                403,
                entries(present.opened(Visitor.sari()).token, phone.conversation)
                        .statusCode());
        JsonPath seen = screen(cast.bima(), laptop);
        assertTrue(seen.getList("briefs[0].facts.value").contains("1042"), seen.prettify());
        assertEquals(laptop.conversation, screen(cast.bima(), phone).getString("mergedInto"));
        assertEquals(List.of("merged"), seen.getList("customer.conversations.status"));
    }

    @Test
    void whoeverStillWritesInTheMergedOneIsReadInTheOther() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor phone = present.opened(Visitor.tom());
        phone.says("Hello");
        Visitor laptop = one(phone, present.opened(Visitor.tom()));
        laptop.asksForPerson();
        bima.takes(laptop.conversation);
        merged(cast.bima(), phone, laptop);
        JsonNode ack = phone.does("say", Map.of("text", "Too late for this one"));
        assertEquals("ack", ack.path("type").asText());
        laptop.line().awaitSaid("Too late for this one");
        conversations
                .customerSays(ref(phone), "by-mail-" + UUID.randomUUID(), "An answer to an old mail", null)
                .join();
        bima.line().awaitSaid("An answer to an old mail");
        bima.does("note", phone.conversation, Map.of("text", "Seen"));
        assertTrue(said(laptop, "noted").contains("Seen"));
        List<String> there = said(phone, "said");
        // Perhaps with the bot's answer to it, which is as quick as the merge.
        assertEquals("Hello", there.get(0));
        assertFalse(there.contains("Too late for this one") || there.contains("An answer to an old mail"));
        assertEquals("resolved", screen(cast.bima(), phone).getString("status"));
    }

    @Test
    void whatIsSaidWhileTheyAreMergedIsThereOnce() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor phone = present.opened(Visitor.tom());
        phone.says("Hello");
        Visitor laptop = one(phone, present.opened(Visitor.tom()));
        laptop.asksForPerson();
        bima.takes(laptop.conversation);
        List<String> ids = IntStream.range(0, 40).mapToObj(i -> "race-" + i).toList();
        CompletableFuture<String> merging = null;
        for (String id : ids) {
            phone.send("say", Map.of("clientId", id, "text", "Words " + id));
            if (id.equals("race-15")) {
                String token = cast.token(cast.bima());
                merging = CompletableFuture.supplyAsync(
                        () -> merge(token, phone, laptop).path("conversation"));
            }
        }
        assertEquals(laptop.conversation, merging == null ? "" : merging.join());
        phone.line().awaitEntry("merged");
        // Nobody told the phone that all of it arrived, so it sends everything again where it goes on.
        Line moved = again(phone, 0);
        moved.await("welcome");
        ids.forEach(id -> moved.send(Map.of("type", "say", "clientId", id, "text", "Words " + id)));
        ids.forEach(id -> moved.await(frame -> frame.path("clientId").asText().equals(id)));
        List<String> all = Stream.concat(said(phone, "said").stream(), said(laptop, "said").stream())
                .filter(each -> each.startsWith("Words"))
                .toList();
        assertEquals(40, all.size(), all::toString);
        assertEquals(40, Set.copyOf(all).size());
    }

    @Test
    void ofTwoWhoMergeInOppositeDirectionsBothGetTheSame() {
        String bima = cast.token(cast.bima());
        String ana = cast.token(cast.ana());
        for (int i = 0; i < 5; i++) {
            Visitor one = present.opened(Visitor.tom());
            one.says("Hello");
            Visitor two = one(one, present.opened(Visitor.tom()));
            two.says("Hello");
            List<CompletableFuture<Response>> both = List.of(
                    CompletableFuture.supplyAsync(() -> merge(bima, one, two)),
                    CompletableFuture.supplyAsync(() -> merge(ana, two, one)),
                    CompletableFuture.supplyAsync(() -> merge(bima, one, two)));
            List<String> stays = both.stream()
                    .map(each -> each.join().then().statusCode(200).extract().<String>path("conversation"))
                    .distinct()
                    .toList();
            assertEquals(1, stays.size());
            Visitor gone = stays.get(0).equals(one.conversation) ? two : one;
            Visitor stayed = gone == one ? two : one;
            assertEquals(1, kinds(gone, "merged"));
            assertEquals(1, kinds(stayed, "absorbed"));
            assertEquals(0, kinds(stayed, "merged"));
        }
    }

    @Test
    void whoEndsItInTheSameMomentEndsOneOfThemAndIsAskedOnce() {
        Agent bima = present.sitsDown(cast.bima());
        String token = cast.token(cast.bima());
        for (int i = 0; i < 5; i++) {
            Visitor phone = present.opened(Visitor.tom());
            phone.says("Hello");
            Visitor laptop = one(phone, present.opened(Visitor.tom()));
            laptop.asksForPerson();
            bima.takes(laptop.conversation);
            phone.asksForPerson();
            bima.takes(phone.conversation);
            CompletableFuture<Response> merging = CompletableFuture.supplyAsync(() -> merge(token, phone, laptop));
            bima.does("resolve", phone.conversation, Map.of());
            assertEquals(200, merging.join().statusCode());
            assertEquals(1, kinds(phone, "resolved"));
            assertEquals(1, kinds(phone, "merged"));
            assertEquals("open", screen(cast.bima(), laptop).getString("status"));
            assertEquals("Bima", screen(cast.bima(), laptop).getString("holder.name"));
        }
    }

    @Test
    void whatIsNotOnesToMergeIsLeftAlone() {
        Agent bima = present.sitsDown(cast.bima());
        Colleague ana = cast.ana();
        Visitor phone = present.waiting();
        Visitor stranger = present.opened(Visitor.sari());
        stranger.says("Hello");
        assertEquals(409, merge(cast.token(ana), phone, stranger).statusCode(), "they are of two customers");
        assertEquals(400, merge(cast.token(ana), phone, phone).statusCode());
        Visitor laptop = one(phone, present.opened(Visitor.tom()));
        bima.takes(phone.conversation);
        assertEquals(409, merge(cast.token(ana), phone, laptop).statusCode(), "Bima has it");
        bima.does("transfer", phone.conversation, Map.of("to", Map.of("team", "machines"), "reason", "A pump"));
        assertEquals(403, merge(cast.token(cast.bima()), phone, laptop).statusCode());
        assertEquals(403, merge(cast.token(cast.bima()), laptop, phone).statusCode());
        assertEquals(401, merge(phone.token, phone, laptop).statusCode());
        assertEquals(200, merge(cast.token(cast.maya()), phone, laptop).statusCode());
    }

    /** They are one person now. */
    private Visitor one(Visitor known, Visitor other) {
        assertTrue(duplicates.join(customer(other), customer(known)));
        return other;
    }

    private Line again(Visitor who, int after) {
        Line fresh = present.opened(Line.to(Visitor.uri("/ws/chat")));
        fresh.send(Map.of("type", "hello", "token", who.token, "after", after));
        return fresh;
    }

    private String merged(Colleague who, Visitor from, Visitor into) {
        return merge(cast.token(who), from, into)
                .then()
                .statusCode(200)
                .extract()
                .path("conversation");
    }

    private static Response merge(String token, Visitor from, Visitor into) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("into", into.conversation))
                .post("/api/conversations/" + from.conversation + "/merge");
    }

    private static Response entries(String token, String conversation) {
        return RestAssured.given().auth().oauth2(token).get("/api/customer/conversations/" + conversation + "/entries");
    }

    private List<String> said(Visitor in, String kind) {
        return screen(cast.maya(), in).getList("entries.findAll { it.kind == '" + kind + "' }.text");
    }

    private int kinds(Visitor in, String kind) {
        return screen(cast.maya(), in)
                .getList("entries.findAll { it.kind == '" + kind + "' }")
                .size();
    }

    private UUID customer(Visitor visitor) {
        return conversations.find(ref(visitor)).customer();
    }

    private static ConversationRef ref(Visitor visitor) {
        return new ConversationRef(UUID.fromString(visitor.conversation));
    }

    private JsonPath screen(Colleague who, Visitor visitor) {
        return cast.as(who).get("/api/conversations/" + visitor.conversation).jsonPath();
    }
}
