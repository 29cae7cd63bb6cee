package dev.ramah.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ramah.knowledge.Match;
import dev.ramah.knowledge.Passage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final Match SHIPPING = match("shipping", 0.95, false);
    private static final Match GRINDER = match("grinder", 0.03, false);

    @Test
    void aSureMatchIsAnswered() {
        Decision decision = Rule.decide(asks("How long does shipping take?", SHIPPING, GRINDER));

        assertEquals(new Decision.Answer(Rule.ANSWERED, SHIPPING), decision);
    }

    @Test
    void aLikelyMatchIsAskedBackWithTheNextBest() {
        Match likely = match("shipping", 0.6, false);

        Decision decision = Rule.decide(asks("the parcel thing", likely, GRINDER));

        assertEquals(new Decision.AskBack(Rule.UNSURE, List.of(likely, GRINDER)), decision);
    }

    @Test
    void twoEquallyLikelyMatchesAreOfferedThoughNeitherIsLikelyByItself() {
        Match one = match("refund-time", 0.4, false);
        Match other = match("refund-how", 0.38, false);

        Decision decision = Rule.decide(asks("my refund", one, other, GRINDER));

        assertEquals(new Decision.AskBack(Rule.EQUALLY_LIKELY, List.of(one, other)), decision);
    }

    @Test
    void neverAsksBackTwiceInARow() {
        Asked after = asked("my refund", Asked.LastWord.ASK_BACK, Set.of());
        Match one = match("refund-time", 0.4, false);
        Match other = match("refund-how", 0.38, false);

        assertHandsOver(Rule.EQUALLY_LIKELY, situation(after, null, one, other));
        assertHandsOver(Rule.NOTHING_FOUND, situation(after, null, match("shipping", 0.6, false), GRINDER));
    }

    @Test
    void nothingLikelyGoesToAPerson() {
        assertHandsOver(Rule.NOTHING_FOUND, asks("Can I rent your roastery for a wedding?", GRINDER));
        assertHandsOver(Rule.NOTHING_FOUND, asks("Can I rent your roastery for a wedding?"));
    }

    @Test
    void whoAsksForAPersonGetsOneWhateverTheArticlesSay() {
        assertHandsOver(Rule.ASKED_FOR_A_PERSON, asks("Can I talk to a real person about shipping?", SHIPPING));
        assertHandsOver(Rule.ASKED_FOR_A_PERSON, asks("mau bicara dengan orang asli dong", SHIPPING));
    }

    @Test
    void dangerComesBeforeEverything() {
        assertHandsOver(Rule.DANGER, asks("The machine caught fire, let me talk to a human", SHIPPING));
        assertHandsOver(Rule.DANGER, asks("tangan anak saya melepuh kena mesin", SHIPPING));
    }

    @Test
    void angerIsNotArguedWith() {
        assertHandsOver(Rule.UPSET, asks("This is absolutely ridiculous, where is my parcel", SHIPPING));
        assertHandsOver(Rule.UPSET, asks("WHERE IS MY PARCEL NOW!!", SHIPPING));
    }

    @Test
    void aThumbDownBringsAPerson() {
        Asked thumb = new Asked(
                "", "en", null, true, false, Asked.LastWord.ANSWER, Set.of("shipping"), "", Set.of(), Known.NOBODY);

        assertHandsOver(Rule.THUMBS_DOWN, situation(thumb, null));
    }

    @Test
    void aMarkedTopicNeedsAPersonAskedOrTapped() {
        Match refund = match("refund", 0.95, true);

        assertHandsOver(Rule.NEEDS_A_PERSON, asks("I want my money back", refund, GRINDER));
        assertHandsOver(
                Rule.NEEDS_A_PERSON, situation(asked("Refunds", Asked.LastWord.ASK_BACK, Set.of()), refund, SHIPPING));
    }

    @Test
    void inDoubtAPersonsTopicAmongTheLikelyOnesIsEnough() {
        Match leaking = match("machine-leaking", 0.45, false);

        assertHandsOver(
                Rule.NEEDS_A_PERSON, asks("my money back, the machine leaks", leaking, match("refund", 0.4, true)));
        Decision faint = Rule.decide(
                asks("the machine leaks", match("machine-leaking", 0.6, false), match("refund", 0.1, true)));
        assertEquals(Rule.UNSURE, faint.rule());
    }

    @Test
    void aTappedChoiceIsAnsweredThoughAnotherArticleIsNearer() {
        Asked tapped = asked("the parcel thing", Asked.LastWord.ASK_BACK, Set.of());

        Decision decision = Rule.decide(situation(tapped, GRINDER, SHIPPING));

        assertEquals(new Decision.Answer(Rule.CHOSEN, GRINDER), decision);
    }

    @Test
    void theSameArticleIsNotQuotedTwice() {
        Asked again = asked("so how long does delivery take", Asked.LastWord.ANSWER, Set.of("shipping"));

        assertHandsOver(Rule.ASKED_TWICE, situation(again, null, SHIPPING, GRINDER));
    }

    @Test
    void whoSaysItDidNotHelpGetsAPerson() {
        Asked complaint = asked("thanks, but that didn't help", Asked.LastWord.ANSWER, Set.of("shipping"));
        Asked no = asked("no", Asked.LastWord.ANSWER, Set.of("shipping"));
        Asked repeated = new Asked(
                "where is it",
                "en",
                null,
                false,
                true,
                Asked.LastWord.ANSWER,
                Set.of("shipping"),
                "",
                Set.of(),
                Known.NOBODY);

        assertHandsOver(Rule.DID_NOT_HELP, situation(complaint, null, GRINDER));
        assertHandsOver(Rule.DID_NOT_HELP, situation(no, null, GRINDER));
        assertHandsOver(Rule.DID_NOT_HELP, situation(repeated, null, GRINDER));
    }

    @Test
    void noMoreQuestionsIsNotAComplaint() {
        Asked done = asked("no, thanks", Asked.LastWord.MANNERS, Set.of("shipping"));

        assertEquals(new Decision.Manners(Rule.THANKED), Rule.decide(situation(done, null, GRINDER)));
    }

    @Test
    void mannersAreMetWithMannersUnlessAnArticleMatches() {
        assertEquals(new Decision.Manners(Rule.GREETED), Rule.decide(asks("Hello there!", GRINDER)));
        assertEquals(new Decision.Manners(Rule.GREETED), Rule.decide(asks("selamat pagi kak", GRINDER)));
        assertEquals(new Decision.Manners(Rule.THANKED), Rule.decide(asks("Great, thank you so much :)", GRINDER)));
        assertEquals(new Decision.Manners(Rule.SAID_GOODBYE), Rule.decide(asks("ok bye!", GRINDER)));
        assertEquals(new Decision.Answer(Rule.ANSWERED, SHIPPING), Rule.decide(asks("hello", SHIPPING, GRINDER)));
    }

    private static void assertHandsOver(Rule rule, Situation situation) {
        assertEquals(
                rule,
                assertInstanceOf(Decision.HandOver.class, Rule.decide(situation))
                        .rule());
    }

    private static Situation asks(String question, Match... matches) {
        return situation(Asked.first(question, "en"), null, matches);
    }

    private static Asked asked(String question, Asked.LastWord lastWord, Set<String> answered) {
        return new Asked(question, "en", null, false, false, lastWord, answered, "", Set.of(), Known.NOBODY);
    }

    private static Situation situation(Asked asked, @Nullable Match chosen, Match... matches) {
        return new Situation(asked, chosen, Arrays.asList(matches), 0.87, 0.58);
    }

    private static Match match(String article, double confidence, boolean needsPerson) {
        return new Match(article, "en", article, List.of(), new Passage("", article), needsPerson, 0.9, confidence);
    }
}
