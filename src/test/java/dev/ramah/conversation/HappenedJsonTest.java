package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happened survives the database and reaches clients, whatever it was. */
class HappenedJsonTest {

    private static final String WORDS = "Loves quokkas";
    private static final List<Citation> CITED = List.of(new Citation("delivery", "Delivery"));
    private static final ConversationRef TALK = new ConversationRef(UUID.randomUUID());

    static Stream<Happened> everything() {
        return Stream.of(
                new Happened.Said(WORDS, CITED, List.of(), null, "ANSWER", 0.83),
                new Happened.Said(WORDS, List.of(), CITED, null, "CLARIFY", null),
                new Happened.Said(WORDS, List.of(), List.of(), "delivery", null, null),
                new Happened.Escalated("UPSET"),
                new Happened.Assigned(3),
                new Happened.Transferred(WORDS, UUID.randomUUID(), null, "Ana"),
                new Happened.Transferred(WORDS, null, "machines", "machines"),
                new Happened.Declined(UUID.randomUUID(), "Ana"),
                new Happened.Requeued("AGENT_GONE"),
                new Happened.Noted(WORDS),
                new Happened.Attached(WORDS, UUID.randomUUID(), "image/png", 812, 40, 30),
                new Happened.Attached(WORDS, UUID.randomUUID(), "application/pdf", 812, null, null),
                new Happened.Gave(WORDS, UUID.randomUUID(), "voucher", "Sorry", 2_500L, "EUR", "SORRY-1", 2_500),
                new Happened.Gave(WORDS, UUID.randomUUID(), "free_shipping", "Parcel", null, "IDR", null, 1_250),
                new Happened.Thumbed(3, true),
                new Happened.Thumbed(3, false),
                new Happened.Pended(WORDS, "2026-11-23T09:00:00Z"),
                new Happened.Returned("DUE", true),
                new Happened.Tagged("delivery"),
                new Happened.Blocked(WORDS, "2026-11-23T09:00:00Z", "Write to the shop"),
                new Happened.Contact(WORDS),
                new Happened.Mailed(WORDS, "ANSWER", "550 nobody here"),
                new Happened.Resolved(Ending.GAVE_UP, true, true),
                new Happened.Reopened(),
                new Happened.Merged(UUID.randomUUID()),
                new Happened.Absorbed(UUID.randomUUID()),
                new Happened.Rated(2, 5, 10, 7, true, Cause.RULE, WORDS),
                new Happened.Rated(1, 1, null, null, null, null),
                new Happened.Followed(WORDS, 2),
                new Happened.Reconsidered(2, 5, WORDS),
                new Happened.Reconsidered(2, 1, null));
    }

    @Test
    void noKindIsForgottenHere() {
        Set<Class<?>> tried = everything().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.of(Happened.class.getPermittedSubclasses()), tried);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void whatIsStoredComesBackAsItWas(Happened what) {
        HappenedJson.Split split = HappenedJson.split(what);
        assertEquals(what, HappenedJson.join(what.kind(), split.facts(), split.words()));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void theFactsHoldNoWordsOfPeopleSoThatTheseCanBeErased(Happened what) {
        HappenedJson.Split split = HappenedJson.split(what);
        assertFalse(split.facts().contains(WORDS), split.facts());
        Happened erased = HappenedJson.join(what.kind(), split.facts(), null);
        assertEquals(what.kind(), erased.kind());
        assertFalse(erased.toString().contains(WORDS), erased.toString());
    }

    @ParameterizedTest
    @MethodSource("everything")
    void clientsAreToldEverythingThatHappened(Happened what) {
        ObjectNode shown = EntryJson.of(entry(what), View.STAFF);
        assertEquals(what.kind(), shown.path("kind").asText());
        boolean saysNothing = what instanceof Happened.Reopened;
        // seq, kind, episode, at, by, and then what is its own.
        assertEquals(saysNothing, shown.size() == 5, shown.toString());
        assertEquals(what.toString().contains(WORDS), shown.toString().contains(WORDS), shown.toString());
    }

    @ParameterizedTest
    @MethodSource("everything")
    void customersSeeNeitherReasonsOfTransfersNorHowTheBotDecided(Happened what) {
        ObjectNode shown = EntryJson.of(entry(what), View.CUSTOMER);
        assertFalse(what instanceof Happened.Pended && shown.toString().contains(WORDS), shown.toString());
        assertFalse(what instanceof Happened.Gave && (shown.toString().contains(WORDS) || shown.has("cost")));
        assertFalse(shown.has("rule") || shown.has("confidence"), shown.toString());
        if (what instanceof Happened.Transferred) {
            assertFalse(shown.toString().contains(WORDS), shown.toString());
            assertEquals(Set.of("name"), fields((ObjectNode) shown.path("to")));
        }
        assertEquals(
                what instanceof Happened.Noted
                        || what instanceof Happened.Tagged
                        || what instanceof Happened.Mailed
                        || what instanceof Happened.Declined,
                !View.CUSTOMER.shows(entry(what)));
    }

    @Test
    void whatWasErasedSaysSo() {
        Entry erased = new Entry(TALK, 1, 1, Instant.EPOCH, Author.customer(""), "x", new Happened.Contact(""), true);
        assertTrue(EntryJson.of(erased, View.CUSTOMER).path("erased").asBoolean());
    }

    private static Entry entry(Happened what) {
        return new Entry(TALK, 1, 1, Instant.EPOCH, Author.bot(), null, what, false);
    }

    private static Set<String> fields(ObjectNode json) {
        return Stream.of(json)
                .flatMap(each -> {
                    Stream.Builder<String> names = Stream.builder();
                    each.fieldNames().forEachRemaining(names);
                    return names.build();
                })
                .collect(Collectors.toSet());
    }
}
