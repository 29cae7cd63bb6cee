package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Line;
import dev.ramah.cast.MovableClock;
import dev.ramah.cast.SmallShop;
import dev.ramah.cast.Visitor;
import dev.ramah.platform.RamahTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much one visitor may do. */
@RamahTest
@TestProfile(SmallShop.class)
class ChatLimitsTest {

    @Inject
    MovableClock clock;

    @Test
    void whoSaysTooMuchInAMinuteIsToldWhenToGoOnAndOthersAreNot() {
        try (Visitor tom = Visitor.tom();
                Visitor sari = Visitor.sari()) {
            for (int i = 0; i < SmallShop.MESSAGES_A_MINUTE; i++) {
                assertEquals("entry", tom.says("Message " + i).path("type").asText());
            }
            JsonNode refused = tom.tries("say", Map.of("text", "One more"));
            assertEquals("rate_limited", refused.path("code").asText());
            assertTrue(refused.path("retryAfter").asInt() > 0, refused.toString());
            assertEquals("entry", sari.says("I said nothing yet").path("type").asText());
            clock.moveBy(Duration.ofSeconds(refused.path("retryAfter").asInt()));
            assertEquals("entry", tom.says("One more").path("type").asText());
        }
    }

    @Test
    void aFloodOfFramesThatStoreNothingIsStoppedToo() {
        try (Visitor tom = Visitor.tom()) {
            for (int i = 0; i <= SmallShop.FRAMES_A_MINUTE; i++) {
                tom.send("typing", Map.of());
            }
            tom.line().awaitProblem("rate_limited");
        }
    }

    @Test
    void aVisitorHasSoManyConnectionsAndGetsOneBackForEachThatIsClosed() {
        try (Visitor tom = Visitor.tom()) {
            List<Line> more = new ArrayList<>();
            for (int i = 1; i < SmallShop.CONNECTIONS_OF_A_VISITOR; i++) {
                more.add(tom.connect(0));
            }
            Line tooMany = Line.to(Visitor.uri("/ws/chat"));
            tooMany.send(Map.of("type", "hello", "token", tom.token));
            tooMany.awaitProblem("rate_limited");
            tooMany.close();
            more.forEach(Line::close);
            welcomeAtLast(tom);
        }
    }

    @Test
    void whoseNetworkBreaksWhileSayingHelloIsNotLockedOut() {
        try (Visitor tom = Visitor.tom()) {
            for (int i = 0; i < 40; i++) {
                Line broken = Line.to(Visitor.uri("/ws/chat"));
                broken.send(Map.of("type", "hello", "token", tom.token));
                broken.cut();
            }
            for (int i = 1; i < SmallShop.CONNECTIONS_OF_A_VISITOR; i++) {
                welcomeAtLast(tom);
            }
        }
    }

    /** Comes in and stays; that the connections before it are gone is noticed a moment later. */
    private static void welcomeAtLast(Visitor visitor) {
        for (int tries = 0; tries < 500; tries++) {
            Line line = Line.to(Visitor.uri("/ws/chat"));
            line.send(Map.of("type", "hello", "token", visitor.token));
            JsonNode answer = line.await(frame -> true);
            if (answer.path("type").asText().equals("welcome")) {
                return;
            }
            line.close();
        }
        throw new AssertionError("No seat got free");
    }
}
