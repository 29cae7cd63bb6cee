package dev.ramah.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.theme.Grouping.Centre;
import dev.ramah.theme.Grouping.Placed;
import dev.ramah.theme.Grouping.Point;
import dev.ramah.theme.Planted.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Complaints with known themes go through the grouping, one after another. */
class GroupingTest {

    private static final Grouping.Rule RULE = Grouping.Rule.SHIPPED;

    /** Where everything was put; it goes on from where it was, as after a restart. */
    private static final class Run {

        final Map<UUID, UUID> themes = new HashMap<>();
        private final Map<UUID, Centre> centres = new HashMap<>();
        private final Map<UUID, Point> loose = new HashMap<>();
        private final Grouping.Rule rule;
        private Grouping grouping;

        Run() {
            this(RULE);
        }

        Run(Grouping.Rule rule) {
            this.rule = rule;
            this.grouping = new Grouping(rule, List.of(), List.of(), List.of());
        }

        void put(List<Seed> seeds) {
            seeds.forEach(each -> put(each.point()));
        }

        @Nullable Placed put(Point point) {
            loose.put(point.id(), point);
            Placed placed = grouping.place(point);
            if (placed != null) {
                UUID theme = placed.theme();
                if (theme == null) {
                    theme = point.id();
                    Centre centre = Centre.of(
                            theme, placed.points().stream().map(Point::meaning).toList());
                    centres.put(theme, centre);
                    grouping.founded(centre);
                }
                for (Point each : placed.points()) {
                    assertNull(themes.put(each.id(), theme), "What was put somewhere stays there");
                    loose.remove(each.id());
                }
            }
            return placed;
        }

        void startsAgain() {
            Map<UUID, Centre> stored = new HashMap<>();
            centres.forEach((id, centre) -> stored.put(id, new Centre(id, centre.sum())));
            centres.putAll(stored);
            grouping = new Grouping(rule, stored.values(), List.of(), loose.values());
        }
    }

    @Test
    void whatWasPlantedIsFoundWithinThirtyComplaintsEach() {
        int found = 0;
        for (int seed = 0; seed < 5; seed++) {
            Run run = new Run();
            List<Seed> stream = new Planted(seed, 10).stream(30);
            run.put(stream);
            found += foundOf(run, stream, 10);
        }
        assertTrue(found >= 45, found + " of 50 were found");
    }

    @Test
    void theRuleOfTheShippedModelIsTheOneThatIsMeasuredOfIt() {
        Grouping.Rule rule = Grouping.Rule.of(0.5, 0.72);
        assertEquals(RULE.join(), rule.join(), 1e-9);
        assertEquals(RULE.link(), rule.link(), 1e-9);
        assertEquals(RULE.same(), rule.same(), 1e-9);
        // What tells nothing apart says nothing about how.
        assertEquals(RULE, Grouping.Rule.of(0.7, 0.71));
    }

    /** One that sees all texts near each other, and one to which they have hardly anything in common. */
    @ParameterizedTest
    @CsvSource({"0.80, 0.89", "0.10, 0.50"})
    void withAnotherModelTheSameIsFoundByWhatIsMeasuredOfIt(double apart, double alike) {
        int found = 0;
        int byTheShipped = 0;
        for (int seed = 0; seed < 2; seed++) {
            List<Seed> stream = new Planted(seed, 10, apart, alike).stream(30);
            Run run = new Run(Grouping.Rule.of(apart, alike));
            run.put(stream);
            found += foundOf(run, stream, 10);
            Run shipped = new Run();
            shipped.put(stream);
            byTheShipped += foundOf(shipped, stream, 10);
        }
        assertTrue(found >= 18, found + " of 20 were found");
        assertTrue(byTheShipped < 10, byTheShipped + " of 20 were found with the rule of another model");
    }

    /** A planted theme is found where most of it, and little else, is in one theme. */
    private static int foundOf(Run run, List<Seed> stream, int planted) {
        int found = 0;
        for (int i = 0; i < planted; i++) {
            int theme = i;
            Map<UUID, Long> where = stream.stream()
                    .filter(each -> each.theme() == theme)
                    .map(each -> run.themes.get(each.point().id()))
                    .filter(each -> each != null)
                    .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
            UUID most = where.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(null);
            if (most != null) {
                long all = run.themes.values().stream().filter(most::equals).count();
                long here = where.getOrDefault(most, 0L);
                found += here >= 24 && here >= 0.9 * all ? 1 : 0;
            }
        }
        return found;
    }

    @Test
    void inAnotherOrderAndWithRestartsBetweenItIsTheSame() {
        Planted planted = new Planted(7, 8);
        List<Seed> stream = planted.stream(25);
        Run first = new Run();
        first.put(stream);
        Run second = new Run();
        List<Seed> other = planted.shuffled(stream);
        for (int day = 0; day < 10; day++) {
            second.put(other.subList(day * other.size() / 10, (day + 1) * other.size() / 10));
            second.startsAgain();
        }
        List<UUID> both = first.themes.keySet().stream()
                .filter(second.themes::containsKey)
                .toList();
        assertTrue(both.size() >= 0.9 * 8 * 25, both.size() + " are in a theme both times");
        int same = 0;
        int pairs = 0;
        for (UUID one : both) {
            for (UUID another : both) {
                boolean together = Objects.equals(first.themes.get(one), first.themes.get(another));
                boolean again = Objects.equals(second.themes.get(one), second.themes.get(another));
                same += together == again ? 1 : 0;
                pairs++;
            }
        }
        assertTrue(same >= 0.99 * pairs, same + " of " + pairs + " pairs are as before");
    }

    @Test
    void whatOneCustomerSaysAgainAndAgainIsNoTheme() {
        Planted planted = new Planted(3, 1);
        Run run = new Run();
        UUID customer = UUID.randomUUID();
        for (int i = 0; i < 20; i++) {
            run.put(new Point(UUID.randomUUID(), customer, planted.of(0)));
        }
        run.put(new Point(UUID.randomUUID(), UUID.randomUUID(), planted.of(0)));
        assertEquals(Map.of(), run.themes);
        Placed placed = run.put(new Point(UUID.randomUUID(), UUID.randomUUID(), planted.of(0)));
        assertNotNull(placed);
        assertTrue(placed.points().size() > 15);
    }

    @Test
    void fewerThanEnoughWaitForMore() {
        Planted planted = new Planted(4, 1);
        Run run = new Run();
        for (int i = 1; i < RULE.alike(); i++) {
            assertNull(run.put(planted.point(planted.of(0))));
        }
        run.startsAgain();
        Placed placed = run.put(planted.point(planted.of(0)));
        assertNotNull(placed);
        assertEquals(RULE.alike(), placed.points().size());
    }

    @Test
    void quotesAreNearTheMiddleAndNoRepeats() {
        Planted planted = new Planted(5, 1);
        List<Point> said = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            said.add(planted.point(planted.of(0)));
        }
        Point again =
                new Point(UUID.randomUUID(), UUID.randomUUID(), said.get(0).meaning());
        said.add(again);
        Centre centre =
                Centre.of(UUID.randomUUID(), said.stream().map(Point::meaning).toList());
        List<Point> quotes = Quotes.of(said, Point::meaning, centre.middle(), 31);
        assertEquals(30, quotes.size());
        Set<Point> chosen = new HashSet<>(Quotes.of(said, Point::meaning, centre.middle(), 5));
        assertEquals(5, chosen.size());
        double near = chosen.stream()
                .mapToDouble(each -> each.meaning().cosine(centre.middle()))
                .average()
                .orElseThrow();
        double all = said.stream()
                .mapToDouble(each -> each.meaning().cosine(centre.middle()))
                .average()
                .orElseThrow();
        assertTrue(near >= all, near + " " + all);
    }
}
