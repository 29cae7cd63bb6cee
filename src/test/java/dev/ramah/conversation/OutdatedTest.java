package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ramah.platform.Patience;
import dev.ramah.platform.Problem;
import dev.ramah.platform.RamahTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log remembers where it left a conversation; somebody else changed it since, without a word in the log. */
@RamahTest
class OutdatedTest {

    private static final UUID AGENT = UUID.randomUUID();

    private static final String ELSEWHERE = "update conversation set customer_name = 'Sari' where id = :id";

    @Inject
    Conversations conversations;

    @Inject
    ForgottenWords forgets;

    @Inject
    EntityManager entities;

    private ConversationRef conversation;

    @BeforeEach
    void remembered() {
        conversation = conversations
                .open(UUID.randomUUID(), "Somebody", "en", null, null)
                .conversation();
        assertEquals(1, say("m-1").join().seq());
        assertEquals(2, say("m-2").join().seq());
    }

    @Test
    void whatChangedMeanwhileIsSeen() {
        QuarkusTransaction.requiringNew().run(this::changeElsewhere);
        Receipt receipt = say("m-3").join();
        assertEquals("Sari", receipt.state().customerName());
        assertEquals(3, receipt.seq());
    }

    @Test
    void whatChangesWhileItIsWrittenIsSeen() {
        CompletableFuture<CompletableFuture<Receipt>> ours = new CompletableFuture<>();
        QuarkusTransaction.requiringNew().run(() -> {
            changeElsewhere();
            ours.complete(say("m-3"));
            Patience.until("the log waits for the row", this::somebodyWaits);
        });
        Receipt receipt = ours.join().join();
        assertEquals("Sari", receipt.state().customerName());
        assertEquals(3, receipt.seq());
    }

    @Test
    void whoIsForgottenWhileTheirWordsAreOnTheWaySaysNothingMore() {
        UUID customer = conversations.find(conversation).customer();
        CompletableFuture<CompletableFuture<Receipt>> theirs = new CompletableFuture<>();
        QuarkusTransaction.requiringNew().run(() -> {
            forgets.forget(customer);
            theirs.complete(say("m-3"));
            Patience.until("the log waits for the row", this::somebodyWaits);
        });
        for (CompletableFuture<Receipt> late : List.of(theirs.join(), say("m-4"))) {
            CompletionException refused = assertThrows(CompletionException.class, late::join);
            Problem why = assertInstanceOf(Problem.class, refused.getCause());
            assertEquals(Problem.Code.NOT_SIGNED_IN, why.code());
        }
        assertEquals(2, conversations.find(conversation).last());
    }

    @Test
    void aRepeatIsAnsweredWithWhatWasWritten() {
        Receipt repeat = say("m-1").join();
        assertEquals(1, repeat.seq());
        assertFalse(repeat.wrote());
        assertEquals(3, say("m-3").join().seq());
    }

    @Test
    void aRefusalRestsOnWhatIsTrueNow() {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update conversation set holder = :agent, turn = 'AGENT' where id = :id")
                .setParameter("agent", AGENT)
                .setParameter("id", conversation.id())
                .executeUpdate());
        Receipt receipt = conversations
                .agentSays(conversation, Author.agent(AGENT, "Bima"), "a-1", "I have it now")
                .join();
        assertEquals(3, receipt.seq());
    }

    private CompletableFuture<Receipt> say(String clientId) {
        return conversations.customerSays(conversation, clientId, "Hello", null);
    }

    private void changeElsewhere() {
        entities.createNativeQuery(ELSEWHERE)
                .setParameter("id", conversation.id())
                .executeUpdate();
    }

    private boolean somebodyWaits() {
        return !entities.createNativeQuery("select 1 from pg_locks where not granted")
                .getResultList()
                .isEmpty();
    }
}
