package dev.ramah.insight;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The figures straight from the episodes, without anything that is kept. */
final class Recount {

    private Recount() {}

    static Overview overview(List<Episode> episodes, Range range) {
        return Overview.of(whole(episodes, range), whole(episodes, range.before()));
    }

    static List<Row> satisfaction(
            List<Episode> episodes, Range range, Split by, People people, Map<String, Set<String>> tags) {
        Tables.Table table = new Tables.Table(by.keys(range, people, tags));
        Tables.add(episodes, range, by.dimension(), table::of);
        return Tables.satisfaction(table.rows());
    }

    private static Tally whole(List<Episode> episodes, Range range) {
        Tally tally = new Tally();
        Tables.add(episodes, range, Dimension.ALL, (key, at) -> List.of(tally));
        return tally;
    }
}
