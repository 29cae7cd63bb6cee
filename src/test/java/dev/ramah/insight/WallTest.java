package dev.ramah.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Line;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.desk.EmptyDesk;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The wall tells whoever is of staff what is now, as it changes. */
@RamahTest
class WallTest {

    @Inject
    Cast cast;

    @Inject
    EmptyDesk emptyDesk;

    private final Present present = new Present();

    /** What earlier tests left would go on to change: an offer runs out, somebody's leave is noticed. */
    @BeforeEach
    void quiet() {
        emptyDesk.now();
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        present.leave();
    }

    @Test
    void itFollowsAConversationFromTheQueueIntoAHandAndToItsEnd() {
        try (Line wall = hangs(cast.token(cast.bima()))) {
            JsonNode first = wall.await("wall");
            Visitor tom = present.opened(Visitor.tom());
            tom.says("Where is my grinder?");
            tom.asksForPerson();
            JsonNode waits = wall.await(each ->
                    each.path("waiting").asInt() == first.path("waiting").asInt() + 1);
            assertTrue(waits.path("longestSince").isTextual());
            Agent bima = present.sitsDown(cast.bima());
            bima.takes(tom.conversation);
            JsonNode taken = wall.await(each -> each.path("inHand").asInt()
                            > first.path("inHand").asInt()
                    && each.path("online").asInt() > 0
                    && each.path("waiting").asInt() == first.path("waiting").asInt());
            bima.says(tom.conversation, "On its way.");
            bima.resolves(tom.conversation);
            JsonNode over = wall.await(each -> each.at("/today/resolved").asInt()
                            > first.at("/today/resolved").asInt()
                    && each.path("inHand").asInt() == first.path("inHand").asInt());
            assertTrue(over.at("/today/handedOver").asInt()
                    > first.at("/today/handedOver").asInt());
            assertEquals(taken.at("/today/since"), over.at("/today/since"));
        }
    }

    @Test
    void twoScreensShowTheSame() {
        try (Line one = hangs(cast.token(cast.bima()));
                Line other = hangs(cast.token(cast.maya()))) {
            int before = one.await("wall").path("waiting").asInt();
            other.await("wall");
            Visitor sari = present.opened(Visitor.sari());
            sari.says("Halo");
            sari.asksForPerson();
            JsonNode here = one.await(each -> each.path("waiting").asInt() == before + 1);
            JsonNode there = other.await(each -> each.path("waiting").asInt() == before + 1);
            for (String each : List.of("online", "away", "inHand", "longestSince")) {
                assertEquals(here.path(each), there.path(each), each);
            }
        }
    }

    @Test
    void whoIsNotOfStaffSeesNothing() {
        for (String nobody : List.of("wrong", present.opened(Visitor.tom()).token)) {
            try (Line wall = hangs(nobody)) {
                assertEquals(4401, wall.awaitClose());
            }
        }
    }

    private static Line hangs(String token) {
        Line line = Line.to(Visitor.uri("/ws/wall"));
        line.send(Map.of("type", "hello", "token", token));
        return line;
    }
}
