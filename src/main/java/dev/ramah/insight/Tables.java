package dev.ramah.insight;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows of a table, each a tally. They come by name: nobody is ranked by figures that chance may turn round. */
final class Tables {

    private Tables() {}

    /** Tallies by row, and where what has a key goes to. */
    static final class Table {

        private final Map<String, Tally> rows = new HashMap<>();
        private final Keys keys;

        Table(Keys keys) {
            this.keys = keys;
        }

        Collection<Tally> of(String key, java.time.Instant at) {
            return keys.of(key, at).stream()
                    .map(row -> rows.computeIfAbsent(row, none -> new Tally()))
                    .toList();
        }

        /** Those in which anything was counted. */
        SortedMap<String, Tally> rows() {
            SortedMap<String, Tally> sorted = new TreeMap<>(Keys.BY_NAME);
            rows.forEach((row, tally) -> {
                if (!tally.isEmpty()) {
                    sorted.put(row, tally);
                }
            });
            return sorted;
        }
    }

    /** Adds what these episodes count within the range; the slow way, and the exact one. */
    static void add(Collection<Episode> episodes, Range range, Dimension dimension, Sheets.Rows to) {
        for (Episode each : episodes) {
            String key = dimension.key(each);
            if (key != null) {
                Counting.of(each, (at, cell, n, millis) -> {
                    if (range.contains(at)) {
                        to.of(key, at).forEach(tally -> tally.add(cell, n, millis));
                    }
                });
            }
        }
    }

    /** How it went, row by row; rows in which nobody was asked and nobody said so are left out. */
    static List<Row> satisfaction(Map<String, Tally> rows) {
        return rows.entrySet().stream()
                .map(each -> Row.of(each.getKey(), each.getValue().satisfaction()))
                .filter(Row::saysAnything)
                .toList();
    }
}
