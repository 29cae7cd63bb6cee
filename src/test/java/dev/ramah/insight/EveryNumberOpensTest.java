package dev.ramah.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.Author;
import dev.ramah.conversation.Citation;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Stories;
import dev.ramah.conversation.Story;
import dev.ramah.customer.Customers;
import dev.ramah.knowledge.Shelves;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A week of February 2018 in which everything happened that is counted: each count has as many episodes behind it. */
@RamahTest
class EveryNumberOpensTest {

    private static final String WEEK = "from=2018-02-05&to=2018-02-12&zone=Asia/Jakarta";
    private static final String WEEK_BEFORE = "from=2018-01-29&to=2018-02-05&zone=Asia/Jakarta";

    /** What stands behind the counts of a row of satisfaction, of times, and of targets; the rest of the overview. */
    private static final Map<String, String> ROW = Map.ofEntries(
            Map.entry("answers", "rated"),
            Map.entry("asked", "asked"),
            Map.entry("answered", "answered"),
            Map.entry("distribution.0", "mark_1"),
            Map.entry("distribution.1", "mark_2"),
            Map.entry("distribution.2", "mark_3"),
            Map.entry("distribution.3", "mark_4"),
            Map.entry("distribution.4", "mark_5"),
            Map.entry("npsAnswers", "nps"),
            Map.entry("effortAnswers", "effort"),
            Map.entry("easy", "easy"),
            Map.entry("repeated", "repeated"),
            Map.entry("repeatedOf", "repeated_or_not"),
            Map.entry("causes.answer", "cause_answer"),
            Map.entry("causes.wait", "cause_wait"),
            Map.entry("causes.rule", "cause_rule"),
            Map.entry("causes.person", "cause_person"),
            Map.entry("causes.product", "cause_product"));

    private static final Map<String, String> TIMES = Map.ofEntries(
            Map.entry("episodes", "began"),
            Map.entry("firstResponse.n", "first_response"),
            Map.entry("wait.n", "waited"),
            Map.entry("bot.n", "ended"),
            Map.entry("handling.n", "handled"),
            Map.entry("resolution.n", "ended"),
            Map.entry("inHours.firstResponse.n", "first_response"),
            Map.entry("inHours.wait.n", "waited"),
            Map.entry("inHours.handling.n", "handled"),
            Map.entry("inHours.resolution.n", "ended"),
            Map.entry("ended", "ended"),
            Map.entry("stayed", "stayed"));

    private static final Map<String, String> TARGETS = Map.of(
            "firstResponse.kept", "first_kept",
            "firstResponse.of", "first_due",
            "resolution.kept", "resolution_kept",
            "resolution.of", "resolution_due");

    private static final Map<String, String> REST = Map.ofEntries(
            Map.entry("containment.solved", "contained"),
            Map.entry("containment.of", "ended"),
            Map.entry("containment.stayed", "stayed"),
            Map.entry("containment.early", "early"),
            Map.entry("containment.over", "over"),
            Map.entry("containment.overStayed", "stayed_over"),
            Map.entry("containment.known", "contained_known"),
            Map.entry("containment.cameBack", "came_back"),
            Map.entry("containment.othersCameBack", "unknown_came_back"),
            Map.entry("again.n", "again"),
            Map.entry("again.of", "known"),
            Map.entry("endings.CONFIRMED", "confirmed"),
            Map.entry("endings.HELPED", "helped"),
            Map.entry("endings.LEFT", "left"),
            Map.entry("endings.GAVE_UP", "gave_up"),
            Map.entry("repeated.n", "repeated"),
            Map.entry("repeated.of", "repeated_or_not"),
            Map.entry("thumbs.up", "thumbs_up"),
            Map.entry("thumbs.down", "thumbs_down"),
            Map.entry("promises.made", "promised"),
            Map.entry("promises.late", "promised_late"));

    @Inject
    Cast cast;

    @Inject
    Stories stories;

    @Inject
    Conversations conversations;

    @Inject
    Customers customers;

    @Inject
    Shelves shelves;

    @Inject
    DataSource database;

    @Inject
    Rollups rollups;

    @Inject
    ObjectMapper json;

    private String token = "";
    private JsonNode targetsBefore = NullNode.getInstance();
    private Author bima = Author.agent(UUID.randomUUID(), "");
    private Author ana = bima;

    @BeforeEach
    void aWeekInWhichEverythingHappened() throws Exception {
        token = cast.token(cast.maya());
        targetsBefore = read("/api/settings/targets").path("value");
        set(json.readTree(
                "{\"house\": {\"firstResponse\": 5, \"resolution\": 60, \"openHours\": false}, \"teams\": {}}"));
        shelves.hold("{\"id\": \"feb-hours\", \"title\": \"Hours\", \"body\": \"Nine to five.\", \"tags\": [\"feb\"]}");
        bima = Author.agent(cast.bima().id(), "Bima");
        ana = Author.agent(cast.ana().id(), "Ana");
        UUID sari = known();
        UUID tom = known();
        UUID stranger = UUID.randomUUID();
        solved("stays", sari, "2018-02-05T02:00:00Z", true);
        solved("returns", tom, "2018-02-06T02:00:00Z", true);
        solved("returns-again", tom, "2018-02-09T02:00:00Z", false);
        solved("stranger", stranger, "2018-02-05T03:00:00Z", null);
        solved("stranger-again", stranger, "2018-02-07T03:00:00Z", true);
        twoWaitsAndBrokenPromises();
        keptPromises();
        tell("gave-up", UUID.randomUUID(), "2018-02-08T02:00:00Z", story -> {
            story.botHandsOver(at("2018-02-08T02:00:05Z"), "ASKED_FOR_A_PERSON");
            story.customerResolves(at("2018-02-08T02:30:05Z"), null);
        });
        ConversationRef left = tell("left", UUID.randomUUID(), "2018-02-10T02:00:00Z", story -> {
            answer(story, "2018-02-10T02:00:02Z");
            story.endsInSilence(at("2018-02-10T02:40:00Z"));
        });
        more(left, "thumbed", "CUSTOMER", null, "2018-02-10T03:00:00Z", "{\"target\": 2, \"up\": false}");
        overTheEdges();
        rollups.count();
    }

    @AfterEach
    void asItWas() {
        set(targetsBefore);
        rollups.count();
    }

    @Test
    void ofTheOverview() {
        JsonNode overview = read("/api/reports/overview?" + WEEK);
        assertTrue(overview.at("/promises/late").asInt() == 2, "The week has promises that were broken");
        assertTrue(
                overview.at("/wait/n").asInt() > overview.at("/firstResponse/n").asInt(), "Somebody waited twice");
        assertEquals(1, overview.at("/containment/cameBack").asInt(), "One who is known came back");
        assertEquals(1, overview.at("/containment/othersCameBack").asInt(), "One who is not known came back");
        assertTrue(overview.at("/before/wait/n").asInt() == 1, "Somebody waited in the week before");
        opens("csat.", ROW, overview.path("csat"), WEEK);
        opens("previous.", ROW, overview.path("previous"), WEEK_BEFORE);
        Map<String, String> all = new HashMap<>(TIMES);
        all.putAll(REST);
        TARGETS.forEach((path, what) -> all.put("targets." + path, what));
        opens("before.", all, overview.path("before"), WEEK_BEFORE);
        ObjectNode now = overview.deepCopy();
        now.remove(List.of("csat", "previous", "before"));
        opens("", all, now, WEEK);
    }

    @Test
    void ofSatisfactionByEverySide() {
        rows("satisfaction", ROW);
    }

    @Test
    void ofTimesByEverySide() {
        rows("times", TIMES);
    }

    @Test
    void ofTargetsByEverySide() {
        rows("targets", TARGETS);
    }

    @Test
    void ofWaitsThatWereTold() throws SQLException {
        told("feb-broken", 90);
        told("feb-kept", 90);
        told("feb-gave-up", 3_600);
        SortedMap<String, Integer> waits = new TreeMap<>();
        counts("", read("/api/reports/waits?" + WEEK), waits);
        assertEquals(Map.of("told", 4, "kept", 1, "broken", 2, "left", 1, "open", 0), waits);
        waits.forEach((which, count) ->
                assertEquals(count, total("/api/reports/episodes?what=wait_" + which + "&" + WEEK), which));
        assertEquals(
                1,
                read("/api/reports/episodes?what=wait_broken&" + WEEK)
                        .path("total")
                        .asInt(),
                "two waits of one episode");
    }

    @Test
    void ofAsking() {
        String today = "from=2018-01-01T00:00:00Z&to=" + Instant.now();
        JsonNode figures = read("/api/surveys/figures?" + today);
        Map<String, Integer> counted = new TreeMap<>();
        counted.put("asked", figures.path("asked").asInt());
        counted.put("by_hand", figures.path("byHand").asInt());
        counted.put("waiting", figures.path("waiting").asInt());
        counted.put("reminded", figures.path("reminded").asInt());
        counted.put("answered", figures.at("/response/n").asInt());
        figures.path("refused")
                .properties()
                .forEach(each -> counted.put(
                        "refused&key=" + each.getKey(), each.getValue().asInt()));
        figures.path("skipped")
                .properties()
                .forEach(each -> counted.put(
                        "skipped&key=" + each.getKey(), each.getValue().asInt()));
        for (JsonNode each : figures.path("surveys")) {
            counted.put(
                    "survey&key=" + each.path("id").asText(),
                    each.at("/response/of").asInt());
            counted.put(
                    "survey_answered&key=" + each.path("id").asText(),
                    each.at("/response/n").asInt());
        }
        assertTrue(counted.keySet().stream().anyMatch(each -> each.startsWith("refused")), "Somebody was not asked");
        Map<String, Integer> behind = new TreeMap<>();
        counted.keySet()
                .forEach(each -> behind.put(each, total("/api/reports/asked/episodes?which=" + each + "&" + today)));
        assertEquals(counted, behind);
        Map<String, Integer> measured = new TreeMap<>();
        for (String each : List.of(
                "nps/answers", "nps/promoters/n", "nps/passives/n", "nps/detractors/n", "ces/answers", "ces/easy/n")) {
            measured.put(
                    each,
                    read("/api/surveys/figures?from=2018-02-04T17:00:00Z&to=2018-02-11T17:00:00Z")
                            .at("/" + each)
                            .asInt());
        }
        assertEquals(
                Map.of(
                        "nps/answers", behind("nps", WEEK),
                        "nps/promoters/n", behind("promoters", WEEK),
                        "nps/passives/n", behind("passives", WEEK),
                        "nps/detractors/n", behind("detractors", WEEK),
                        "ces/answers", behind("effort", WEEK),
                        "ces/easy/n", behind("easy", WEEK)),
                measured);
        assertEquals(
                Map.of(
                        "nps/answers",
                        3,
                        "nps/promoters/n",
                        1,
                        "nps/passives/n",
                        1,
                        "nps/detractors/n",
                        1,
                        "ces/answers",
                        2,
                        "ces/easy/n",
                        1),
                measured);
        JsonNode after = read("/api/surveys/figures?from=2018-02-11T17:00:00Z&to=2018-02-18T17:00:00Z");
        assertEquals(0, after.at("/nps/answers").asInt());
        assertEquals(3, after.at("/previous/nps/answers").asInt());
        assertEquals(0.0, after.at("/previous/nps/score").asDouble());
        assertEquals(0.5, after.at("/previous/ces/easy/share").asDouble());
        JsonNode longBefore = read(
                "/api/surveys/figures?before=2018-02-06T17:00:00Z&from=2018-02-11T17:00:00Z&to=2018-02-18T17:00:00Z");
        assertEquals(2, longBefore.at("/previous/nps/answers").asInt());
        maya().get("/api/reports/asked/episodes?which=refused").then().statusCode(400);
        maya().get("/api/reports/asked/episodes?which=any").then().statusCode(400);
    }

    /** Whoever is asked days later and answers later still is counted where the conversation is, on either page. */
    @Test
    void whoIsAskedLaterIsCountedOfTheSameDaysByAllReports() throws SQLException {
        String week = "from=2018-02-04T17:00:00Z&to=2018-02-11T17:00:00Z";
        String later = "from=2018-02-18T17:00:00Z&to=2018-02-25T17:00:00Z";
        String laterDays = "from=2018-02-19&to=2018-02-26&zone=Asia/Jakarta";
        List<Integer> surveys = asking("/api/surveys/figures?" + week);
        List<Integer> report = asking("/api/reports/overview?" + WEEK);
        int behind = total("/api/reports/asked/episodes?which=answered&" + WEEK);
        assertEquals(List.of(0, 0), asking("/api/surveys/figures?" + later));
        askedByMail("left", "'2018-02-20T02:00:00Z'", "null");
        assertEquals(more(surveys, 1, 0), asking("/api/surveys/figures?" + week));
        assertEquals(more(report, 1, 0), asking("/api/reports/overview?" + WEEK));
        askedByMail("left", "'2018-02-20T02:00:00Z'", "'2018-02-23T02:00:00Z'");
        assertEquals(more(surveys, 1, 1), asking("/api/surveys/figures?" + week));
        assertEquals(more(report, 1, 1), asking("/api/reports/overview?" + WEEK));
        assertEquals(behind + 1, total("/api/reports/asked/episodes?which=answered&" + WEEK));
        for (String none : List.of("/api/surveys/figures?" + later, "/api/reports/overview?" + laterDays)) {
            assertEquals(
                    List.of(0, 0), asking(none), "Nothing ended in the days on which they were asked and answered");
        }
        assertEquals(
                surveys.get(0) + 1,
                read("/api/surveys/figures?from=2018-02-11T17:00:00Z&to=2018-02-18T17:00:00Z")
                        .at("/previous/response/of")
                        .asInt());
        askedByMail("left", "null", "null");
    }

    /** How many were asked and how many of them answered, by the overview or by the figures of surveys. */
    private List<Integer> asking(String report) {
        JsonNode told = read(report);
        JsonNode csat = told.path("csat");
        return csat.isMissingNode()
                ? List.of(
                        told.at("/response/of").asInt(), told.at("/response/n").asInt())
                : List.of(csat.path("asked").asInt(), csat.path("answered").asInt());
    }

    private static List<Integer> more(List<Integer> than, int asked, int answered) {
        return List.of(than.get(0) + asked, than.get(1) + answered);
    }

    /** With times as SQL has them. */
    private void askedByMail(String story, String asked, String answered) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into survey_ask (id, conversation, episode, survey, form, channel, state, decided_at, asked_at, answered_at)
                    select gen_random_uuid(), conversation, episode, '01900000-0000-7000-8000-000000000001', 1, 'MAIL', 'REFUSED', at, %s, %s
                      from entry where conversation = '%s' and kind = 'resolved'
                        on conflict (conversation, episode)
                        do update set asked_at = excluded.asked_at, answered_at = excluded.answered_at"""
                            .formatted(
                                    asked,
                                    answered,
                                    conversations
                                            .openedAs("feb-" + story)
                                            .orElseThrow()
                                            .conversation()
                                            .id()));
        }
    }

    /** What they were told each time that they began to wait. */
    private void told(String story, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into wait_told (conversation, seq, at, behind, foretold, likely, most) select conversation, seq, at, 1, 60, 60, %d from entry where conversation = '%s' and kind in ('escalated', 'transferred') on conflict do nothing"
                            .formatted(
                                    most,
                                    conversations
                                            .openedAs(story)
                                            .orElseThrow()
                                            .conversation()
                                            .id()));
        }
    }

    private void rows(String report, Map<String, String> whats) {
        for (Split by : Split.values()) {
            JsonNode rows = read("/api/reports/" + report + "?by=" + by.wire() + "&" + WEEK)
                    .path("rows");
            assertTrue(rows.size() > 0, () -> report + " by " + by + " has no row");
            for (JsonNode row : rows) {
                String key = URLEncoder.encode(row.path("key").asText(), StandardCharsets.UTF_8);
                // Of a person: what they had alone, or with others.
                String split = row.path("part").asText(by.wire());
                opens(
                        report + " by " + by + " " + row.path("key") + ": ",
                        whats,
                        row,
                        WEEK + "&by=" + split + "&key=" + key);
            }
        }
    }

    /** Each count in it has a name, and as much behind it as it says. */
    private void opens(String where, Map<String, String> whats, JsonNode figures, String query) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        counts("", figures, counts);
        SortedMap<String, String> expected = new TreeMap<>();
        SortedMap<String, String> found = new TreeMap<>();
        counts.forEach((path, count) -> {
            expected.put(where + path, String.valueOf(count));
            @Nullable String what = whats.get(path);
            // In a row nothing opens nothing; of the overview it is looked at.
            boolean opens = count > 0 || !query.contains("&by=");
            found.put(where + path, what == null ? "opens nothing" : opens ? String.valueOf(behind(what, query)) : "0");
        });
        assertEquals(expected, found);
    }

    private static void counts(String path, JsonNode node, Map<String, Integer> to) {
        if (node.isInt()) {
            to.put(path, node.asInt());
        }
        String prefix = path.isEmpty() ? "" : path + ".";
        node.properties().forEach(each -> counts(prefix + each.getKey(), each.getValue(), to));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            counts(prefix + i, node.get(i), to);
        }
    }

    private int behind(String what, String query) {
        return total("/api/reports/episodes?what=" + what + "&" + query);
    }

    private int total(String path) {
        JsonNode page = read(path);
        return page.has("times")
                ? page.path("times").asInt()
                : page.path("total").asInt();
    }

    private void solved(String name, UUID customer, String opened, @Nullable Boolean up) throws SQLException {
        ConversationRef one = tell(name, customer, opened, story -> {
            answer(story, opened);
            if (up != null) {
                story.customerThumbs(at(opened), up);
            }
            story.customerResolves(at(opened).plusSeconds(60), true);
            if (up != null) {
                story.customerRates(at(opened).plusSeconds(90), up ? 5 : 3, null, up ? "Quick" : null);
            }
        });
        if ("stays".equals(name)) {
            more(one, "rated", "CUSTOMER", null, "2018-02-05T02:05:00Z", "{\"episode\": 1, \"nps\": 9, \"effort\": 6}");
        }
    }

    /** Bima, then Ana; three promises, two of them broken, and what the customer thought of it. */
    private void twoWaitsAndBrokenPromises() throws SQLException {
        ConversationRef one = tell("broken", UUID.randomUUID(), "2018-02-06T03:00:00Z", story -> {
            answer(story, "2018-02-06T03:00:02Z");
            story.customerSays(at("2018-02-06T03:00:50Z"), "That doesn't help!");
            story.botHandsOver(at("2018-02-06T03:01:00Z"), "UPSET");
            story.agentTakes(at("2018-02-06T03:03:00Z"), bima);
            story.agentSays(at("2018-02-06T03:04:00Z"), bima, "One moment");
        });
        for (String day : new String[] {"06", "07", "08"}) {
            more(
                    one,
                    "pended",
                    "AGENT",
                    bima,
                    "2018-02-" + day + "T04:00:00Z",
                    "{\"until\": \"2018-02-09T00:00:00Z\"}");
        }
        more(one, "returned", "SYSTEM", null, "2018-02-07T05:00:00Z", "{\"reason\": \"DUE\", \"late\": true}");
        more(one, "returned", "SYSTEM", null, "2018-02-08T05:00:00Z", "{\"reason\": \"DUE\", \"late\": true}");
        more(one, "returned", "SYSTEM", null, "2018-02-08T06:00:00Z", "{\"reason\": \"AGENT\", \"late\": false}");
        more(
                one,
                "transferred",
                "AGENT",
                bima,
                "2018-02-09T02:00:00Z",
                "{\"team\": \"machines\", \"to\": \"machines\"}");
        more(one, "assigned", "AGENT", ana, "2018-02-09T03:00:00Z", "{}");
        more(one, "said", "AGENT", ana, "2018-02-09T03:01:00Z", "{\"citations\": [], \"choices\": []}");
        more(one, "tagged", "AGENT", ana, "2018-02-09T03:02:00Z", "{\"reason\": \"repairs\"}");
        more(
                one,
                "resolved",
                "AGENT",
                ana,
                "2018-02-09T04:00:00Z",
                "{\"ending\": \"HELPED\", \"survey\": true, \"handedOver\": false}");
        more(
                one,
                "rated",
                "CUSTOMER",
                null,
                "2018-02-09T04:10:00Z",
                "{\"episode\": 1, \"csat\": 1, \"nps\": 3, \"effort\": 2, \"repeated\": true, \"cause\": \"WAIT\"}");
    }

    private void keptPromises() throws SQLException {
        ConversationRef one = tell("kept", UUID.randomUUID(), "2018-02-07T03:00:00Z", story -> {
            story.botHandsOver(at("2018-02-07T03:00:10Z"), "NOTHING_FOUND");
            story.agentTakes(at("2018-02-07T03:01:10Z"), ana);
            story.agentSays(at("2018-02-07T03:02:00Z"), ana, "Here I am");
        });
        more(one, "pended", "AGENT", ana, "2018-02-07T03:03:00Z", "{\"until\": \"2018-02-09T00:00:00Z\"}");
        more(one, "returned", "SYSTEM", null, "2018-02-07T03:05:00Z", "{\"reason\": \"AGENT\", \"late\": false}");
        more(
                one,
                "resolved",
                "AGENT",
                ana,
                "2018-02-07T03:10:00Z",
                "{\"ending\": \"HELPED\", \"survey\": true, \"handedOver\": false}");
        more(
                one,
                "rated",
                "CUSTOMER",
                null,
                "2018-02-07T03:11:00Z",
                "{\"episode\": 1, \"csat\": 4, \"nps\": 8, \"repeated\": false}");
    }

    /** It began in the week before and went on into the one after; they waited before and within it. */
    private void overTheEdges() throws SQLException {
        ConversationRef one = tell("edges", UUID.randomUUID(), "2018-02-03T03:00:00Z", story -> {
            answer(story, "2018-02-03T03:00:02Z");
            story.customerSays(at("2018-02-03T03:00:50Z"), "That doesn't help!");
            story.botHandsOver(at("2018-02-03T03:01:00Z"), "UPSET");
            story.agentTakes(at("2018-02-03T03:30:00Z"), bima);
            story.agentSays(at("2018-02-03T03:31:00Z"), bima, "One moment");
        });
        more(one, "thumbed", "CUSTOMER", null, "2018-02-04T03:00:00Z", "{\"target\": 2, \"up\": true}");
        more(one, "pended", "AGENT", bima, "2018-02-04T04:00:00Z", "{\"until\": \"2018-02-05T00:00:00Z\"}");
        more(one, "returned", "SYSTEM", null, "2018-02-05T00:00:00Z", "{\"reason\": \"DUE\", \"late\": false}");
        more(one, "requeued", "SYSTEM", null, "2018-02-06T03:00:00Z", "{\"reason\": \"GONE\"}");
        more(one, "assigned", "AGENT", bima, "2018-02-06T03:10:00Z", "{}");
        more(
                one,
                "resolved",
                "AGENT",
                bima,
                "2018-02-14T03:00:00Z",
                "{\"ending\": \"HELPED\", \"survey\": false, \"handedOver\": false}");
    }

    private UUID known() {
        return customers
                .anonymousSince(at("2018-01-01T00:00:00Z"), "Guest", UUID.randomUUID() + "@mail.example", "en")
                .id();
    }

    private ConversationRef tell(String name, UUID customer, String opened, Consumer<Story> plot) {
        String story = "feb-" + name;
        if (!stories.isTold(story)) {
            return stories.tell(
                    new Stories.Opening(story, customer, "", "en", "https://kopi.example/shop", at(opened)), each -> {
                        each.customerSays(at(opened), "Hello");
                        plot.accept(each);
                    });
        }
        return conversations.openedAs(story).orElseThrow().conversation();
    }

    private static void answer(Story story, String at) {
        story.botSays(at(at), "Nine to five.", List.of(new Citation("feb-hours", "Hours")));
    }

    /** An entry that stories can't tell, unless it is there. */
    private void more(ConversationRef one, String kind, String role, @Nullable Author by, String at, String facts)
            throws SQLException {
        int last = conversations.find(one).last();
        String author = by == null ? "null, null" : "'" + by.id() + "', '" + by.name() + "'";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String written =
                    "insert into entry (conversation, seq, episode, kind, role, author, author_name, at, facts) select '%s', %d, 1, '%s', '%s', %s, '%s', '%s' where not exists (select 1 from entry where conversation = '%s' and kind = '%s' and at = '%s')"
                            .formatted(one.id(), last + 1, kind, role, author, at, facts, one.id(), kind, at);
            if (statement.executeUpdate(written) == 1) {
                statement.execute("update conversation set last = last + 1 where id = '" + one.id() + "'");
            }
        }
    }

    private void set(JsonNode targets) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("value", targets);
        wanted.put("version", read("/api/settings/targets").path("version").asInt());
        maya().body(wanted).put("/api/settings/targets").then().statusCode(200);
    }

    private JsonNode read(String path) {
        String body = maya().get(path).then().statusCode(200).extract().asString();
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(body, e);
        }
    }

    private RequestSpecification maya() {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON);
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
