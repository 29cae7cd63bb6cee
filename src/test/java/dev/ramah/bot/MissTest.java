package dev.ramah.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.Citation;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.EpisodeLog;
import dev.ramah.conversation.Exchange;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MissTest {

    private static final Author SARI = new Author(Role.CUSTOMER, null, "");
    private static final Author BOT = new Author(Role.BOT, null, "Ramah");
    private static final Author BIMA = Author.agent(new UUID(0, 1), "Bima");
    private static final ConversationRef CONVERSATION = new ConversationRef(new UUID(0, 2));
    private static final String ANSWER = "We send parcels to Timor every Thursday, by ship from Surabaya.";

    private final List<Entry> entries = new ArrayList<>();

    @Test
    void aQuestionWithoutAnAnswerIsMissedWithWhatAPersonSaidToIt() {
        add(SARI, Happened.Said.plain("hello"));
        add(SARI, Happened.Said.plain("Do you deliver to Timor?"));
        add(BOT, Happened.Said.plain("I'll ask a person."));
        add(BOT, new Happened.Escalated("NOTHING_FOUND"));
        add(BIMA, Happened.Said.plain("Hi, this is Bima."));
        add(BIMA, Happened.Said.plain(ANSWER));

        Miss miss = only();

        assertEquals("Do you deliver to Timor?", miss.question());
        assertEquals(Miss.Reason.NOT_ANSWERED, miss.reason());
        assertEquals(List.of(ANSWER), miss.answers());
    }

    @Test
    void anAnswerThatDidNotHelpMissesItsQuestionNotTheComplaint() {
        add(SARI, Happened.Said.plain("How long is delivery to Timor?"));
        add(BOT, answer(0.9));
        add(SARI, new Happened.Thumbed(2, false));
        add(SARI, Happened.Said.plain("that is not what I asked"));
        add(BOT, new Happened.Escalated("DID_NOT_HELP"));

        Miss miss = only();

        assertEquals("How long is delivery to Timor?", miss.question());
        assertEquals(Miss.Reason.DID_NOT_HELP, miss.reason());
    }

    @Test
    void askingBackIsUnsureUntilItComesToNothing() {
        add(SARI, Happened.Said.plain("timor?"));
        add(BOT, new Happened.Said("Which?", List.of(), List.of(citation()), null, "UNSURE", 0.3));
        assertEquals(Miss.Reason.UNSURE, only().reason());

        add(BOT, new Happened.Escalated("EQUALLY_LIKELY"));
        assertEquals(Miss.Reason.NOT_ANSWERED, only().reason());
    }

    @Test
    void whatWasAnsweredForSureOrAskedOfAPersonIsNotMissed() {
        add(SARI, Happened.Said.plain("Is there decaf?"));
        add(BOT, answer(0.9));
        add(SARI, Happened.Said.plain("a person please"));
        add(BOT, new Happened.Escalated("ASKED_FOR_A_PERSON"));

        assertEquals(List.of(), Miss.of(exchange()));
    }

    @Test
    void erasedWordsAreNoQuestion() {
        add(SARI, Happened.Said.plain(""));
        add(BOT, new Happened.Escalated("NOTHING_FOUND"));

        assertEquals(List.of(), Miss.of(exchange()));
    }

    @Test
    void anArticlesNumbersAreTheLastThumbsAndTheHandOversRightAfterIt() {
        add(SARI, Happened.Said.plain("Is there decaf?"));
        add(BOT, answer(0.9));
        add(SARI, new Happened.Thumbed(2, false));
        add(SARI, new Happened.Thumbed(2, true));
        add(SARI, Happened.Said.plain("And to Timor?"));
        add(BOT, new Happened.Said("No", List.of(new Citation("other", "Other")), List.of(), null, null, 0.9));
        add(BOT, new Happened.Escalated("DID_NOT_HELP"));
        add(BOT, new Happened.Escalated("THUMBS_DOWN"));

        Map<String, Tally> tallies =
                Tally.of(new EpisodeLog(CONVERSATION, 1, UUID.randomUUID(), "en", null, entries, List.of()));

        assertEquals(new Tally(1, 1, 0, 0), tallies.get("decaf"));
        assertEquals(new Tally(1, 0, 0, 1), tallies.get("other"));
        assertEquals(new Tally(2, 2, 0, 0), Tally.sum(List.of(tallies, tallies)).get("decaf"));
    }

    private static Happened.Said answer(double confidence) {
        return new Happened.Said("Yes.", List.of(citation()), List.of(), null, "ANSWERED", confidence);
    }

    private static Citation citation() {
        return new Citation("decaf", "Decaf");
    }

    private Miss only() {
        List<Miss> misses = Miss.of(exchange());
        assertEquals(1, misses.size(), misses::toString);
        return misses.get(0);
    }

    private Exchange exchange() {
        return new Exchange(CONVERSATION, new UUID(0, 3), 1, "en", entries, 0);
    }

    private void add(Author by, Happened what) {
        entries.add(new Entry(CONVERSATION, entries.size() + 1, 1, Instant.EPOCH, by, null, what, false));
    }
}
