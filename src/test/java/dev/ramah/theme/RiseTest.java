package dev.ramah.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.theme.Grouping.Centre;
import dev.ramah.theme.Grouping.Placed;
import dev.ramah.theme.Grouping.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A rise is seen on the day it comes, and what is chance is not taken for one. */
class RiseTest {

    private static final int STANDING = 10;
    private static final int PLANTED = 10;
    private static final int WEEKS = 10;

    /** One complaint of the generated stream, at a moment in days. */
    private record Told(double at, Point point, int theme) {}

    /**
     * Ten weeks: ten themes of which each is complained about every other day or so, as much that belongs nowhere, and ten
     * that break out one after another from the fifth week on, ten complaints a day for three days.
     */
    private static List<Told> stream(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Planted planted = new Planted(seed, STANDING + PLANTED);
        List<Told> all = new ArrayList<>();
        for (int theme = 0; theme < STANDING; theme++) {
            double rate = 0.3 + 0.15 * theme;
            for (double at = wait(random, rate); at < 7 * WEEKS; at += wait(random, rate)) {
                all.add(new Told(at, planted.point(planted.of(theme)), theme));
            }
        }
        for (double at = wait(random, 8); at < 7 * WEEKS; at += wait(random, 8)) {
            all.add(new Told(at, planted.point(planted.ofNone()), -1));
        }
        for (int i = 0; i < PLANTED; i++) {
            double begins = 29 + 4 * i;
            for (double at = begins + wait(random, 10); at < begins + 3; at += wait(random, 10)) {
                all.add(new Told(at, planted.point(planted.of(STANDING + i)), STANDING + i));
            }
        }
        all.sort(Comparator.comparingDouble(Told::at));
        return all;
    }

    private static double wait(SplittableRandom random, double rate) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }

    /** What was flagged: after how many of its complaints each planted one was, and how often one that stands was. */
    private record Seen(Map<Integer, Integer> foundAfter, int falseAlarms) {}

    private static Seen watch(List<Told> stream) {
        Grouping grouping = new Grouping(Grouping.Rule.SHIPPED, List.of(), List.of(), List.of());
        Map<UUID, Told> told = new HashMap<>();
        Map<UUID, List<Told>> themes = new HashMap<>();
        Map<Integer, Integer> soFar = new HashMap<>();
        Map<Integer, Integer> found = new HashMap<>();
        Set<String> alarms = new HashSet<>();
        for (Told each : stream) {
            told.put(each.point().id(), each);
            soFar.merge(each.theme(), 1, Integer::sum);
            Placed placed = grouping.place(each.point());
            if (placed == null) {
                continue;
            }
            UUID theme = placed.theme();
            if (theme == null) {
                theme = each.point().id();
                grouping.founded(Centre.of(
                        theme, placed.points().stream().map(Point::meaning).toList()));
            }
            List<Told> members = themes.computeIfAbsent(theme, none -> new ArrayList<>());
            placed.points().stream().map(Point::id).map(told::get).forEach(members::add);
            if (Rise.of(days(members, each.at()), themes.size()) != null) {
                int about = most(members);
                if (about >= STANDING) {
                    found.putIfAbsent(about, soFar.getOrDefault(about, 0));
                } else {
                    alarms.add(theme + " " + (int) each.at());
                }
            }
        }
        return new Seen(found, alarms.size());
    }

    private static List<Integer> days(List<Told> members, double now) {
        int known = (int) Math.min(Rise.BEFORE, now);
        List<Integer> days = new ArrayList<>(Collections.nCopies(known + 1, 0));
        for (Told each : members) {
            int age = (int) Math.floor(now - each.at());
            if (age <= known) {
                days.set(known - age, days.get(known - age) + 1);
            }
        }
        return days;
    }

    private static int most(List<Told> members) {
        Map<Integer, Integer> counts = new HashMap<>();
        members.forEach(each -> counts.merge(each.theme(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    @Test
    void nineOfTenThatBreakOutAreSeenWithinThirtyComplaintsAndAtMostOneAWeekIsNothing() {
        int seen = 0;
        int falseAlarms = 0;
        int streams = 5;
        for (int seed = 0; seed < streams; seed++) {
            Seen each = watch(stream(seed));
            seen += (int) each.foundAfter().values().stream()
                    .filter(after -> after <= 30)
                    .count();
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
                for (double at = wait(random, today); at < 1; at += wait(random, today)) {
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
