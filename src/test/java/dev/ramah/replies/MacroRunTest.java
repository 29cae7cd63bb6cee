package dev.ramah.replies;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Status;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several steps at once: all of them or none, and once, over real sockets and the real database. */
@RamahTest
class MacroRunTest {

    @Inject
    Cast cast;

    @Inject
    Conversations conversations;

    private final Present present = new Present();
    private final String word = "m" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void everybodyLeaves() throws Exception {
        present.leave();
    }

    @Test
    void allStepsHappenInTheirOrderAndTheCustomerSeesWhatIsTheirs() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = takenBy(bima);
        String macro =
                made(say("On its way, {customer.name}. " + word), note("Called " + word), tag("Delivery"), resolve());
        run(cast.bima(), tom, macro, "1", null).statusCode(200).body("done", equalTo(true));
        assertEquals(
                "On its way, Tom. " + word,
                tom.line().awaitSaid(word).path("text").asText());
        tom.line().awaitEntry("resolved");
        assertFalse(tom.line().all().toString().contains("Called"));
        List<String> kinds = kinds(tom);
        assertEquals(List.of("said", "noted", "tagged", "resolved"), kinds.subList(kinds.size() - 4, kinds.size()));
    }

    /** A rehearsal has no conversation: what macros say is put in there, and what else they would do is told. */
    @Test
    void withoutAConversationMacrosTellWhatTheyWouldSayAndDo() {
        String macro = made(say("{customer.name}, {order} is late. {order.status} " + word), tag("Delivery"));
        String found = "macros.find { it.id == '" + macro + "' }.steps";
        cast.as(cast.bima())
                .get("/api/macros/said?language=id&customer=Robin Marsh&order=7001")
                .then()
                .statusCode(200)
                .body(found + ".text", contains("Robin Marsh, 7001 is late. ⟦order.status⟧ " + word, "Delivery"))
                .body(found + "[0].missing", contains("order.status"))
                .body(found + ".step.kind", contains("say", "tag"))
                .body(found + "[0].theirs", equalTo(false));
    }

    @Test
    void theSameMacroTwiceIsOnceByARetryAndByTwoClicksAtTheSameMoment() {
        Agent bima = present.sitsDown(cast.bima());
        for (int round = 0; round < 3; round++) {
            Visitor tom = takenBy(bima);
            String macro = made(say("We look into it. " + word), note("Once " + word), pending(24, "The warehouse"));
            List<Supplier<Response>> clicks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String id = "click " + i;
                clicks.add(() -> post(cast.bima(), tom, macro, id, null));
                clicks.add(() -> post(cast.bima(), tom, macro, id, null));
            }
            List<Response> answers = atOnce(clicks);
            answers.forEach(each -> assertEquals(200, each.statusCode(), each.asString()));
            assertEquals(1, answers.stream().filter(each -> each.path("done")).count());
            assertEquals(1, count(tom, "said"));
            assertEquals(1, count(tom, "noted"));
            assertEquals(1, count(tom, "pended"));
            tom.line().awaitEntry("pended");
            assertEquals(
                    1,
                    tom.line().entries().stream()
                            .filter(each -> each.path("text").asText().contains(word))
                            .count());
        }
    }

    @Test
    void ofTwoAgentsWhoRunTheSameMacroAtOnceOneDoes() {
        Agent bima = present.sitsDown(cast.bima());
        for (int round = 0; round < 3; round++) {
            Visitor tom = takenBy(bima);
            int seen = last(tom);
            String macro = made(note("Known to the warehouse " + word), tag("Delivery"));
            List<Response> answers = atOnce(List.of(
                    () -> post(cast.bima(), tom, macro, "b", seen),
                    () -> post(cast.ana(), tom, macro, "a", seen),
                    () -> post(cast.maya(), tom, macro, "m", seen)));
            answers.forEach(each -> assertEquals(200, each.statusCode(), each.asString()));
            assertEquals(1, answers.stream().filter(each -> each.path("done")).count());
            assertEquals(1, count(tom, "noted"));
            assertEquals(1, count(tom, "tagged"));
        }
    }

    @Test
    void whoHasSeenTheFirstRunMayRunItAgainAndARetryMayComeLate() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = takenBy(bima);
        String macro = made(say("Still there? " + word));
        run(cast.bima(), tom, macro, "1", last(tom)).body("done", equalTo(true));
        run(cast.bima(), tom, macro, "2", last(tom)).body("done", equalTo(true));
        tom.says("Yes");
        run(cast.bima(), tom, macro, "1", last(tom)).body("done", equalTo(false));
        assertEquals(2, count(tom, "said") - 1);
    }

    @Test
    void whatStandsAgainstOneStepStandsAgainstAll() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = takenBy(bima);
        String macro = made(note("First " + word), tag("Delivery"), resolve());
        int before = last(tom);
        run(cast.ana(), tom, macro, "1", null).statusCode(409).body("code", equalTo("not_holder"));
        run(cast.maya(), tom, macro, "1", null).statusCode(409);
        String lacking = made(note("First " + word), say("Order {order} " + word));
        run(cast.bima(), tom, lacking, "1", null).statusCode(400).body("detail", containsString("order"));
        assertEquals(before, last(tom));

        bima.resolves(tom.conversation);
        int resolved = last(tom);
        run(cast.bima(), tom, macro, "2", null).statusCode(409);
        run(cast.bima(), tom, made(note("After the end")), "3", null).statusCode(409);
        assertEquals(resolved, last(tom));
        assertEquals(Status.RESOLVED, conversations.find(ref(tom)).status());
    }

    @Test
    void itHandsOnToATeamAndThenTheConversationIsTheirs() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = takenBy(bima);
        String macro = made(note("Needs a mechanic"), transfer("machines", "A machine"));
        run(cast.bima(), tom, macro, "1", null).statusCode(200);
        assertEquals("machines", conversations.find(ref(tom)).team());
        run(cast.bima(), tom, macro, "2", null).statusCode(403);
        cast.as(cast.bima()).get(path(tom)).then().statusCode(403);
        cast.as(cast.ana()).get(path(tom)).then().statusCode(200);
    }

    @Test
    void aPersonalMacroIsNobodyElsesAndWhatItSaysIsNotTakenFromIt() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = takenBy(bima);
        String reply = reply("personal", "Mine " + word);
        Map<String, Object> mine = wish("personal", List.of(Map.of("kind", "say", "reply", reply)));
        String macro = add(cast.bima(), mine).statusCode(201).extract().path("id");
        run(cast.ana(), tom, macro, "1", null).statusCode(404);
        run(cast.rani(), tom, macro, "1", null).statusCode(404);
        cast.as(cast.maya()).body(mine).put("/api/macros/" + macro).then().statusCode(404);
        cast.as(cast.maya())
                .delete("/api/macros/" + macro + "?version=1")
                .then()
                .statusCode(404);
        add(cast.maya(), wish("everyone", List.of(Map.of("kind", "say", "reply", reply))))
                .statusCode(404);
        add(cast.bima(), wish("everyone", List.of(resolve()))).statusCode(403);
        add(cast.bima(), wish("team", List.of(Map.of("kind", "say", "reply", reply))))
                .statusCode(400);
        cast.as(cast.bima())
                .delete("/api/replies/" + reply + "?version=1")
                .then()
                .statusCode(409);
        cast.as(cast.bima())
                .get(path(tom))
                .then()
                .statusCode(200)
                .body("macros.find { it.id == '" + macro + "' }.steps.text", contains("Mine " + word));
    }

    @Test
    void strangersRunNothing() {
        Visitor tom = present.opened(Visitor.tom());
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(tom.token)
                .contentType("application/json")
                .body(Map.of("clientId", "1"))
                .post(path(tom) + "/" + UUID.randomUUID())
                .then()
                .statusCode(401);
        assertEquals(0, last(tom));
    }

    private Visitor takenBy(Agent agent) {
        Visitor tom = present.waiting();
        agent.takes(tom.conversation);
        return tom;
    }

    private static <T> List<T> atOnce(List<Supplier<T>> deeds) {
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<T>> going = deeds.stream()
                .map(each -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                go.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            return each.get();
                        },
                        deed -> new Thread(deed).start()))
                .toList();
        go.countDown();
        return going.stream().map(CompletableFuture::join).toList();
    }

    private Response post(Colleague who, Visitor customer, String macro, String clientId, @Nullable Integer after) {
        Map<String, @Nullable Object> wish = new HashMap<>();
        wish.put("clientId", clientId);
        wish.put("after", after);
        return cast.as(who).body(wish).post(path(customer) + "/" + macro);
    }

    private ValidatableResponse run(
            Colleague who, Visitor customer, String macro, String clientId, @Nullable Integer after) {
        return post(who, customer, macro, clientId, after).then();
    }

    private static String path(Visitor customer) {
        return "/api/conversations/" + customer.conversation + "/macros";
    }

    private String made(Object... steps) {
        return add(cast.maya(), wish("everyone", Arrays.asList(steps)))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse add(Colleague who, Map<String, Object> wish) {
        return cast.as(who).body(wish).post("/api/macros").then();
    }

    private static Map<String, Object> wish(String scope, List<?> steps) {
        return Map.of("title", "A macro", "scope", scope, "team", "orders", "steps", steps, "version", 1);
    }

    private Map<String, Object> say(String text) {
        return Map.of("kind", "say", "reply", reply("everyone", text));
    }

    private String reply(String scope, String text) {
        Colleague by = scope.equals("personal") ? cast.bima() : cast.maya();
        String shortcut = "r" + UUID.randomUUID().toString().substring(0, 8);
        return cast.as(by)
                .body(Map.of("shortcut", shortcut, "title", "Said", "scope", scope, "texts", Map.of("en", text)))
                .post("/api/replies")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> note(String text) {
        return Map.of("kind", "note", "text", text);
    }

    private static Map<String, Object> tag(String reason) {
        return Map.of("kind", "tag", "text", reason);
    }

    private static Map<String, Object> pending(int hours, String whom) {
        return Map.of("kind", "pending", "hours", hours, "text", whom);
    }

    private static Map<String, Object> transfer(String team, String why) {
        return Map.of("kind", "transfer", "team", team, "text", why);
    }

    private static Map<String, Object> resolve() {
        return Map.of("kind", "resolve");
    }

    private static ConversationRef ref(Visitor customer) {
        return new ConversationRef(UUID.fromString(customer.conversation));
    }

    private List<Entry> log(Visitor customer) {
        return conversations.entries(ref(customer), 0);
    }

    private int last(Visitor customer) {
        return log(customer).stream().mapToInt(Entry::seq).max().orElse(0);
    }

    private List<String> kinds(Visitor customer) {
        return log(customer).stream().map(each -> each.what().kind()).toList();
    }

    private long count(Visitor customer, String kind) {
        return kinds(customer).stream().filter(kind::equals).count();
    }
}
