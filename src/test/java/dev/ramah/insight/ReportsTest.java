package dev.ramah.insight;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.Cause;
import dev.ramah.conversation.Citation;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.State;
import dev.ramah.conversation.Stories;
import dev.ramah.conversation.Story;
import dev.ramah.knowledge.Shelves;
import dev.ramah.platform.Forgets;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.quarkus.arc.All;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two days of March 2020, written to the real log and read over HTTP; what is expected was worked out by hand. */
@RamahTest
class ReportsTest {

    private static final String DAYS = "from=2020-03-01&to=2020-03-03";
    private static final UUID ERASED = UUID.fromString("0b7cbb53-5c80-4d3b-9f6d-4b5f6a1f6d01");

    @Inject
    Cast cast;

    @Inject
    Stories stories;

    @Inject
    Conversations conversations;

    @All
    @Inject
    List<Forgets> rooms;

    @Inject
    Shelves shelves;

    private @Nullable String token;

    @BeforeEach
    void twoDaysOfMarch() {
        String line =
                "{\"id\": \"march-hours\", \"title\": \"Hours\", \"body\": \"Nine to five.\", \"tags\": [\"march\"]}";
        shelves.hold(line);
        Colleague bima = cast.bima();
        Author person = Author.agent(bima.id(), bima.name());
        tell("march-solved", "en", "2020-03-01T16:30:00Z", UUID.randomUUID(), story -> {
            story.customerSays(at("2020-03-01T16:30:00Z"), "When are you open?");
            answer(story, "2020-03-01T16:30:02Z");
            story.customerResolves(at("2020-03-01T16:31:00Z"), true);
            story.customerRates(at("2020-03-01T17:05:00Z"), 5, null, "Quick, \"really\"");
        });
        tell("march-helped", "id", "2020-03-02T03:00:00Z", UUID.randomUUID(), story -> {
            story.customerSays(at("2020-03-02T03:00:00Z"), "Rusak");
            story.botHandsOver(at("2020-03-02T03:00:10Z"), "NEEDS_A_PERSON");
            story.agentTakes(at("2020-03-02T03:01:10Z"), person);
            story.agentSays(at("2020-03-02T03:01:40Z"), person, "Maaf ya");
            story.agentResolves(at("2020-03-02T03:10:00Z"), person);
            story.customerRates(at("2020-03-02T03:11:00Z"), 2, null, null);
            story.customerRates(at("2020-03-02T03:11:30Z"), null, true, "=2+5");
        });
        tell("march-gave-up", "en", "2020-03-02T04:00:00Z", UUID.randomUUID(), story -> {
            story.customerSays(at("2020-03-02T04:00:00Z"), "A person, please");
            story.botHandsOver(at("2020-03-02T04:00:05Z"), "ASKED_FOR_A_PERSON");
            story.customerResolves(at("2020-03-02T04:05:05Z"), null);
        });
        tell("march-left", "en", "2020-03-02T05:00:00Z", UUID.randomUUID(), story -> {
            story.customerSays(at("2020-03-02T05:00:00Z"), "Open on Sunday?");
            answer(story, "2020-03-02T05:00:02Z");
            story.endsInSilence(at("2020-03-02T05:30:02Z"));
        });
    }

    @Test
    void theOverviewIsRightToTheEntry() {
        read("/api/reports/overview?" + DAYS)
                .body("episodes", equalTo(4))
                .body("containment.solved", equalTo(1))
                .body("containment.of", equalTo(4))
                .body("containment.share", equalTo(0.25f))
                .body("endings.CONFIRMED", equalTo(1))
                .body("endings.LEFT", equalTo(1))
                .body("endings.GAVE_UP", equalTo(1))
                .body("endings.HELPED", equalTo(1))
                .body("wait.n", equalTo(2))
                .body("wait.median", equalTo(60f))
                .body("wait.p90", equalTo(300f))
                .body("firstResponse.median", equalTo(90f))
                // 60, 305, 600 and 1802 seconds
                .body("resolution.median", equalTo(305f))
                .body("resolution.p90", equalTo(1802f))
                .body("repeated.n", equalTo(1))
                .body("repeated.of", equalTo(1))
                .body("csat.answers", equalTo(2))
                .body("csat.asked", equalTo(3))
                .body("csat.csat", equalTo(0.5f))
                .body("csat.distribution", contains(0, 1, 0, 0, 1))
                .body("previous.answers", equalTo(0))
                .body("previous.csat", nullValue());
    }

    @Test
    void aDayStandsBesideTheOneBefore() {
        read("/api/reports/overview?from=2020-03-02&to=2020-03-03")
                .body("csat.answers", equalTo(1))
                .body("csat.csat", equalTo(0f))
                .body("csat.answered", equalTo(1))
                .body("containment.solved", equalTo(0))
                .body("containment.of", equalTo(3))
                .body("wait.n", equalTo(2))
                .body("previous.answers", equalTo(1))
                .body("previous.answered", equalTo(1))
                .body("previous.csat", equalTo(1f))
                .body("previous.csatLow", greaterThan(0.2f))
                .body("before.containment.solved", equalTo(1))
                .body("before.containment.of", equalTo(1))
                .body("before.resolution.p90", equalTo(60f))
                .body("before.wait.n", equalTo(0));
        read("/api/reports/overview?from=2020-03-03&to=2020-03-05")
                .body("csat.answers", equalTo(0))
                .body("previous.answers", equalTo(2))
                .body("previous.csat", equalTo(0.5f))
                .body("before.wait.p90", equalTo(300f))
                .body("before.endings.GAVE_UP", equalTo(1));
    }

    @Test
    void satisfactionIsSplit() {
        split("agent")
                .body("rows.key", contains("Bima"))
                .body("rows.part", contains("alone"))
                .body("rows[0].answers", equalTo(1));
        split("team").body("rows.key", contains("orders"));
        split("language").body("rows.key", contains("en", "id")).body("rows.asked", contains(2, 1));
        split("handler").body("rows.key", contains("bot", "person")).body("rows.csat", contains(1f, 0f));
        split("reason").body("rows.key", contains("ASKED_FOR_A_PERSON", "NEEDS_A_PERSON"));
        split("topic").body("rows.key", contains("march")).body("rows[0].csat", equalTo(1f));
        split("day").body("rows.key", contains("2020-03-01", "2020-03-02"));
    }

    @Test
    void daysAreThoseOfTheReader() {
        // Five past midnight in Jakarta: asked on the 1st, answered on the 2nd.
        read("/api/reports/satisfaction?by=day&zone=Asia/Jakarta&" + DAYS)
                .body("rows.key", contains("2020-03-01", "2020-03-02"))
                .body("rows.asked", contains(1, 2))
                .body("rows.answers", contains(0, 2))
                .body("rows[0].csat", nullValue());
    }

    @Test
    void commentsNameTheirConversation() {
        String conversation = conversations
                .openedAs("march-helped")
                .orElseThrow()
                .conversation()
                .id()
                .toString();
        read("/api/reports/comments?" + DAYS)
                .body("total", equalTo(2))
                .body("items.comment", contains("=2+5", "Quick, \"really\""))
                .body("items[0].conversation", equalTo(conversation))
                .body("items[0].at", equalTo("2020-03-02T03:11:00Z"))
                .body("items[0].csat", equalTo(2))
                .body("items[0].agents", contains("Bima"))
                .body("items[0].reason", equalTo("NEEDS_A_PERSON"))
                .body("items[1].agents", empty())
                .body("items[1].reason", nullValue());
        read("/api/reports/comments?page=1&" + DAYS).body("total", equalTo(2)).body("items", empty());
    }

    @Test
    void commentsAreSplitByWhatTheLowMarkWasFor() {
        for (String cause : List.of("WAIT", "PERSON")) {
            String name = "june-" + cause;
            tell(name, "en", "2020-06-01T08:00:00Z", UUID.randomUUID(), story -> {
                story.customerSays(at("2020-06-01T08:00:00Z"), "Open?");
                answer(story, "2020-06-01T08:00:02Z");
                story.customerResolves(at("2020-06-01T08:01:00Z"), true);
                story.customerRates(at("2020-06-01T08:02:00Z"), 1, null, "So " + cause);
            });
            conversations
                    .customerRates(
                            conversations.openedAs(name).orElseThrow().conversation(),
                            "cause",
                            new Happened.Rated(1, null, null, null, null, Cause.valueOf(cause), null))
                    .join();
        }
        String day = "from=2020-06-01&to=2020-06-02";
        read("/api/reports/comments?" + day).body("total", equalTo(2));
        read("/api/reports/comments?cause=wait&" + day)
                .body("total", equalTo(1))
                .body("items.comment", contains("So WAIT"))
                .body("items.cause", contains("wait"));
        read("/api/reports/comments?cause=rule&" + day)
                .body("total", equalTo(0))
                .body("items", empty());
        read("/api/reports/comments?cause=weather", 400);
        List<String> table =
                csv("/api/reports/comments?cause=person&" + day).lines().toList();
        assertEquals(2, table.size());
        assertTrue(table.get(0).endsWith(",cause"), table.get(0));
        assertTrue(table.get(1).endsWith(",person"), table.get(1));
    }

    @Test
    void eachReportIsATableToo() {
        String comments = csv("/api/reports/comments?" + DAYS);
        assertTrue(comments.contains("\"Quick, \"\"really\"\"\""), comments);
        assertTrue(comments.contains(",'=2+5,Bima,id,NEEDS_A_PERSON,"), comments);
        List<String> split =
                csv("/api/reports/satisfaction?by=handler&" + DAYS).lines().toList();
        assertTrue(split.get(0).startsWith("handler,answers,asked,responseRate,csat,"), split.get(0));
        assertTrue(split.get(1).startsWith("bot,1,2,0.5,1.0,"), split.get(1));
        assertEquals(3, split.size());
        List<String> people =
                csv("/api/reports/satisfaction?by=agent&" + DAYS).lines().toList();
        assertTrue(people.get(0).startsWith("agent,part,answers,"), people.get(0));
        assertTrue(people.get(1).startsWith("Bima,alone,1,"), people.get(1));
        String overview = csv("/api/reports/overview?" + DAYS);
        assertTrue(overview.contains("\r\nwait median,60.0\r\n"), overview);
        assertTrue(overview.contains("\r\nending GAVE_UP,1\r\n"), overview);
        assertTrue(overview.contains("\r\ncsat,0.5\r\n"), overview);
    }

    @Test
    void aMarkGivenNowIsInTheReportThatIsAskedForNext() {
        // Not a moment sooner, or marks that others have just given are in it too.
        Instant before = Instant.now();
        State state = conversations.open(UUID.randomUUID(), "", "en", null, null);
        conversations.customerSays(state.conversation(), "m-1", "Hello", null).join();
        conversations
                .customerRates(state.conversation(), "r-1", new Happened.Rated(0, 3, 9, null, null, null))
                .join();
        read("/api/reports/satisfaction?by=handler&from=" + before)
                .body("rows", hasSize(1))
                .body("rows[0].distribution", contains(0, 0, 1, 0, 0))
                .body("rows[0].asked", equalTo(0))
                .body("rows[0].responseRate", nullValue())
                .body("rows[0].nps", equalTo(100f));
    }

    @Test
    void aRatingOfAnEarlierEpisodeIsThatEpisodes() {
        tell("april-again", "en", "2020-04-01T08:00:00Z", UUID.randomUUID(), story -> {
            story.customerSays(at("2020-04-01T08:00:00Z"), "Open?");
            answer(story, "2020-04-01T08:00:02Z");
            story.customerResolves(at("2020-04-01T08:01:00Z"), true);
            story.customerSays(at("2020-04-03T08:00:00Z"), "Again");
            story.botHandsOver(at("2020-04-03T08:00:02Z"), "NOTHING_FOUND");
            story.customerResolves(at("2020-04-03T08:02:00Z"), null);
        });
        State state = conversations.openedAs("april-again").orElseThrow();
        conversations
                .customerRates(state.conversation(), "late", new Happened.Rated(1, 4, null, null, null, null))
                .join();
        read("/api/reports/satisfaction?by=reason&from=2020-04-01&to=2020-04-04")
                .body("rows", empty());
        // The second episode ended two days after the first had asked: nobody is asked again so soon.
        read("/api/reports/overview?from=2020-04-01&to=2020-04-04")
                .body("episodes", equalTo(2))
                .body("csat.asked", equalTo(1))
                .body("csat.responseRate", equalTo(1f));
    }

    @Test
    void ofAnErasedCustomerOnlyTheMarkStays() {
        tell("may-erased", "en", "2020-05-01T08:00:00Z", ERASED, story -> {
            story.customerSays(at("2020-05-01T08:00:00Z"), "Open?");
            answer(story, "2020-05-01T08:00:02Z");
            story.customerResolves(at("2020-05-01T08:01:00Z"), true);
            story.customerRates(at("2020-05-01T08:02:00Z"), 1, null, "My name is Sari");
        });
        rooms.forEach(each -> each.forget(ERASED));
        read("/api/reports/comments?from=2020-05-01&to=2020-05-02").body("total", equalTo(0));
        read("/api/reports/overview?from=2020-05-01&to=2020-05-02").body("csat.distribution", contains(1, 0, 0, 0, 0));
    }

    @Test
    void everyNumberOpensTheEpisodesBehindIt() {
        behind("what=rated", 2);
        behind("what=low&by=agent&key=Bima", 1);
        behind("what=good&by=agent&key=Bima", 0);
        behind("what=low&by=alone&key=Bima", 1);
        behind("what=low&by=took_part&key=Bima", 0);
        behind("what=began&by=team&key=orders", 1);
        behind("what=ended&by=handler&key=bot", 3);
        behind("what=gave_up&by=reason&key=ASKED_FOR_A_PERSON", 1);
        behind("what=contained&by=topic&key=march", 1);
        behind("what=began&by=language&key=id", 1);
        behind("what=rated&by=day&key=2020-03-02", 1);
        behind("what=rated&by=day&key=2020-03-02&zone=Asia/Jakarta", 2);
        behind("what=began&by=hour&key=7-16", 1);
        behind("what=repeated", 1);
        behind("what=asked", 3);
        behind("what=came_back", 0);
        behind("what=first_response", 1);
        behind("what=handled", 1);
        read("/api/reports/episodes?what=helped&" + DAYS)
                .body(
                        "items[0].conversation",
                        equalTo(conversations
                                .openedAs("march-helped")
                                .orElseThrow()
                                .conversation()
                                .id()
                                .toString()))
                .body("items[0].wait", equalTo(60f))
                .body("items[0].firstResponse", equalTo(90f))
                .body("items[0].handling", equalTo(530f))
                .body("items[0].people", contains("Bima"));
    }

    @Test
    void timesAreSplitToo() {
        read("/api/reports/times?by=agent&" + DAYS)
                .body("rows.key", contains("Bima"))
                .body("rows.part", contains("alone"))
                .body("rows[0].handling.median", equalTo(530f))
                .body("rows[0].wait.p90", equalTo(60f));
        read("/api/reports/times?by=hour&" + DAYS).body("rows.key", contains("1-03", "1-04", "1-05", "7-16", "7-17"));
    }

    @Test
    void rowsComeAsLinesToo() {
        String lines = asMaya().accept("application/x-ndjson")
                .get("/api/reports/episodes?what=ended&" + DAYS)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(4, lines.lines().count());
        assertTrue(csv("/api/reports/episodes?what=ended&" + DAYS).startsWith("opened,ended,ending,csat,"));
        assertEquals(
                2,
                asMaya().accept("application/x-ndjson")
                        .get("/api/reports/satisfaction?by=handler&" + DAYS)
                        .asString()
                        .lines()
                        .count());
    }

    /** All of them, by the list of all addresses; what is expected of people who said nothing is not to be saved at all. */
    @Test
    void everyReportIsSavedAsATableAndAsLinesWithTheSameRows() throws IOException {
        List<String> reports = Files.readAllLines(Path.of("src/test/resources/leaks/routes.txt")).stream()
                .filter(each -> each.startsWith("GET /api/reports/") || each.startsWith("GET /api/surveys/figures"))
                .map(each -> each.split(" ", -1)[1])
                // What is expected can't be saved, of groups that are too small nothing is told, and questions have
                // lines of
                // answers.
                .filter(each -> Stream.of("/expectation", "/recount", "/said", "/loyalty/episodes", "/answers")
                        .noneMatch(each::endsWith))
                .toList();
        assertTrue(reports.size() > 10, reports::toString);
        for (String report : reports) {
            String path = report
                    + (report.startsWith("/api/surveys")
                            ? "?from=2020-03-01T00:00:00Z&to=2020-03-03T00:00:00Z"
                            : "?" + DAYS);
            String table = csv(path);
            String lines = asMaya().accept("application/x-ndjson")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("application/x-ndjson"))
                    .extract()
                    .asString();
            long rows = lines.lines().count();
            lines.lines().forEach(each -> assertTrue(each.startsWith("{") && each.endsWith("}"), path + ": " + each));
            assertEquals(table.split("\r\n", -1).length - 2, rows, path);
            boolean isKnown = Stream.of("overview", "comments", "satisfaction", "times", "waits", "surveys/figures")
                    .anyMatch(each -> report.endsWith("/" + each));
            assertTrue(rows > 0 || !isKnown, path);
        }
    }

    private void behind(String query, int total) {
        read("/api/reports/episodes?" + query + "&" + DAYS).body("total", equalTo(total));
    }

    @Test
    void onlyManagersRead() {
        for (String report : List.of("satisfaction", "overview", "comments", "times", "episodes")) {
            given().get("/api/reports/" + report).then().statusCode(401);
            cast.as(cast.bima()).get("/api/reports/" + report).then().statusCode(403);
            cast.as(cast.bima())
                    .accept("text/csv")
                    .get("/api/reports/" + report)
                    .then()
                    .statusCode(403);
            cast.as(cast.rani()).get("/api/reports/" + report).then().statusCode(200);
        }
    }

    @Test
    void whatIsNoQuestionIsRefused() {
        read("/api/reports/satisfaction?by=mood", 400)
                .contentType("application/problem+json")
                .body("detail", containsString("handler"));
        read("/api/reports/overview?from=soon", 400).body("detail", containsString("from"));
        read("/api/reports/overview?zone=Nowhere", 400).body("detail", containsString("zone"));
        read("/api/reports/episodes?what=secrets", 400).body("detail", containsString("what"));
        read("/api/reports/episodes?by=day&key=today", 400).body("detail", containsString("key"));
        read("/api/reports/episodes?by=handler&key=nobody", 400).body("detail", containsString("key"));
        read("/api/reports/comments?page=-1", 400).body("detail", containsString("page"));
    }

    private ValidatableResponse split(String by) {
        return read("/api/reports/satisfaction?by=" + by + "&" + DAYS);
    }

    private ValidatableResponse read(String path) {
        return read(path, 200);
    }

    private ValidatableResponse read(String path, int status) {
        return asMaya().get(path).then().statusCode(status);
    }

    /** One sign-in a test: checking a password is slow on purpose. */
    private RequestSpecification asMaya() {
        token = token == null ? cast.token(cast.maya()) : token;
        return given().auth().oauth2(token);
    }

    private String csv(String path) {
        return asMaya().accept("text/csv")
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", equalToIgnoringCase("text/csv;charset=UTF-8"))
                .extract()
                .asString();
    }

    private void tell(String name, String language, String opened, UUID customer, Consumer<Story> plot) {
        if (!stories.isTold(name)) {
            stories.tell(new Stories.Opening(name, customer, "", language, null, at(opened)), plot);
        }
    }

    private static void answer(Story story, String at) {
        story.botSays(at(at), "Nine to five.", List.of(new Citation("march-hours", "Hours")));
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
