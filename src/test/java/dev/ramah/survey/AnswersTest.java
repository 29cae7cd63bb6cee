package dev.ramah.survey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.customer.Customers;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers answer in the chat is in the report, question by question, until they are erased. */
@RamahTest
class AnswersTest {

    private static final String REPORT = "/api/reports/answers";

    @Inject
    Cast cast;

    @Inject
    Conversations conversations;

    @Inject
    Customers customers;

    @Inject
    Session entities;

    @Inject
    Answers kept;

    private final Present present = new Present();
    private UUID survey;

    @BeforeEach
    void aSurveyIsAsked() {
        String id = cast.as(cast.maya())
                .body(wish(true, 0))
                .post("/api/surveys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        survey = UUID.fromString(id);
    }

    /** Others in this application ask what comes with it. */
    @AfterEach
    void theyLeave() throws Exception {
        cast.as(cast.maya())
                .body(wish(false, 1))
                .put("/api/surveys/" + survey)
                .then()
                .statusCode(200);
        present.leave();
    }

    @Test
    void whatIsAnsweredInTheChatIsCountedByQuestion() {
        answers(helped(), Map.of("csat", 5, "why", "taste", "again", true, "more", "=Lovely beans"));
        answers(helped(), Map.of("csat", 4, "why", "taste", "again", false, "fit", 0));
        Visitor last = helped();
        answers(last, Map.of("csat", 1, "why", "price", "more", "Too dear", "fit", 3));

        Report report = report();
        assertEquals(List.of("csat", "why", "again", "more", "fit"), report.list("question"));
        assertEquals(List.of(3, 3, 2, 2, 2), report.list("answers"));
        assertEquals(List.of(3, 3, 3, 3, 3), report.list("of"));
        assertEquals(List.of(1, 0, 0, 1, 1), report.of(0, "parts.n"));
        assertEquals(10.0 / 3, report.number(0, "mean"), 1e-6);
        assertEquals(List.of("price", "taste", "other"), report.of(1, "parts.answer"));
        assertEquals(List.of(1, 2, 0), report.of(1, "parts.n"));
        assertEquals("The taste", report.of(1, "parts[1].label.en"));
        assertEquals(2.0 / 3, report.number(1, "parts[1].share"), 1e-6);
        // Wilson's interval of 2 out of 3, worked out by hand.
        assertEquals(0.2077, report.number(1, "parts[1].interval.low"), 1e-4);
        assertEquals(0.9385, report.number(1, "parts[1].interval.high"), 1e-4);
        assertEquals(List.of("1", "0"), report.of(2, "parts.answer"));
        assertEquals(List.of(1, 1), report.of(2, "parts.n"));
        assertEquals(List.of(), report.of(3, "parts"));
        assertEquals(List.of("0", "1", "2", "3"), report.of(4, "parts.answer"));
        assertEquals(List.of(1, 0, 0, 1), report.of(4, "parts.n"));
        assertEquals(1.5, report.number(4, "mean"), 1e-6);
        assertEquals("Perfectly", report.of(4, "parts[3].label.en"));

        said("more", null)
                .then()
                .body("total", equalTo(2))
                .body("items.words", equalTo(List.of("Too dear", "=Lovely beans")))
                .body("items[0].conversation", equalTo(last.conversation));
        said("why", "price")
                .then()
                .body("total", equalTo(1))
                .body("items[0].answer", equalTo("price"))
                .body("items[0].words", nullValue())
                .body("items[0].conversation", equalTo(last.conversation));
        said("csat", "3").then().body("total", equalTo(0));
    }

    @Test
    void itIsATableAndLinesAsWell() {
        answers(helped(), Map.of("csat", 5, "why", "taste", "more", "=1+1"));
        String table = cast.as(cast.maya())
                .accept("text/csv")
                .get(REPORT)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(
                table.startsWith(
                        "survey,name,version,question,kind,text,answers,of,mean,answer,label,n,share,low,high"),
                table);
        assertTrue(table.contains(",why,choice,Why?,1,1,,taste,The taste,1,1.0,"), table);
        assertTrue(table.contains(",more,text,More?,1,1,,,,,,,"), table);
        // What would be a formula in a spreadsheet is none.
        cast.as(cast.maya())
                .accept("text/csv")
                .get(REPORT + "/said?" + which("more", null))
                .then()
                .body(containsString(",'=1+1,"));
        String lines = cast.as(cast.maya())
                .accept("application/x-ndjson")
                .get(REPORT)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(
                5,
                lines.lines()
                        .filter(each -> each.startsWith("{\"survey\":\"" + survey))
                        .count());
    }

    @Test
    void theWordsOfWhoIsErasedAreNeitherShownNorCounted() {
        Visitor tom = helped();
        answers(tom, Map.of("csat", 5, "more", "Call me quokka"));
        answers(helped(), Map.of("csat", 5, "more", "Fine"));
        customers.forget(conversations
                .find(new ConversationRef(UUID.fromString(tom.conversation)))
                .customer());
        assertEquals(1, report().of(3, "answers"));
        said("more", null).then().body("items.words", equalTo(List.of("Fine")));
        // The mark stays, as in every report.
        assertEquals(2, report().of(0, "answers"));
    }

    @Test
    void whatIsCountedAsItComesIsWhatTheyAnswered() {
        Visitor tom = helped();
        answers(tom, Map.of("csat", 5, "why", "taste", "again", true, "more", "Call me quokka"));
        answers(helped(), Map.of("csat", 2, "more", "Slow"));
        Visitor sari = helped();
        askOf(sari);
        sari.does("rate", Map.of("csat", 2, "episode", 1));
        assertEquals(3, report().of(0, "of"));
        customers.forget(conversations
                .find(new ConversationRef(UUID.fromString(tom.conversation)))
                .customer());
        for (int times = 0; times < 2; times++) {
            assertEquals(answered(), counted());
            kept.addUp();
        }
    }

    /** In a transaction that is taken back: nobody else counts them. */
    @Test
    void wholeHoursAreReadFromTheirCountsAndTheRestAsItWasAnswered() {
        QuarkusTransaction.begin();
        try {
            someAnswered(100, "timestamptz '2021-12-31 23:50Z' + i * interval '10 minutes'");
            change(
                    "insert into survey_answer (ask, question, number) select id, 'csat', 4 from survey_ask where survey = :survey");
            Instant began = Instant.parse("2022-01-01T00:00:00Z");
            for (int from : List.of(0, 1, 25, 60, 61, 119, 120)) {
                for (int length : List.of(1, 30, 60, 61, 180, 601)) {
                    long there = IntStream.range(0, 100)
                            .filter(i -> 10 * i >= from && 10 * i < from + length)
                            .count();
                    Instant begin = began.plusSeconds(60L * from);
                    assertEquals(
                            there,
                            kept.between(begin, begin.plusSeconds(60L * length)).stream()
                                    .filter(each -> each.survey().equals(survey))
                                    .mapToInt(Answered::answers)
                                    .max()
                                    .orElse(0),
                            from + " " + length);
                }
            }
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private List<String> counted() {
        return counts(
                "select question, answer, sum(n) as n from survey_count where survey = :survey and question is not null");
    }

    private List<String> answered() {
        return counts("select question, answer, count(*) as n from survey_counted where survey = :survey");
    }

    private List<String> counts(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select question || ' ' || coalesce(answer, 'words') || ' ' || n from (" + sql
                                + " group by 1, 2) as each where n <> 0 order by 1",
                        String.class)
                .setParameter("survey", survey)
                .getResultList());
    }

    @Test
    void aMarkThatIsGivenWithoutTheFormCountsOnceHoweverMuchIsSaidToIt() {
        Visitor tom = helped();
        askOf(tom);
        tom.does("rate", Map.of("csat", 2, "episode", 1));
        assertEquals(List.of(0, 1, 0, 0, 0), report().of(0, "parts.n"));
        tom.does("rate", Map.of("csat", 2, "episode", 1, "comment", "Slow"));
        assertEquals(List.of(0, 1, 0, 0, 0), report().of(0, "parts.n"));
        assertEquals(0, report().of(1, "answers"));
    }

    @Test
    void onlyManagersReadItAndWhatMakesNoSenseIsRefused() {
        cast.as(cast.bima()).get(REPORT).then().statusCode(403);
        cast.as(cast.bima()).get(REPORT + "/said?" + which("more", null)).then().statusCode(403);
        cast.as(cast.maya()).get(REPORT + "/said?question=more").then().statusCode(400);
        cast.as(cast.maya()).get(REPORT + "?from=yesterday").then().statusCode(400);
        cast.as(cast.maya())
                .get(REPORT + "/said?" + which("more", null) + "&page=-1")
                .then()
                .statusCode(400);
    }

    /** In a transaction that is taken back: nobody else counts them. */
    @Test
    void ofManyAnswersTheNewestAreReadByTheirIndex() {
        QuarkusTransaction.begin();
        try {
            someAnswered(20_000, "now() - i * interval '10 minutes'");
            change(
                    """
                    insert into survey_answer (ask, question, words)
                    select id, 'more', 'Some words' from survey_ask where survey = :survey""");
            entities.createNativeMutationQuery("analyze survey_ask").executeUpdate();
            entities.createNativeMutationQuery("analyze survey_answer").executeUpdate();
            List<String> plan = entities.createNativeQuery(
                            """
                            explain select a.answered_at, g.words
                              from survey_ask a join survey_answer g on g.ask = a.id and g.question = 'more'
                             where a.answered_at >= now() - interval '28 days' and a.answered_at < now() and a.survey = :survey
                             order by a.answered_at desc, a.id limit 20""",
                            String.class)
                    .setParameter("survey", survey)
                    .getResultList();
            assertTrue(plan.stream().anyMatch(each -> each.contains("survey_ask_answered")), plan.toString());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** So many, each at a moment of its own: {@code i} counts from 1. */
    private void someAnswered(int many, String moment) {
        change(
                """
                insert into survey_ask (id, conversation, episode, survey, form, state, decided_at, asked_at, answered_at)
                select gen_random_uuid(), gen_random_uuid(), 1, :survey, 1, 'ANSWERED', moment, moment, moment
                  from generate_series(1, %d) i, lateral (select %s as moment) t"""
                        .formatted(many, moment));
    }

    private void change(String sql) {
        entities.createNativeMutationQuery(sql).setParameter("survey", survey).executeUpdate();
    }

    /** What is told of this test's survey; others in this application answer other ones. */
    private Report report() {
        return new Report(
                cast.as(cast.maya())
                        .get(REPORT)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath(),
                survey.toString());
    }

    private record Report(JsonPath all, String survey) {

        List<Object> list(String what) {
            return all.getList("rows.findAll { it.survey == '" + survey + "' }." + what);
        }

        double number(int question, String what) {
            return ((Number) of(question, what)).doubleValue();
        }

        Object of(int question, String what) {
            return all.get("rows.findAll { it.survey == '" + survey + "' }[" + question + "]." + what);
        }
    }

    private Response said(String question, @Nullable String answer) {
        return cast.as(cast.maya()).get(REPORT + "/said?" + which(question, answer));
    }

    private String which(String question, @Nullable String answer) {
        return "survey=" + survey + "&version=1&question=" + question + (answer == null ? "" : "&answer=" + answer);
    }

    private Visitor helped() {
        Visitor tom = present.opened(Visitor.tom());
        tom.asksForPerson();
        Agent agent = present.opened(Agent.signsIn(cast.bima().email(), Cast.PASSWORD));
        agent.takes(tom.conversation);
        agent.says(tom.conversation, "It is on its way.");
        agent.resolves(tom.conversation);
        tom.line().awaitEntry("resolved");
        return tom;
    }

    private static String askOf(Visitor who) {
        return given().auth()
                .oauth2(who.token)
                .get("/api/customer/survey")
                .then()
                .statusCode(200)
                .body("survey.standard", equalTo(false))
                .extract()
                .path("survey.ask");
    }

    private static void answers(Visitor who, Map<String, ?> answers) {
        given().auth()
                .oauth2(who.token)
                .contentType(ContentType.JSON)
                .body(Map.of("ask", askOf(who), "answers", answers))
                .post("/api/customer/survey")
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> wish(boolean on, int version) {
        List<Map<String, Object>> questions = new ArrayList<>();
        questions.add(question("csat", "csat", "How was it?", true));
        Map<String, Object> why = new HashMap<>(question("why", "choice", "Why?", false));
        why.put(
                "options",
                List.of(option("price", "The price"), option("taste", "The taste"), option("other", "Other")));
        questions.add(why);
        questions.add(question("again", "yes_no", "Will you be back?", false));
        questions.add(question("more", "text", "More?", false));
        Map<String, Object> fit = new HashMap<>(question("fit", "scale", "Does it fit?", false));
        fit.put("scale", Map.of("min", 0, "max", 3, "high", Map.of("en", "Perfectly")));
        questions.add(fit);
        return Map.of(
                "name",
                "Beans",
                "on",
                on,
                "version",
                version,
                "form",
                Map.of("language", "en", "primary", "csat", "standard", false, "questions", questions),
                "rules",
                Map.of("on", List.of("resolved"), "afterDays", 0, "share", 100, "pauseDays", 0, "channel", "widget"));
    }

    private static Map<String, Object> question(String key, String kind, String text, boolean required) {
        return Map.of("key", key, "kind", kind, "required", required, "text", Map.of("en", text));
    }

    private static Map<String, Object> option(String key, String text) {
        return Map.of("key", key, "text", Map.of("en", text));
    }
}
