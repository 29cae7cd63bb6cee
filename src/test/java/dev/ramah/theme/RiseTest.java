package dev.ramah.theme;

import static dev.ramah.theme.Outbreaks.PLANTED;
import static dev.ramah.theme.Outbreaks.STANDING;
import static dev.ramah.theme.Outbreaks.WEEKS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.theme.Outbreaks.Seen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A rise is seen on the day it comes, and what is chance is not taken for one. */
class RiseTest {

    @Test
    void nineOfTenThatBreakOutAreSeenWithinThirtyComplaintsAndAtMostOneAWeekIsNothing() {
        int seen = 0;
        int falseAlarms = 0;
        int streams = 5;
        for (int seed = 0; seed < streams; seed++) {
            Planted planted = new Planted(seed, STANDING + PLANTED);
            Seen each = Outbreaks.watch(
                    Grouping.Rule.SHIPPED,
                    Outbreaks.stream(seed, theme -> theme < 0 ? planted.ofNone() : planted.of(theme)));
            seen += each.within(30);
            falseAlarms += each.falseAlarms();
        }
        assertTrue(seen >= 9 * streams, seen + " of " + PLANTED * streams + " were seen");
        assertTrue(falseAlarms <= WEEKS * streams, falseAlarms + " false alarms in " + WEEKS * streams + " weeks");
    }

    @Test
    void withoutAReasonHardlyAnythingIsSeenEvenWhereDaysDiffer() {
        SplittableRandom random = new SplittableRandom(11);
        int alarms = 0;
        int weeks = 100;
        int themes = 20;
        for (int theme = 0; theme < themes; theme++) {
            double rate = 0.2 + theme / 2.0;
            List<Integer> days = new ArrayList<>();
            for (int day = 0; day < Rise.BEFORE + 7 * weeks; day++) {
                // Some days are half, some twice what is usual.
                double today = rate * (theme % 2 == 0 ? 1 : 0.5 + 1.5 * random.nextDouble());
                int n = 0;
                for (double at = Outbreaks.wait(random, today); at < 1; at += Outbreaks.wait(random, today)) {
                    n++;
                }
                days.add(n);
                boolean looked = days.size() > Rise.BEFORE;
                if (looked && Rise.of(days.subList(days.size() - 1 - Rise.BEFORE, days.size()), themes) != null) {
                    alarms++;
                }
            }
        }
        assertTrue(alarms <= weeks, alarms + " false alarms in " + weeks + " weeks");
    }

    @Test
    void aRiseIsMuchMoreThanTheDaysBefore() {
        List<Integer> usual =
                IntStream.range(0, Rise.BEFORE).map(i -> i % 3).boxed().toList();
        assertNull(Rise.of(with(usual, 3), 10));
        Rise rise = Rise.of(with(usual, 12), 10);
        assertNotNull(rise);
        assertEquals(12, rise.n());
        assertTrue(rise.expected() > 0.5 && rise.expected() < 1.5, rise.toString());
        assertNull(Rise.of(with(Collections.nCopies(5, 0), 30), 10), "A shop that has just begun has no usual day");
        assertNull(Rise.of(with(Collections.nCopies(Rise.BEFORE, 0), 3), 1));
        assertNotNull(Rise.of(with(Collections.nCopies(Rise.BEFORE, 0), 8), 50));
    }

    /** With a rate that is known well the distribution is Poisson's: R's ppois(9, 5, lower.tail = FALSE) and pnbinom. */
    @Test
    void theTailsAreThoseOfTheBooks() {
        assertEquals(0.03182806, Rise.atLeast(10, 5, 1e9), 1e-5);
        // Size 1 is the geometric distribution: so many or more is (mean / (1 + mean)) to the n.
        assertEquals(Math.pow(2.0 / 3, 6), Rise.atLeast(6, 2, 1), 1e-12);
        assertEquals(1, Rise.atLeast(0, 5, 3), 1e-12);
    }

    private static List<Integer> with(List<Integer> before, int last) {
        List<Integer> days = new ArrayList<>(before);
        days.add(last);
        return days;
    }
}
