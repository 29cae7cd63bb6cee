package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every verb of a conversation and what guards it. */
class ConversationTest {

    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    private static final Duration QUIET = Duration.ofMillis(700);
    private static final Author SARI = Author.customer("Sari");
    private static final Author BIMA = Author.agent(UUID.randomUUID(), "Bima");
    private static final Author MAYA = Author.agent(UUID.randomUUID(), "Maya");
    private static final Author ANA = Author.agent(UUID.randomUUID(), "Ana");
    private static final Happened.Said ANSWER = new Happened.Said(
            "Two to three days.", List.of(new Citation("delivery", "Delivery")), List.of(), null, "ANSWER", 0.9);
    private static final Happened.Said ASK_BACK = new Happened.Said(
            "Did you mean …", List.of(), List.of(new Citation("delivery", "Delivery")), null, "CLARIFY", 0.5);

    private final Conversation talk = new Conversation(UUID.randomUUID(), UUID.randomUUID(), "Sari", "id", NINE);
    private final List<Entry> log = new ArrayList<>();
    private Instant now = NINE;

    @Test
    void aQuestionIsTheBotsTurnAfterAMoment() {
        says("Where is my parcel?");
        assertEquals(List.of("said"), kinds());
        assertEquals(Turn.BOT, talk.turn);
        assertEquals(NINE.plus(QUIET), talk.botDue);
    }

    @Test
    void theAnswerEndsTheBotsTurnUntilMoreIsSaid() {
        says("Where is my parcel?");
        botSays(talk.last, ANSWER);
        assertNull(talk.botDue);
        botSays(talk.last, ANSWER);
        assertEquals(List.of("said", "said"), kinds());
    }

    @Test
    void aReplyToOlderWordsIsDroppedAndItsTurnStaysDue() {
        says("Where is my parcel?");
        int read = talk.last;
        says("It was order 1042.");
        botSays(read, ANSWER);
        assertEquals(2, log.size());
        assertTrue(talk.botDue != null);
        botSays(talk.last, ANSWER);
        assertEquals(3, log.size());
    }

    @Test
    void aThumbDownHasToBeReadAndAThumbUpHoldsNothingUp() {
        says("Where is my parcel?");
        botSays(talk.last, ANSWER);
        int answer = talk.last;
        says("And the other one?");
        int read = talk.last;
        apply(SARI, (c, by) -> c.thumb(by, answer, true));
        botSays(read, ANSWER);
        assertEquals(List.of("said", "said", "said", "thumbed", "said"), kinds());

        apply(SARI, (c, by) -> c.thumb(by, answer, false));
        assertEquals(now, talk.botDue);
        handsOver(read, "THUMBS_DOWN", null);
        assertEquals(Turn.BOT, talk.turn);
        handsOver(talk.last, "THUMBS_DOWN", "I am sorry.");
        assertEquals(Turn.QUEUE, talk.turn);
    }

    @Test
    void aThumbNeedsAnEntryToPointAt() {
        says("Where is my parcel?");
        refused(Code.INVALID, SARI, (c, by) -> c.thumb(by, 0, true));
        refused(Code.INVALID, SARI, (c, by) -> c.thumb(by, 2, true));
        assertEquals(1, log.size());
    }

    @Test
    void theBotAsksForAPersonInItsOwnWordsAndOnlyWithTheTurn() {
        says("I want my money back");
        handsOver(talk.last, "NEEDS_A_PERSON", "A person will help.");
        assertEquals(List.of("said", "said", "escalated"), kinds());
        assertEquals(Turn.QUEUE, talk.turn);
        assertEquals(now, talk.waitingSince);
        assertNull(talk.botDue);
        handsOver(talk.last, "NEEDS_A_PERSON", "A person will help.");
        assertEquals(3, log.size());
    }

    @Test
    void askingForAPersonIsGrantedOnceAndWhatIsSaidThenIsNotTheBots() {
        asksForPerson();
        asksForPerson();
        assertEquals(List.of("escalated"), kinds());
        says("It is urgent");
        assertEquals(Turn.QUEUE, talk.turn);
        assertNull(talk.botDue);
    }

    @Test
    void askingForAPersonWhileOneIsThereChangesNothing() {
        taken();
        asksForPerson();
        assertEquals(Turn.AGENT, talk.turn);
        assertEquals(List.of("escalated", "assigned"), kinds());
    }

    @Test
    void whoStepsInSilencesTheBotAlsoWhenItsAnswerWasHalfMade() {
        says("Where is my parcel?");
        int read = talk.last;
        takes(BIMA, false);
        botSays(read, ANSWER);
        handsOver(read, "NOTHING_FOUND", "A person will help.");
        assertEquals(List.of("said", "assigned"), kinds());
        assertEquals(Turn.AGENT, talk.turn);
    }

    @Test
    void takingTwiceIsSilentAndOthersLearnWhoHasIt() {
        taken();
        takes(BIMA, false);
        assertEquals(2, log.size());
        Problem taken = refused(Code.TAKEN, ANA, (c, by) -> c.take(by, false, null));
        assertTrue(taken.detail().contains("Bima"), taken.detail());
        assertEquals(BIMA.id(), talk.holder);
    }

    @Test
    void aManagerTakesOverFromAColleague() {
        taken();
        takes(ANA, true);
        assertEquals(ANA.id(), talk.holder);
        assertEquals("Ana", talk.holderName);
        refused(Code.NOT_HOLDER, BIMA, (c, by) -> c.agentSays(by, Happened.Said.plain("Hello")));
    }

    @Test
    void nobodyTakesWhatIsResolved() {
        says("Thanks");
        endsIt(null);
        refused(Code.CONFLICT, BIMA, (c, by) -> c.take(by, true, null));
    }

    @Test
    void onlyTheHolderSpeaksHandsOnAndResolvesAndEveryReaderMayNote() {
        asksForPerson();
        refused(Code.NOT_HOLDER, BIMA, (c, by) -> c.agentSays(by, Happened.Said.plain("Hello")));
        takes(BIMA, false);
        refused(Code.NOT_HOLDER, ANA, (c, by) -> c.agentSays(by, Happened.Said.plain("Hello")));
        refused(Code.NOT_HOLDER, ANA, (c, by) -> c.transfer(by, toAna()));
        refused(Code.NOT_HOLDER, ANA, (c, by) -> c.resolveByAgent(by, true));
        apply(ANA, (c, by) -> c.note(by, new Happened.Noted("Their third parcel this week")));
        assertEquals(List.of("escalated", "assigned", "noted"), kinds());
        assertFalse(View.CUSTOMER.shows(log.get(2)));
        assertTrue(View.STAFF.shows(log.get(2)));
    }

    @Test
    void aTransferWaitsAtTheHeadOfTheQueueForTheColleague() {
        taken();
        apply(BIMA, (c, by) -> c.transfer(by, toAna()));
        assertEquals(Turn.QUEUE, talk.turn);
        assertTrue(talk.headOfQueue);
        assertEquals(ANA.id(), talk.wanted);
        assertNull(talk.holder);
        takes(ANA, false);
        assertNull(talk.wanted);
        assertFalse(talk.headOfQueue);
        assertNull(talk.waitingSince);
    }

    @Test
    void aTransferToATeamChangesTheTeamAndOneToAColleagueLeavesIt() {
        taken();
        apply(BIMA, (c, by) -> c.transfer(by, new Happened.Transferred("Grinder", null, "machines", "machines")));
        assertEquals("machines", talk.team);
        assertNull(talk.wanted);
        takes(ANA, false);
        apply(ANA, (c, by) -> c.transfer(by, new Happened.Transferred("Order", BIMA.id(), null, "Bima")));
        assertEquals("machines", talk.team);
        assertEquals(BIMA.id(), talk.wanted);
    }

    @Test
    void onlyTheLostHoldersConversationGoesBack() {
        taken();
        apply(Author.system(), (c, by) -> c.requeue(by, uuid(ANA), "AGENT_GONE"));
        assertEquals(Turn.AGENT, talk.turn);
        apply(Author.system(), (c, by) -> c.requeue(by, uuid(BIMA), "AGENT_GONE"));
        apply(Author.system(), (c, by) -> c.requeue(by, uuid(BIMA), "AGENT_GONE"));
        assertEquals(List.of("escalated", "assigned", "requeued"), kinds());
        assertEquals(Turn.QUEUE, talk.turn);
        assertTrue(talk.headOfQueue);
    }

    @Test
    void solvedByTheBotIsWhatTheCustomerConfirms() {
        assertEquals(Ending.CONFIRMED, endingOf(this::answered, true));
    }

    @Test
    void endingItAfterAnAnswerConfirmsIt() {
        assertEquals(Ending.CONFIRMED, endingOf(this::answered, null));
    }

    @Test
    void sayingThatItIsNotSolvedIsNoConfirmation() {
        assertEquals(Ending.LEFT, endingOf(this::answered, false));
    }

    @Test
    void thereIsNothingToConfirmWithoutAnAnswer() {
        assertEquals(Ending.LEFT, endingOf(() -> says("Hello"), true));
    }

    @Test
    void askingBackIsNoAnswer() {
        assertEquals(
                Ending.LEFT,
                endingOf(
                        () -> {
                            says("delivery");
                            botSays(talk.last, ASK_BACK);
                        },
                        true));
    }

    @Test
    void leavingTheQueueIsGivingUpAlsoAfterAnAnswer() {
        assertEquals(
                Ending.GAVE_UP,
                endingOf(
                        () -> {
                            answered();
                            asksForPerson();
                        },
                        true));
    }

    @Test
    void endingItBeforeThePersonSaidAWordIsGivingUp() {
        assertEquals(Ending.GAVE_UP, endingOf(this::taken, null));
    }

    @Test
    void endingItWithAPersonWhoSpokeIsHelped() {
        assertEquals(
                Ending.HELPED,
                endingOf(
                        () -> {
                            taken();
                            bimaSays("It is on its way");
                        },
                        null));
    }

    @Test
    void theAgentResolvesOnceAndNobodyHoldsItAnyMore() {
        taken();
        bimaSays("It is on its way");
        apply(BIMA, (c, by) -> c.resolveByAgent(by, true));
        apply(BIMA, (c, by) -> c.resolveByAgent(by, true));
        apply(ANA, (c, by) -> c.resolveByAgent(by, true));
        assertEquals(new Happened.Resolved(Ending.HELPED, true, true), last());
        assertEquals(4, log.size());
        assertEquals(Turn.NOBODY, talk.turn);
        assertNull(talk.holder);
        assertEquals(now, talk.askedAt);
    }

    @Test
    void theQuestionHowItWentIsAskedOnlyWhereThereIsSomethingToRate() {
        says("Hello");
        endsIt(null);
        assertEquals(new Happened.Resolved(Ending.LEFT, false, false), last());
        assertNull(talk.askedAt);
    }

    @Test
    void endingTwiceIsOnce() {
        answered();
        endsIt(null);
        endsIt(null);
        assertEquals(3, log.size());
    }

    @Test
    void silenceAfterTheBotEndsItWithoutAQuestion() {
        answered();
        inSilenceFor(Duration.ofMinutes(30), Duration.ofMinutes(31));
        assertEquals(Turn.BOT, talk.turn);
        inSilenceFor(Duration.ofMinutes(31), Duration.ofMinutes(30));
        assertEquals(new Happened.Resolved(Ending.LEFT, false, false), last());
    }

    @Test
    void silenceWithAPersonWhoSpokeIsHelped() {
        taken();
        bimaSays("It is on its way");
        inSilenceFor(Duration.ofHours(24), Duration.ofHours(24));
        assertEquals(new Happened.Resolved(Ending.HELPED, false, true), last());
    }

    @Test
    void whoWaitsIsNeverEndedBySilence() {
        asksForPerson();
        inSilenceFor(Duration.ofDays(7), Duration.ofHours(24));
        assertEquals(Turn.QUEUE, talk.turn);
    }

    @Test
    void wordsThatTheBotHasNotAnsweredAreNoSilence() {
        says("Hello");
        inSilenceFor(Duration.ofHours(1), Duration.ofMinutes(30));
        assertEquals(Status.OPEN, talk.status);
    }

    @Test
    void comingBackOpensTheNextEpisodeWithABotThatKnowsNothingOfTheLast() {
        taken();
        bimaSays("It is on its way");
        apply(BIMA, (c, by) -> c.resolveByAgent(by, true));
        says("One more thing");
        assertEquals(List.of("reopened", "said"), kinds().subList(4, 6));
        assertEquals(2, log.get(4).episode());
        assertEquals(2, log.get(5).episode());
        assertNull(log.get(4).clientId());
        assertEquals("id-6", log.get(5).clientId());
        assertEquals(Turn.BOT, talk.turn);
        assertEquals(now.plus(QUIET), talk.botDue);
        endsIt(null);
        assertEquals(new Happened.Resolved(Ending.LEFT, false, false), last());
    }

    @Test
    void askingForAPersonAfterTheEndOpensTheNextEpisode() {
        answered();
        endsIt(null);
        asksForPerson();
        assertEquals(List.of("reopened", "escalated"), kinds().subList(3, 5));
        assertEquals(Turn.QUEUE, talk.turn);
        assertEquals(2, talk.episode);
    }

    @Test
    void aRatingIsForAnEpisodeThatThereIs() {
        answered();
        refused(Code.INVALID, SARI, (c, by) -> c.rate(by, rated(2)));
        refused(Code.INVALID, SARI, (c, by) -> c.rate(by, rated(0)));
        apply(SARI, (c, by) -> c.rate(by, rated(1)));
        assertEquals("rated", kinds().get(2));
        assertEquals(Status.OPEN, talk.status);
    }

    @Test
    void anAddressIsLeftWithoutWakingTheBot() {
        asksForPerson();
        apply(SARI, (c, by) -> c.leaveContact(by, "sari@mail.example"));
        assertEquals(Turn.QUEUE, talk.turn);
        assertNull(talk.botDue);
    }

    private void says(String text) {
        apply(SARI, (c, by) -> c.customerSays(by, Happened.Said.plain(text), QUIET));
    }

    @Test
    void silenceDoesNotEndWhatIsPromised() {
        taken();
        promises(Duration.ofDays(3));
        inSilenceFor(Duration.ofDays(2), Duration.ofDays(1));
        assertEquals(Status.OPEN, talk.status);
        assertEquals("pended", last().kind());
    }

    @Test
    void whatIsPromisedEndsWithItsHolder() {
        taken();
        promises(Duration.ofDays(3));
        apply(BIMA, (c, by) -> c.transfer(by, toAna()));
        assertNull(talk.pendingUntil);
        now = now.plus(Duration.ofDays(4));
        apply(Author.system(), (c, by) -> c.comeBackIfDue(by));
        assertEquals("transferred", last().kind());
    }

    @Test
    void aLaterPromiseTakesThePlaceOfAnEarlierOne() {
        taken();
        promises(Duration.ofHours(1));
        bimaSays("It takes longer.");
        promises(Duration.ofDays(1));
        now = now.plus(Duration.ofHours(2));
        apply(Author.system(), (c, by) -> c.comeBackIfDue(by));
        assertEquals("pended", last().kind());
        now = now.plus(Duration.ofDays(1));
        apply(Author.system(), (c, by) -> c.comeBackIfDue(by));
        assertEquals(new Happened.Returned("DUE", true), last(), "a word before the promise does not keep it");
    }

    @Test
    void anAnswerToARatingChangesNeitherTurnNorEpisode() {
        taken();
        endsIt(true);
        apply(MAYA, (c, by) -> c.follow(by, new Happened.Followed("We are sorry.", 1)));
        assertEquals(Status.RESOLVED, talk.status);
        assertEquals(Turn.NOBODY, talk.turn);
        assertEquals(1, talk.episode);
        assertThrows(Problem.class, () -> apply(MAYA, (c, by) -> c.follow(by, new Happened.Followed("So sorry.", 1))));
        assertThrows(Problem.class, () -> apply(MAYA, (c, by) -> c.follow(by, new Happened.Followed("Sorry.", 2))));
    }

    @Test
    void whatIsSaidToAnAnswerIsForAPersonAndWhatComesLaterForTheBot() {
        taken();
        endsIt(true);
        apply(MAYA, (c, by) -> c.follow(by, new Happened.Followed("We are sorry.", 1)));
        says("And my beans?");
        assertEquals(new Happened.Escalated("FOLLOWED_UP"), last());
        assertEquals(Turn.QUEUE, talk.turn);
        endsIt(true);
        says("Where is my parcel?");
        assertEquals(Turn.BOT, talk.turn);
    }

    @Test
    void theFirstRatingStaysAndIsRatedAgainBesideItOnceItWasAnswered() {
        taken();
        endsIt(true);
        rates(2);
        refused(Code.CONFLICT, SARI, (c, by) -> c.rate(by, rated(1, 1, null, null)));
        apply(MAYA, (c, by) -> c.follow(by, new Happened.Followed("We are sorry.", 1)));
        rates(5);
        assertEquals(new Happened.Reconsidered(1, 5, null), last());
        assertThrows(Problem.class, () -> rates(4));
    }

    @Test
    void moreMaybeSaidToARatingAndNothingElseThanWasSaid() {
        taken();
        endsIt(true);
        rates(2);
        apply(SARI, (c, by) -> c.rate(by, rated(1, 2, Cause.WAIT, null)));
        apply(SARI, (c, by) -> c.rate(by, rated(1, 2, Cause.WAIT, "An hour, said nobody = no 1")));
        int last = talk.last;
        apply(SARI, (c, by) -> c.rate(by, rated(1, 2, Cause.WAIT, "An hour, said nobody = no 1")));
        assertEquals(last, talk.last, "That says nothing new");
        refused(Code.CONFLICT, SARI, (c, by) -> c.rate(by, rated(1, 2, Cause.RULE, null)));
        refused(Code.CONFLICT, SARI, (c, by) -> c.rate(by, rated(1, 2, null, "Two hours")));
        refused(Code.CONFLICT, SARI, (c, by) -> c.rate(by, rated(1, 3, null, null)));
        assertEquals(last, talk.last);
        assertFalse(talk.rated.contains("hour"), talk.rated);
        for (boolean tell : List.of(true, false, true)) {
            apply(SARI, (c, by) -> c.rate(by, new Happened.Rated(1, 2, null, null, null, null, null, tell)));
        }
        assertEquals(last + 3, talk.last, "They may think again of whether they want to hear of it");
        says("Hello again");
        apply(SARI, (c, by) -> c.rate(by, rated(2, 5, null, null)));
        assertEquals(rated(2, 5, null, null), last());
        talk.forgetCustomer();
        assertEquals("", talk.rated);
        refused(Code.NOT_SIGNED_IN, SARI, (c, by) -> c.rate(by, rated(1, 2, null, null)));
    }

    private static Happened.Rated rated(
            int episode, @Nullable Integer csat, @Nullable Cause cause, @Nullable String comment) {
        return new Happened.Rated(episode, csat, null, null, null, cause, comment);
    }

    private void rates(int csat) {
        apply(SARI, (c, by) -> c.rate(by, new Happened.Rated(1, csat, null, null, null, null)));
    }

    private void promises(Duration time) {
        String until = now.plus(time).toString();
        apply(BIMA, (c, by) -> c.pend(by, new Happened.Pended("The warehouse", until)));
    }

    private void botSays(int read, Happened.Said said) {
        apply(Author.bot(), (c, by) -> c.botSays(by, read, said));
    }

    private void handsOver(int read, String rule, @Nullable String words) {
        apply(Author.bot(), (c, by) -> c.botHandsOver(by, read, rule, words));
    }

    private void asksForPerson() {
        apply(SARI, (c, by) -> c.customerAsksForPerson(by, "ASKED_FOR_A_PERSON"));
    }

    private void takes(Author agent, boolean force) {
        apply(agent, (c, by) -> c.take(by, force, null));
    }

    private void bimaSays(String text) {
        apply(BIMA, (c, by) -> c.agentSays(by, Happened.Said.plain(text)));
    }

    private void endsIt(@Nullable Boolean solved) {
        apply(SARI, (c, by) -> c.resolveByCustomer(by, solved, EnumSet.complementOf(EnumSet.of(Ending.LEFT))));
    }

    private void answered() {
        says("Where is my parcel?");
        botSays(talk.last, ANSWER);
    }

    private void taken() {
        asksForPerson();
        takes(BIMA, false);
    }

    private Ending endingOf(Runnable story, @Nullable Boolean solved) {
        story.run();
        endsIt(solved);
        return ((Happened.Resolved) last()).ending();
    }

    /** So much time goes by, and then whoever has been silent for the second duration is gone. */
    private void inSilenceFor(Duration goneBy, Duration allowed) {
        now = now.plus(goneBy);
        apply(Author.system(), (c, by) -> c.endInSilence(by, now.minus(allowed)));
    }

    private void apply(Author who, Command.Verb verb) {
        command(who, verb).apply(talk);
        log.addAll(talk.takeFresh());
        for (int i = 0; i < log.size(); i++) {
            assertEquals(i + 1, log.get(i).seq(), "no number is left out");
        }
        assertEquals(log.size(), talk.last);
    }

    private Problem refused(Code code, Author who, Command.Verb verb) {
        int before = talk.last;
        Problem problem = assertThrows(Problem.class, () -> command(who, verb).apply(talk));
        assertEquals(code, problem.code());
        assertEquals(before, talk.last);
        assertEquals(List.of(), talk.takeFresh());
        return problem;
    }

    private Command command(Author who, Command.Verb verb) {
        String id = "id-" + (talk.last + (talk.status == Status.RESOLVED ? 2 : 1));
        return new Command(new ConversationRef(talk.id), who, id, now, verb, new CompletableFuture<>());
    }

    private List<String> kinds() {
        return log.stream().map(each -> each.what().kind()).toList();
    }

    private Happened last() {
        return log.get(log.size() - 1).what();
    }

    private static Happened.Transferred toAna() {
        return new Happened.Transferred("She knows machines", ANA.id(), null, "Ana");
    }

    private static Happened.Rated rated(int episode) {
        return new Happened.Rated(episode, 5, null, null, null, null);
    }

    private static UUID uuid(Author who) {
        return java.util.Objects.requireNonNull(who.id());
    }
}
