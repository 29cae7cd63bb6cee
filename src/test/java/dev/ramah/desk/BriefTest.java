package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.Citation;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import dev.ramah.desk.Brief.Answered;
import dev.ramah.recall.Fact;
import dev.ramah.recall.Profile;
import dev.ramah.recall.Profile.Purchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is told, so that nothing has to be said twice. */
class BriefTest {

    private static final Author SARI = new Author(Role.CUSTOMER, null, "Sari");
    private static final Author BOT = new Author(Role.BOT, null, "Ramah");
    private static final Author BIMA = Author.agent(UUID.randomUUID(), "Bima");
    private static final ConversationRef TALK = new ConversationRef(UUID.randomUUID());
    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    private static final Profile OF_1042 =
            new Profile("Sari", null, true, List.of(new Purchase("1042", List.of())), Map.of());

    private final List<Entry> log = new ArrayList<>();
    private int episode = 1;

    @Test
    void whatWasAnsweredIsNotWhatTheyWantNow() {
        says("How long does delivery to Bali take?");
        answers("delivery", "Delivery times");
        says("Could order 1042 go to my sister instead?");
        Brief brief = handedOver("ASKED_FOR_A_PERSON");

        assertEquals("Could order 1042 go to my sister instead?", brief.request());
        assertEquals(List.of(), brief.notHelped(), "nobody said that the answer was wrong");
    }

    @Test
    void anAnswerThatTheyGotTwiceDidNotHelp() {
        says("How long does delivery to Bali take?");
        answers("delivery", "Delivery times");
        says("And how long is that for Bali really?");
        Brief brief = handedOver("ASKED_TWICE");

        assertEquals("How long does delivery to Bali take?", brief.request());
        assertEquals(List.of(new Answered(2, "delivery", "Delivery times", false)), brief.answered());
        assertEquals(List.of("And how long is that for Bali really?"), brief.notHelped());
    }

    @Test
    void itHasWhatTheyWantWhatWasAnsweredAndWhatDidNotHelp() {
        says("Hi");
        says("My order 1042 has not arrived, where is it?");
        answers("delivery", "Delivery times");
        happens(SARI, new Happened.Thumbed(3, false));
        says("That is not what I asked");
        Brief brief = handedOver("THUMBS_DOWN");

        assertEquals("THUMBS_DOWN", brief.reason());
        assertEquals("My order 1042 has not arrived, where is it?", brief.request());
        assertEquals(List.of(new Answered(3, "delivery", "Delivery times", false)), brief.answered());
        assertEquals(List.of("That is not what I asked"), brief.notHelped());
        assertEquals("That is not what I asked", brief.open());
        assertEquals(List.of(new Fact("order", "1042", 2, "said")), brief.facts());
        assertEquals(6, brief.seq());
    }

    @Test
    void whatHurtsIsFoldedAwayAndWhatThreatensNever() {
        says("Where is my parcel 1042, you idiot?");
        answers("delivery", "Delivery times");
        happens(SARI, new Happened.Thumbed(2, false));
        says("Dasar bangsat!");
        says("Goblok, saya akan bakar toko ini");
        Brief brief = handedOver("THUMBS_DOWN");

        assertEquals("Where is my parcel 1042, you •••?", brief.request());
        assertEquals(List.of("Dasar •••!", "Goblok, saya akan bakar toko ini"), brief.notHelped());
        assertEquals("Dasar •••!\nGoblok, saya akan bakar toko ini", brief.open());
    }

    @Test
    void theLastThumbCountsAndNoThumbIsUnknown() {
        answers("delivery", "Delivery times");
        answers("refunds", "Refunds");
        happens(SARI, new Happened.Thumbed(1, false));
        happens(SARI, new Happened.Thumbed(1, true));
        assertEquals(
                List.of(
                        new Answered(1, "delivery", "Delivery times", true),
                        new Answered(2, "refunds", "Refunds", null)),
                handedOver("UPSET").answered());
    }

    @Test
    void whoOnlyTappedTheButtonHasSaidNothing() {
        Brief brief = handedOver("ASKED_FOR_A_PERSON");
        assertEquals("", brief.request());
        assertNull(brief.open());
    }

    @Test
    void wordsAfterTheHandoverAndOfEarlierEpisodesAreNotInIt() {
        says("Where is my first parcel now?");
        happens(SARI, new Happened.Reopened());
        episode = 2;
        says("Where is my second parcel now?");
        Brief brief = handedOver("NOTHING_FOUND");
        says("Hello? Is anybody there?");
        assertEquals("Where is my second parcel now?", brief.request());
        assertEquals(brief, Brief.at(log.get(3), log, List.of(), Profile.UNKNOWN));
    }

    @Test
    void whatAPersonHasAnsweredIsNotOpen() {
        says("Where is my order?");
        happens(BIMA, new Happened.Assigned(null));
        happens(BIMA, Happened.Said.plain("It arrives tomorrow."));
        happens(BIMA, new Happened.Transferred("They want to change the address", null, "machines", "machines"));
        Brief brief = Brief.at(log.get(3), log, List.of(), Profile.UNKNOWN);
        assertEquals("TRANSFERRED", brief.reason());
        assertNull(brief.open());
    }

    @Test
    void everythingSinceTheLastAnswerIsOpen() {
        says("Where is my order?");
        answers("delivery", "Delivery times");
        says("It is order 1042.");
        says("And it is a present.");
        assertEquals(
                "It is order 1042.\nAnd it is a present.", handedOver("UPSET").open());
    }

    @Test
    void anOrderOfTheirsIsVerifiedAndWhatIsKnownIsNotListedTwice() {
        says("Order 1042, or was it order 1043? Write to sari@mail.example");
        Fact known = new Fact("email", "Sari@mail.example", null, "verified");
        Brief brief = Brief.at(happens(SARI, new Happened.Escalated("UPSET")), log, List.of(known), OF_1042);
        assertEquals(
                List.of(known, new Fact("order", "1042", 1, "verified"), new Fact("order", "1043", 1, "said")),
                brief.facts());
    }

    @Test
    void itGainsWhatEachPersonDidAndWhatTheyTriedThemselves() {
        says("I already restarted the machine and it still leaks");
        happens(BIMA, new Happened.Assigned(null));
        happens(BIMA, Happened.Said.plain("Hello!"));
        happens(BIMA, Happened.Said.plain("I ask the workshop."));
        happens(BIMA, new Happened.Noted("The workshop is closed."));
        happens(BIMA, new Happened.Transferred("They know machines", null, "machines", "machines"));
        Brief brief = Brief.at(log.get(5), log, List.of(), Profile.UNKNOWN);
        assertEquals(
                List.of(
                        "took",
                        "replied I ask the workshop.",
                        "noted The workshop is closed.",
                        "transferred They know machines"),
                brief.done().stream()
                        .map(each -> each.words() == null ? each.deed() : each.deed() + " " + each.words())
                        .toList());
        assertEquals(1, brief.tried().get(0).seq());
    }

    @Test
    void howTheyFeltStaysInItWhoeverHasItNext() {
        says("This is outrageous, where is it?");
        happens(BOT, new Happened.Escalated("UPSET"));
        happens(BIMA, new Happened.Assigned(null));
        happens(BIMA, new Happened.Transferred("Please help", null, "machines", "machines"));
        assertEquals(
                "upset", Brief.at(log.get(3), log, List.of(), Profile.UNKNOWN).mood());
    }

    @ParameterizedTest
    @CsvSource({
        "where is order 1042?, 1042",
        "Order no. 1042 please, 1042",
        "order number: 1042, 1042",
        "pesanan saya #1042, 1042",
        "nomor pesanan 1042, 1042",
        "INVOICE-20261121, 20261121",
        "(#1057), 1057",
        "My orders 1042 and 1057, 1042",
    })
    void ordersAreFound(String text, String order) {
        says(text);
        assertEquals(
                List.of(order),
                handedOver("UPSET").facts().stream()
                        .filter(each -> each.kind().equals("order"))
                        .map(Fact::value)
                        .limit(1)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I ordered 3 bags",
                "in order to brew 250 grams",
                "The border 1042",
                "I live at number 1042",
                "costs 125000",
            })
    void otherNumbersAreNoOrders(String text) {
        says(text);
        assertEquals(List.of(), handedOver("UPSET").facts());
    }

    @ParameterizedTest
    @CsvSource({
        "write to sari.w+kopi@mail.example., email, sari.w+kopi@mail.example",
        "<sari@mail.co.id>, email, sari@mail.co.id",
        "call 0812-3456-7890 please, phone, 0812-3456-7890",
        "+62 812 3456 7890, phone, +62 812 3456 7890",
        "+1 (202) 555-0143, phone, +1 (202) 555-0143",
        "+44 20 7946 0958, phone, +44 20 7946 0958",
    })
    void addressesAndTelephonesAreFound(String text, String kind, String value) {
        says(text);
        assertEquals(
                List.of(new Fact(kind, value, 1, "said")), handedOver("UPSET").facts());
    }

    private void says(String text) {
        happens(SARI, Happened.Said.plain(text));
    }

    private void answers(String article, String title) {
        Citation cited = new Citation(article, title);
        happens(BOT, new Happened.Said("As it is written.", List.of(cited), List.of(), null, "ANSWER", 0.8));
    }

    private Brief handedOver(String reason) {
        return Brief.at(happens(BOT, new Happened.Escalated(reason)), log, List.of(), Profile.UNKNOWN);
    }

    private Entry happens(Author by, Happened what) {
        Entry entry = new Entry(TALK, log.size() + 1, episode, NINE, by, null, what, false);
        log.add(entry);
        return entry;
    }
}
