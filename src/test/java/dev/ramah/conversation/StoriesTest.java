package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.platform.RamahTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Conversations of long ago, as they come into the log. */
@RamahTest
class StoriesTest {

    @Inject
    Stories stories;

    @Inject
    Conversations conversations;

    /** The database would round it up, and the first words would come before the beginning. */
    @Test
    void aStoryBeginsWhenItsFirstWordsAreSaidToTheNanosecond() {
        Instant at = Instant.parse("2026-10-10T05:08:41.768405999Z");
        ConversationRef told = stories.tell(
                new Stories.Opening(UUID.randomUUID().toString(), UUID.randomUUID(), "Sari", "id", null, at),
                story -> story.customerSays(at, "Halo"));
        assertEquals(1, conversations.find(told).last());
    }
}
