package dev.ramah.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.conversation.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is asked for what they told already, and nobody who asks for something new is warned of it. */
class RepeatGuardTest {

    private static final Profile TOM = new Profile(
            "Tom Baker",
            "tom@example.com",
            true,
            List.of(new Profile.Purchase("1057", List.of("Nusa One espresso machine"))),
            Map.of("plan", "Gold"));

    private static final List<Spoken> TALK = List.of(
            customer(1, "My machine leaks since Monday. My number is +44 20 7946 0958."),
            new Spoken(2, Role.BOT, "Please descale it first."),
            customer(3, "I descaled it twice and want a refund"));

    @ParameterizedTest
    @ValueSource(strings = {"tuning", "held"})
    void sevenOfTenRepeatsAreNoticedAndOneInAHundredOthersAtMost(String half) {
        Dialogues dialogues = Dialogues.of(half);
        double caught = dialogues.caught();
        double falsely = dialogues.falselyFlagged();
        // Only totals, also where it fails: single sentences of the held half are not looked at.
        assertTrue(caught >= 0.70, half + ": caught " + caught);
        assertTrue(falsely <= 0.01, half + ": falsely flagged " + falsely);
    }

    @Test
    void theAnswerIsShownWithItsPlace() {
        Repeat repeat = only("Which number can I call you on?");
        assertEquals("phone", repeat.asks());
        assertEquals("+44 20 7946 0958", repeat.answer());
        assertEquals(1, repeat.seq());
    }

    @Test
    void whatTheProfileHasIsInNoEntry() {
        Repeat repeat = only("What is your e-mail address?");
        assertEquals("tom@example.com", repeat.answer());
        assertEquals(null, repeat.seq());
        assertEquals("Gold", only("What plan do you have?").answer());
    }

    @Test
    void everyQuestionOfADraftIsLookedAt() {
        List<Repeat> repeats = check("Thanks for waiting. Since when does it leak? And what is your phone number?");
        assertEquals(
                List.of("when", "phone"), repeats.stream().map(Repeat::asks).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "So it has leaked since Monday?",
                "Is it +44 20 7946 0958 that I can call you on?",
                "For security, what is your e-mail address?",
                "To verify your identity, please tell me your phone number.",
                "Is there another number we can reach you on?",
                "Would you like us to collect the machine?",
                "I have your phone number here.",
                "Does it leak from the tank?",
                "What is your",
                "",
            })
    void nobodyIsWarnedOf(String draft) {
        assertEquals(List.of(), check(draft));
    }

    @Test
    void aQuestionIsNoticedBeforeItsQuestionMarkIsThere() {
        assertEquals("phone", only("what is your phone number").asks());
    }

    @Test
    void whatNobodyCouldAnswerWasNotAnswered() {
        List<Spoken> said = List.of(
                customer(1, "It does not arrive"),
                new Spoken(2, Role.BOT, "What is your order number?"),
                customer(3, "I do not know, let me look"));
        assertEquals(List.of(), RepeatGuard.check("What is your order number?", said, Profile.UNKNOWN));
    }

    @Test
    void aBareAnswerIsUnderstoodByWhatWasAskedBefore() {
        List<Spoken> said = List.of(
                customer(1, "I want to change my booking"),
                new Spoken(2, Role.AGENT, "Which room number is it?"),
                customer(3, "the one facing the sea"));
        assertEquals(
                3,
                RepeatGuard.check("Which room number is it again?", said, Profile.UNKNOWN)
                        .get(0)
                        .seq());
    }

    private static Repeat only(String draft) {
        List<Repeat> repeats = check(draft);
        assertEquals(1, repeats.size(), repeats.toString());
        return repeats.get(0);
    }

    private static List<Repeat> check(String draft) {
        return RepeatGuard.check(draft, TALK, TOM);
    }

    private static Spoken customer(int seq, String text) {
        return new Spoken(seq, Role.CUSTOMER, text);
    }
}
