package dev.ramah.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.Problem;
import dev.ramah.routing.Rules.OfCustomer;
import dev.ramah.routing.Rules.OfPage;
import dev.ramah.routing.Rules.OfTopic;
import dev.ramah.routing.Rules.Wish;
import dev.ramah.routing.Weights.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What managers may set, what that asks for, and what conversations weigh. */
class RulesTest {

    private static final Rules SHOP = new Rules(
                    6,
                    Weights.USUAL,
                    List.of(new OfTopic("repairs", "machines", "grinders"), new OfTopic("delivery", "orders", null)),
                    List.of(new OfPage("/checkout", null, "payment")),
                    List.of(new OfCustomer("tier", "gold", 10), new OfCustomer("tier", "Platinum", 30)))
            .checked();

    @Test
    void topicsAndPagesAskForTeamsAndSkills() {
        assertEquals(
                new Wish(Set.of("machines"), Set.of("grinders", "payment")),
                SHOP.wish(Set.of("repairs", "other"), "https://kopi.example/Checkout?step=2"));
        assertEquals(new Wish(Set.of(), Set.of()), SHOP.wish(Set.of(), null));
    }

    @Test
    void theGreatestHeadStartCounts() {
        assertEquals(Duration.ofMinutes(30), SHOP.ahead(Map.of("tier", "platinum")));
        assertEquals(Duration.ofMinutes(10), SHOP.ahead(Map.of("tier", "gold", "name", "gold")));
        assertEquals(Duration.ZERO, SHOP.ahead(Map.of("name", "gold")));
    }

    @Test
    void whatAConversationWeighs() {
        Weights usual = Weights.USUAL;
        assertEquals(100, usual.of(new Work(false, false, 3, Duration.ZERO)));
        assertEquals(200, usual.of(new Work(false, true, 3, Duration.ZERO)));
        assertEquals(250, usual.of(new Work(false, true, 30, Duration.ofMinutes(9))));
        assertEquals(50, usual.of(new Work(false, false, 3, Duration.ofMinutes(10))), "quiet");
        assertEquals(125, usual.of(new Work(false, true, 30, Duration.ofHours(1))));
        assertEquals(0, usual.of(new Work(true, true, 30, Duration.ofHours(1))), "waits for somebody else");
    }

    @Test
    void aHeadStartIsBoundedSoWhoHasWaitedLongerThanItIsPassedByNobodyWhoComesNow() {
        Instant now = Instant.parse("2026-11-23T09:00:00Z");
        Waiting ordinary = new Waiting(new UUID(1, 1), false, now.minusSeconds(601), Duration.ZERO);
        Waiting gold = new Waiting(new UUID(1, 2), false, now, Duration.ofMinutes(10));
        Waiting fresh = new Waiting(new UUID(1, 3), false, now.minusSeconds(599), Duration.ZERO);
        Waiting lost = new Waiting(new UUID(1, 4), true, now, Duration.ZERO);
        assertEquals(
                List.of(lost, ordinary, gold, fresh),
                Stream.of(fresh, gold, ordinary, lost).sorted().toList());
    }

    @Test
    void whatIsCleanedUp() {
        Rules cleaned = new Rules(
                        6, Weights.USUAL, List.of(new OfTopic(" repairs ", " ", " grinders")), List.of(), List.of())
                .checked();
        assertEquals(List.of(new OfTopic("repairs", null, "grinders")), cleaned.topics());
    }

    @ParameterizedTest
    @MethodSource
    void whatMakesNoSense(String field, Rules rules) {
        Problem problem = assertThrows(Problem.class, rules::checked);
        assertTrue(problem.detail().startsWith(field), problem.detail());
    }

    static Stream<Arguments> whatMakesNoSense() {
        return Stream.of(
                Arguments.of("capacity", Rules.usual(0)),
                Arguments.of("capacity", Rules.usual(101)),
                Arguments.of(
                        "weights.quiet",
                        new Rules(6, new Weights(0, 101, 10, 100, 50, 30), List.of(), List.of(), List.of())),
                Arguments.of(
                        "topics",
                        new Rules(6, Weights.USUAL, List.of(new OfTopic("a", " ", null)), List.of(), List.of())),
                Arguments.of(
                        "topics.tag",
                        new Rules(6, Weights.USUAL, List.of(new OfTopic(" ", "a", null)), List.of(), List.of())),
                Arguments.of(
                        "customers.aheadMinutes",
                        new Rules(6, Weights.USUAL, List.of(), List.of(), List.of(new OfCustomer("a", "b", 61)))));
    }
}
