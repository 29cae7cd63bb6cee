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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of two conversations of a customer that are about the same. */
class MergedTest {

    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    private static final UUID SARI = UUID.randomUUID();
    private static final Author BIMA = Author.agent(UUID.randomUUID(), "Bima");
    private static final Author ANA = Author.agent(UUID.randomUUID(), "Ana");

    private final Conversation one = opened(SARI);
    private final Conversation two = opened(SARI);
    private Instant now = NINE;

    @Test
    void theOneEndsWithoutASurveyAndTheOtherKnowsOfIt() {
        says(one, "Where is my parcel?");
        says(two, "My parcel!");
        merge(one, two, BIMA);
        assertEquals(List.of("resolved", "merged"), kinds(one));
        assertEquals(Status.RESOLVED, one.status);
        assertNull(one.askedAt);
        assertNull(one.botDue);
        assertEquals(two.id, one.mergedInto);
        assertEquals(List.of("absorbed", "escalated"), kinds(two), "a question was open there, so a person looks");
        assertEquals(List.of(new ConversationRef(one.id)), two.state().absorbed());
    }

    @Test
    void againOrTheOtherWayRoundChangesNothing() {
        merge(one, two, BIMA);
        kinds(one);
        kinds(two);
        merge(one, two, BIMA);
        merge(two, one, ANA);
        assertEquals(List.of(), kinds(one));
        assertEquals(List.of(), kinds(two));
        assertNull(two.mergedInto);
        Conversation third = opened(SARI);
        merge(two, third, BIMA);
        kinds(third);
        merge(one, third, BIMA);
        assertEquals(List.of(), kinds(third), "it is part of it already");
    }

    @Test
    void whoIsCloserToTheCustomerGoesOn() {
        says(one, "Where is my parcel?");
        take(one, BIMA);
        says(two, "My parcel!");
        wantsPerson(two);
        kinds(two);
        merge(one, two, BIMA);
        assertEquals(BIMA.id(), two.holder);
        assertEquals(Turn.AGENT, two.turn);
        assertEquals(List.of("absorbed", "assigned"), kinds(two));
        assertNull(one.holder);
    }

    @Test
    void whoHasTheOtherKeepsIt() {
        take(one, BIMA);
        take(two, ANA);
        merge(one, two, BIMA);
        assertEquals(ANA.id(), two.holder);
    }

    @Test
    void whoWaitsInBothHasWaitedSinceTheFirst() {
        wantsPerson(one);
        now = now.plus(Duration.ofMinutes(5));
        wantsPerson(two);
        merge(one, two, BIMA);
        assertEquals(Turn.QUEUE, two.turn);
        assertEquals(NINE, two.waitingSince);
        assertNull(one.waitingSince);
    }

    @Test
    void anOpenOneOpensTheOtherAgainAndAnEndedOneDoesNot() {
        says(two, "Done");
        end(two);
        says(one, "Once more");
        end(one);
        kinds(two);
        merge(one, two, BIMA);
        assertEquals(List.of("absorbed"), kinds(two));
        assertEquals(Status.RESOLVED, two.status);
        Conversation third = opened(SARI);
        wantsPerson(third);
        merge(third, two, BIMA);
        assertEquals(List.of("reopened", "absorbed", "escalated"), kinds(two));
        assertEquals(2, two.episode);
        assertEquals(Turn.QUEUE, two.turn);
    }

    @Test
    void whatAColleagueHasAndWhatIsAnothersIsLeftAlone() {
        take(one, ANA);
        assertEquals(Code.NOT_HOLDER, refused(one, two, false));
        assertEquals(Code.CONFLICT, refused(two, opened(UUID.randomUUID()), true));
        one.mergeInto(two, by(one, BIMA), true);
        assertEquals(ANA.id(), two.holder, "a manager ends it, and its agent goes on");
        assertEquals(Code.CONFLICT, refused(one, opened(SARI), true));
    }

    @Test
    void wordsGoOnInTheOtherAlsoInTheSameBatchAndRepeatsAreKnown() {
        CompletableFuture<Receipt> merged = new CompletableFuture<>();
        CompletableFuture<Receipt> said = new CompletableFuture<>();
        CompletableFuture<Receipt> repeated = new CompletableFuture<>();
        CompletableFuture<Receipt> seen = new CompletableFuture<>();
        Author sari = Author.customer("");
        Command.Verb words = new Command.Following(
                (c, by) -> c.customerSays(by, Happened.Said.plain("And?"), Duration.ofSeconds(1)));
        Map<Command.Key, Integer> known = new HashMap<>();
        known.put(new Command.Key(one.id, "CUSTOMER", "before"), 1);
        Batch batch = new Batch(
                List.of(
                        command(one, BIMA, null, new Command.Merging(new ConversationRef(two.id), false), merged),
                        command(one, sari, "after", words, said),
                        command(one, sari, "before", words, repeated),
                        command(one, sari, null, (c, by) -> c.seen(Role.CUSTOMER, 1), seen)),
                Map.of(one.id, one, two.id, two),
                known);
        batch.answer();
        assertEquals(two.id, said.join().state().conversation().id());
        assertTrue(said.join().wrote());
        assertFalse(repeated.join().wrote());
        assertEquals(one.id, seen.join().state().conversation().id());
        assertEquals(1, two.state().absorbed().size());
        assertTrue(merged.isDone());
    }

    private static Conversation opened(UUID customer) {
        return new Conversation(UUID.randomUUID(), customer, "Sari", "en", NINE);
    }

    private void says(Conversation in, String words) {
        in.customerSays(by(in, Author.customer("")), Happened.Said.plain(words), Duration.ofSeconds(1));
        kinds(in);
    }

    private void wantsPerson(Conversation in) {
        in.customerAsksForPerson(by(in, Author.customer("")), "ASKED_FOR_A_PERSON");
        kinds(in);
    }

    private void take(Conversation what, Author who) {
        what.take(by(what, who), false, null);
        kinds(what);
    }

    private void end(Conversation what) {
        what.resolveByCustomer(by(what, Author.customer("")), null, Set.of());
        kinds(what);
    }

    private void merge(Conversation from, Conversation into, Author who) {
        from.mergeInto(into, by(from, who), false);
    }

    private Code refused(Conversation from, Conversation into, boolean force) {
        int before = into.last;
        Problem problem = assertThrows(Problem.class, () -> from.mergeInto(into, by(from, BIMA), force));
        assertEquals(before, into.last);
        return problem.code();
    }

    private Command by(Conversation in, Author who) {
        return command(in, who, null, (c, by) -> {}, new CompletableFuture<>());
    }

    private Command command(
            Conversation in,
            Author who,
            @Nullable String clientId,
            Command.Verb verb,
            CompletableFuture<Receipt> promise) {
        return new Command(new ConversationRef(in.id), who, clientId, now, verb, promise);
    }

    /** What happened in it since the last time. */
    private static List<String> kinds(Conversation in) {
        return new ArrayList<>(in.takeFresh())
                .stream().map(each -> each.what().kind()).toList();
    }
}
