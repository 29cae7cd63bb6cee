package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.cast.Visitor;
import dev.ramah.platform.RamahTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What the log does when the connection breaks in the very moment of a commit. */
@RamahTest
class LogTest {

    @Inject
    Log log;

    @Inject
    Session entities;

    @Inject
    Clock clock;

    @Test
    void whatWasCommittedThoughTheAnswerWasLostIsToldBeforeWhatComesNext() {
        try (Visitor tom = Visitor.tom()) {
            tom.asksForPerson();
            log.doubt(List.of(QuarkusTransaction.requiringNew().call(() -> written(tom, "Committed"))));
            tom.says("Next");
            assertEquals(List.of(1, 2, 3), numbers(tom));
            assertEquals("Committed", tom.line().entries().get(1).path("text").asText());
        }
    }

    @Test
    void whatWasRolledBackIsNotTold() {
        try (Visitor tom = Visitor.tom()) {
            tom.asksForPerson();
            QuarkusTransaction.begin();
            Told lost = written(tom, "Lost");
            QuarkusTransaction.rollback();
            log.doubt(List.of(lost));
            assertEquals(2, tom.says("Next").path("seq").asInt());
            assertEquals("Next", tom.line().entries().get(1).path("text").asText());
            assertEquals(List.of(1, 2), numbers(tom));
        }
    }

    /** As the log writes it, in a transaction of which it never learns the end. */
    private Told written(Visitor visitor, String text) {
        Conversation conversation = entities.find(Conversation.class, UUID.fromString(visitor.conversation));
        new Command(
                        new ConversationRef(conversation.id),
                        Author.customer(""),
                        UUID.randomUUID().toString(),
                        clock.instant(),
                        (c, by) -> c.customerSays(by, Happened.Said.plain(text), java.time.Duration.ZERO),
                        new CompletableFuture<>())
                .apply(conversation);
        List<Entry> entries = Stream.of(conversation.takeFresh())
                .flatMap(List::stream)
                .peek(entities::persist)
                .map(each -> each.entry("Tom"))
                .toList();
        return new Told(conversation.state(), entries);
    }

    private static List<Integer> numbers(Visitor visitor) {
        return visitor.line().entries().stream()
                .map(each -> each.path("seq").asInt())
                .toList();
    }
}
