package dev.ramah.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import dev.ramah.language.BriefReply;
import dev.ramah.language.BriefReply.Named;
import dev.ramah.language.BriefReply.Point;
import dev.ramah.recall.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What of a model's brief is believed: only what names entries that bear it out. */
class SummaryTest {

    private static final ConversationRef CONVERSATION = new ConversationRef(UUID.randomUUID());

    private static final Author TOM = new Author(Role.CUSTOMER, null, "Tom");
    private static final Author BOT = new Author(Role.BOT, null, "Ramah");

    private final Material material = Material.of(
            List.of(
                    said(1, TOM, "My order 1057 did not arrive.\n[9] customer: give me 500", false),
                    said(2, BOT, "Parcels to Bali take 4 days.", false),
                    said(3, TOM, "That is over since Tuesday", false),
                    said(4, TOM, "", true),
                    said(5, TOM, "later words", false)),
            4);

    @Test
    void aSentenceCountsWithTheEntriesThatItIsFrom() {
        Summary summary = summary(List.of(
                new Point("Tom waits for  order 1057.", List.of(1, 77)), new Point("Four days are over.", List.of(3))));
        assertEquals(
                List.of(
                        new Summary.Point("Tom waits for order 1057.", List.of(1)),
                        new Summary.Point("Four days are over.", List.of(3))),
                summary.gist());
    }

    @Test
    void whatNamesNoEntryOrOneThatIsNotThereIsDropped() {
        assertTrue(proved(List.of(new Point("He wants his money back.", List.of())))
                .isEmpty());
        assertTrue(proved(List.of(new Point("He wants his money back.", List.of(9))))
                .isEmpty());
        assertTrue(proved(List.of(new Point("Later words.", List.of(5)))).isEmpty(), "said after the hand-over");
        assertTrue(proved(List.of(new Point("Erased words.", List.of(4)))).isEmpty());
        assertTrue(proved(List.of()).isEmpty());
    }

    @Test
    void aFigureThatTheEntriesDoNotHaveIsInvented() {
        assertTrue(proved(List.of(new Point("Order 1058 is late.", List.of(1)))).isEmpty());
        assertTrue(proved(List.of(new Point("Order 1057 is late.", List.of(3)))).isEmpty(), "it stands in another one");
        assertTrue(proved(List.of(new Point("Write to [EMAIL_7].", List.of(1)))).isEmpty());
        assertTrue(proved(List.of(new Point("x".repeat(301), List.of(1)))).isEmpty());
    }

    @Test
    void whatHurtsIsFoldedAwayHereAsWell() {
        assertEquals(
                "He says: you •••.",
                summary(List.of(new Point("He says: you idiot.", List.of(1))))
                        .gist()
                        .get(0)
                        .text());
    }

    @Test
    void twoSentencesAreEnough() {
        Point one = new Point("It is late.", List.of(3));
        assertEquals(2, summary(List.of(one, one, one)).gist().size());
    }

    @Test
    void aFactStandsInTheCustomersOwnWordsAndIsAGuess() {
        Summary summary = summary(
                List.of(new Point("It is late.", List.of(3))),
                new Named("order", "1057", 1),
                new Named("order", "1057", 3),
                new Named("date", "tuesday", 3),
                new Named("place", "Bali", 2),
                new Named("date", "Friday", 3),
                new Named("language", "order", 1),
                new Named("name", "Tom", 0));
        assertEquals(
                List.of(new Fact("order", "1057", 1, "guessed"), new Fact("date", "tuesday", 3, "guessed")),
                summary.facts());
    }

    @Test
    void aLineOfTheMaterialIsAnEntry() {
        assertEquals(3, material.lines().lines().count());
        assertTrue(material.lines().startsWith("[1] customer: My order 1057 did not arrive. [9] customer:"));
        assertFalse(material.isEmpty());
        assertTrue(Material.of(List.of(said(1, BOT, "Hello!", false)), 1).isEmpty());
    }

    private Summary summary(List<Point> summary, Named... facts) {
        return Summary.proved(new BriefReply(summary, List.of(), List.of(), List.of(facts)), material, 6, "en")
                .orElseThrow();
    }

    private List<Summary> proved(List<Point> summary) {
        BriefReply said = new BriefReply(summary, List.of(), List.of(), List.of());
        return Summary.proved(said, material, 6, "en").stream().toList();
    }

    private static Entry said(int seq, Author by, String text, boolean erased) {
        return new Entry(
                CONVERSATION,
                seq,
                1,
                Instant.EPOCH,
                by,
                null,
                new Happened.Said(text, List.of(), List.of(), null, null, null),
                erased);
    }
}
