package dev.ramah.survey;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Ending;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.EpisodeLog;
import dev.ramah.conversation.Happened;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which episodes are over, so that somebody may be asked about them. */
class EndedTest {

    private static final ConversationRef TALK = new ConversationRef(UUID.randomUUID());
    private static final Author BIMA = Author.agent(UUID.randomUUID(), "Bima");
    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    private static final Happened RESOLVED = new Happened.Resolved(Ending.HELPED, false, true);
    private static final Happened MERGED = new Happened.Merged(UUID.randomUUID());

    @Test
    void whatGoesOnInAnotherConversationIsNotOver() {
        assertTrue(ended(entry(1, NINE, RESOLVED)).isOver());
        assertFalse(ended(entry(1, NINE, RESOLVED), entry(2, NINE, MERGED)).isOver());
    }

    @Test
    void whatWasOverBeforeStaysOver() {
        assertTrue(ended(entry(1, NINE, RESOLVED), entry(2, NINE.plusSeconds(60), MERGED))
                .isOver());
    }

    private static Ended ended(Entry... entries) {
        return Ended.of(new EpisodeLog(TALK, 1, UUID.randomUUID(), "en", null, List.of(entries), List.of()));
    }

    private static Entry entry(int seq, Instant at, Happened what) {
        return new Entry(TALK, seq, 1, at, BIMA, null, what, false);
    }
}
