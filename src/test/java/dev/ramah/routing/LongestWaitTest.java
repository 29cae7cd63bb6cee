package dev.ramah.routing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.routing.Days.Plan;
import dev.ramah.routing.Days.Visit;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole day of a busy desk, where every fifth customer counts as having come ten minutes earlier. */
class LongestWaitTest {

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void importantCustomersWaitLessAndNobodyStarves(long seed) {
        List<Visit> equal = new Days(seed, new Plan(6, 3, 60, 5, 0)).next();
        List<Visit> ranked = new Days(seed, new Plan(6, 3, 60, 5, 0.2)).next();
        int longest = longest(ranked);
        String seen =
                "%d customers; the longest wait %d s, %d s where all are equal; on average %d s, important ones %d s"
                        .formatted(
                                ranked.size(), longest, longest(equal), average(ranked, false), average(ranked, true));
        System.Logger log = System.getLogger(LongestWaitTest.class.getName());
        log.log(System.Logger.Level.INFO, seen);
        assertTrue(average(ranked, true) < average(ranked, false), seen);
        assertTrue(ranked.stream().allMatch(each -> passedBy(each, ranked) == 0), seen);
    }

    /** How many were taken before this one who came later than any head start explains. */
    private static long passedBy(Visit one, List<Visit> all) {
        int taken = one.came() + one.waited();
        // Who was on offer already is taken in the order in which people answer, an offer's length apart.
        Duration most = Duration.ofMinutes(10).plusSeconds(90);
        return all.stream()
                .filter(other -> other.came() - one.came() > most.toSeconds())
                .filter(other -> other.came() + other.waited() < taken - 90)
                .count();
    }

    private static int longest(List<Visit> visits) {
        return visits.stream().map(Visit::waited).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static long average(List<Visit> visits, boolean important) {
        return Math.round(visits.stream()
                .filter(each -> each.ahead().isZero() != important)
                .mapToInt(Visit::waited)
                .average()
                .orElseThrow());
    }
}
