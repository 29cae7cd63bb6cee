package dev.ramah.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.routing.Days.Plan;
import dev.ramah.routing.Days.Visit;
import dev.ramah.routing.Estimate.Outcome;
import dev.ramah.routing.Estimate.Pace;
import dev.ramah.routing.Estimate.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How honest the range is that customers are told. */
class EstimateTest {

    private static final Pace NOTHING = new Pace(0, 0);

    /** Ten conversations of five minutes. */
    private static final Pace FIVE_MINUTES = new Pace(10, 3_000);

    @Test
    void whoFindsSomebodyFreeWaitsUntilTheyPickUp() {
        assertEquals(range(15, 30), Estimate.of(new Standing(0, 0), NOTHING, NOTHING, List.of()));
        List<Outcome> quick = IntStream.rangeClosed(1, 20)
                .mapToObj(each -> new Outcome(0, 30, each))
                .toList();
        assertEquals(range(10, 18), Estimate.of(new Standing(0, 0), NOTHING, NOTHING, quick));
    }

    @Test
    void withoutAnyConversationThatEndedThereIsNoNumber() {
        assertEquals(Optional.empty(), Estimate.of(new Standing(1, 3), NOTHING, NOTHING, List.of()));
        assertEquals(Optional.empty(), Estimate.of(new Standing(1, 0), FIVE_MINUTES, NOTHING, List.of()));
    }

    @Test
    void whoIsBehindWaitsUntilAsManyConversationsHaveEnded() {
        Estimate first = estimate(1, 5);
        Estimate fourth = estimate(4, 5);
        // One of five conversations of five minutes ends each minute.
        assertTrue(first.likely().toSeconds() >= 40 && first.likely().toSeconds() <= 60, first.toString());
        assertTrue(fourth.likely().toSeconds() >= 200 && fourth.likely().toSeconds() <= 240, fourth.toString());
        assertTrue(fourth.most().compareTo(fourth.likely()) > 0, fourth.toString());
        assertTrue(estimate(4, 10).most().compareTo(fourth.most()) < 0, "twice as many hands are quicker");
    }

    @Test
    void theUpperEndIsStretchedByHowFarOffEarlierOnesWere() {
        List<Outcome> twiceAsLong = Collections.nCopies(30, new Outcome(3, 100, 200));
        Estimate stretched = Estimate.of(new Standing(4, 5), FIVE_MINUTES, NOTHING, twiceAsLong)
                .orElseThrow();
        double foretold = Estimate.foretold(new Standing(4, 5), FIVE_MINUTES, NOTHING, twiceAsLong)
                .orElseThrow();
        assertEquals(2 * foretold, (double) stretched.most().toSeconds(), 2);
    }

    static Stream<Plan> plans() {
        return Stream.of(new Plan(6, 3, 60, 5, 0.15), new Plan(3, 4, 36, 4, 0), new Plan(12, 3, 130, 6, 0.1));
    }

    /** The seeds were not looked at while the estimate was made. */
    @ParameterizedTest
    @MethodSource("plans")
    void overBurstyDaysEightOfTenWaitNoLongerThanToldAndAreNotToldTwiceAsLong(Plan plan) {
        List<Double> ratios = new ArrayList<>();
        int all = 0;
        int kept = 0;
        for (long seed = 90_001; seed <= 90_002; seed++) {
            Days days = new Days(seed, plan);
            for (int day = 0; day < 4; day++) {
                for (Visit each : days.next()) {
                    if (each.told().isPresent()) {
                        long most = each.told().get().most().toSeconds();
                        all++;
                        kept += each.waited() <= most ? 1 : 0;
                        ratios.add(most / (double) Math.max(1, each.waited()));
                    }
                }
            }
        }
        Collections.sort(ratios);
        double share = kept / (double) all;
        double median = ratios.get(ratios.size() / 2);
        String seen = "%s: %d customers, %.3f kept, the upper end is %.2f times the wait in the median"
                .formatted(plan, all, share, median);
        System.getLogger(EstimateTest.class.getName()).log(System.Logger.Level.INFO, seen);
        assertTrue(share >= 0.8 && median <= 2, seen);
    }

    private static Estimate estimate(int behind, int held) {
        return Estimate.of(new Standing(behind, held), FIVE_MINUTES, NOTHING, List.of())
                .orElseThrow();
    }

    private static Optional<Estimate> range(long likely, long most) {
        return Optional.of(new Estimate(Duration.ofSeconds(likely), Duration.ofSeconds(most)));
    }
}
