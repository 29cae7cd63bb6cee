package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ramah.cast.Visitor;
import dev.ramah.platform.RamahTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

/** What was stored and not told here: another node wrote it, or the answer to the commit was lost. */
@RamahTest
class FeedTest {

    @Inject
    StatelessSession session;

    @Inject
    Clock clock;

    @Test
    void whatAnotherNodeWroteIsShownByItself() {
        try (Visitor tom = Visitor.tom()) {
            tom.asksForPerson();
            QuarkusTransaction.requiringNew().run(() -> written(tom, "From afar"));
            tom.line().awaitSaid("From afar");
            assertEquals(List.of(1, 2), numbers(tom));
        }
    }

    @Test
    void whatAnotherNodeWroteBeforeUsIsShownBeforeOurs() {
        try (Visitor tom = Visitor.tom()) {
            tom.asksForPerson();
            for (int i = 0; i < 20; i++) {
                String afar = "From afar " + i;
                QuarkusTransaction.requiringNew().run(() -> written(tom, afar));
                tom.says("From here " + i);
            }
            assertEquals(java.util.stream.IntStream.rangeClosed(1, 41).boxed().toList(), numbers(tom));
        }
    }

    @Test
    void whatIsBeingWrittenByAnotherNodeIsWaitedFor() {
        try (Visitor tom = Visitor.tom()) {
            tom.asksForPerson();
            CompletableFuture<Void> ours = new CompletableFuture<>();
            QuarkusTransaction.requiringNew().run(() -> {
                written(tom, "Written first");
                var unused = CompletableFuture.runAsync(() -> tom.says("Committed later"))
                        .whenComplete((said, fault) -> ours.complete(null));
            });
            ours.join();
            tom.line().awaitSaid("Committed later");
            assertEquals(
                    "Written first", tom.line().entries().get(1).path("text").asText());
            assertEquals(List.of(1, 2, 3), numbers(tom));
        }
    }

    @Test
    void whatWasRolledBackIsNeverShown() {
        try (Visitor tom = Visitor.tom()) {
            tom.asksForPerson();
            assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew()
                    .run(() -> {
                        written(tom, "Lost");
                        throw new IllegalStateException("killed before the commit");
                    }));
            assertEquals(2, tom.says("Next").path("seq").asInt());
            QuarkusTransaction.requiringNew().run(() -> written(tom, "From afar"));
            tom.line().awaitSaid("From afar");
            assertEquals(List.of(1, 2, 3), numbers(tom));
            assertEquals("Next", tom.line().entries().get(1).path("text").asText());
        }
    }

    /** As a node writes it that tells nobody. */
    private void written(Visitor visitor, String text) {
        session.doWork(connection -> written(new Ink(connection), visitor, text));
    }

    private void written(Ink ink, Visitor visitor, String text) throws SQLException {
        UUID id = UUID.fromString(visitor.conversation);
        Command command = new Command(
                new ConversationRef(id),
                Author.customer(""),
                UUID.randomUUID().toString(),
                clock.instant(),
                (c, by) -> c.customerSays(by, Happened.Said.plain(text), Duration.ZERO),
                new CompletableFuture<>());
        Conversation conversation = Objects.requireNonNull(
                ink.lock(List.of(command)).conversations().get(id));
        command.apply(conversation);
        ink.write(conversation.takeFresh(), List.of(conversation));
    }

    private static List<Integer> numbers(Visitor visitor) {
        return visitor.line().entries().stream()
                .map(each -> each.path("seq").asInt())
                .toList();
    }
}
