package dev.ramah.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.Citation;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskedTest {

    private final List<Entry> episode = new ArrayList<>();

    @Test
    void everythingNotAnsweredYetIsOneQuestionWithoutItsGreeting() {
        tom("hello");
        tom("my order");
        tom("when does it arrive?");

        assertEquals("my order\nwhen does it arrive?", asked().question());
        assertEquals(Asked.LastWord.NONE, asked().lastWord());
    }

    @Test
    void whatWasAnsweredIsNotAskedAgainButRemembered() {
        tom("when does it arrive?");
        answer("shipping");
        tom("and to Bali?");

        assertEquals("and to Bali?", asked().question());
        assertEquals(Set.of("shipping"), asked().answered());
        assertEquals(Asked.LastWord.ANSWER, asked().lastWord());
    }

    @Test
    void theSameWordsAgainAreARepetitionHoweverTyped() {
        tom("When does it arrive?");
        answer("shipping");
        tom("when does it arrive!!");

        assertTrue(asked().repeated());
    }

    @Test
    void aTapAnswersTheQuestionThatLedToIt() {
        tom("the parcel thing");
        askBack("shipping", "tracking");
        say(Role.CUSTOMER, new Happened.Said("Tracking", List.of(), List.of(), "tracking", null, null));

        assertEquals("tracking", asked().choice());
        assertEquals("the parcel thing", asked().question());
        assertFalse(asked().repeated());
        assertTrue(asked().answered().isEmpty(), "an article that was offered was not quoted");
    }

    @Test
    void aThumbCountsUntilTheBotSpeaksAgain() {
        tom("when does it arrive?");
        answer("shipping");
        say(Role.CUSTOMER, new Happened.Thumbed(2, false));
        assertTrue(asked().thumbsDown());

        answer("tracking");
        assertFalse(asked().thumbsDown());
    }

    private Asked asked() {
        return Asked.of(episode, "en");
    }

    private void tom(String text) {
        say(Role.CUSTOMER, Happened.Said.plain(text));
    }

    private void answer(String article) {
        say(Role.BOT, bot(List.of(new Citation(article, article)), List.of()));
    }

    private void askBack(String one, String other) {
        say(Role.BOT, bot(List.of(), List.of(new Citation(one, one), new Citation(other, other))));
    }

    private static Happened bot(List<Citation> citations, List<Citation> choices) {
        return new Happened.Said("…", citations, choices, null, "RULE", 0.9);
    }

    private void say(Role role, Happened what) {
        @Nullable String clientId = role == Role.CUSTOMER ? "c" + episode.size() : null;
        episode.add(new Entry(
                new ConversationRef(new UUID(0, 1)),
                episode.size() + 1,
                1,
                Instant.EPOCH,
                new Author(role, null, role.name()),
                clientId,
                what,
                false));
    }
}
