package dev.ramah.insight;

import dev.ramah.platform.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of a table that is split by one thing. */
interface SplitRow {

    /** What the row is about. */
    @Nullable String key();

    /** Of people, whether they had these alone; null of everything else. */
    default @Nullable Part part() {
        return null;
    }

    /** The values after the key. */
    List<@Nullable Object> cells();

    /** These as a table; keys come first, under the name of what they are split by. */
    static String csv(Split by, List<String> columns, List<? extends SplitRow> rows) {
        boolean hasParts = by == Split.AGENT;
        List<String> all = new ArrayList<>(List.of(by.wire()));
        if (hasParts) {
            all.add("part");
        }
        all.addAll(columns);
        return Csv.of(all, rows.stream().map(each -> line(each, hasParts)).toList());
    }

    private static List<@Nullable Object> line(SplitRow row, boolean hasPart) {
        List<@Nullable Object> line = new ArrayList<>();
        line.add(row.key());
        if (hasPart) {
            line.add(Optional.ofNullable(row.part()).map(Part::wire).orElse(null));
        }
        line.addAll(row.cells());
        return line;
    }
}
