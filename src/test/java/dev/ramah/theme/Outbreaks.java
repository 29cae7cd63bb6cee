package dev.ramah.theme;

import dev.ramah.language.Vector;
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
import java.util.function.IntFunction;

/**
 * Ten weeks of complaints: ten themes of which each is complained about every other day or so, as much that belongs
 * nowhere, and ten that break out one after another from the fifth week on, ten complaints a day for three days.
 */
final class Outbreaks {

    static final int STANDING = 10;
    static final int PLANTED = 10;
    static final int WEEKS = 10;

    /** One complaint of the stream, at a moment in days. */
    record Told(double at, Point point, int theme) {}

    private Outbreaks() {}

    /** All of it. */
    static List<Told> stream(long seed, IntFunction<Vector> said) {
        return stream(seed, 0, 7 * WEEKS, said);
    }

    /**
     * Some days of the stream that the seed makes, as if it began with them.
     *
     * @param said what somebody says of a theme: those that stand come first, then those that break out; -1 for none
     */
    static List<Told> stream(long seed, double from, double to, IntFunction<Vector> said) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Due> all = new ArrayList<>();
        for (int theme = 0; theme < STANDING; theme++) {
            all.addAll(due(random, 0, 7 * WEEKS, 0.3 + 0.15 * theme, theme));
        }
        all.addAll(due(random, 0, 7 * WEEKS, 8, -1));
        for (int i = 0; i < PLANTED; i++) {
            double begins = 29 + 4 * i;
            all.addAll(due(random, begins, begins + 3, 10, STANDING + i));
        }
        return all.stream()
                .filter(each -> each.at() >= from && each.at() < to)
                .sorted(Comparator.comparingDouble(Due::at))
                .map(each -> told(random, each.at() - from, each.theme(), said))
                .toList();
    }

    private record Due(double at, int theme) {}

    private static List<Due> due(SplittableRandom random, double from, double to, double rate, int theme) {
        List<Due> due = new ArrayList<>();
        for (double at = from + wait(random, rate); at < to; at += wait(random, rate)) {
            due.add(new Due(at, theme));
        }
        return due;
    }

    private static Told told(SplittableRandom random, double at, int theme, IntFunction<Vector> said) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        UUID customer = new UUID(random.nextLong(), random.nextLong());
        return new Told(at, new Point(id, customer, said.apply(theme)), theme);
    }

    static double wait(SplittableRandom random, double rate) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }

    /**
     * What was flagged.
     *
     * @param foundAfter after how many of its complaints each of those that broke out was
     * @param falseAlarms how often something else was, counted once a day
     */
    record Seen(Map<Integer, Integer> foundAfter, int falseAlarms) {

        /** How many broke out and were flagged within so many complaints of each. */
        int within(int complaints) {
            return (int) foundAfter.values().stream()
                    .filter(each -> each <= complaints)
                    .count();
        }
    }

    /** Goes through the grouping, one after another, and looks at what rises after each. */
    static Seen watch(Grouping.Rule rule, List<Told> stream) {
        Grouping grouping = new Grouping(rule, List.of(), List.of(), List.of());
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
}
