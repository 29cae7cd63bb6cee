package dev.ramah.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Line;
import dev.ramah.cast.MovableClock;
import dev.ramah.cast.SmallShop;
import dev.ramah.cast.Visitor;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody sets the server's clock while everybody talks. Clients send no times, so theirs are nobody's business. */
@RamahTest
@TestProfile(SmallShop.class)
class WrongClockTest {

    @Inject
    MovableClock clock;

    @Inject
    Cast cast;

    @AfterEach
    void itIsSetRight() {
        clock.isWrongBy(Duration.ZERO);
    }

    /** The bot waits for more words, and an agent for theirs, by a clock that nobody can set. */
    @ParameterizedTest
    @ValueSource(ints = {-60, 60})
    void anHourOffNobodyNoticesAndTheNumbersMakeTheOrder(int minutes) {
        try (Visitor sari = Visitor.arrives(java.util.Map.of("name", "Sari", "language", "en"));
                Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
            sari.says("Before");
            clock.isWrongBy(Duration.ofMinutes(minutes));
            sari.says("After");
            sari.line().awaitEntry("escalated");
            bima.takes(sari.conversation);
            bima.says(sari.conversation, "Hello");
            clock.isWrongBy(Duration.ZERO);
            int last = sari.says("Right again").path("seq").asInt();
            bima.line().awaitSaid("Right again");
            assertEquals(upTo(last), numbers(sari.line()));
            try (Line again = sari.connect(0)) {
                again.awaitSaid("Right again");
                assertEquals(upTo(last), numbers(again));
            }
            sari.does("resolve", java.util.Map.of());
        }
    }

    @Test
    void limitsAreCountedByAClockThatNobodyCanSet() {
        try (Visitor tom = Visitor.tom()) {
            clock.isWrongBy(Duration.ofHours(1));
            for (int i = 0; i < SmallShop.MESSAGES_A_MINUTE; i++) {
                assertEquals("entry", tom.says("Message " + i).path("type").asText());
            }
            JsonNode refused = tom.tries("say", java.util.Map.of("text", "One too many"));
            assertEquals("rate_limited", refused.path("code").asText());
            int wait = refused.path("retryAfter").asInt();
            clock.isWrongBy(Duration.ofHours(-1));
            clock.moveBy(Duration.ofSeconds(wait));
            JsonNode after = tom.says("After the wait");
            assertEquals("entry", after.path("type").asText(), after.toString());
        }
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<Integer> numbers(Line line) {
        return line.entries().stream().map(each -> each.path("seq").asInt()).toList();
    }
}
