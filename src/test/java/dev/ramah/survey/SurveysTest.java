package dev.ramah.survey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.Author;
import dev.ramah.conversation.Cause;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.customer.Customers;
import dev.ramah.platform.Patience;
import dev.ramah.platform.Problem;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Customers are asked by what managers wrote, in the chat and by a link; each answer counts once. */
@RamahTest
class SurveysTest {

    @Inject
    Cast cast;

    @Inject
    Conversations conversations;

    @Inject
    Customers customers;

    @Inject
    Asks asks;

    @Inject
    GivenAnswers answers;

    @Inject
    Wishes wishes;

    @Inject
    SurveyLinks links;

    @Inject
    Clock clock;

    @Inject
    org.hibernate.Session entities;

    private final Present present = new Present();

    @AfterEach
    void theyLeave() throws Exception {
        present.leave();
    }

    @Test
    void whatComesWithRamahIsAskedOnceTheChatIsOver() {
        Visitor tom = helped();
        asked(tom)
                .body("survey.standard", equalTo(true))
                .body("survey.language", equalTo("en"))
                .body("survey.questions[0].kind", equalTo("csat"))
                .body("survey.questions[0].text", equalTo("How was this chat?"));
        given().auth()
                .oauth2(tom.token)
                .get("/api/customer/survey?language=ar")
                .then()
                .body("survey.direction", equalTo("rtl"))
                .body("survey.questions[0].text", containsString("كيف"));
        tom.does("rate", Map.of("csat", 4, "episode", 1));
        asks.catchUp();
        asked(tom).body("survey", nullValue());
        assertEquals(Ask.State.ANSWERED, ask(tom).state);
    }

    @Test
    void whileTheChatGoesOnNothingIsAskedAndTheNextEpisodeIsNotAskedSoSoon() {
        Visitor tom = present.waiting();
        asked(tom).body("survey", nullValue());
        Visitor ended = helped();
        asked(ended).body("survey.standard", equalTo(true));
        ended.says("One more thing");
        asked(ended).body("survey", nullValue());
        ended.does("resolve", Map.of());
        asked(ended).body("survey", nullValue());
    }

    @Test
    void anAnswerIsKeptOnceAndIsARatingOfItsEpisode() {
        Visitor tom = helped();
        String survey = askOf(tom);
        Map<String, Object> words = Map.of("csat", 2, "more", "It took so long");
        for (int i = 0; i < 3; i++) {
            answer(tom, survey, words, "wait").statusCode(200);
        }
        List<Happened.Rated> rated = rated(tom);
        assertEquals(1, rated.size());
        assertEquals(2, rated.get(0).csat());
        assertEquals("It took so long", rated.get(0).text());
        assertEquals(Cause.WAIT, rated.get(0).cause());
        answer(tom, survey, Map.of("csat", 5), null).statusCode(409);
        answer(tom, survey, words, "person").statusCode(409);
        assertEquals(1, rated(tom).size());
    }

    /** "Rate this chat" in the menu is there also for who has answered. */
    @Test
    void whatWasAnsweredIsNotOverwrittenFromTheMenu() {
        Visitor tom = helped();
        answer(tom, askOf(tom), Map.of("csat", 2), null).statusCode(200);
        assertEquals(
                "conflict",
                tom.tries("rate", Map.of("csat", 5, "episode", 1)).path("code").asText());
        assertEquals(1, rated(tom).size());
        assertEquals(2, rated(tom).get(0).csat());
    }

    @Test
    void ofManyWhoAnswerAtOnceOneAnswerCounts() {
        Visitor tom = helped();
        String survey = askOf(tom);
        List<Integer> statuses = IntStream.range(0, 6)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> answer(tom, survey, Map.of("csat", 1 + i % 2 * 4), null)
                                .extract()
                                .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertEquals(List.of(200, 200, 200, 409, 409, 409), statuses);
        assertEquals(1, rated(tom).size());
    }

    @Test
    void whatIsNoAnswerIsRefusedAndNothingIsStored() {
        Visitor tom = helped();
        Visitor other = helped();
        String survey = askOf(tom);
        answer(other, survey, Map.of("csat", 1), null).statusCode(404);
        answer(tom, survey, Map.of("csat", 6), null).statusCode(400).body("detail", containsString("1 to 5"));
        answer(tom, survey, Map.of("nps", 10), null).statusCode(400);
        answer(tom, survey, Map.of(), null).statusCode(400);
        answer(tom, survey, Map.of("csat", 1), "the weather").statusCode(400);
        answer(tom, UUID.randomUUID().toString(), Map.of("csat", 1), null).statusCode(404);
        given().contentType(ContentType.JSON)
                .body(Map.of("ask", survey, "answers", Map.of("csat", 1)))
                .post("/api/customer/survey")
                .then()
                .statusCode(401);
        assertEquals(Ask.State.ASKED, ask(tom).state);
        assertEquals(List.of(), kept(tom));
        assertEquals(List.of(), rated(tom));
    }

    @Test
    void aLinkAsksWithoutTheChatAndOnlyAsItWasSigned() {
        Visitor tom = left();
        byHand(cast.bima(), tom, "link").statusCode(200).body("state", equalTo("asked"));
        String link = linkOf(tom);
        open(link).statusCode(200).body("questions[0].text", equalTo("How was this chat?"));
        String[] parts = link.split("\\.", -1);
        open(parts[0] + "." + (Long.parseLong(parts[1]) + 1) + "." + parts[2]).statusCode(403);
        open(UUID.randomUUID() + "." + parts[1] + "." + parts[2]).statusCode(403);
        open("nonsense").statusCode(403);
        // The same colleague, again: the same link.
        byHand(cast.bima(), tom, "link").statusCode(200).body("link", containsString(link));
        byHand(cast.maya(), tom, "link").statusCode(409);
        byLink(link, Map.of("csat", 9)).statusCode(400);
        byLink(link, Map.of("csat", 5)).statusCode(200);
        byLink(link, Map.of("csat", 5)).statusCode(200);
        byLink(link, Map.of("csat", 4)).statusCode(409);
        open(link).statusCode(409);
        assertEquals(1, rated(tom).size());
    }

    @Test
    void whoGaveALowMarkMayWantToHearWhenItIsFixedAndMayChangeTheirMind() {
        Visitor tom = helped();
        String survey = askOf(tom);
        wish(tom, survey, null).statusCode(404);
        Map<String, Object> low = Map.of("ask", survey, "answers", Map.of("csat", 1), "tell", true);
        post(tom, "", low).statusCode(200);
        post(tom, "", low).statusCode(200);
        assertEquals(Arrays.asList(null, true), told(tom));
        post(tom, "", Map.of("ask", survey, "answers", Map.of("csat", 1))).statusCode(409);
        wish(tom, survey, null).statusCode(200).body("tell", equalTo(true)).body("direction", equalTo("ltr"));
        for (int i = 0; i < 2; i++) {
            wish(tom, survey, false).statusCode(200).body("tell", equalTo(false));
        }
        assertEquals(Arrays.asList(null, true, false), told(tom));
        wish(tom, survey, true).statusCode(200).body("tell", equalTo(true));
        assertEquals(Arrays.asList(null, true, false, true), told(tom));
        wish(helped(), survey, true).statusCode(404);
        assertEquals(1, rated(tom).stream().filter(each -> each.csat() != null).count());
    }

    @Test
    void twoWhoTakeItBackInTheSameMomentSayItOnce() throws Exception {
        Visitor tom = helped();
        UUID survey = UUID.fromString(askOf(tom));
        post(tom, "", Map.of("ask", survey, "answers", Map.of("csat", 1), "tell", true))
                .statusCode(200);
        List<Thread> both = Stream.of(1, 2)
                .map(each -> new Thread(() -> wishes.of(survey, null, false), "takes it back " + each))
                .toList();
        QuarkusTransaction.requiringNew().run(() -> {
            holdLog(tom);
            both.forEach(Thread::start);
            Patience.until("both have seen what was said before and wait for the log", () -> {
                entities.createNativeQuery("select 1", Integer.class).getSingleResult();
                return both.stream().allMatch(SurveysTest::waitsForTheLog);
            });
        });
        for (Thread each : both) {
            each.join();
        }
        assertEquals(Arrays.asList(null, true, false), told(tom));
    }

    private static boolean waitsForTheLog(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(each -> each.getClassName().equals(Wishes.class.getName())
                                && each.getMethodName().equals("change"));
    }

    /** As long as somebody holds its row the log takes nothing of this conversation. */
    private void holdLog(Visitor of) {
        entities.createNativeQuery("select id from conversation where id = :id for update", UUID.class)
                .setParameter("id", UUID.fromString(of.conversation))
                .getSingleResult();
    }

    @Test
    void anAnswerThatTheLogCanNotTakeNowIsForLaterAndOneThatItRefusesIsNot() {
        List<Exception> passing = List.of(
                new Problem(Problem.Code.UNAVAILABLE, "Away"),
                new Problem(Problem.Code.FAULT, "Broken"),
                new CompletionException(new IllegalStateException("Two waited for each other")));
        for (Exception each : passing) {
            assertThrows(Problem.class, () -> GivenAnswers.toLog(() -> CompletableFuture.failedFuture(each)));
        }
        GivenAnswers.toLog(() -> CompletableFuture.failedFuture(Problem.conflict("It was rated again.")));
    }

    @Test
    void whatItWasIsKeptOfALowMarkOnly() {
        Visitor tom = helped();
        answer(tom, askOf(tom), Map.of("csat", 3), "wait").statusCode(200);
        assertNull(rated(tom).get(0).cause());
    }

    @Test
    void whoWasHappyIsNotAskedWhetherTheyWantToHear() {
        Visitor tom = left();
        byHand(cast.bima(), tom, "link").statusCode(200);
        String link = linkOf(tom);
        wishByLink(link, Map.of()).statusCode(404);
        byLink(link, Map.of("csat", 3), true).statusCode(200);
        assertEquals(Collections.singletonList(null), told(tom));
        wishByLink(link, Map.of()).statusCode(200).body("tell", nullValue());
        wishByLink(link, Map.of("tell", true)).statusCode(409);
        String[] parts = link.split("\\.", -1);
        wishByLink(UUID.randomUUID() + "." + parts[1] + "." + parts[2], Map.of("tell", true))
                .statusCode(403);
        assertEquals(1, rated(tom).size());
    }

    @Test
    void byALinkItIsSaidAndTakenBackAsWellAndNotOfWhoWasErased() {
        Visitor sari = left(Visitor.arrives(Map.of("name", "Sari", "language", "ar")));
        byHand(cast.bima(), sari, "link").statusCode(200);
        String link = linkOf(sari);
        byLink(link, Map.of("csat", 2), true).statusCode(200);
        wishByLink(link, Map.of())
                .statusCode(200)
                .body("tell", equalTo(true))
                .body("language", equalTo("ar"))
                .body("direction", equalTo("rtl"));
        wishByLink(link, Map.of("tell", false)).statusCode(200).body("tell", equalTo(false));
        assertEquals(Arrays.asList(null, true, false), told(sari));
        customers.forget(conversations.find(ref(sari)).customer());
        wishByLink(link, Map.of("tell", true)).statusCode(404);
    }

    @Test
    void afterSomebodyAnsweredThemTheyMayStillTakeItBack() {
        Visitor tom = helped();
        String survey = askOf(tom);
        post(tom, "", Map.of("ask", survey, "answers", Map.of("csat", 1), "tell", true))
                .statusCode(200);
        conversations
                .managerFollows(ref(tom), Author.agent(cast.maya().id(), "Maya"), "follow", 1, "We are sorry.")
                .join();
        wish(tom, survey, false).statusCode(200).body("tell", equalTo(false));
        assertEquals(Arrays.asList(null, true, false), told(tom));
    }

    @Test
    void aLinkThatHasEndedAsksNothing() {
        Visitor tom = left();
        byHand(cast.bima(), tom, "link").statusCode(200);
        change(tom, "asked_at = asked_at - interval '31 days'");
        String old = QuarkusTransaction.requiringNew()
                .call(() -> links.path(ask(tom)).replace("/survey#", ""));
        open(old).statusCode(403).body("detail", containsString("ended"));
        byLink(old, Map.of("csat", 5)).statusCode(403);
        assertEquals(List.of(), rated(tom));
    }

    @Test
    void whoIsErasedIsNotAskedAndTheirWordsGo() {
        Visitor tom = helped();
        answer(tom, askOf(tom), Map.of("csat", 3, "more", "Call me quokka"), null)
                .statusCode(200);
        Visitor silent = left();
        byHand(cast.bima(), silent, "link").statusCode(200);
        String link = linkOf(silent);
        UUID customer = conversations.find(ref(tom)).customer();
        assertTrue(String.valueOf(customers.export(customer).get("surveys")).contains("quokka"));
        customers.forget(customer);
        customers.forget(conversations.find(ref(silent)).customer());
        assertEquals(
                List.of("csat null", "more null"),
                kept(tom).stream()
                        .map(each -> each.question + " " + each.words)
                        .sorted()
                        .toList());
        byLink(link, Map.of("csat", 5)).statusCode(404);
        open(link).statusCode(404);
        assertEquals(List.of(), kept(silent));
    }

    /** The answer holds its asking and is not committed when the erasure begins: what it commits then is erased as well. */
    @Test
    void wordsThatAreKeptWhileTheirCustomerIsErasedGoAsWell() {
        Visitor tom = helped();
        UUID survey = UUID.fromString(askOf(tom));
        UUID customer = conversations.find(ref(tom)).customer();
        List<CompletableFuture<Void>> erasing = new ArrayList<>();
        QuarkusTransaction.requiringNew().run(() -> {
            Ask held = Ask.locked(survey);
            new GivenAnswer(survey, new Answer(held.asks().questions().get(1), null, null, "Call me quokka")).persist();
            held.answer(clock.instant());
            entities.flush();
            erasing.add(CompletableFuture.runAsync(() -> answers.forget(customer)));
            Patience.until(
                    "the erasure waits for the answer",
                    () -> entities.createNativeQuery(
                                            "select count(*) from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))",
                                            Long.class)
                                    .getSingleResult()
                            > 0);
        });
        erasing.forEach(CompletableFuture::join);
        assertEquals(
                List.of("more null"),
                kept(tom).stream().map(each -> each.question + " " + each.words).toList());
    }

    @Test
    void whoeverSaysNotToAskIsHeardAndCounted() {
        Visitor tom = present.waiting();
        Agent bima = present.opened(Agent.signsIn(cast.bima().email(), Cast.PASSWORD));
        bima.takes(tom.conversation);
        bima.says(tom.conversation, "I am so sorry for your loss.");
        skip(cast.bima(), tom, Map.of("why", "because")).statusCode(400);
        skip(cast.bima(), tom, Map.of("why", "other")).statusCode(400);
        int before = skipped();
        skip(cast.bima(), tom, Map.of("why", "would_hurt"))
                .statusCode(200)
                .body("state", equalTo("refused"))
                .body("refusal", equalTo("skipped"))
                .body("by", equalTo("Bima"));
        bima.resolves(tom.conversation);
        assertEquals(false, tom.line().awaitEntry("resolved").path("survey").asBoolean());
        asked(tom).body("survey", nullValue());
        assertEquals(before + 1, skipped());
        Instant over = conversations.entries(ref(tom), 0).stream()
                .filter(each -> each.what() instanceof Happened.Resolved)
                .map(Entry::at)
                .findFirst()
                .orElseThrow();
        assertEquals(over, ask(tom).decidedAt, "It counts with the day on which it was over");

        Visitor other = helped();
        asked(other);
        skip(cast.bima(), other, Map.of("why", "would_hurt")).statusCode(409);
    }

    @Test
    void itIsDecidedOnceHoweverManyAskForIt() {
        Visitor tom = helped();
        List<CompletableFuture<Void>> all = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    if (i % 2 == 0) {
                        asks.catchUp();
                    } else {
                        asks.shown(ref(tom), null);
                    }
                }))
                .toList();
        all.forEach(CompletableFuture::join);
        assertEquals(
                1L,
                QuarkusTransaction.requiringNew()
                        .call(() -> Ask.count("conversation", UUID.fromString(tom.conversation))));
    }

    @Test
    void aColleagueChoosesAmongTheSurveysThatAreOn() {
        Map<String, Object> hand = byHandOnly("By hand", form("It was easy."), 0);
        Map<String, Object> nps = byHandOnly("Recommend us", nps(), 1);
        String handId = add(hand).statusCode(201).extract().path("id");
        String npsId = add(nps).statusCode(201).extract().path("id");
        try {
            Visitor tom = left();
            cast.as(cast.bima())
                    .get("/api/conversations/" + tom.conversation + "/survey")
                    .then()
                    .body("mayAsk", equalTo(true))
                    .body("surveys.name", equalTo(List.of("Recommend us", "By hand", "How was this chat?")))
                    .body("surveys.against", equalTo(Arrays.asList("after_chat", null, null)));
            byHand(cast.bima(), tom, "link", npsId).statusCode(409).body("detail", containsString("after_chat"));
            byHand(cast.bima(), tom, "link", handId)
                    .statusCode(200)
                    .body("state", equalTo("asked"))
                    .body("survey", equalTo("By hand"));
            open(linkOf(tom)).statusCode(200).body("questions[0].kind", equalTo("ces"));
            // Without a choice it is the first that nothing stands against, not the first.
            byHand(cast.bima(), left(), "link").statusCode(200).body("survey", equalTo("By hand"));
        } finally {
            off(handId, hand);
            off(npsId, nps);
        }
        byHand(cast.bima(), left(), "link", handId).statusCode(409).body("detail", containsString("none_on"));
    }

    @Test
    void byHandNobodyIsAskedForNpsWhoChatsInAnotherConversation() {
        Map<String, Object> nps = byHandOnly("Recommend us", nps(), 1);
        String id = add(nps).statusCode(201).extract().path("id");
        try {
            Visitor old = left();
            endedDaysAgo(old, 3);
            Visitor now = left();
            UUID customer = conversations.find(ref(old)).customer();
            belongsTo(now, customer);
            byHand(cast.bima(), old, "link", id).statusCode(409).body("detail", containsString("after_chat"));
            endedDaysAgo(now, 2);
            byHand(cast.bima(), old, "link", id).statusCode(200).body("state", equalTo("asked"));
        } finally {
            off(id, nps);
        }
    }

    /** The chat did not ask; the first page of the report counts them none the less, with the conversation behind. */
    @Test
    void whoWasAskedByALinkAndAnswersSomethingElseThanAMarkCountsInTheResponseRate() {
        Map<String, Object> hand = byHandOnly("Was it easy", form("It was easy."), 0);
        String id = add(hand).statusCode(201).extract().path("id");
        try {
            Visitor tom = left();
            assertFalse(isCounted("asked", tom));
            byHand(cast.bima(), tom, "link", id).statusCode(200);
            assertTrue(isCounted("asked", tom));
            assertFalse(isCounted("answered", tom));
            byLink(linkOf(tom), Map.of("ces", 6)).statusCode(200);
            assertTrue(isCounted("answered", tom));
            assertFalse(isCounted("rated", tom), "It is no mark from 1 to 5");
        } finally {
            off(id, hand);
        }
    }

    private boolean isCounted(String what, Visitor of) {
        Instant now = clock.instant();
        return cast.as(cast.maya())
                .get("/api/reports/episodes?what=" + what + "&from=" + now.minus(Duration.ofMinutes(5)) + "&to="
                        + now.plusSeconds(60))
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.conversation")
                .contains(of.conversation);
    }

    private void endedDaysAgo(Visitor of, int days) {
        for (String each : List.of(
                "update conversation set spoken_at = spoken_at - :days * interval '1 day' where id = :id",
                "update entry set at = at - :days * interval '1 day' where conversation = :id")) {
            QuarkusTransaction.requiringNew().run(() -> entities.createNativeMutationQuery(each)
                    .setParameter("days", days)
                    .setParameter("id", UUID.fromString(of.conversation))
                    .executeUpdate());
        }
    }

    /** As when somebody turns out to be who was here before. */
    private void belongsTo(Visitor of, UUID customer) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeMutationQuery(
                        "update conversation set customer = :customer where id = :id")
                .setParameter("customer", customer)
                .setParameter("id", UUID.fromString(of.conversation))
                .executeUpdate());
    }

    private static Map<String, Object> byHandOnly(String name, Map<String, Object> form, int afterDays) {
        Map<String, Object> rules = new HashMap<>(rules("resolved", afterDays));
        rules.put("on", List.of());
        return Map.of("name", name, "on", true, "form", form, "rules", rules);
    }

    private static Map<String, Object> nps() {
        return Map.of(
                "language",
                "en",
                "primary",
                "nps",
                "standard",
                false,
                "questions",
                List.of(Map.of(
                        "key",
                        "nps",
                        "kind",
                        "nps",
                        "required",
                        true,
                        "text",
                        Map.of("en", "Would you recommend us?"))));
    }

    @Test
    void managersWriteSurveysAndAnswersKeepTheVersionTheyWereAskedBy() {
        Map<String, Object> survey = survey("Delivery", "resolved", 0);
        String id =
                add(survey).statusCode(201).body("number", equalTo(1)).extract().path("id");
        try {
            Visitor tom = helped();
            asked(tom)
                    .body("survey.standard", equalTo(false))
                    .body("survey.questions.kind", equalTo(List.of("ces", "yes_no")));
            String old = askOf(tom);
            Map<String, Object> changed = new HashMap<>(survey);
            changed.put("version", 1);
            changed.put("form", form("Was it easy for you?"));
            put(id, changed).statusCode(200).body("number", equalTo(2)).body("version", equalTo(2));
            put(id, changed).statusCode(409);
            asked(tom).body("survey.questions[0].text", equalTo("It was easy."));
            answer(tom, old, Map.of("ces", 7, "solved", true), null).statusCode(200);
            assertEquals(7, rated(tom).get(0).effort());
            assertNull(rated(tom).get(0).csat());
            asks.catchUp();
            figures().body("ces.answers", not(equalTo(0)));
            // Whoever was unhappy is asked what it was, whatever they were asked before.
            Visitor hard = helped();
            answer(hard, askOf(hard), Map.of("ces", 2), "wait").statusCode(200);
            assertEquals(Cause.WAIT, rated(hard).get(0).cause());
            Visitor easy = helped();
            answer(easy, askOf(easy), Map.of("ces", 5), "wait").statusCode(200);
            assertNull(rated(easy).get(0).cause());
        } finally {
            off(id, survey);
        }
    }

    @Test
    void byMailTheyAreAskedOnceAndRemindedOnce() {
        Map<String, Object> survey = Map.of(
                "name",
                "By mail",
                "on",
                true,
                "form",
                form("It was easy."),
                "rules",
                Map.of(
                        "on", List.of("resolved"),
                        "afterDays", 0,
                        "share", 100,
                        "pauseDays", 0,
                        "channel", "mail",
                        "remindAfterDays", 3));
        String id = add(survey).statusCode(201).extract().path("id");
        try {
            Visitor sari = helped(present.opened(Visitor.arrives(
                    Map.of("name", "Sari", "language", "id", "email", "sari-" + UUID.randomUUID() + "@mail.example"))));
            asks.catchUp();
            askDueTwice();
            assertEquals(1, mails(sari));
            asked(sari).body("survey", nullValue());
            change(sari, "due_at = due_at - interval '4 days'");
            askDueTwice();
            assertEquals(2, mails(sari));
            change(sari, "due_at = now() - interval '4 days'");
            askDueTwice();
            assertEquals(2, mails(sari));
            // Whoever left no address is asked what comes next.
            Visitor tom = helped();
            asked(tom).body("survey.standard", equalTo(true));
        } finally {
            off(id, survey);
        }
    }

    @Test
    void aReminderCountsForTheCapAndIsNotSentWhereOthersHaveReachedIt() {
        Map<String, Object> survey = Map.of(
                "name",
                "By mail, with a reminder",
                "on",
                true,
                "form",
                form("It was easy."),
                "rules",
                Map.of(
                        "on", List.of("resolved"),
                        "afterDays", 0,
                        "share", 100,
                        "pauseDays", 0,
                        "channel", "mail",
                        "remindAfterDays", 3));
        String id = add(survey).statusCode(201).extract().path("id");
        try {
            cap(3);
            Visitor first = helped(withAddress());
            UUID customer = conversations.find(ref(first)).customer();
            asks.catchUp();
            asks.askDue();
            change(first, "due_at = due_at - interval '4 days'");
            asks.askDue();
            assertEquals(2, mails(first));
            Visitor second = ofTheSame(withAddress(), customer);
            asks.catchUp();
            asks.askDue();
            assertEquals(1, mails(second));
            // Asked, reminded, asked: that is three, and a third conversation is one too many.
            Visitor third = ofTheSame(withAddress(), customer);
            asks.catchUp();
            assertEquals(Refusal.CAP, ask(third).refusal);
            // Of the second the first one's two stand before its own reminder, and of a cap of two they leave nothing.
            cap(2);
            change(second, "due_at = due_at - interval '4 days'");
            askDueTwice();
            assertEquals(1, mails(second));
            assertNull(ask(second).remindedAt);
        } finally {
            cap(4);
            off(id, survey);
        }
    }

    private Visitor withAddress() {
        return present.opened(Visitor.arrives(
                Map.of("name", "Sari", "language", "id", "email", "sari-" + UUID.randomUUID() + "@mail.example")));
    }

    private Visitor ofTheSame(Visitor visitor, UUID customer) {
        belongsTo(visitor, customer);
        return helped(visitor);
    }

    private void cap(int most) {
        int version = cast.as(cast.maya())
                .get("/api/settings/asking")
                .then()
                .extract()
                .path("version");
        cast.as(cast.maya())
                .body(Map.of("value", Map.of("most", most, "days", 60), "version", version))
                .put("/api/settings/asking")
                .then()
                .statusCode(200);
    }

    private void askDueTwice() {
        asks.askDue();
        asks.askDue();
    }

    private int mails(Visitor to) {
        return QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select cast(count(*) as int) from mail where purpose = 'SURVEY' and conversation = :conversation",
                        Integer.class)
                .setParameter("conversation", UUID.fromString(to.conversation))
                .getSingleResult());
    }

    @Test
    void whatMakesNoSenseIsNotKept() {
        add(Map.of("name", "", "on", true, "form", form("?"), "rules", rules("resolved", 0)))
                .statusCode(400);
        add(Map.of("name", "X", "on", true, "form", Map.of("language", "en"), "rules", rules("resolved", 0)))
                .statusCode(400);
        add(Map.of("name", "X", "on", true, "form", form("?"), "rules", rules("resolved", 99)))
                .statusCode(400);
        cast.as(cast.bima()).get("/api/surveys").then().statusCode(403);
        cast.as(cast.bima()).get("/api/surveys/figures").then().statusCode(403);
        cast.as(cast.maya())
                .get("/api/surveys")
                .then()
                .statusCode(200)
                .body("surveys.name", hasItem("How was this chat?"));
    }

    @Test
    void whoGaveUpIsNotSaidToBeAskedWhatIsForThoseWhoWereHelped() {
        Map<String, Object> survey = survey("Helped", "resolved", 0);
        String id = add(survey).statusCode(201).extract().path("id");
        standard(false);
        try {
            Visitor tom = present.waiting();
            tom.does("resolve", Map.of());
            assertFalse(tom.line().awaitEntry("resolved").path("survey").asBoolean());
            asked(tom).body("survey", nullValue());
            assertEquals(Refusal.ENDED_OTHERWISE, ask(tom).refusal);
            Visitor sari = helped();
            assertTrue(conversations.entries(ref(sari), 0).stream()
                    .anyMatch(each -> each.what() instanceof Happened.Resolved end && end.survey()));
        } finally {
            standard(true);
            off(id, survey);
        }
    }

    /** Whether what comes with it is asked. */
    private void standard(boolean on) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeMutationQuery(
                        "update survey set is_on = :on where name = 'How was this chat?'")
                .setParameter("on", on)
                .executeUpdate());
    }

    @Test
    void whatIsForLaterIsAskedWhenItIsTimeUnlessTheyWroteAgain() {
        Map<String, Object> survey = survey("Later", "resolved", 3);
        String id = add(survey).statusCode(201).extract().path("id");
        try {
            Visitor tom = helped();
            asked(tom).body("survey", nullValue());
            assertEquals(Ask.State.DUE, ask(tom).state);
            Visitor sari = helped();
            asked(sari).body("survey", nullValue());
            change(tom, "due_at = due_at - interval '4 days'");
            change(sari, "due_at = due_at - interval '4 days'");
            asked(tom).body("survey.questions[0].kind", equalTo("ces"));
            assertEquals(Ask.State.ASKED, ask(tom).state);
            sari.says("Hello again");
            asked(sari).body("survey", nullValue());
            assertEquals(Ask.State.DUE, ask(sari).state);
        } finally {
            off(id, survey);
        }
    }

    @Test
    void anAnswerThatWasKeptAndNotToldIsToldOnce() {
        Visitor tom = helped();
        UUID survey = UUID.fromString(askOf(tom));
        // A process that died after it had kept the answer and before the log heard of it.
        QuarkusTransaction.requiringNew().run(() -> {
            new GivenAnswer(survey, new Answer(ask(tom).asks().questions().get(0), 5, null, null)).persist();
            Ask.update(
                    "state = ?1, answeredAt = ?2, told = false where id = ?3",
                    Ask.State.ANSWERED,
                    clock.instant().minus(Duration.ofMinutes(1)),
                    survey);
        });
        answers.tellLeftBehind();
        answers.tellLeftBehind();
        assertEquals(1, rated(tom).size());
        assertEquals(5, rated(tom).get(0).csat());
    }

    /** As a process leaves it that dies there, while another one goes on with it. */
    @Test
    void whatIsCutOffBetweenAnAnswerAndTheLogIsNeitherLostNorDoubled() {
        Visitor tom = helped();
        String survey = askOf(tom);
        Map<String, Object> low = Map.of("ask", survey, "answers", Map.of("csat", 1), "tell", true);
        List<CompletableFuture<Integer>> sent = new ArrayList<>();
        List<CompletableFuture<Void>> found = new ArrayList<>();
        QuarkusTransaction.requiringNew().run(() -> {
            holdLog(tom);
            sent.add(CompletableFuture.supplyAsync(() -> status(tom, low)));
            Patience.until("it is kept", () -> {
                entities.createNativeQuery("select 1", Integer.class).getSingleResult();
                return kept(tom).size() == 1;
            });
            assertFalse(ask(tom).told);
            assertEquals(List.of(), rated(tom));
            change(tom, "answered_at = answered_at - interval '1 minute'");
            found.add(CompletableFuture.runAsync(answers::tellLeftBehind));
            sent.add(CompletableFuture.supplyAsync(() -> status(tom, low)));
        });
        sent.forEach(CompletableFuture::join);
        found.forEach(CompletableFuture::join);
        answers.tellLeftBehind();
        assertTrue(ask(tom).told);
        assertEquals(Arrays.asList(null, true), told(tom));
        assertEquals(1, rated(tom).stream().filter(each -> each.csat() != null).count());
        assertEquals(200, status(tom, low));
        assertEquals(2, rated(tom).size());
    }

    private static int status(Visitor who, Map<String, ?> body) {
        return post(who, "", body).extract().statusCode();
    }

    private Visitor helped() {
        return helped(present.opened(Visitor.tom()));
    }

    private Visitor helped(Visitor tom) {
        tom.asksForPerson();
        Agent agent = present.opened(Agent.signsIn(cast.bima().email(), Cast.PASSWORD));
        agent.takes(tom.conversation);
        agent.says(tom.conversation, "It is on its way.");
        agent.resolves(tom.conversation);
        tom.line().awaitEntry("resolved");
        return tom;
    }

    /** Tom, who ended it without a word: nobody asks him by a rule. */
    private Visitor left() {
        return left(Visitor.tom());
    }

    private Visitor left(Visitor tom) {
        present.opened(tom);
        tom.says("Never mind");
        tom.does("resolve", Map.of());
        tom.line().awaitEntry("resolved");
        return tom;
    }

    private ValidatableResponse asked(Visitor who) {
        return given().auth()
                .oauth2(who.token)
                .get("/api/customer/survey")
                .then()
                .statusCode(200);
    }

    private String askOf(Visitor who) {
        return asked(who).extract().path("survey.ask");
    }

    private ValidatableResponse answer(Visitor who, String ask, Map<String, ?> given, @Nullable String cause) {
        Map<String, Object> body = new HashMap<>(Map.of("ask", ask, "answers", given));
        if (cause != null) {
            body.put("cause", cause);
        }
        return post(who, "", body);
    }

    private ValidatableResponse wish(Visitor who, String ask, @Nullable Boolean tell) {
        Map<String, Object> body = new HashMap<>(Map.of("ask", ask));
        if (tell != null) {
            body.put("tell", tell);
        }
        return post(who, "/tell", body);
    }

    private static ValidatableResponse post(Visitor who, String path, Map<String, ?> body) {
        return given().auth()
                .oauth2(who.token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/customer/survey" + path)
                .then();
    }

    private static ValidatableResponse wishByLink(String link, Map<String, ?> wish) {
        Map<String, Object> body = new HashMap<>(wish);
        body.put("link", link);
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/survey/tell")
                .then();
    }

    /** What each of their ratings says about it. */
    private List<@Nullable Boolean> told(Visitor of) {
        List<@Nullable Boolean> told = new ArrayList<>();
        rated(of).forEach(each -> told.add(each.tell()));
        return told;
    }

    private ValidatableResponse byHand(Colleague who, Visitor of, String channel) {
        return cast.as(who)
                .body(Map.of("channel", channel))
                .post("/api/conversations/" + of.conversation + "/survey")
                .then();
    }

    private ValidatableResponse byHand(Colleague who, Visitor of, String channel, String survey) {
        return cast.as(who)
                .body(Map.of("channel", channel, "survey", survey))
                .post("/api/conversations/" + of.conversation + "/survey")
                .then();
    }

    private ValidatableResponse skip(Colleague who, Visitor of, Map<String, String> why) {
        return cast.as(who)
                .body(why)
                .post("/api/conversations/" + of.conversation + "/survey/skip")
                .then();
    }

    private String linkOf(Visitor of) {
        String path = cast.as(cast.bima())
                .get("/api/conversations/" + of.conversation + "/survey")
                .then()
                .statusCode(200)
                .extract()
                .path("link");
        return path.replace("/survey#", "");
    }

    private static ValidatableResponse open(String link) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("link", link))
                .post("/api/survey/open")
                .then();
    }

    private static ValidatableResponse byLink(String link, Map<String, ?> answers) {
        return byLink(link, answers, false);
    }

    private static ValidatableResponse byLink(String link, Map<String, ?> answers, boolean tell) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("link", link, "answers", answers, "tell", tell))
                .post("/api/survey/answer")
                .then();
    }

    private ValidatableResponse figures() {
        Instant now = clock.instant();
        return cast.as(cast.maya())
                .get("/api/surveys/figures?from=" + now.minus(Duration.ofDays(1)) + "&to=" + now.plusSeconds(60))
                .then()
                .statusCode(200);
    }

    private int skipped() {
        Integer skipped = figures().extract().path("skipped.would_hurt");
        return skipped == null ? 0 : skipped;
    }

    private ValidatableResponse add(Map<String, ?> survey) {
        return cast.as(cast.maya()).body(survey).post("/api/surveys").then();
    }

    private ValidatableResponse put(String id, Map<String, ?> survey) {
        return cast.as(cast.maya()).body(survey).put("/api/surveys/" + id).then();
    }

    /** Others in this application ask what comes with it. */
    private void off(String id, Map<String, ?> survey) {
        int version = cast.as(cast.maya())
                .get("/api/surveys")
                .then()
                .extract()
                .path("surveys.find { it.id == '" + id + "' }.version");
        Map<String, Object> off = new HashMap<>(survey);
        off.put("on", false);
        off.put("version", version);
        put(id, off).statusCode(200);
    }

    private static Map<String, Object> survey(String name, String on, int afterDays) {
        return Map.of("name", name, "on", true, "form", form("It was easy."), "rules", rules(on, afterDays));
    }

    private static Map<String, Object> form(String words) {
        return Map.of(
                "language",
                "en",
                "primary",
                "ces",
                "standard",
                true,
                "questions",
                List.of(
                        Map.of("key", "ces", "kind", "ces", "required", true, "text", Map.of("en", words)),
                        Map.of(
                                "key",
                                "solved",
                                "kind",
                                "yes_no",
                                "required",
                                false,
                                "text",
                                Map.of("en", "Is it solved?"))));
    }

    private static Map<String, Object> rules(String on, int afterDays) {
        return Map.of("on", List.of(on), "afterDays", afterDays, "share", 100, "pauseDays", 0, "channel", "widget");
    }

    private Ask ask(Visitor of) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Ask.<Ask>find("conversation", UUID.fromString(of.conversation))
                        .singleResult());
    }

    private List<GivenAnswer> kept(Visitor of) {
        return QuarkusTransaction.requiringNew().call(() -> GivenAnswer.of(ask(of).id));
    }

    private void change(Visitor of, String what) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeMutationQuery(
                        "update survey_ask set " + what + " where conversation = :conversation")
                .setParameter("conversation", UUID.fromString(of.conversation))
                .executeUpdate());
    }

    private List<Happened.Rated> rated(Visitor of) {
        return conversations.entries(ref(of), 0).stream()
                .map(Entry::what)
                .filter(Happened.Rated.class::isInstance)
                .map(Happened.Rated.class::cast)
                .toList();
    }

    private static ConversationRef ref(Visitor of) {
        return new ConversationRef(UUID.fromString(of.conversation));
    }
}
