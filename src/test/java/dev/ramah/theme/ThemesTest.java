package dev.ramah.theme;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.conversation.Cause;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Happened;
import dev.ramah.customer.Customers;
import dev.ramah.language.Vector;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.theme.Grouping.Centre;
import dev.ramah.theme.Unhappy.Told;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Customers complain; what is alike becomes a theme that managers read, put right, and can rely on. */
@RamahTest
class ThemesTest {

    private static final List<String> PARROTS = List.of(
            "The parrot in your shop bit my finger",
            "Your parrot bit me in the hand",
            "I was bitten by the parrot of the shop",
            "That parrot bites customers",
            "The parrot has bitten my child");

    private static final List<String> TRAMPOLINES = List.of(
            "The trampoline in the garden is ripped",
            "The garden trampoline has a ripped net",
            "Your trampoline ripped under my children",
            "A ripped trampoline in the garden, how dangerous",
            "The net of the trampoline is ripped");

    @Inject
    Cast cast;

    @Inject
    Unhappy unhappy;

    @Inject
    Customers customers;

    @Inject
    Conversations conversations;

    @Inject
    Themes themes;

    @Test
    void whatIsAlikeBecomesAThemeNamedByItsWordsAndKeepsNumberAndName() {
        List<Told> told = unhappy.tell("en", 2, PARROTS);
        int number = theme(told.get(0));
        told.forEach(each -> assertEquals(number, theme(each)));
        JsonPath read = read(number);
        String name = read.getString("theme.name");
        assertTrue(name.contains("parrot"), name);
        assertEquals(5, read.getInt("theme.volume"));
        assertEquals(5, read.getInt("theme.customers"));
        assertEquals(2.0, read.getDouble("theme.mean"));
        assertEquals(5, read.getInt("theme.rated"));
        assertEquals(12, read.getList("theme.weeks").size());
        assertEquals(5, read.getInt("theme.weeks[11]"));
        assertEquals(List.of("en"), read.getList("who.languages.key"));
        assertEquals(5, new HashSet<>(read.getList("quotes.words")).size());
        assertTrue(PARROTS.containsAll(read.getList("quotes.words")));

        Told later = unhappy.tell("en", 1, List.of("A parrot bit my hand in your shop"))
                .get(0);
        assertEquals(number, theme(later));
        themes.catchUp();
        themes.catchUp();
        assertEquals(name, read(number).getString("theme.name"));
        assertEquals(6, read(number).getInt("theme.volume"));
    }

    @Test
    void bothLanguagesAreOneTheme() {
        Set<Integer> numbers = new HashSet<>();
        unhappy.tell(
                        "en",
                        1,
                        List.of(
                                "The voucher code does not work at checkout",
                                "Discount code rejected although it is still valid",
                                "My promo code was not accepted"))
                .forEach(each -> perhaps(each).ifPresent(numbers::add));
        unhappy.tell(
                        "id",
                        1,
                        List.of(
                                "Kode vouchernya tidak bisa dipakai waktu bayar",
                                "Kode diskon ditolak padahal masih berlaku",
                                "Kode promo saya tidak diterima"))
                .forEach(each -> perhaps(each).ifPresent(numbers::add));
        assertEquals(1, numbers.size(), numbers.toString());
    }

    @Test
    void whatPeopleDecidedIsNotUndoneByWhatComesLater() {
        List<Told> trampolines = unhappy.tell("en", 2, TRAMPOLINES);
        List<Told> nets = unhappy.tell(
                "en",
                2,
                List.of(
                        "The swimming pool water is green and smells",
                        "Green smelly water in your swimming pool",
                        "Your pool has green water that smells",
                        "The water in the pool smells and is green",
                        "Green water in the pool, it smells"));
        int one = theme(trampolines.get(0));
        int other = theme(nets.get(0));
        assertNotEquals(one, other);

        put(one, "name", Map.of("name", "Unsafe garden")).statusCode(200).body("theme.name", equalTo("Unsafe garden"));
        put(one, "pin", Map.of("pinned", true)).statusCode(200).body("theme.pinned", equalTo(true));
        post(other, "merge", Map.of("into", one)).statusCode(200).body("theme.number", equalTo(one));
        assertEquals(10, read(other).getInt("theme.volume"));
        assertEquals(one, read(other).getInt("theme.number"));
        Told green = unhappy.tell("en", 2, List.of("The pool water smells and is green again"))
                .get(0);
        assertEquals(one, theme(green), "What joined draws what is like it");

        String chosen = id(trampolines.get(1));
        String second = id(trampolines.get(2));
        int split = post(one, "split", Map.of("complaints", List.of(chosen, second), "name", "Nets"))
                .statusCode(200)
                .body("theme.name", equalTo("Nets"))
                .body("theme.volume", equalTo(2))
                .extract()
                .path("theme.number");
        Told ripped = unhappy.tell("en", 2, List.of(TRAMPOLINES.get(1))).get(0);
        themes.catchUp();
        assertEquals(split, theme(trampolines.get(1)));
        assertEquals(split, theme(ripped));
        assertEquals(one, theme(trampolines.get(0)));
        assertEquals("Unsafe garden", read(one).getString("theme.name"));

        List<String> who = cast.as(cast.maya())
                .get("/api/settings/changes?what=theme&key=" + one)
                .then()
                .statusCode(200)
                .extract()
                .path("changes.by.name");
        assertEquals(List.of("Maya", "Maya", "Maya", "Maya"), who);
        post(one, "merge", Map.of("into", other)).statusCode(400).body("detail", containsString("one theme already"));
        post(split, "split", Map.of("complaints", List.of(chosen, second, id(ripped))))
                .statusCode(400)
                .body("detail", containsString("rename it"));
        post(one, "split", Map.of("complaints", List.of(chosen)))
                .statusCode(400)
                .body("detail", containsString("any more"));
        post(one, "split", Map.of("complaints", List.of())).statusCode(400);
    }

    @Test
    void whoIsErasedLeavesTheirNumberAndNotTheirWords() {
        List<String> words = new ArrayList<>(List.of(
                "The porcupine at the entrance pricked my hand",
                "A porcupine pricked me at your entrance",
                "Your porcupine pricked my hand",
                "Pricked by the porcupine at the entrance",
                "That porcupine at the entrance pricked me again"));
        List<Told> told = unhappy.tell("en", 1, words);
        int number = theme(told.get(0));
        assertTrue(read(number).getString("theme.name").contains("porcupine"));
        for (Told each : told) {
            customers.forget(each.customer());
        }
        JsonPath read = read(number);
        assertEquals(5, read.getInt("theme.volume"));
        assertEquals(List.of(), read.getList("quotes"));
        assertEquals("", read.getString("theme.name"));
        assertNull(read(number + "/complaints").getString("complaints[0].words"));
        QuarkusTransaction.requiringNew().run(() -> {
            List<Complaint> left = Complaint.list("conversation", told.get(0).conversation());
            assertEquals(1, left.size());
            assertNull(left.get(0).words);
            assertNull(left.get(0).meaning);
        });
        Told alike = unhappy.tell("en", 1, List.of(words.get(0))).get(0);
        assertEquals(Optional.empty(), perhaps(alike), "Nothing is left that draws others");
    }

    @Test
    void aLowMarkWithoutACommentIsAboutWhatTheyWroteAndPraiseTakenBackIsGone() {
        Told low = unhappy.tell("en", 1, "Where is the unicycle that I ordered?", null);
        Told silent = unhappy.tell("en", 5, "Where is the unicycle that I ordered?", null);
        themes.catchUp();
        QuarkusTransaction.requiringNew().run(() -> {
            Complaint complaint = Complaint.of(low.conversation(), 1).orElseThrow();
            assertEquals("Where is the unicycle that I ordered?", complaint.words);
            assertEquals(1, complaint.csat);
            assertTrue(Complaint.of(silent.conversation(), 1).isEmpty());
        });
    }

    @Test
    void whoWouldNotRecommendUsComplainsAsWell() {
        Told low = unhappy.tell("en", null, "Where is the monocycle that I ordered?", null);
        Told high = unhappy.tell("en", null, "Where is the tricycle that I ordered?", null);
        rates(low, 2);
        rates(high, 9);
        themes.catchUp();
        QuarkusTransaction.requiringNew().run(() -> {
            Complaint complaint = Complaint.of(low.conversation(), 1).orElseThrow();
            assertEquals("Where is the monocycle that I ordered?", complaint.words);
            assertNull(complaint.csat);
            assertTrue(Complaint.of(high.conversation(), 1).isEmpty());
        });
    }

    private void rates(Told who, int nps) {
        conversations
                .customerRates(
                        new ConversationRef(who.conversation()),
                        UUID.randomUUID().toString(),
                        new Happened.Rated(1, null, nps, null, null, null))
                .join();
    }

    /** The widget sends the mark as soon as a face is tapped; the comment comes when it was written. */
    @Test
    void aCommentThatComesAfterTheMarkGoesBeforeWhatStoodForIt() {
        int tickets = theme(unhappy.tell(
                        "en",
                        2,
                        List.of(
                                "Where is my ticket for the lighthouse tour?",
                                "I have no ticket for the lighthouse tour",
                                "The lighthouse tour ticket is missing",
                                "My ticket for the tour of the lighthouse never came",
                                "Lighthouse tour: no ticket so far"))
                .get(0));
        int guides = theme(unhappy.tell(
                        "en",
                        2,
                        List.of(
                                "The juggling clown was drunk and rude",
                                "A drunk clown juggled and was rude to us",
                                "Your clown was drunk while juggling",
                                "Rude drunk clown with juggling balls",
                                "The clown who juggles was drunk and rude again"))
                .get(0));
        assertNotEquals(tickets, guides);
        Told late = unhappy.tell("en", 1, "Where is the ticket for the lighthouse tour?", null);
        Told moved = unhappy.tell("en", 1, "The ticket for the lighthouse tour is missing", null);
        assertEquals(tickets, theme(late));
        assertEquals(tickets, theme(moved));
        String third = id(moved);
        int own = post(tickets, "split", Map.of("complaints", List.of(third), "name", "Moved by hand"))
                .statusCode(200)
                .extract()
                .path("theme.number");

        String comment = "That juggling clown was drunk and rude to me";
        comments(late, "OK");
        assertEquals(tickets, theme(late), "That says nothing");
        Told other = unhappy.tell("en", 1, "Where is the lighthouse tour ticket?", null);
        assertEquals(tickets, theme(other));
        comments(other, comment);
        comments(moved, comment);
        assertEquals(guides, theme(other));
        assertEquals(own, theme(moved), "People put it there");
        assertEquals(6, read(guides).getInt("theme.volume"));
        assertEquals(6, read(tickets).getInt("theme.volume"));
        assertTrue(read(guides + "/complaints").getList("complaints.words").contains(comment));
        QuarkusTransaction.requiringNew().run(() -> {
            Theme left = Theme.of(tickets);
            List<Vector> in = Complaint.<Complaint>list("centre", left.id).stream()
                    .map(Complaint::vector)
                    .toList();
            assertEquals(6, in.size());
            assertArrayEquals(Centre.of(left.id, in).sum(), left.centre().sum(), 1e-3f);
        });
    }

    private void comments(Told who, String comment) {
        conversations
                .customerRates(
                        new ConversationRef(who.conversation()),
                        UUID.randomUUID().toString(),
                        new Happened.Rated(1, 1, null, null, null, comment))
                .join();
    }

    @Test
    void whatTheLowMarksWereForStandsBesideAThemeAndSplitsAll() {
        List<Told> told = unhappy.tell(
                "en",
                1,
                List.of(
                        "The handle of the umbrella fell off",
                        "My umbrella lost its handle",
                        "Umbrella handle fell off on the first day",
                        "The umbrella came without a handle that holds",
                        "The handle fell off my new umbrella"));
        was(told.get(0), Cause.PRODUCT);
        was(told.get(1), Cause.PRODUCT);
        was(told.get(2), Cause.WAIT);
        int number = theme(told.get(0));
        assertEquals(List.of("product", "unsaid", "wait"), read(number).getList("theme.causes.key"));
        assertEquals(List.of(2, 2, 1), read(number).getList("theme.causes.n"));
        assertEquals(2, ofCause("product", number).getInt("volume"));
        assertEquals(2, ofCause("product", number).getInt("weeks[11]"));
        assertEquals(1, ofCause("wait", number).getInt("customers"));
        assertEquals(
                List.of(told.get(2).conversation().toString()),
                read(number + "/complaints?cause=wait").getList("complaints.conversation"));
        assertEquals(2, read(number + "/complaints?cause=product").getInt("total"));
        assertEquals("product", read(number + "/complaints?cause=product").getString("complaints[0].cause"));
        assertEquals(0, read(number + "/complaints?cause=person").getInt("total"));
        cast.as(cast.maya()).get("/api/themes?cause=weather").then().statusCode(400);
        List<String> table = cast.as(cast.maya())
                .accept("text/csv")
                .get("/api/themes")
                .asString()
                .lines()
                .toList();
        assertTrue(
                table.get(0).endsWith(",causeAnswer,causeWait,causeRule,causePerson,causeProduct,causeUnsaid"),
                table.get(0));
        String row = table.stream()
                .filter(each -> each.startsWith(number + ","))
                .findFirst()
                .orElseThrow();
        assertTrue(row.endsWith(",0,1,0,0,2,2"), row);
        assertTrue(cast.as(cast.maya())
                .accept("application/x-ndjson")
                .get("/api/themes?cause=wait")
                .asString()
                .lines()
                .anyMatch(each -> each.contains("\"number\":" + number + ",")));
    }

    private void was(Told of, Cause cause) {
        conversations
                .customerRates(
                        new ConversationRef(of.conversation()),
                        UUID.randomUUID().toString(),
                        new Happened.Rated(1, null, null, null, null, cause, null))
                .join();
    }

    private JsonPath ofCause(String cause, int number) {
        String themes = cast.as(cast.maya())
                .get("/api/themes?cause=" + cause)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return JsonPath.from(themes).setRootPath("themes.find { it.number == " + number + " }");
    }

    @Test
    void onlyManagersReadAndNonsenseIsRefused() {
        cast.as(cast.ana()).get("/api/themes").then().statusCode(403);
        cast.as(cast.ana()).get("/api/themes/1").then().statusCode(403);
        cast.as(cast.maya()).get("/api/themes/999999").then().statusCode(404);
        put(999999, "name", Map.of("name", "Nothing")).statusCode(404);
        put(999999, "name", Map.of("name", " ")).statusCode(400).body("detail", containsString("80 characters"));
        put(999999, "name", Map.of("name", "x".repeat(81))).statusCode(400);
        put(999999, "pin", Map.of()).statusCode(400);
        post(999999, "merge", Map.of("into", 1)).statusCode(404);
        post(999999, "split", Map.of("complaints", List.of(UUID.randomUUID()))).statusCode(404);
        assertFalse(cast.as(cast.maya())
                .get("/api/themes")
                .then()
                .statusCode(200)
                .extract()
                .body()
                .asString()
                .contains("sum"));
    }

    private int theme(Told of) {
        return unhappy.theme(of.conversation());
    }

    private Optional<Integer> perhaps(Told of) {
        return unhappy.perhaps(of.conversation());
    }

    private static String id(Told of) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Complaint.of(of.conversation(), 1).orElseThrow().id.toString());
    }

    private JsonPath read(Object what) {
        return cast.as(cast.maya())
                .get("/api/themes/" + what)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse put(int number, String what, Map<String, ?> body) {
        return cast.as(cast.maya())
                .body(body)
                .put("/api/themes/" + number + "/" + what)
                .then();
    }

    private ValidatableResponse post(int number, String what, Map<String, ?> body) {
        return cast.as(cast.maya())
                .body(body)
                .post("/api/themes/" + number + "/" + what)
                .then();
    }
}
