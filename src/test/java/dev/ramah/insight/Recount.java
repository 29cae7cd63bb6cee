package dev.ramah.insight;

import dev.ramah.desk.ToldWaits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** The figures straight from the episodes, without anything that is kept. */
final class Recount {

    private Recount() {}

    static Overview overview(List<Episode> episodes, Range range, Instant now) {
        return Overview.of(period(episodes, range, now), period(episodes, range.before(), now));
    }

    private static Overview.Period period(List<Episode> episodes, Range range, Instant now) {
        return new Overview.Period(
                whole(episodes, range),
                Ties.over(range, now).map(part -> whole(episodes, part)).orElseGet(Tally::new));
    }

    static List<Row> satisfaction(
            List<Episode> episodes, Range range, Split by, People people, Map<String, Set<String>> tags) {
        return Tables.satisfaction(rows(episodes, range, by, people, tags));
    }

    static List<Times> times(
            List<Episode> episodes, Range range, Split by, People people, Map<String, Set<String>> tags) {
        return rows(episodes, range, by, people, tags).entrySet().stream()
                .map(each -> Times.of(each.getKey(), each.getValue()))
                .toList();
    }

    static List<Promised> targets(
            List<Episode> episodes, Range range, Split by, People people, Map<String, Set<String>> tags) {
        return rows(episodes, range, by, people, tags).entrySet().stream()
                .map(each -> Promised.of(each.getKey(), each.getValue()))
                .filter(Promised::saysAnything)
                .toList();
    }

    static List<RepeatRow> repeats(
            List<Episode> episodes, Range range, Split by, People people, Map<String, Set<String>> tags) {
        return RepeatRow.table(whole(episodes, range), rows(episodes, range, by, people, tags));
    }

    static WaitBalance waits(List<Episode> episodes, Range range, List<ToldWaits.Wait> goingOn, Instant now) {
        return WaitBalance.of(whole(episodes, range), range, goingOn, now);
    }

    private static SortedMap<String, Tally> rows(
            List<Episode> episodes, Range range, Split by, People people, Map<String, Set<String>> tags) {
        Tables.Table table = new Tables.Table(by.keys(range, people, tags));
        Tables.add(episodes, range, by.dimension(), table::of);
        return table.rows();
    }

    private static Tally whole(List<Episode> episodes, Range range) {
        Tally tally = new Tally();
        Tables.add(episodes, range, Dimension.ALL, (key, at) -> List.of(tally));
        return tally;
    }
}
