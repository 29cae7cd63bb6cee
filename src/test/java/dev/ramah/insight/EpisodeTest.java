package dev.ramah.insight;

import static dev.ramah.insight.SmallLog.ANA;
import static dev.ramah.insight.SmallLog.BIMA;
import static dev.ramah.insight.SmallLog.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.conversation.Ending;
import dev.ramah.feedback.Rating;
import dev.ramah.survey.Tallies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EpisodeTest {

    @Test
    void addsUpWhatHappened() {
        Episode episode = new SmallLog()
                .customerSays(0)
                .botAnswers(2, "returns")
                .customerSays(30)
                .asksForPerson(31, "DID_NOT_HELP")
                .takes(91, BIMA)
                .says(121, BIMA)
                .ends(600, Ending.HELPED, true)
                .rates(660, 4, false, "Fine")
                .episode();
        assertEquals(at(0), episode.opened());
        assertEquals(at(600), episode.ended());
        assertEquals(Ending.HELPED, episode.ending());
        assertTrue(episode.asked());
        assertEquals(Map.of(BIMA.id(), "Bima"), episode.people());
        assertEquals("DID_NOT_HELP", episode.reason());
        assertEquals(List.of(new Span(at(31), at(91))), episode.waits());
        assertEquals(new Span(at(31), at(121)), episode.firstResponse());
        assertEquals(Optional.of(new Span(at(0), at(600))), episode.resolution());
        assertEquals(Set.of("returns"), episode.articles());
        assertEquals(new Rating(at(660), 4, null, null, false, null, "Fine"), episode.rating());
        assertFalse(episode.isContained());
    }

    @Test
    void whoWasAskedOutsideOfTheChatWasAskedAndAnsweredWhenTheyDidThere() {
        Episode unasked = new SmallLog()
                .customerSays(0)
                .ends(60, Ending.LEFT, false)
                .answers(90, 9, 6)
                .episode();
        assertFalse(unasked.asked() || unasked.answered());
        Episode asked = unasked.with(new Tallies.Asked(unasked.conversation(), 1, false));
        assertTrue(asked.asked());
        assertFalse(asked.answered(), "What they said before is no answer to it");
        assertTrue(
                unasked.with(new Tallies.Asked(unasked.conversation(), 1, true)).answered());
    }

    @Test
    void whateverTheySayWhenTheChatAskedIsAnAnswer() {
        SmallLog silent = new SmallLog().customerSays(0).ends(60, Ending.CONFIRMED, true);
        assertFalse(silent.episode().answered());
        assertTrue(silent.answers(90, 9, 6).episode().answered());
        Episode words = new SmallLog()
                .customerSays(0)
                .ends(60, Ending.CONFIRMED, true)
                .rates(90, null, null, "Fine")
                .episode();
        assertTrue(words.answered());
        Episode kept = words.withoutWords().with(Ties.NONE);
        assertTrue(kept.asked() && kept.answered());
    }

    @Test
    void goodwillCountsWhenItCameBeforeTheCustomerSaidHowItWent() {
        SmallLog before =
                new SmallLog().customerSays(0).takes(1, BIMA).says(2, BIMA).gives(3, BIMA);
        SmallLog after = new SmallLog().customerSays(0).takes(1, BIMA).says(2, BIMA);
        assertEquals("given", before.rates(9, 5, false, "").episode().goodwill());
        assertEquals(
                "none", after.rates(3, 1, false, "").gives(9, BIMA).episode().goodwill());
        assertNull(new SmallLog()
                .customerSays(0)
                .botAnswers(1, "returns")
                .episode()
                .goodwill());
    }

    @Test
    void whoWaitsAndGivesUpHasWaited() {
        Episode episode = new SmallLog()
                .customerSays(0)
                .asksForPerson(10, "ASKED_FOR_A_PERSON")
                .ends(310, Ending.GAVE_UP, true)
                .episode();
        assertEquals(List.of(new Span(at(10), at(310))), episode.waits());
        assertNull(episode.firstResponse());
    }

    @Test
    void whoStillWaitsIsNotCountedYet() {
        Episode episode =
                new SmallLog().customerSays(0).asksForPerson(10, "UPSET").episode();
        assertEquals(List.of(), episode.waits());
        assertTrue(episode.resolution().isEmpty());
    }

    @Test
    void aTransferIsAnotherWaitAndTheFirstWordStaysTheFirst() {
        Episode episode = new SmallLog()
                .customerSays(0)
                .asksForPerson(10, "NEEDS_A_PERSON")
                .takes(20, BIMA)
                .says(30, BIMA)
                .transfers(40, BIMA, ANA)
                .takes(100, ANA)
                .says(110, ANA)
                .ends(200, Ending.HELPED, false)
                .episode();
        assertEquals(List.of(new Span(at(10), at(20)), new Span(at(40), at(100))), episode.waits());
        assertEquals(new Span(at(10), at(30)), episode.firstResponse());
        assertEquals(Set.of(BIMA.id(), ANA.id()), episode.people().keySet());
    }

    @Test
    void takingAndNotingIsNotSpeaking() {
        Episode episode = new SmallLog()
                .customerSays(0)
                .asksForPerson(10, "UPSET")
                .takes(20, BIMA)
                .notes(25, BIMA)
                .ends(30, Ending.GAVE_UP, false)
                .episode();
        assertTrue(episode.people().isEmpty());
        assertNull(episode.firstResponse());
    }

    @Test
    void whoSendsAFileOrGivesSomethingOrEndsItWasMet() {
        Episode episode = new SmallLog()
                .customerSays(0)
                .takes(20, BIMA)
                .sends(30, BIMA)
                .transfers(40, BIMA, ANA)
                .takes(50, ANA)
                .endsByHand(60, ANA)
                .episode();
        assertEquals(Set.of(BIMA.id(), ANA.id()), episode.people().keySet());
        assertEquals(
                Set.of(BIMA.id()),
                new SmallLog()
                        .takes(20, BIMA)
                        .gives(30, BIMA)
                        .episode()
                        .people()
                        .keySet());
    }

    @Test
    void howTheMoodWentIsToldByTheFirstAndTheLastWords() {
        Temper rose = new SmallLog()
                .customerSays(0, "Where is my parcel?")
                .customerSays(10, "This is outrageous")
                .episode()
                .temper();
        assertEquals(new Temper(1, false, true), rose);
        assertTrue(rose.rose());
        assertFalse(rose.settled());
        Temper settled = new SmallLog()
                .customerSays(0, "Saya kecewa sekali")
                .customerSays(10, "This is outrageous")
                .customerSays(20, "Thank you, that helps")
                .episode()
                .temper();
        assertEquals(new Temper(2, true, false), settled);
        assertTrue(settled.settled());
        assertFalse(settled.rose());
        assertEquals(
                Temper.CALM,
                new SmallLog().customerSays(0, "Where is it?").episode().temper());
        assertEquals(Temper.CALM, new SmallLog().takes(0, BIMA).episode().temper());
    }

    @Test
    void onlyTheCustomersWordMakesItSolvedByTheBot() {
        SmallLog answered = new SmallLog().customerSays(0).botAnswers(2, "hours");
        assertFalse(answered.episode().isContained());
        assertTrue(answered.ends(60, Ending.CONFIRMED, true).episode().isContained());
        assertFalse(new SmallLog()
                .customerSays(0)
                .botAnswers(2, "hours")
                .ends(1800, Ending.LEFT, false)
                .episode()
                .isContained());
    }
}
