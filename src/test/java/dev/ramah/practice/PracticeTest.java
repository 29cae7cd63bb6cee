package dev.ramah.practice;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.cast.Line;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.Author;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.State;
import dev.ramah.conversation.Stories;
import dev.ramah.conversation.Story;
import dev.ramah.desk.EmptyDesk;
import dev.ramah.platform.Forgets;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A conversation becomes a scenario, a manager approves it, and Bima answers it again. */
@RamahTest
class PracticeTest {

    private static final String SCENARIOS = "/api/practice/scenarios";

    @Inject
    Cast cast;

    @Inject
    Stories stories;

    @Inject
    Conversations conversations;

    @Inject
    StatelessSession database;

    @Inject
    Clock clock;

    @All
    @Inject
    List<Forgets> rooms;

    @Inject
    EmptyDesk emptyDesk;

    private State source;

    @BeforeEach
    void aHardConversation() {
        String name = "practice-" + UUID.randomUUID();
        Author ana = Author.agent(cast.ana().id(), "Ana");
        stories.tell(new Stories.Opening(name, UUID.randomUUID(), "Zelda Quintana", "en", null, at(0)), story -> {
            story.customerSays(at(0), "Hi, this is Zelda. My order 88231 arrived broken");
            story.botHandsOver(at(1), "ASKED_FOR_A_PERSON");
            story.agentTakes(at(2), ana);
            story.agentSays(at(3), ana, "Dear Zelda, what is your order number?");
            story.customerSays(at(4), "88231, as I said. Write to zelda.quintana@mail.example");
            story.agentSays(at(5), ana, "We send another one to you, ms quintana");
            story.agentResolves(at(6), ana);
        });
        source = conversations.openedAs(name).orElseThrow();
    }

    @Test
    void aManagerMakesItAnonymousApprovesItAndSomebodyRehearsesIt() {
        JsonNode draft = draft();
        String id = draft.at("/scenario/id").asText();
        String words = draft.path("plot").toString().toLowerCase(Locale.ROOT);
        List.of("zelda", "quintana", "88231", "ana,").forEach(each -> assertFalse(words.contains(each), words));
        assertTrue(draft.path("before").toString().contains("Zelda"));
        assertEquals(4, draft.at("/plot/lines").size());
        JsonNode fact = StreamSupport.stream(draft.at("/plot/facts").spliterator(), false)
                .filter(each -> each.path("kind").asText().equals("order"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, fact.path("seq").asInt());
        String order = fact.path("value").asText();
        assertTrue(draft.at("/plot/lines/2/text").asText().startsWith(order), words);

        // Nobody but managers knows of it.
        cast.as(cast.bima()).get(SCENARIOS + "/" + id).then().statusCode(403);
        home(cast.bima()).body("scenarios.id", not(hasItem(id)));
        begin(cast.bima(), id, "too-early").statusCode(404);

        ObjectNode plot = (ObjectNode) draft.path("plot");
        ((ArrayNode) plot.path("branches"))
                .addObject()
                .put("when", "words")
                .put("match", "photo*, picture*")
                .put("reply", "I sent you one.")
                .put("ends", false);
        plot.put("answers", 3);
        int version = change(id, draft.at("/scenario/version").asInt(), plot);
        approve(id, version).statusCode(200).body("before", empty()).body("scenario.state", equalTo("approved"));
        home(cast.bima()).body("scenarios.id", hasItem(id));

        emptyDesk.now();
        // What was told a moment ago is in all of them once they have been asked for.
        shown();
        Map<String, JsonNode> before = shown();
        assertTrue(
                before.values().stream().anyMatch(each -> each.path("episodes").asInt() > 0), before::toString);
        String client = UUID.randomUUID().toString();
        String attempt = begin(cast.bima(), id, client)
                .statusCode(201)
                .body("talk", hasSize(1))
                .body("article", nullValue())
                .extract()
                .path("id");
        begin(cast.bima(), id, client).statusCode(201).body("id", equalTo(attempt));
        // The same twice is said once, and the customer answers it once.
        for (int i = 0; i < 2; i++) {
            say(cast.bima(), attempt, "a1", "Could I have a picture of it?")
                    .statusCode(200)
                    .body(
                            "talk.text",
                            contains(
                                    plot.at("/lines/0/text").asText(),
                                    "Could I have a picture of it?",
                                    "I sent you one."));
        }
        say(cast.ana(), attempt, "b1", "I am not in this").statusCode(404);
        cast.as(cast.ana()).get("/api/practice/attempts/" + attempt).then().statusCode(404);
        say(cast.bima(), attempt, "a2", "What is your order number?").body("talk[4].how", equalTo("recorded"));
        say(cast.bima(), attempt, "a3", "Another one is on its way.")
                .body("endedAt", notNullValue())
                .body("score", notNullValue())
                .body("marks.find { it.criterion == 'facts' }.reason", equalTo("ASKED_AGAIN"))
                .body("marks.find { it.criterion == 'facts' }.places[0].seq", equalTo(4))
                .body("marks.find { it.criterion == 'tone' }.reason", equalTo("NO_MODEL"))
                .body("compared[0].mine", equalTo("Could I have a picture of it?"))
                .body("compared", hasSize(3));
        say(cast.bima(), attempt, "a4", "Too late").statusCode(409);
        home(cast.bima()).body("mine.find { it.id == '" + attempt + "' }.score", notNullValue());
        home(cast.ana()).body("mine.id", not(hasItem(attempt)));
        cast.as(cast.maya()).get("/api/practice/attempts/" + attempt).then().statusCode(200);
        assertEquals(before, shown());
    }

    /** Whatever managers and colleagues read of what happened here, now. */
    private Map<String, JsonNode> shown() {
        String days = "from=" + day(-5) + "&to=" + day(2);
        Map<String, JsonNode> all = new TreeMap<>();
        for (String each : List.of(
                "/api/reports/overview?" + days,
                "/api/reports/times?by=agent&" + days,
                "/api/reports/satisfaction?by=agent&" + days,
                "/api/reports/repeats?" + days,
                "/api/suggestions/tally",
                "/api/inbox?view=all&size=100",
                "/api/inbox/counts")) {
            all.put(
                    each,
                    cast.as(cast.maya())
                            .get(each)
                            .then()
                            .statusCode(200)
                            .extract()
                            .as(JsonNode.class));
        }
        try (Line wall = Line.to(Visitor.uri("/ws/wall"))) {
            wall.send(Map.of("type", "hello", "token", cast.token(cast.maya())));
            all.put("wall", wall.await("wall"));
        }
        return all;
    }

    private String day(int later) {
        return clock.instant().plus(Duration.ofDays(later)).toString().substring(0, 10);
    }

    @Test
    void inTwoTabsTheSameIsShownAndATurnThatIsSentTwiceIsSaidOnce() {
        JsonNode draft = draft();
        String id = draft.at("/scenario/id").asText();
        ObjectNode plot = (ObjectNode) draft.path("plot");
        plot.put("answers", 3);
        plot.put("fallback", "As I said.");
        approve(id, change(id, 1, plot)).statusCode(200);
        String client = UUID.randomUUID().toString();
        List<String> begun = atOnce(4, i -> begin(cast.bima(), id, client));
        assertEquals(1, begun.stream().distinct().count());
        String attempt = begun.get(0);
        // Each tab sends its own turn, twice, in the same moment.
        atOnce(4, i -> say(cast.bima(), attempt, "tab" + i % 2, "I look into it, tab " + i % 2));
        List<JsonNode> tabs = List.of(screen(attempt), screen(attempt));
        assertEquals(tabs.get(0), tabs.get(1));
        List<String> said = new ArrayList<>();
        tabs.get(0).path("talk").forEach(each -> said.add(each.path("by").asText()));
        assertEquals(2, said.stream().filter("agent"::equals).count());
        // The customer answers each, or both at once, and has the last word.
        assertEquals("customer", said.get(said.size() - 1));
        assertTrue(said.size() == 4 || said.size() == 5, said::toString);
        List<Integer> scores = new ArrayList<>();
        atOnce(2, i -> cast.as(cast.bima())
                        .post("/api/practice/attempts/" + attempt + "/end")
                        .then())
                .forEach(each -> scores.add(screen(attempt).path("score").asInt()));
        assertEquals(scores.get(0), scores.get(1));
    }

    /** Their ids. */
    private static List<String> atOnce(int tabs, IntFunction<ValidatableResponse> act) {
        return IntStream.range(0, tabs)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> act.apply(i).extract().<String>path("id")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private JsonNode screen(String attempt) {
        return cast.as(cast.bima())
                .get("/api/practice/attempts/" + attempt)
                .then()
                .statusCode(200)
                .extract()
                .as(JsonNode.class);
    }

    @Test
    void whatManagersWriteIntoADraftIsLookedThroughBeforeItIsApproved() {
        JsonNode draft = draft();
        String id = draft.at("/scenario/id").asText();
        ObjectNode plot = (ObjectNode) draft.path("plot");
        plot.put("fallback", "And what about ZELDA?");
        int version = change(id, 1, plot);
        approve(id, version)
                .statusCode(400)
                .body(
                        "detail",
                        equalTo("Something of the customer is still to be read in fall-back. Take it out first."));
        // Somebody who has not seen the change changes nothing.
        cast.as(cast.maya())
                .body(Map.of("version", 1, "plot", plot))
                .put(SCENARIOS + "/" + id)
                .then()
                .statusCode(409);
    }

    @Test
    void aDraftGoesWithItsCustomerAndWhatIsApprovedStays() {
        String draft = draft().at("/scenario/id").asText();
        JsonNode other = draft();
        String approved = other.at("/scenario/id").asText();
        approve(approved, 1).statusCode(200);
        rooms.forEach(each -> each.forget(source.customer()));
        cast.as(cast.maya()).get(SCENARIOS + "/" + draft).then().statusCode(404);
        cast.as(cast.maya()).get(SCENARIOS + "/" + approved).then().statusCode(200);
        cast.as(cast.maya())
                .body(Map.of("conversation", source.conversation().id()))
                .post(SCENARIOS)
                .then()
                .statusCode(400);
    }

    @Test
    void whatIsPutAwayIsNotBegunAndADraftIsThrownAway() {
        String id = draft().at("/scenario/id").asText();
        approve(id, 1).statusCode(200);
        cast.as(cast.maya()).delete(SCENARIOS + "/" + id).then().statusCode(409);
        cast.as(cast.maya())
                .body(Map.of("version", 2))
                .post(SCENARIOS + "/" + id + "/retire")
                .then()
                .statusCode(200);
        begin(cast.bima(), id, UUID.randomUUID().toString()).statusCode(404);
        String draft = draft().at("/scenario/id").asText();
        cast.as(cast.maya()).delete(SCENARIOS + "/" + draft).then().statusCode(204);
        cast.as(cast.maya()).delete(SCENARIOS + "/" + draft).then().statusCode(204);
        given().get("/api/practice").then().statusCode(401);
    }

    @Test
    void managersAssignByADayAndSeeWhoHasDoneIt() {
        String id = draft().at("/scenario/id").asText();
        assign(id, "2020-01-01").statusCode(400);
        assign(id, "2030-01-01").statusCode(400);
        assign(id, tomorrow()).statusCode(409);
        approve(id, 1).statusCode(200);
        assign(id, tomorrow()).statusCode(200);
        assign(id, clock.instant().plus(Duration.ofDays(3)).toString().substring(0, 10))
                .statusCode(200);
        String mine = "assigned.findAll { it.scenario == '" + id + "' }";
        home(cast.bima())
                .body(mine, hasSize(1))
                .body(mine + ".done", contains(false))
                .body(mine + ".late", contains(false));
        home(cast.ana()).body(mine, empty());
        String attempt =
                begin(cast.bima(), id, UUID.randomUUID().toString()).extract().path("id");
        for (int i = 0; i < 2; i++) {
            cast.as(cast.bima())
                    .post("/api/practice/attempts/" + attempt + "/end")
                    .then()
                    .statusCode(200)
                    .body("score", equalTo(0));
        }
        home(cast.bima()).body(mine + ".done", contains(true));
        String his = "people.find { it.id == '" + cast.bima().id() + "' }.";
        ValidatableResponse progress =
                cast.as(cast.maya()).get("/api/practice/progress").then().statusCode(200);
        progress.body(his + mine + ".done", contains(true))
                .body(his + mine + ".passed", contains(false))
                .body(his + "tries.id", hasItem(attempt));
        cast.as(cast.bima()).get("/api/practice/progress").then().statusCode(403);
        String assignment =
                progress.extract().<List<String>>path(his + mine + ".id").get(0);
        cast.as(cast.maya())
                .delete("/api/practice/assignments/" + assignment)
                .then()
                .statusCode(200);
        home(cast.bima()).body(mine, empty());
    }

    private String tomorrow() {
        return day(1);
    }

    private ValidatableResponse assign(String scenario, String due) {
        return cast.as(cast.maya())
                .body(Map.of("scenario", scenario, "agents", List.of(cast.bima().id()), "due", due))
                .post("/api/practice/assignments")
                .then();
    }

    @Test
    void whatIsChangedIsNotOfferedUntilItIsApprovedAgain() {
        JsonNode draft = draft();
        String id = draft.at("/scenario/id").asText();
        approve(id, 1).statusCode(200);
        assign(id, tomorrow()).statusCode(200);
        String attempt =
                begin(cast.bima(), id, UUID.randomUUID().toString()).extract().path("id");
        ObjectNode plot = (ObjectNode) draft.path("plot");
        plot.put("fallback", "Call Bima on 0812-7777-1234 then.");
        cast.as(cast.maya())
                .body(Map.of("version", 2, "plot", plot))
                .put(SCENARIOS + "/" + id)
                .then()
                .statusCode(200)
                .body("scenario.state", equalTo("draft"))
                .body("scenario.wasApproved", equalTo(true))
                .body("scenario.approvedBy", nullValue())
                .body("doubts", hasItems("bima", "0812", "7777", "1234"));

        // Nobody begins it, who was to waits, and who is in it goes on with what they began with.
        home(cast.bima()).body("scenarios.id", not(hasItem(id)));
        begin(cast.bima(), id, UUID.randomUUID().toString()).statusCode(404);
        assign(id, tomorrow()).statusCode(409);
        String mine = "assigned.find { it.scenario == '" + id + "' }.";
        home(cast.bima()).body(mine + "waits", equalTo(true)).body(mine + "late", equalTo(false));
        say(cast.bima(), attempt, "a1", "I look into it.").statusCode(200);
        cast.as(cast.bima())
                .post("/api/practice/attempts/" + attempt + "/end")
                .then()
                .statusCode(200)
                .body("score", notNullValue());
        cast.as(cast.maya()).delete(SCENARIOS + "/" + id).then().statusCode(409);

        // What is new in it and looks like somebody's is approved by who says that it is nobody's.
        approve(id, 3).statusCode(409).body("detail", containsString("0812"));
        cast.as(cast.maya())
                .body(Map.of("version", 3, "sure", true))
                .post(SCENARIOS + "/" + id + "/approve")
                .then()
                .statusCode(200)
                .body("scenario.state", equalTo("approved"))
                .body("doubts", empty());
        home(cast.bima())
                .body("scenarios.id", hasItem(id))
                .body(mine + "waits", equalTo(false))
                .body(mine + "done", equalTo(true));
        plot.put("fallback", "And now, please?");
        change(id, 4, plot);
        cast.as(cast.maya())
                .get(SCENARIOS + "/" + id)
                .then()
                .body("doubts", empty())
                .body("scenario.state", equalTo("draft"));
        cast.as(cast.maya())
                .body(Map.of("version", 5))
                .post(SCENARIOS + "/" + id + "/retire")
                .then()
                .statusCode(200)
                .body("scenario.state", equalTo("retired"));
    }

    @Test
    void whatSomebodyDidStaysTrueHoweverMuchOthersRehearse() {
        String id = draft().at("/scenario/id").asText();
        approve(id, 1).statusCode(200);
        assign(id, tomorrow()).statusCode(200);
        String attempt =
                begin(cast.bima(), id, UUID.randomUUID().toString()).extract().path("id");
        say(cast.bima(), attempt, "a1", "I look into it.").statusCode(200);
        cast.as(cast.bima())
                .post("/api/practice/attempts/" + attempt + "/end")
                .then()
                .statusCode(200);
        JsonNode before = progress(cast.bima());
        UUID others = UUID.randomUUID();
        try {
            // Newer and more urgent than all of his.
            run(
                    """
                    insert into practice_attempt (id, scenario, agent, client_id, plot, talk, started_at)
                    select gen_random_uuid(), scenario, :others, 'o' || i, plot, talk, started_at + interval '1 hour'
                      from practice_attempt, generate_series(1, 1001) i where id = '%s'"""
                            .formatted(attempt),
                    others);
            run(
                    """
                    insert into practice_assignment (id, scenario, agent, due, assigned_by, assigned_at)
                    select gen_random_uuid(), scenario, gen_random_uuid(), date '2020-01-01', :others, assigned_at
                      from practice_assignment, generate_series(1, 501) i where scenario = '%s'"""
                            .formatted(id),
                    others);
            JsonNode after = progress(cast.bima());
            assertEquals(before, after);
            JsonNode his = StreamSupport.stream(after.path("assigned").spliterator(), false)
                    .filter(each -> each.path("scenario").asText().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertTrue(his.path("done").asBoolean());
            assertTrue(after.path("over").asInt() > 0);
        } finally {
            run("delete from practice_attempt where agent = :others", others);
            run("delete from practice_assignment where assigned_by = :others", others);
        }
    }

    private JsonNode progress(Colleague of) {
        JsonNode people = cast.as(cast.maya())
                .get("/api/practice/progress")
                .then()
                .statusCode(200)
                .extract()
                .as(JsonNode.class)
                .path("people");
        return StreamSupport.stream(people.spliterator(), false)
                .filter(each -> each.path("id").asText().equals(of.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private void run(String sql, UUID others) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeMutationQuery(sql)
                .setParameter("others", others)
                .executeUpdate());
    }

    @Test
    void hardConversationsAreSuggestedUntilADraftIsMadeOfThem() {
        conversations
                .customerRates(source.conversation(), "r", new Happened.Rated(1, 1, null, null, null, null))
                .join();
        // Ana asked for the order that she had been told; that is found when reports are read.
        cast.as(cast.maya())
                .get("/api/reports/repeats?from=" + day(-5) + "&to=" + day(2))
                .then()
                .statusCode(200);
        assertEquals(List.of("LOW_RATED", "ASKED_AGAIN", "HANDED_OVER"), reasons(source));
        draft();
        assertEquals(List.of(), reasons(source));
    }

    @Test
    void whatWasHandedOnOrWentOnForLongIsSuggestedForThat() {
        Author ana = Author.agent(cast.ana().id(), "Ana");
        State handedOn = told(story -> {
            story.customerSays(at(0), "My grinder is loud");
            story.agentTakes(at(1), ana);
            story.agentSays(at(2), ana, "I look into it.");
        });
        conversations
                .requeue(handedOn.conversation(), cast.ana().id(), "AGENT_LEFT")
                .join();
        conversations.customerResolves(handedOn.conversation(), "over", null).join();
        assertEquals(List.of("HANDED_ON"), reasons(handedOn));

        State twelve = told(story -> talksOf(story, ana, 6));
        rated(twelve);
        assertEquals(List.of("LOW_RATED", "LONG", "HANDED_OVER"), reasons(twelve));
        State ten = told(story -> talksOf(story, ana, 5));
        rated(ten);
        assertEquals(List.of("LOW_RATED", "HANDED_OVER"), reasons(ten));
    }

    /** The list has room for the hardest and newest only, and other tests have theirs. */
    private void rated(State of) {
        conversations
                .customerRates(of.conversation(), "low", new Happened.Rated(1, 1, null, null, null, null))
                .join();
    }

    private void talksOf(Story story, Author ana, int turns) {
        story.customerSays(at(0), "My grinder is loud");
        story.botHandsOver(at(0), "ASKED_FOR_A_PERSON");
        story.agentTakes(at(1), ana);
        story.agentSays(at(2), ana, "I look into it.");
        for (int i = 1; i < turns; i++) {
            story.customerSays(at(2 * i + 1), "All right.");
            story.agentSays(at(2 * i + 2), ana, "It is being looked at.");
        }
        story.agentResolves(at(2 * turns + 1), ana);
    }

    private State told(Consumer<Story> plot) {
        String name = "practice-" + UUID.randomUUID();
        stories.tell(new Stories.Opening(name, UUID.randomUUID(), "Zelda", "en", null, at(0)), plot);
        return conversations.openedAs(name).orElseThrow();
    }

    private List<String> reasons(State of) {
        List<List<String>> all = cast.as(cast.maya())
                .get(SCENARIOS + "/suggestions")
                .then()
                .statusCode(200)
                .extract()
                .path("findAll { it.conversation == '" + of.conversation().id() + "' }.reasons");
        return all.stream().flatMap(List::stream).toList();
    }

    /** The question for the order is half of what facts give, and nothing was slow. */
    @Test
    void whatManagersSetIsWhatCounts() {
        JsonNode draft = draft();
        String id = draft.at("/scenario/id").asText();
        approve(id, 1).statusCode(200);
        JsonNode before = setting();
        try {
            set(Map.of("facts", 30, "article", 30, "tone", 20, "time", 20, "seconds", 120, "passes", 70));
            rehearsed(id).body("score", equalTo(70)).body("passed", equalTo(true));
            set(Map.of("facts", 90, "article", 0, "tone", 0, "time", 10, "seconds", 120, "passes", 60));
            rehearsed(id)
                    .body("score", equalTo(55))
                    .body("passed", equalTo(false))
                    .body("marks.criterion", contains("facts", "time"))
                    .body("marks.weight", contains(90, 10));
            // What a scenario says itself counts more than what the house says.
            ObjectNode plot = (ObjectNode) draft.path("plot");
            plot.putObject("marking")
                    .put("facts", 0)
                    .put("article", 0)
                    .put("tone", 0)
                    .put("time", 10)
                    .put("seconds", 60)
                    .put("passes", 90);
            approve(id, change(id, 2, plot)).statusCode(200);
            rehearsed(id)
                    .body("score", equalTo(100))
                    .body("passed", equalTo(true))
                    .body("marks.criterion", contains("time"));
            cast.as(cast.bima())
                    .body(Map.of("value", before.path("value"), "version", 0))
                    .put("/api/settings/practice")
                    .then()
                    .statusCode(403);
        } finally {
            set(before.path("value"));
        }
    }

    private JsonNode setting() {
        return cast.as(cast.maya())
                .get("/api/settings/practice")
                .then()
                .statusCode(200)
                .extract()
                .as(JsonNode.class);
    }

    private void set(Object value) {
        cast.as(cast.maya())
                .body(Map.of(
                        "value", value, "version", setting().path("version").asInt()))
                .put("/api/settings/practice")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse rehearsed(String scenario) {
        String attempt = begin(cast.bima(), scenario, UUID.randomUUID().toString())
                .extract()
                .path("id");
        say(cast.bima(), attempt, "a1", "What is your order number?").statusCode(200);
        return cast.as(cast.bima())
                .post("/api/practice/attempts/" + attempt + "/end")
                .then()
                .statusCode(200);
    }

    private JsonNode draft() {
        return cast.as(cast.maya())
                .body(Map.of("conversation", source.conversation().id()))
                .post(SCENARIOS)
                .then()
                .statusCode(201)
                .extract()
                .as(JsonNode.class);
    }

    private int change(String id, int version, ObjectNode plot) {
        return cast.as(cast.maya())
                .body(Map.of("version", version, "plot", plot))
                .put(SCENARIOS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("scenario.version");
    }

    private ValidatableResponse approve(String id, int version) {
        return cast.as(cast.maya())
                .body(Map.of("version", version))
                .post(SCENARIOS + "/" + id + "/approve")
                .then();
    }

    private ValidatableResponse home(Colleague who) {
        return cast.as(who).get("/api/practice").then().statusCode(200);
    }

    private ValidatableResponse begin(Colleague who, String scenario, String clientId) {
        return cast.as(who)
                .body(Map.of("scenario", scenario, "clientId", clientId))
                .post("/api/practice/attempts")
                .then();
    }

    private ValidatableResponse say(Colleague who, String attempt, String clientId, String text) {
        return cast.as(who)
                .body(Map.of("clientId", clientId, "text", text))
                .post("/api/practice/attempts/" + attempt + "/answers")
                .then();
    }

    private Instant at(int minutes) {
        return clock.instant().minus(Duration.ofDays(2)).plusSeconds(60L * minutes);
    }
}
