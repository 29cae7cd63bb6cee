package dev.ramah.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.Problem;
import dev.ramah.practice.Branch.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the customer goes on, and what a rehearsal gets for what was said in it. */
class PlayTest {

    private static final Likeness WORD_FOR_WORD = (one, other) -> one.equalsIgnoreCase(other) ? 1 : 0.5;

    private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");

    private final List<Utterance> talk = new ArrayList<>();
    private Instant now = BEGIN;

    private static Plot.Line line(int seq, Who by, String text) {
        return new Plot.Line(seq, by, text);
    }

    private static Plot plot(Branch... branches) {
        return new Plot(
                "A parcel that does not move",
                "en",
                "Robin Marsh",
                "ASKED_FOR_A_PERSON",
                List.of(
                        line(1, Who.CUSTOMER, "It is about 7001, it has not come, the parcel stands still"),
                        line(2, Who.BOT, "A parcel takes three days."),
                        line(3, Who.CUSTOMER, "I want a person"),
                        line(4, Who.AGENT, "Hello, let me look."),
                        line(5, Who.AGENT, "What is your order number?"),
                        line(6, Who.CUSTOMER, "I told you: 7001!"),
                        line(7, Who.AGENT, "We send another one."),
                        line(8, Who.CUSTOMER, "Fine."),
                        line(9, Who.CUSTOMER, "When?"),
                        line(10, Who.AGENT, "Tomorrow.")),
                List.of(new Plot.Told("order", "7001", 1)),
                new Plot.Source("lost-parcel", "Lost parcels"),
                List.of(branches),
                "And now?",
                6,
                null);
    }

    private void begin(Plot plot) {
        plot.opening().forEach(each -> says(each.by(), each.text(), Utterance.OPENING));
    }

    private void says(Who by, String text, @Nullable String how) {
        talk.add(new Utterance(talk.size() + 1, by, false, text, now.toString(), null, how));
    }

    private Play.Reply answer(Plot plot, String text, int afterSeconds) {
        now = now.plusSeconds(afterSeconds);
        says(Who.AGENT, text, null);
        Play.Reply reply = Play.after(plot, talk, WORD_FOR_WORD);
        reply.texts().forEach(each -> says(Who.CUSTOMER, each, reply.how()));
        return reply;
    }

    @Test
    void withoutABranchTheCustomerGoesOnAsAtTheTimeAndThenHasNothingMoreToSay() {
        Plot plot = plot();
        begin(plot);
        assertEquals(3, talk.size());
        assertEquals(
                List.of("I told you: 7001!"), answer(plot, "I look into it", 5).texts());
        assertEquals(List.of("Fine.", "When?"), answer(plot, "We replace it", 5).texts());
        assertEquals(List.of("And now?"), answer(plot, "On Monday", 5).texts());
        assertFalse(answer(plot, "Really", 5).ends());
        assertTrue(answer(plot, "Goodbye", 5).ends());
    }

    @Test
    void theFirstBranchThatFitsIsSaidOnceAndTheRecordingGoesOnAfterIt() {
        Plot plot = plot(
                new Branch(Trigger.WORDS, "refund*, money back", "I don't want money.", false),
                new Branch(Trigger.MEANING, "May I see a picture?", "There is none.", false),
                new Branch(Trigger.WORDS, "courier sorry", "You said sorry. I am content.", true));
        begin(plot);
        assertEquals(
                "branch:1",
                answer(plot, "We can give you your MONEY, all of it, back.", 5).how());
        assertEquals(Play.RECORDED, answer(plot, "A refund then?", 5).how());
        assertEquals("branch:2", answer(plot, "I see. May I see a picture?", 5).how());
        Play.Reply last = answer(plot, "Sorry about the courier", 5);
        assertEquals("branch:3", last.how());
        assertTrue(last.ends());
    }

    @Test
    void itIsOverAfterAsManyAnswersAsItSays() {
        Plot plot = plot();
        begin(plot);
        for (int i = 1; i < 5; i++) {
            answer(plot, "One moment", 1);
        }
        says(Who.AGENT, "Another one", null);
        assertTrue(answer(plot, "And one more", 1).ends());
    }

    @Test
    void whoAsksForWhatWasToldAndTakesTooLongGetsLess() {
        Plot plot = plot();
        begin(plot);
        answer(plot, "What is your order number?", 200);
        answer(plot, "We send another one", 10);
        List<Mark> marks = Judge.marks(plot, talk, Marking.USUAL, answer -> 0.3, null);
        Mark facts = mark(marks, Criterion.FACTS);
        assertEquals("ASKED_AGAIN", facts.reason());
        assertEquals(50, facts.points());
        assertEquals(
                List.of(new Mark.Place(4, "What is your order number? – 7001", 1)),
                facts.places(),
                "no program reads an order in that line: a manager wrote it down");
        Mark time = mark(marks, Criterion.TIME);
        assertEquals("SLOW", time.reason());
        assertEquals(50, time.points());
        assertEquals(List.of(new Mark.Place(4, "200")), time.places());
        assertEquals(105, time.value());
        assertEquals(0, mark(marks, Criterion.ARTICLE).points());
        assertNull(mark(marks, Criterion.TONE).points());
        // (30 × 50 + 30 × 0 + 20 × 50) / 80, the tone left out.
        assertEquals(31, Mark.score(marks));
    }

    /** None of these is found by the guard itself in what the customer says. */
    @Test
    void factsOfManagersCountFromTheLineOnInWhichTheyAreTold() {
        Plot plot = told(
                new Plot.Told("order", "7001", 1),
                new Plot.Told("problem", "stands still since Monday", 1),
                new Plot.Told("membership level", "gold", 6),
                new Plot.Told("phone", "the number of the shop", null));
        begin(plot);
        answer(plot, "What is your membership level?", 5);
        assertEquals("NOTHING_ASKED_AGAIN", facts(plot).reason(), "line 6 is not said yet");
        answer(plot, "And what is your membership level?", 5);
        assertEquals(
                List.of(new Mark.Place(6, "And what is your membership level? – gold", 5)),
                facts(plot).places());
        answer(plot, "What seems to be the problem? What is your order number?", 5);
        answer(plot, "What is your phone number?", 5);
        assertEquals(
                List.of("gold", "stands still since Monday", "7001", "the number of the shop"),
                facts(plot).places().stream()
                        .map(each -> each.words().substring(each.words().indexOf('–') + 2))
                        .toList());
    }

    @Test
    void whatAModelSaysInTimeOfAFactIsToldToo() {
        Plot plot = told(new Plot.Told("membership level", "gold", 6));
        begin(plot);
        says(Who.AGENT, "Let me see.", null);
        says(Who.CUSTOMER, "I am gold, by the way.", Actor.MODEL);
        says(Who.AGENT, "What is your membership level?", null);
        assertEquals(
                List.of(new Mark.Place(6, "What is your membership level? – gold", 5)),
                facts(plot).places());
    }

    private static Plot told(Plot.Told... facts) {
        Plot all = plot();
        return new Plot(
                all.title(),
                all.language(),
                all.customer(),
                all.reason(),
                all.lines(),
                List.of(facts),
                all.article(),
                all.branches(),
                all.fallback(),
                all.answers(),
                null);
    }

    private Mark facts(Plot plot) {
        return mark(Judge.marks(plot, talk, Marking.USUAL, answer -> 0.3, null), Criterion.FACTS);
    }

    @Test
    void whoUsesTheArticleInTimeAndAsksNothingAgainGetsAll() {
        Plot plot = plot();
        begin(plot);
        answer(plot, "I am sorry. As in https://kopi.example/help/lost-parcel we send another one today.", 20);
        List<Mark> marks = Judge.marks(plot, talk, Marking.USUAL, answer -> 0.3, null);
        assertEquals("LINKED", mark(marks, Criterion.ARTICLE).reason());
        assertEquals(100, Mark.score(marks));
        talk.clear();
        begin(plot);
        answer(plot, "We look for it for three days and then send another one.", 20);
        assertEquals(
                "SAID_WHAT_IT_SAYS",
                mark(Judge.marks(plot, talk, Marking.USUAL, answer -> 0.9, null), Criterion.ARTICLE)
                        .reason());
        assertEquals(
                "NOT_FROM_IT",
                mark(Judge.marks(plot, talk, Marking.USUAL, answer -> 0.7, null), Criterion.ARTICLE)
                        .reason());
    }

    @Test
    void whoSaysNothingGetsNothing() {
        Plot plot = plot();
        begin(plot);
        assertEquals(0, Mark.score(Judge.marks(plot, talk, Marking.USUAL, answer -> 0.9, null)));
    }

    @Test
    void aScenarioMayHaveAMarkingOfItsOwn() {
        Plot all = plot();
        Plot plot = new Plot(
                all.title(),
                all.language(),
                all.customer(),
                all.reason(),
                all.lines(),
                all.facts(),
                null,
                all.branches(),
                all.fallback(),
                all.answers(),
                new Marking(0, 0, 0, 10, 30, 50));
        begin(plot);
        answer(plot, "What is your order number?", 10);
        List<Mark> marks = Judge.marks(plot, talk, Marking.USUAL, null, null);
        assertEquals(
                List.of(Criterion.TIME), marks.stream().map(Mark::criterion).toList());
        assertEquals(100, Mark.score(marks));
    }

    @Test
    void answersStandBesideThoseOfTheColleague() {
        Plot plot = plot();
        begin(plot);
        answer(plot, "Mine", 5);
        List<Pairs.Pair> pairs = Pairs.of(plot, talk);
        assertEquals(3, pairs.size());
        assertEquals("Mine", pairs.get(0).mine());
        assertEquals(
                "Hello, let me look.\nWhat is your order number?", pairs.get(0).theirs());
        assertTrue(pairs.get(0).asked().endsWith("I want a person"));
        assertEquals(new Pairs.Pair("I told you: 7001!", "", "We send another one.", true), pairs.get(1));
        assertEquals(new Pairs.Pair("Fine.\nWhen?", "", "Tomorrow.", true), pairs.get(2));
    }

    @Test
    void whatTheColleagueAnsweredStaysBesideTheSameWordsAfterABranchAndAModel() {
        Plot plot = plot(new Branch(Trigger.WORDS, "photo", "I sent you one.", false));
        begin(plot);
        answer(plot, "A photo please", 5);
        assertEquals("I sent you one.", talk.get(talk.size() - 1).text());
        answer(plot, "I have it now", 5);
        assertEquals("I told you: 7001!", talk.get(talk.size() - 1).text());
        says(Who.AGENT, "Yes, 7001", null);
        says(Who.CUSTOMER, "And the parcel?", Actor.MODEL);
        answer(plot, "It is lost", 5);
        says(Who.AGENT, "So you get another one", null);
        assertEquals(
                List.of(
                        new Pairs.Pair(
                                "It is about 7001, it has not come, the parcel stands still\nI want a person",
                                "A photo please",
                                "Hello, let me look.\nWhat is your order number?",
                                true),
                        new Pairs.Pair("I sent you one.", "I have it now", "", false),
                        new Pairs.Pair("I told you: 7001!", "Yes, 7001", "We send another one.", true),
                        new Pairs.Pair("And the parcel?", "It is lost", "", false),
                        new Pairs.Pair("Fine.\nWhen?", "So you get another one", "Tomorrow.", true)),
                Pairs.of(plot, talk));
    }

    @Test
    void whoSaidNothingReadsTheColleaguesAnswers() {
        Plot plot = plot();
        begin(plot);
        List<Pairs.Pair> pairs = Pairs.of(plot, talk);
        assertEquals(3, pairs.size());
        assertTrue(pairs.get(0).asked().endsWith("I want a person"));
        assertEquals("", pairs.get(0).mine());
    }

    @Test
    void whatMakesNoSenseIsRefusedWithTheReason() {
        Plot right = plot().checked();
        assertThrows(Problem.class, () -> new Plot(
                        right.title(),
                        "en",
                        "",
                        "",
                        List.of(line(1, Who.AGENT, "Hello")),
                        List.of(),
                        null,
                        List.of(),
                        "",
                        3,
                        null)
                .checked());
        assertThrows(Problem.class, () -> plot(new Branch(Trigger.WORDS, " ", "Yes", false))
                .checked());
        assertThrows(Problem.class, () -> new Marking(0, 0, 50, 0, 60, 70).checked());
        assertThrows(Problem.class, () -> new Marking(10, 0, 50, 0, 5, 70).checked());
    }

    private static Mark mark(List<Mark> marks, Criterion of) {
        return marks.stream().filter(each -> each.criterion() == of).findFirst().orElseThrow();
    }
}
