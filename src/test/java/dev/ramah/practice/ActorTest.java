package dev.ramah.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.language.BriefReply;
import dev.ramah.language.BriefReply.Named;
import dev.ramah.language.BriefReply.Point;
import dev.ramah.language.ChatReply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a model says as the customer, and of the tone, and what of it is believed. */
class ActorTest {

    private static final Plot PLOT = Plot.of(
            "A late parcel",
            "en",
            "Robin",
            "UPSET",
            List.of(new Plot.Line(1, Who.CUSTOMER, "Order 7001 is late")),
            List.of());

    private static final List<Utterance> TALK = List.of(
            new Utterance(1, Who.CUSTOMER, false, "Order 7001 is late", "2026-01-01T00:00:00Z", null, "opening"),
            new Utterance(2, Who.AGENT, false, "It comes on the 12th", "2026-01-01T00:00:10Z", "a", null));

    private static ChatReply said(ChatReply.Does does, String text) {
        return new ChatReply(does, "", List.of(), "", Map.of(), List.of(new ChatReply.Sentence(text, List.of(1))));
    }

    @Test
    void figuresThatNobodySaidAreNotBelieved() {
        assertEquals(
                Optional.of("The 12th? I told you 7001 is urgent."),
                Actor.believed(said(ChatReply.Does.ANSWER, "The 12th? I told you 7001 is urgent."), PLOT, TALK));
        assertTrue(Actor.believed(said(ChatReply.Does.ANSWER, "My order is 8002."), PLOT, TALK)
                .isEmpty());
        assertTrue(Actor.believed(said(ChatReply.Does.HAND_OVER, "Fine."), PLOT, TALK)
                .isEmpty());
        assertTrue(Actor.believed(said(ChatReply.Does.ANSWER, " "), PLOT, TALK).isEmpty());
    }

    @Test
    void aToneCountsWithTheAnswerThatShowsIt() {
        Judge.Tone tone = Actor.tone(
                        reply(new Named("points", "70", 2), new Point("Polite, from a template.", List.of(2, 9))), TALK)
                .orElseThrow();
        assertEquals(70, tone.points());
        assertEquals("Polite, from a template.", tone.reason());
        assertEquals(List.of(new Mark.Place(2, "It comes on the 12th")), tone.places());
        Point why = new Point("Why.", List.of(2));
        assertTrue(Actor.tone(reply(new Named("points", "70", 1), why), TALK).isEmpty(), "the customer's line");
        assertTrue(Actor.tone(reply(new Named("points", "170", 2), why), TALK).isEmpty());
        assertTrue(Actor.tone(reply(new Named("points", "high", 2), why), TALK).isEmpty());
        assertTrue(Actor.tone(new BriefReply(List.of(why), List.of(), List.of(), List.of()), TALK)
                .isEmpty());
    }

    private static BriefReply reply(Named mark, Point why) {
        return new BriefReply(List.of(why), List.of(), List.of(), List.of(mark));
    }
}
