package dev.ramah.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often targets were kept, in one row of a table.
 *
 * @param key not there where it is about everything
 * @param part of a person, whether they had these alone; not there where the row is about something else
 */
record Promised(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key,
        Kept firstResponse,
        Kept resolution,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Part part)
        implements SplitRow {

    static final List<String> COLUMNS = List.of(
            "firstResponse kept",
            "firstResponse of",
            "firstResponse share",
            "firstResponse low",
            "firstResponse high",
            "resolution kept",
            "resolution of",
            "resolution share",
            "resolution low",
            "resolution high");

    static Promised of(@Nullable String key, Tally tally) {
        return new Promised(
                key == null ? null : Part.nameOfRow(key),
                Kept.of(tally.get(Count.FIRST_KEPT), tally.get(Count.FIRST_MISSED)),
                Kept.of(tally.get(Count.RESOLUTION_KEPT), tally.get(Count.RESOLUTION_MISSED)),
                key == null ? null : Part.ofRow(key).orElse(null));
    }

    boolean saysAnything() {
        return firstResponse.of() > 0 || resolution.of() > 0;
    }

    /** The values under {@link #COLUMNS}. */
    @Override
    public List<@Nullable Object> cells() {
        List<@Nullable Object> cells = new ArrayList<>(firstResponse.cells());
        cells.addAll(resolution.cells());
        return cells;
    }
}
