package dev.ramah.feedback;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.Author;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.State;
import dev.ramah.conversation.Status;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Duplicates;
import dev.ramah.platform.Patience;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.StaffRole;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A customer was unhappy; somebody who had no part in it answers, and the customer has the last word. */
@RamahTest
class FollowUpsTest {

    @Inject
    Cast cast;

    @Inject
    Conversations conversations;

    @Inject
    Customers customers;

    @Inject
    Duplicates duplicates;

    @Inject
    FollowUps followUps;

    @Inject
    Accounts accounts;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    private final Present present = new Present();

    @AfterEach
    void theyLeave() throws Exception {
        present.leave();
    }

    @Test
    void aLowMarkIsGivenOnceToALeadWhoTookNoPart() {
        Visitor tom = helpedBy(cast.maya());
        rates(tom, 1);
        Map<String, Object> opened = followUp(tom);
        followUps.catchUp();
        assertEquals(opened, followUp(tom));
        assertEquals("open", opened.get("state"));
        assertEquals(List.of("Maya"), crew(opened));
        assertNotEquals(cast.maya().id().toString(), owner(opened));
        assertEquals(
                Duration.ofDays(2),
                Duration.between(
                        Instant.parse((String) opened.get("ratedAt")), Instant.parse((String) opened.get("due"))));

        answer(cast.maya(), opened, "I was right.").statusCode(403).body("detail", containsString("took part"));
        hand(cast.rani(), opened, cast.maya()).statusCode(403);
        assertEquals(List.of(), followed(tom));
    }

    @Test
    void aGoodMarkOpensNothingAndTheFirstOneStays() {
        Visitor sari = helpedBy(cast.bima());
        rates(sari, 3);
        assertTrue(perhaps(sari).isEmpty());
        Visitor tom = helpedBy(cast.bima());
        rates(tom, 2);
        assertEquals(2, followUp(tom).get("csat"));
        JsonNode refused = tom.tries("rate", Map.of("csat", 5, "episode", 1));
        assertEquals("conflict", refused.path("code").asText());
        assertEquals("open", followUp(tom).get("state"));
        assertEquals(2, followUp(tom).get("csat"));
    }

    @Test
    void whoWouldNotRecommendUsOrFoundItHardIsFollowedUpWithWhatItWas() {
        Visitor tom = helpedBy(cast.bima());
        tom.does("rate", Map.of("nps", 2, "episode", 1, "cause", "wait"));
        Map<String, Object> opened = followUp(tom);
        assertEquals("open", opened.get("state"));
        assertEquals(2, opened.get("nps"));
        assertEquals("wait", opened.get("cause"));
        assertFalse(opened.containsKey("csat"));
        Visitor hard = helpedBy(cast.bima());
        hard.does("rate", Map.of("effort", 3, "episode", 1));
        assertEquals(3, followUp(hard).get("effort"));
        Visitor content = helpedBy(cast.bima());
        content.does("rate", Map.of("csat", 5, "nps", 3, "effort", 1, "episode", 1));
        Visitor easy = helpedBy(cast.bima());
        easy.does("rate", Map.of("effort", 4, "episode", 1));
        Visitor passive = helpedBy(cast.bima());
        passive.does("rate", Map.of("nps", 7, "effort", 1, "episode", 1));
        assertTrue(
                Stream.of(content, easy, passive).allMatch(each -> perhaps(each).isEmpty()));

        answer(cast.maya(), opened, "We have more people now.").statusCode(200);
        rates(tom, 4);
        assertEquals(4, followUp(tom).get("again"));
        assertEquals(1, outcomesOf(tom, Outcomes::wonBack));
        String export = customers.export(state(tom).customer()).toString();
        assertTrue(export.contains("nps=2"), export);
    }

    @Test
    void theCustomerGetsTheAnswerOnTheNextVisitAndRatesAgainBesideTheFirstMark() {
        Visitor tom = helpedBy(cast.bima());
        rates(tom, 1);
        Map<String, Object> opened = followUp(tom);
        tom.close();
        String before = marks();

        answer(cast.maya(), opened, "I am sorry. New beans are on their way.")
                .statusCode(200)
                .body("state", equalTo("answered"))
                .body("owner.name", equalTo("Maya"));
        tom.comesBack(0);
        present.opened(tom);
        JsonNode shown = tom.line().awaitEntry("followed");
        assertEquals("Maya", shown.path("by").path("name").asText());
        assertEquals(
                "I am sorry. New beans are on their way.", shown.path("text").asText());
        assertEquals(1, shown.path("rated").asInt());
        assertEquals(Status.RESOLVED, state(tom).status());

        rates(tom, 5);
        Map<String, Object> won = followUp(tom);
        assertEquals(5, won.get("again"));
        assertEquals(1, won.get("csat"));
        assertEquals(before, marks(), "The later mark counts in no report");
        assertEquals(1, outcomesOf(tom, Outcomes::wonBack));
        assertEquals(1, outcomesOf(tom, Outcomes::inTime));

        int last = state(tom).last();
        assertEquals(
                "conflict",
                tom.tries("rate", Map.of("csat", 4, "episode", 1)).path("code").asText());
        assertEquals(
                "invalid",
                tom.tries("rate", Map.of("csat", 4, "episode", 7)).path("code").asText());
        assertEquals(
                "invalid",
                tom.tries("rate", Map.of("csat", 9, "episode", 1)).path("code").asText());
        assertEquals(last, state(tom).last());
    }

    @Test
    void whatBecameOfLowMarksStandsBesideWhatTheyWereForAndEachNumberOpensThem() {
        Visitor queue = helpedBy(cast.bima());
        queue.does("rate", Map.of("csat", 1, "episode", 1, "cause", "wait"));
        Visitor said = helpedBy(cast.bima());
        rates(said, 2);
        said.does("rate", Map.of("cause", "person", "episode", 1));
        Visitor silent = helpedBy(cast.bima());
        rates(silent, 2);
        answer(cast.maya(), followUp(queue), "We have more people now.").statusCode(200);
        Instant from = Instant.parse((String) followUp(queue).get("ratedAt"));
        String range = "from=" + from + "&to="
                + Instant.parse((String) followUp(silent).get("ratedAt")).plusMillis(1);
        List<Map<String, Object>> causes = outcomes(range).extract().path("causes");
        assertEquals(
                List.of("wait", "person", "unsaid"),
                causes.stream().map(each -> each.get("cause")).toList());
        assertEquals(
                List.of(1, 1, 1), causes.stream().map(each -> each.get("low")).toList());
        outcomes(range)
                .body("low", equalTo(3))
                .body("causes[0].followedUp.n", equalTo(1))
                .body("causes[1].followedUp.n", equalTo(0))
                .body("causes[2].wonBack.of", equalTo(1));
        for (Map<String, Object> each : causes) {
            assertEquals(
                    1, listed("low&cause=" + each.get("cause") + "&" + range).size());
        }
        assertEquals(1, listed("followed&cause=wait&" + range).size());
        assertEquals(0, listed("followed&cause=person&" + range).size());
        assertEquals("person", followUp(said).get("cause"));
        cast.as(cast.maya()).get("/api/follow-ups?cause=weather").then().statusCode(400);
        List<String> table = cast.as(cast.maya())
                .accept("text/csv")
                .get("/api/follow-ups/outcomes?" + range)
                .asString()
                .lines()
                .toList();
        assertTrue(table.get(0).startsWith("cause,low,followedUp,followedUpOf,followedUpShare,"), table.get(0));
        assertTrue(table.get(1).startsWith("all,3,1,3,"), table.get(1));
        assertEquals(5, table.size());
        List<String> lines = cast.as(cast.maya())
                .accept("application/x-ndjson")
                .get("/api/follow-ups/outcomes?" + range)
                .asString()
                .lines()
                .toList();
        assertEquals(4, lines.size());
        assertTrue(lines.get(1).startsWith("{\"cause\":\"wait\",\"low\":1,"), lines.get(1));
    }

    private ValidatableResponse outcomes(String range) {
        return cast.as(cast.maya())
                .get("/api/follow-ups/outcomes?" + range)
                .then()
                .statusCode(200);
    }

    @Test
    void whoGivesAGoodMarkLaterIsWonBackWhereverTheyGiveIt() {
        Visitor before = helpedBy(cast.bima());
        Visitor tom = helpedBy(cast.bima());
        rates(tom, 1);
        UUID customer = state(tom).customer();
        assertEquals(0, outcomesOf(tom, Outcomes::wonBack));
        Visitor stranger = helpedBy(cast.bima());
        rates(stranger, 5);
        belongsTo(before, customer);
        rates(before, 5);
        assertEquals(0, outcomesOf(tom, Outcomes::wonBack), "What went before it says nothing of what came after");
        Visitor later = helpedBy(cast.bima());
        rates(later, 4);
        assertEquals(0, outcomesOf(tom, Outcomes::wonBack), "It may be somebody else");
        belongsTo(later, customer);
        assertEquals(1, outcomesOf(tom, Outcomes::wonBack));
        Map<String, Object> won = followUp(tom);
        assertEquals(1, won.get("csat"), "The first mark stays");
        assertEquals(later.conversation, ((Map<?, ?>) Objects.requireNonNull(won.get("wonBack"))).get("conversation"));
        Instant rated = Instant.parse((String) won.get("ratedAt"));
        assertEquals(
                List.of(tom.conversation),
                listed("won&from=" + rated + "&to=" + rated.plusNanos(1_000)).stream()
                        .map(each -> each.get("conversation"))
                        .toList());
        tom.says("I am back");
        tom.does("resolve", Map.of());
        tom.does("rate", Map.of("csat", 3, "episode", 2));
        assertEquals(1, outcomesOf(tom, Outcomes::wonBack), "Coming back to it takes nothing away");
    }

    @Test
    void whoGoesOnInTheSameConversationAndIsHappyThenIsWonBack() {
        Visitor tom = helpedBy(cast.bima());
        rates(tom, 2);
        tom.says("One more thing");
        tom.does("resolve", Map.of());
        tom.does("rate", Map.of("csat", 3, "episode", 2));
        assertEquals(0, outcomesOf(tom, Outcomes::wonBack));
        tom.says("And another");
        tom.does("resolve", Map.of());
        tom.does("rate", Map.of("csat", 5, "episode", 3));
        assertEquals(1, outcomesOf(tom, Outcomes::wonBack));
    }

    /** They turn out to be who was here before. */
    private void belongsTo(Visitor of, UUID customer) {
        duplicates.merge(customer, state(of).customer(), cast.maya());
    }

    @Test
    void whoWritesBackGetsAPerson() {
        Visitor tom = helpedBy(cast.bima());
        rates(tom, 2);
        answer(cast.maya(), followUp(tom), "What can we do for you?").statusCode(200);
        tom.says("Send me the right beans.");
        JsonNode asked = tom.line().await(each -> each.path("reason").asText().equals("FOLLOWED_UP"));
        assertEquals("escalated", asked.path("kind").asText());
        cast.as(cast.maya())
                .get("/api/conversations/" + tom.conversation)
                .then()
                .statusCode(200)
                .body("episode", equalTo(2))
                .body("turn", equalTo("queue"))
                .body("briefs[0].reason", equalTo("FOLLOWED_UP"));
    }

    @Test
    void ofTwoWhoAnswerOneWinsAndTheOthersAreToldWho() {
        Visitor tom = helpedBy(cast.bima());
        rates(tom, 1);
        Map<String, Object> opened = followUp(tom);
        List<Colleague> both = List.of(cast.maya(), cast.rani());
        List<Integer> statuses = IntStream.range(0, 8)
                .mapToObj(
                        each -> CompletableFuture.supplyAsync(() -> answer(both.get(each % 2), opened, "Sorry " + each)
                                .extract()
                                .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertEquals(List.of(200, 409, 409, 409, 409, 409, 409, 409), statuses);
        assertEquals(1, followed(tom).size());
        String winner = followed(tom).get(0).by().name();
        Colleague loser = winner.equals("Maya") ? cast.rani() : cast.maya();
        answer(loser, opened, "Me too").statusCode(409).body("detail", containsString(winner));
    }

    @Test
    void whatIsSentTwiceIsOneAnswer() {
        Visitor tom = helpedBy(cast.bima());
        rates(tom, 1);
        Map<String, Object> opened = followUp(tom);
        Map<String, String> words = Map.of("clientId", UUID.randomUUID().toString(), "text", "Sorry");
        for (int i = 0; i < 3; i++) {
            cast.as(cast.maya())
                    .body(words)
                    .post("/api/follow-ups/" + opened.get("id") + "/answer")
                    .then()
                    .statusCode(200);
        }
        assertEquals(1, followed(tom).size());
    }

    /** What many are told is no answer to one of them, and whoever sends it may be who was rated. */
    @Test
    void whoIsToldThatItIsFixedIsStillToBeAnswered() {
        Visitor tom = helpedBy(cast.maya());
        rates(tom, 1);
        Map<String, Object> opened = followUp(tom);
        Colleague maya = cast.maya();
        conversations
                .managerTellsFixed(ref(tom), Author.agent(maya.id(), maya.name()), "fixed", 1, "The beans are fresh.")
                .join();
        assertEquals(opened, followUp(tom), "Open, and with the same owner");
        assertEquals(
                "The beans are fresh.",
                tom.line().awaitEntry("followed").path("text").asText());
        assertEquals(0, outcomesOf(tom, Outcomes::followedUp));

        rates(tom, 4);
        assertEquals(1, outcomesOf(tom, Outcomes::wonBack));
        answer(cast.rani(), opened, "I am sorry that it took so long.")
                .statusCode(200)
                .body("answeredBy.name", equalTo("Rani"));
        assertEquals("answered", followUp(tom).get("state"));
        assertEquals(1, outcomesOf(tom, Outcomes::inTime));
        conversations
                .managerTellsFixed(ref(tom), Author.agent(maya.id(), maya.name()), "again", 1, "Still fresh.")
                .join();
        Map<?, ?> who = (Map<?, ?>) Objects.requireNonNull(followUp(tom).get("answeredBy"));
        assertEquals("Rani", who.get("name"));
    }

    /** The process died between the answer and the note that it was given. */
    @Test
    void anAnswerThatOnlyTheLogKnowsIsRead() {
        Visitor tom = helpedBy(cast.bima());
        rates(tom, 1);
        assertEquals("open", followUp(tom).get("state"));
        Colleague maya = cast.maya();
        conversations
                .managerFollows(ref(tom), Author.agent(maya.id(), maya.name()), "lost", 1, "Sorry")
                .join();
        assertEquals("answered", followUp(tom).get("state"));
        answer(cast.rani(), followUp(tom), "Sorry").statusCode(409);
    }

    /** A long transaction of somebody else must not hide what it wrote from a cursor that has moved on. */
    @Test
    void aMarkThatIsCommittedLateIsNotLost() throws Exception {
        Visitor tom = helpedBy(cast.bima());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // It is idle for as long as the others take.
            statement.execute("set local idle_in_transaction_session_timeout = 0");
            statement.execute(
                    "insert into entry (conversation, seq, episode, kind, role, at, facts) select id, last + 1,"
                            + " 1, 'rated', 'CUSTOMER', now(), '{\"episode\": 1, \"csat\": 1}' from conversation where id = '"
                            + tom.conversation + "'");
            statement.execute("update conversation set last = last + 1 where id = '" + tom.conversation + "'");
            Visitor other = helpedBy(cast.bima());
            rates(other, 2);
            assertTrue(perhaps(tom).isEmpty());
            assertEquals(2, followUp(other).get("csat"));
            connection.commit();
        }
        assertEquals(1, followUp(tom).get("csat"));
    }

    @Test
    void aLateOneGoesToSomebodyElseOnce() {
        Visitor tom = helpedBy(cast.bima());
        rates(tom, 1);
        cast.rani();
        Map<String, Object> opened = followUp(tom);
        makeLate(opened);
        Map<String, Object> late = followUp(tom);
        assertEquals(true, late.get("late"));
        assertEquals(true, late.get("escalated"));
        assertNotEquals(owner(opened), owner(late));
        assertEquals(late, followUp(tom));
        assertTrue(listed("late").stream().anyMatch(each -> Objects.equals(each.get("id"), opened.get("id"))));
        answer(cast.maya(), late, "Sorry that it took so long.").statusCode(200);
        assertEquals(0, outcomesOf(tom, Outcomes::inTime));
    }

    /** Who would take it is only there later; until then it is late, and nobody says that it was handed on. */
    @Test
    void aLateOneStaysWithTheOnlyLeadUntilThereIsAnother() throws Exception {
        Colleague maya = cast.maya();
        cast.rani();
        List<UUID> others = QuarkusTransaction.requiringNew().call(() -> otherLeads(maya));
        activate(others, false);
        Map<String, Object> opened;
        Visitor tom = helpedBy(cast.bima());
        try {
            // What the others had is hers first.
            followUps.catchUp();
            FollowUps.Own before = followUps.own(maya);
            rates(tom, 1);
            opened = followUp(tom);
            assertEquals(maya.id().toString(), owner(opened));
            assertEquals(new FollowUps.Own(before.open() + 1, before.late()), followUps.own(maya));
            makeLate(opened);
            Map<String, Object> late = followUp(tom);
            assertEquals(true, late.get("late"));
            assertEquals(false, late.get("escalated"));
            assertEquals(maya.id().toString(), owner(late));
            assertEquals(List.of("given"), steps(opened));
            cast.as(maya)
                    .get("/api/follow-ups/own")
                    .then()
                    .statusCode(200)
                    .body("open", equalTo(before.open() + 1))
                    .body("late", equalTo(before.late() + 1));
        } finally {
            activate(others, true);
        }
        Map<String, Object> taken = followUp(tom);
        assertEquals(true, taken.get("escalated"));
        assertNotEquals(maya.id().toString(), owner(taken));
        assertEquals(List.of("given", "escalated"), steps(opened));
        assertEquals(taken, followUp(tom));
        cast.as(cast.ana()).get("/api/follow-ups/own").then().statusCode(403);
    }

    /** The race: it is late, and goes to somebody else, in the moment in which it is closed. */
    @Test
    void whatIsClosedAsItIsFoundLateStaysClosed() throws Exception {
        Visitor tom = helpedBy(cast.bima());
        rates(tom, 1);
        cast.rani();
        Map<String, Object> opened = followUp(tom);
        makeLate(opened);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                Connection looking = database.getConnection();
                Statement looks = looking.createStatement()) {
            connection.setAutoCommit(false);
            // It is idle for as long as the other takes.
            statement.execute("set local idle_in_transaction_session_timeout = 0");
            statement.execute(
                    "update follow_up set state = 'CLOSED', reason = 'Tom rang us.', closed_at = now() where id = '"
                            + opened.get("id") + "'");
            CompletableFuture<Void> found = CompletableFuture.runAsync(followUps::catchUp);
            int closing = number(statement, "select pg_backend_pid()");
            Patience.until(
                    "somebody waits for whoever closes it",
                    () -> number(
                                    looks,
                                    "select count(*) from pg_stat_activity where " + closing
                                            + " = any(pg_blocking_pids(pid))")
                            > 0);
            connection.commit();
            found.join();
        }
        close(opened, "Again").statusCode(409);
        assertEquals(List.of("given"), steps(opened));
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private List<UUID> otherLeads(Colleague but) {
        return accounts.all().stream()
                .filter(each -> each.active() && each.role().includes(StaffRole.MANAGER))
                .map(Colleague::id)
                .filter(each -> !each.equals(but.id()))
                .toList();
    }

    private void activate(List<UUID> some, boolean active) throws Exception {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update account set deactivated_at = case when ? then null else now() end where id = any(?)")) {
            statement.setBoolean(1, active);
            statement.setArray(2, connection.createArrayOf("uuid", some.toArray()));
            statement.executeUpdate();
        }
    }

    private List<String> steps(Map<String, Object> of) {
        return cast.as(cast.maya()).get("/api/follow-ups/" + of.get("id")).path("steps.what");
    }

    private static void makeLate(Map<String, Object> followUp) {
        QuarkusTransaction.requiringNew()
                .run(() -> FollowUp.update(
                        "due = ?1 where id = ?2",
                        Instant.parse((String) followUp.get("ratedAt")).minusSeconds(1),
                        UUID.fromString((String) followUp.get("id"))));
    }

    @Test
    void itIsHandedToLeadsOnlyAndTheStepsStayKnown() {
        Visitor tom = helpedBy(cast.bima());
        rates(tom, 1);
        Map<String, Object> opened = followUp(tom);
        hand(cast.maya(), opened, cast.ana()).statusCode(400);
        Colleague other = owner(opened).equals(cast.maya().id().toString()) ? cast.rani() : cast.maya();
        hand(cast.maya(), opened, other)
                .statusCode(200)
                .body("owner.id", equalTo(other.id().toString()));
        cast.as(cast.maya())
                .get("/api/follow-ups/" + opened.get("id"))
                .then()
                .statusCode(200)
                .body("steps.what", equalTo(List.of("given", "handed")))
                .body("steps[1].by.name", equalTo("Maya"))
                .body("steps[1].to.name", equalTo(other.name()))
                .body("entries.kind.last()", equalTo("rated"));
    }

    @Test
    void withoutAnAnswerItIsClosedForAReason() {
        Visitor tom = helpedBy(cast.bima());
        rates(tom, 1);
        Map<String, Object> opened = followUp(tom);
        close(opened, " ").statusCode(400).body("detail", containsString("reason"));
        answer(cast.maya(), opened, "  ").statusCode(400);
        close(opened, "Tom rang us.").statusCode(200).body("state", equalTo("closed"));
        close(opened, "Tom rang us.").statusCode(409);
        answer(cast.maya(), opened, "Sorry").statusCode(409);
        assertEquals(List.of(), followed(tom));
    }

    @Test
    void whoIsForgottenIsNotAnsweredAndWhatWasWrittenIsBlank() {
        Visitor tom = helpedBy(cast.bima());
        tom.does("rate", Map.of("csat", 1, "episode", 1, "comment", "Loves quokkas"));
        Map<String, Object> open = followUp(tom);
        assertEquals("Loves quokkas", open.get("comment"));
        Visitor other = helpedBy(cast.bima());
        rates(other, 1);
        close(followUp(other), "Knows about quokkas").statusCode(200);
        customers.forget(state(tom).customer());
        customers.forget(state(other).customer());

        Map<String, Object> gone = followUp(tom);
        assertEquals("gone", gone.get("state"));
        assertNull(gone.get("comment"));
        assertEquals("", followUp(other).get("reason"));
        answer(cast.maya(), open, "Sorry").statusCode(409).body("detail", containsString("erased"));
        assertEquals(List.of(), followed(tom));
    }

    @Test
    void theWordsOfAnAnswerAreErasedWithAllOthers() {
        Visitor tom = helpedBy(cast.bima());
        rates(tom, 1);
        answer(cast.maya(), followUp(tom), "Dear quokka").statusCode(200);
        customers.forget(state(tom).customer());
        Entry answer = followed(tom).get(0);
        assertTrue(answer.erased());
        assertFalse(answer.toString().contains("quokka"));
    }

    @Test
    void agentsSeeNothingOfIt() {
        Visitor tom = helpedBy(cast.bima());
        rates(tom, 1);
        Map<String, Object> opened = followUp(tom);
        for (String path : List.of("", "/outcomes", "/" + opened.get("id"))) {
            cast.as(cast.ana()).get("/api/follow-ups" + path).then().statusCode(403);
        }
        answer(cast.ana(), opened, "Sorry").statusCode(403);
        hand(cast.ana(), opened, cast.maya()).statusCode(403);
        cast.as(cast.maya())
                .body(Map.of("clientId", "x", "text", "Sorry"))
                .post("/api/follow-ups/" + UUID.randomUUID() + "/answer")
                .then()
                .statusCode(404);
        cast.as(cast.maya()).get("/api/follow-ups?which=nonsense").then().statusCode(400);
        cast.as(cast.maya())
                .get("/api/follow-ups/outcomes?from=yesterday")
                .then()
                .statusCode(400);
        assertEquals(List.of(), followed(tom));
    }

    @Test
    void managersSetWhichMarksAreAnsweredAndHowSoon() {
        set(Map.of("upTo", 5, "hours", 24)).statusCode(400).body("detail", containsString("upTo"));
        set(Map.of("upTo", 2, "hours", 0)).statusCode(400).body("detail", containsString("hours"));
        set(Map.of("upTo", 3, "hours", 24)).statusCode(200);
        try {
            Visitor tom = helpedBy(cast.bima());
            rates(tom, 3);
            Map<String, Object> opened = followUp(tom);
            assertEquals(
                    Duration.ofDays(1),
                    Duration.between(
                            Instant.parse((String) opened.get("ratedAt")), Instant.parse((String) opened.get("due"))));
        } finally {
            set(Map.of("upTo", 2, "hours", 48)).statusCode(200);
        }
    }

    private ValidatableResponse set(Map<String, Integer> rule) {
        int version = cast.as(cast.maya()).get("/api/settings/follow-up").path("version");
        return cast.as(cast.maya())
                .body(Map.of("value", rule, "version", version))
                .put("/api/settings/follow-up")
                .then();
    }

    /** Tom, whom this person has helped; it is over. */
    private Visitor helpedBy(Colleague who) {
        Visitor tom = present.waiting();
        Agent agent = present.opened(Agent.signsIn(who.email(), Cast.PASSWORD));
        agent.takes(tom.conversation);
        agent.says(tom.conversation, "It is as it is.");
        agent.resolves(tom.conversation);
        tom.line().awaitEntry("resolved");
        return tom;
    }

    private void rates(Visitor who, int csat) {
        JsonNode answer = who.does("rate", Map.of("csat", csat, "episode", 1));
        assertTrue(Set.of("rated", "reconsidered").contains(answer.path("kind").asText()), answer.toString());
    }

    private Map<String, Object> followUp(Visitor of) {
        return perhaps(of).orElseThrow(() -> new AssertionError("Nobody follows this up"));
    }

    private Optional<Map<String, Object>> perhaps(Visitor of) {
        return listed("low").stream()
                .filter(each -> of.conversation.equals(each.get("conversation")))
                .findFirst();
    }

    private List<Map<String, Object>> listed(String which) {
        return cast.as(cast.maya())
                .get("/api/follow-ups?which=" + which)
                .then()
                .statusCode(200)
                .extract()
                .path("followUps");
    }

    private ValidatableResponse answer(Colleague who, Map<String, Object> followUp, String text) {
        return cast.as(who)
                .body(Map.of("clientId", UUID.randomUUID().toString(), "text", text))
                .post("/api/follow-ups/" + followUp.get("id") + "/answer")
                .then();
    }

    private ValidatableResponse hand(Colleague who, Map<String, Object> followUp, Colleague to) {
        return cast.as(who)
                .body(Map.of("agent", to.id()))
                .put("/api/follow-ups/" + followUp.get("id") + "/owner")
                .then();
    }

    private ValidatableResponse close(Map<String, Object> followUp, String reason) {
        return cast.as(cast.maya())
                .body(Map.of("reason", reason))
                .post("/api/follow-ups/" + followUp.get("id") + "/close")
                .then();
    }

    private List<Entry> followed(Visitor who) {
        return conversations.entries(ref(who), 0).stream()
                .filter(each -> each.what() instanceof Happened.Followed)
                .toList();
    }

    private int outcomesOf(Visitor who, java.util.function.Function<Outcomes, Outcomes.Share> which) {
        Instant rated = Instant.parse((String) followUp(who).get("ratedAt"));
        return which.apply(followUps.outcomes(rated, rated.plusNanos(1_000))).n();
    }

    private String marks() {
        return cast.as(cast.maya())
                .get("/api/reports/satisfaction?from=" + clock.instant().minus(Duration.ofDays(1)) + "&to="
                        + clock.instant().plus(Duration.ofDays(1)))
                .then()
                .statusCode(200)
                .extract()
                .path("rows.distribution")
                .toString();
    }

    private State state(Visitor of) {
        return conversations.find(ref(of));
    }

    private static ConversationRef ref(Visitor of) {
        return new ConversationRef(UUID.fromString(of.conversation));
    }

    private static String owner(Map<String, Object> followUp) {
        Map<?, ?> owner = (Map<?, ?>) Objects.requireNonNull(followUp.get("owner"));
        return String.valueOf(owner.get("id"));
    }

    private static List<String> crew(Map<String, Object> followUp) {
        return ((List<?>) Objects.requireNonNull(followUp.get("crew")))
                .stream()
                        .map(each -> String.valueOf(((Map<?, ?>) each).get("name")))
                        .toList();
    }
}
