package dev.ramah.theme;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.Author;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Happened;
import dev.ramah.customer.Customers;
import dev.ramah.platform.Faults;
import dev.ramah.platform.Problem;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.quarkus.scheduler.Scheduler;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Something is done about a theme, and those who asked to hear of it do, once. */
@RamahTest
class CuresTest {

    private static final List<String> TUBAS = List.of(
            "The tuba from next door is so loud",
            "Loud tuba music next door all day",
            "That loud tuba next door again",
            "The neighbour's tuba is far too loud",
            "Nobody can sleep with the loud tuba next door");

    @Inject
    Cast cast;

    @Inject
    Unhappy unhappy;

    @Inject
    Cures cures;

    @Inject
    Conversations conversations;

    @Inject
    Customers customers;

    @Inject
    Scheduler scheduler;

    private final Present present = new Present();

    private final Map<Visitor, String> links = new HashMap<>();

    @AfterEach
    void theyLeave() throws Exception {
        scheduler.resume();
        present.leave();
    }

    @Test
    void whoAskedForItIsToldOnceWhateverHappensTwice() {
        unhappy.tell("en", 1, TUBAS);
        Visitor tom = complains("The loud tuba next door wakes me up", true);
        Visitor quiet = complains("The tuba next door is too loud", false);
        int number = unhappy.theme(id(tom));
        assertEquals(number, unhappy.theme(id(quiet)));

        Map<String, Object> fixed = new HashMap<>(Map.of(
                "state",
                "fixed",
                "cause",
                "The tuba",
                "tell",
                Map.of("en", "The tuba has moved out.", "id", "Pindah.")));
        cure(number, fixed).statusCode(200).body("cure.state", equalTo("fixed")).body("cure.wanting", equalTo(1));
        cure(number, fixed).statusCode(200);
        IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.runAsync(cures::tellThem))
                .toList()
                .forEach(CompletableFuture::join);
        cures.tellThem();
        assertEquals(List.of("The tuba has moved out."), told(id(tom)));
        assertEquals(
                "The tuba has moved out.",
                tom.line().awaitEntry("followed").path("text").asText());
        assertEquals(List.of(), told(id(quiet)));
        cure(number, Map.of("state", "open")).statusCode(200).body("cure.fixedAt", nullValue());
        cure(number, fixed).statusCode(200).body("cure.told", equalTo(1));
        cures.tellThem();
        assertEquals(1, told(id(tom)).size());
    }

    @Test
    void whoSaidSoInASurveyIsToldTooUnlessTheyTookItBack() {
        unhappy.tell(
                "en",
                1,
                List.of(
                        "The ferry horn blows every night",
                        "A ferry horn at night, so loud",
                        "Every night that ferry horn",
                        "The horn of the ferry woke me at night",
                        "Ferry horn all night long again"));
        Visitor tom = answersByLink("The ferry horn blows at night, every night");
        Visitor sari = answersByLink("That ferry horn at night again");
        Visitor late = answersByLink("The ferry horn every single night");
        int number = unhappy.theme(id(tom));
        assertEquals(number, unhappy.theme(id(sari)));
        assertEquals(number, unhappy.theme(id(late)));
        takesBack(sari);
        unhappy.theme(id(sari));
        Map<String, ?> fixed = Map.of("state", "fixed", "tell", Map.of("en", "The ferry is quiet at night."));
        cure(number, fixed).statusCode(200).body("cure.wanting", equalTo(2));
        // Also who takes it back once it was decided, and before they were told.
        takesBack(late);
        unhappy.theme(id(late));
        cures.tellThem();
        cures.tellThem();
        assertEquals(List.of("The ferry is quiet at night."), told(id(tom)));
        assertEquals(List.of(), told(id(sari)));
        assertEquals(List.of(), told(id(late)));
    }

    private Visitor answersByLink(String words) {
        Visitor visitor = present.opened(Visitor.tom());
        visitor.says("Never mind");
        visitor.does("resolve", Map.of());
        String link = cast.as(cast.bima())
                .body(Map.of("channel", "link"))
                .post("/api/conversations/" + visitor.conversation + "/survey")
                .then()
                .statusCode(200)
                .extract()
                .path("link");
        links.put(visitor, link.replace("/survey#", ""));
        byLink(visitor, "answer", Map.of("answers", Map.of("csat", 1, "more", words), "tell", true));
        return visitor;
    }

    private void takesBack(Visitor who) {
        byLink(who, "tell", Map.of("tell", false));
    }

    private void byLink(Visitor who, String verb, Map<String, ?> what) {
        Map<String, Object> body = new HashMap<>(what);
        body.put("link", links.get(who));
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/survey/" + verb)
                .then()
                .statusCode(200);
    }

    @Test
    void whoComplainedTwiceIsToldOnceWhereTheyDidLast() {
        List<Unhappy.Told> told = unhappy.tell(
                "en",
                1,
                List.of(
                        "The revolving door is stuck again",
                        "Your revolving door got stuck with me in it",
                        "Stuck in the revolving door",
                        "A stuck revolving door, half an hour",
                        "The revolving door of yours is stuck"));
        Unhappy.Told first = told.get(4);
        Unhappy.Told last = unhappy.tellAgain(first, "The revolving door is stuck, again");
        Stream.of(first, last).forEach(each -> conversations
                .customerWantsToHear(new ConversationRef(each.conversation()), "wish", 1, true)
                .join());
        int number = unhappy.theme(first.conversation());
        assertEquals(number, unhappy.theme(last.conversation()));
        cure(number, Map.of("state", "fixed", "tell", Map.of("en", "The door turns.")))
                .statusCode(200)
                .body("cure.wanting", equalTo(1));
        cures.tellThem();
        assertEquals(List.of(), told(first.conversation()));
        assertEquals(List.of("The door turns."), told(last.conversation()));
    }

    @Test
    void everybodyIsToldInTheirLanguageOrElseInEnglish() {
        Map<String, String> words = Map.of("en", "It moved.", "id", "Pindah.");
        assertEquals("Pindah.", Cures.inTheirs(words, "id"));
        assertEquals("It moved.", Cures.inTheirs(words, "de"));
        assertEquals("Pindah.", Cures.inTheirs(Map.of("id", "Pindah."), "en"));
    }

    @Test
    void whoWasErasedIsNotTold() {
        unhappy.tell(
                "en",
                1,
                List.of(
                        "The goose in the yard hisses at me",
                        "A goose in the yard hissed at my dog",
                        "That hissing goose in your yard",
                        "The yard goose hisses at customers",
                        "Hissing goose in the yard, I ran away"));
        Visitor tom = complains("The goose in the yard hisses at everyone", true);
        Visitor sari = complains("The hissing goose in the yard is scary", true);
        int number = unhappy.theme(id(tom));
        customers.forget(conversations.find(new ConversationRef(id(tom))).customer());
        cure(number, Map.of("state", "fixed", "tell", Map.of("en", "The goose is gone.")))
                .statusCode(200)
                .body("cure.wanting", equalTo(1));
        cures.tellThem();
        assertEquals(List.of(), told(id(tom)));
        assertEquals(List.of("The goose is gone."), told(id(sari)));
    }

    @Test
    void whoWasErasedAfterItWasDecidedIsNotToldAnyMore() {
        unhappy.tell(
                "en",
                1,
                List.of(
                        "The peacock on the roof screams at dawn",
                        "A peacock screams on your roof",
                        "That screaming peacock on the roof",
                        "The roof peacock screams every dawn",
                        "Screaming peacock on the roof, no sleep"));
        Visitor tom = complains("The peacock on the roof screams all morning", true);
        Visitor sari = complains("The screaming peacock on the roof is loud", true);
        ConversationRef toms = new ConversationRef(id(tom));
        int number = unhappy.theme(id(tom));
        // Nobody is told before they are erased.
        scheduler.pause();
        cure(number, Map.of("state", "fixed", "tell", Map.of("en", "The peacock has left.")))
                .statusCode(200)
                .body("cure.wanting", equalTo(2));
        customers.forget(conversations.find(toms).customer());
        cures.tellThem();
        assertEquals(List.of(), told(id(tom)));
        assertEquals(List.of("The peacock has left."), told(id(sari)));
        // Also where they are erased in the very moment between being read and being told.
        Author maya = Author.agent(cast.maya().id(), "Maya");
        assertEquals(
                Problem.Code.CONFLICT,
                refusal(conversations.managerTellsFixed(toms, maya, "peacock", 1, "The peacock has left.")));
        assertEquals(
                Problem.Code.CONFLICT,
                refusal(conversations.managerFollows(toms, maya, "sorry", 1, "I am sorry about the peacock.")));
        assertEquals(List.of(), told(id(tom)));
    }

    private static Problem.Code refusal(CompletableFuture<?> telling) {
        return Faults.asProblem(assertThrows(CompletionException.class, telling::join))
                .code();
    }

    @Test
    void whatIsToBeDoneIsKeptWithWhoSaidSoAndNonsenseIsRefused() {
        int number = unhappy.theme(unhappy.tell(
                        "en",
                        1,
                        List.of(
                                "The elevator music is Swedish polka",
                                "Swedish polka in the elevator again",
                                "Why polka music in the elevator",
                                "Elevator with polka music, horrible",
                                "Polka in the elevator all day long"))
                .get(0)
                .conversation());
        cure(
                        number,
                        Map.of(
                                "state", "fixing",
                                "cause", "An old record",
                                "owner", cast.maya().id(),
                                "due", "2020-01-31"))
                .statusCode(200)
                .body("cure.owner.name", equalTo("Maya"))
                .body("cure.due", equalTo("2020-01-31"))
                .body("cure.late", equalTo(true))
                .body("cure.cause", equalTo("An old record"));
        cure(number, Map.of("state", "wont_fix")).statusCode(400).body("detail", containsString("reason"));
        cure(number, Map.of("state", "wont_fix", "reason", "We like it."))
                .statusCode(200)
                .body("cure.reason", equalTo("We like it."))
                .body("cure.late", equalTo(false));
        cure(number, Map.of("state", "done")).statusCode(400).body("detail", containsString("wont_fix"));
        cure(number, Map.of("state", "open", "owner", cast.bima().id()))
                .statusCode(400)
                .body("detail", containsString("managers"));
        cure(number, Map.of("state", "open", "cause", "x".repeat(501))).statusCode(400);
        cure(number, Map.of("state", "fixed")).statusCode(200).body("cure.effect", notNullValue());
        List<String> states = cast.as(cast.maya())
                .get("/api/settings/changes?what=theme&key=" + number)
                .then()
                .extract()
                .path("changes.after.state");
        assertEquals(List.of("FIXED", "WONT_FIX", "FIXING"), states);
    }

    @Test
    void whetherItHelpedIsSaidWithItsRange() {
        Instant fixed = Instant.parse("2026-06-01T00:00:00Z");
        Instant from = fixed.minus(Duration.ofDays(28));
        Effect fewer = Effect.of(40, from, 5, fixed, fixed.plus(Duration.ofDays(14)));
        assertEquals(10, fewer.before(), 1e-9);
        assertEquals(2.5, fewer.after(), 1e-9);
        assertEquals(0.25, known(fewer.ratio()), 1e-9);
        assertTrue(known(fewer.low()) < 0.25 && known(fewer.high()) > 0.25);
        assertTrue(known(fewer.high()) < 1, "Forty and five are not the same by chance");
        Effect perhaps = Effect.of(4, from, 1, fixed, fixed.plus(Duration.ofDays(14)));
        assertTrue(known(perhaps.low()) < 1 && known(perhaps.high()) > 1);
        assertNull(
                Effect.of(40, from, 0, fixed, fixed.plus(Duration.ofHours(5))).low());
        Effect fresh = Effect.of(0, from, 3, fixed, fixed.plus(Duration.ofDays(14)));
        assertNull(fresh.ratio());
        assertNull(fresh.high());
    }

    private static double known(@Nullable Double value) {
        return Objects.requireNonNull(value);
    }

    private Visitor complains(String comment, boolean tell) {
        Visitor visitor = present.opened(Visitor.tom());
        visitor.says("Hello");
        visitor.does("rate", Map.of("csat", 1, "episode", 1, "comment", comment, "tell", tell));
        return visitor;
    }

    private static UUID id(Visitor of) {
        return UUID.fromString(of.conversation);
    }

    private List<String> told(UUID conversation) {
        return conversations.entries(new ConversationRef(conversation), 0).stream()
                .filter(each -> each.what() instanceof Happened.Followed)
                .map(each -> ((Happened.Followed) each.what()).text())
                .toList();
    }

    private ValidatableResponse cure(int number, Map<String, ?> body) {
        return cast.as(cast.maya())
                .body(body)
                .put("/api/themes/" + number + "/cure")
                .then();
    }
}
