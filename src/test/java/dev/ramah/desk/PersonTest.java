package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Duplicates;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is on the other end, as staff know and correct it, and what stays with them. */
@RamahTest
class PersonTest {

    @Inject
    Cast cast;

    @Inject
    Customers customers;

    @Inject
    Duplicates duplicates;

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
    void whatStaffPutRightIsSeenByAllAndTheRestStaysAsItWas() {
        Visitor tom = present.waiting();
        correct(cast.bima(), tom, Map.of("name", "Tomas", "email", "tomas@example.com"))
                .then()
                .statusCode(200);
        Map<String, Object> more = new HashMap<>(Map.of("attributes", Map.of("size", "L", "roast", "dark")));
        correct(cast.ana(), tom, more).then().statusCode(200);
        Map<String, Object> less = new HashMap<>();
        less.put("size", null);
        correct(cast.ana(), tom, Map.of("attributes", less, "language", "id"))
                .then()
                .statusCode(200);
        JsonPath seen = screen(cast.bima(), tom);
        assertEquals("Tomas", seen.getString("customer.name"));
        assertEquals("tomas@example.com", seen.getString("customer.email"));
        assertEquals(Map.of("roast", "dark"), seen.getMap("customer.attributes"));
        assertEquals("id", seen.getString("language"));
        assertFalse(seen.getBoolean("customer.verified"));
        tom.says("It is me");
        assertEquals("Tomas", screen(cast.bima(), tom).getString("entries.findAll { it.kind == 'said' }[-1].by.name"));
        Response changes =
                cast.as(cast.maya()).get("/api/settings/changes?what=customer&key=" + seen.getString("customer.id"));
        assertEquals(3, changes.jsonPath().getList("changes").size());
        assertFalse(changes.asString().contains("Tomas"), "what belongs to the customer is not in the record");
    }

    @Test
    void twoWhoPutDifferentThingsRightDoNotUndoEachOther() {
        Visitor tom = present.waiting();
        String bima = cast.token(cast.bima());
        CompletableFuture.allOf(IntStream.range(0, 8)
                        .mapToObj(i -> CompletableFuture.runAsync(
                                () -> as(bima).body(Map.of("attributes", Map.of("a" + i, "x")))
                                        .patch(path(tom))
                                        .then()
                                        .statusCode(200)))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertEquals(8, screen(cast.bima(), tom).getMap("customer.attributes").size());
    }

    @Test
    void aNoteStaysWithTheCustomerAndItsVersionsTellWhoChangedIt() {
        Visitor tom = present.waiting();
        assertNull(screen(cast.bima(), tom).get("customer.note"));
        note(cast.bima(), tom, 0, "Likes it short").then().statusCode(200);
        note(cast.ana(), tom, 1, "Likes it short. Allergic to nuts").then().statusCode(200);
        note(cast.ana(), tom, 1, "Likes it short. Allergic to nuts").then().statusCode(200);
        JsonPath seen = screen(cast.bima(), tom);
        assertEquals("Likes it short. Allergic to nuts", seen.getString("customer.note.text"));
        assertEquals("Ana", seen.getString("customer.note.by.name"));
        List<String> versions = cast.as(cast.bima())
                .get(path(tom) + "/note")
                .then()
                .statusCode(200)
                .extract()
                .path("versions.by.name");
        assertEquals(List.of("Ana", "Bima"), versions);
        tom.says("Hello again");
        assertFalse(tom.line().all().toString().contains("nuts"), "the customer never sees it");
    }

    @Test
    void ofTwoWhoWriteTheNoteAtOnceOneIsToldThatTheOtherDid() {
        Visitor tom = present.waiting();
        for (int version = 0; version < 5; version++) {
            int before = version;
            List<String> tokens = List.of(cast.token(cast.bima()), cast.token(cast.ana()));
            List<Integer> answers = IntStream.range(0, 2)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> as(tokens.get(i))
                            .body(Map.of("version", before, "text", "Words " + before + " of " + i))
                            .put(path(tom) + "/note")
                            .statusCode()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .sorted()
                    .toList();
            assertEquals(List.of(200, 409), answers);
        }
        note(cast.bima(), tom, 2, "From long ago").then().statusCode(409);
    }

    @Test
    void theNoteIsThereInTheNextConversationAndGoesWithTheCustomersWords() {
        Visitor tom = present.waiting();
        note(cast.bima(), tom, 0, "Likes it short").then().statusCode(200);
        UUID who = customer(tom);
        note(cast.bima(), tom, 1, "").then().statusCode(200);
        assertEquals("", screen(cast.bima(), tom).getString("customer.note.text"));
        note(cast.bima(), tom, 2, "Secret kookaburra").then().statusCode(200);
        customers.forget(who);
        assertFalse(screen(cast.maya(), tom).prettify().contains("kookaburra"));
        assertFalse(cast.as(cast.maya()).get(path(tom) + "/note").asString().contains("short"));
        note(cast.bima(), tom, 3, "Again").then().statusCode(404);
        correct(cast.bima(), tom, Map.of("name", "Tom")).then().statusCode(404);
    }

    @Test
    void whoSignsInKeepsWhatWasWrittenDownAboutTheVisitor() {
        Visitor tom = present.waiting();
        note(cast.bima(), tom, 0, "Likes it short").then().statusCode(200);
        UUID visitor = customer(tom);
        UUID known =
                customers.known("shop-" + UUID.randomUUID(), "Tom", null, "en").id();
        assertTrue(duplicates.join(visitor, known));
        assertEquals("Likes it short", screen(cast.bima(), tom).getString("customer.note.text"));
    }

    @Test
    void howItWentSoFarAndWhatTheShopToldIsBesideIt() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        bima.resolves(tom.conversation);
        tom.does("rate", Map.of("csat", 4));
        tom.tries("rate", Map.of("csat", 2));
        tom.says("One more thing");
        assertEquals(List.of(4), screen(cast.bima(), tom).getList("customer.marks"));
    }

    @Test
    void whatIsAnotherTeamsIsNeitherReadNorChanged() {
        Agent bima = present.sitsDown(cast.bima());
        Colleague ana = cast.ana();
        Visitor tom = present.waiting();
        note(ana, tom, 0, "Hers").then().statusCode(200);
        bima.takes(tom.conversation);
        bima.does("transfer", tom.conversation, Map.of("to", Map.of("team", "machines"), "reason", "A pump"));
        correct(cast.bima(), tom, Map.of("name", "Eve")).then().statusCode(403);
        note(cast.bima(), tom, 1, "Eve").then().statusCode(403);
        cast.as(cast.bima()).get(path(tom) + "/note").then().statusCode(403);
        for (Colleague who : List.of(ana, cast.maya(), cast.rani())) {
            cast.as(who).get(path(tom) + "/note").then().statusCode(200);
        }
        for (String token : List.of("", tom.token, "nonsense")) {
            as(token).body(Map.of("name", "Eve")).patch(path(tom)).then().statusCode(401);
            as(token)
                    .body(Map.of("version", 1, "text", "Eve"))
                    .put(path(tom) + "/note")
                    .then()
                    .statusCode(401);
            as(token).get(path(tom) + "/note").then().statusCode(401);
        }
        assertEquals("Hers", screen(ana, tom).getString("customer.note.text"));
        assertEquals("Tom", screen(ana, tom).getString("customer.name"));
        cast.as(ana)
                .get("/api/conversations/" + UUID.randomUUID() + "/customer/note")
                .then()
                .statusCode(404);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Visitor tom = present.waiting();
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("email", "no address"),
                Map.of("name", "x".repeat(201)),
                Map.of("language", "English!"),
                Map.of("attributes", Map.of("k", "x".repeat(501))))) {
            correct(cast.bima(), tom, wrong).then().statusCode(400);
        }
        note(cast.bima(), tom, 0, "x".repeat(4_001)).then().statusCode(400);
        assertTrue(screen(cast.bima(), tom).getMap("customer.attributes").isEmpty());
    }

    private Response correct(Colleague who, Visitor tom, Map<String, ?> profile) {
        return cast.as(who).body(profile).patch(path(tom));
    }

    private Response note(Colleague who, Visitor tom, int version, String text) {
        return cast.as(who).body(Map.of("version", version, "text", text)).put(path(tom) + "/note");
    }

    private static io.restassured.specification.RequestSpecification as(String token) {
        return RestAssured.given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }

    private static String path(Visitor tom) {
        return "/api/conversations/" + tom.conversation + "/customer";
    }

    private UUID customer(Visitor tom) {
        return UUID.fromString(screen(cast.maya(), tom).getString("customer.id"));
    }

    private JsonPath screen(Colleague who, Visitor tom) {
        return cast.as(who)
                .get("/api/conversations/" + tom.conversation)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
