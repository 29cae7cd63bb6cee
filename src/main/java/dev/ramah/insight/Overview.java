package dev.ramah.insight;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in figures.
 *
 * @param csat as a row without a key
 * @param previous the same of the equally long time before
 * @param before all other figures of that time
 */
record Overview(@JsonUnwrapped Figures now, Row csat, Row previous, Figures before) {

    /** What was counted in some time, and the part of it that lies a week back: nobody comes back on that any more. */
    record Period(Tally all, Tally over) {}

    /** As the columns of a table are called. */
    static final List<String> COLUMNS = List.of("figure", "value");

    static Overview of(Period now, Period before) {
        return new Overview(
                Figures.of(now.all(), now.over()),
                Row.of(null, now.all().satisfaction()),
                Row.of(null, before.all().satisfaction()),
                Figures.of(before.all(), before.over()));
    }

    /** A figure as a row of its own. */
    record Line(String figure, @Nullable Object value) {}

    /** The same as {@link #cells}. */
    List<Line> lines() {
        return cells().stream()
                .map(each -> new Line(String.valueOf(each.get(0)), each.get(1)))
                .toList();
    }

    /** A line a figure, under {@link #COLUMNS}; times are seconds. */
    List<List<@Nullable Object>> cells() {
        List<List<@Nullable Object>> cells = new ArrayList<>();
        now.addTo(cells, "");
        addRow(cells, "", csat);
        addRow(cells, "previous ", previous);
        before.addTo(cells, "previous ");
        return cells;
    }

    private static void addRow(List<List<@Nullable Object>> cells, String prefix, Row row) {
        List<@Nullable Object> values = row.cells();
        for (int i = 0; i < values.size(); i++) {
            cells.add(Arrays.asList(prefix + Row.COLUMNS.get(i), values.get(i)));
        }
    }
}
