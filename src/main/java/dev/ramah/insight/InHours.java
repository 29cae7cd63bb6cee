package dev.ramah.insight;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long it took while people were at work: what lies outside of their hours is left out. */
record InHours(
        Percentiles firstResponse,
        @JsonProperty("wait") Percentiles waiting,
        Percentiles handling,
        Percentiles resolution) {

    static final List<String> COLUMNS = List.of(
            "firstResponse in hours median",
            "firstResponse in hours p90",
            "wait in hours median",
            "wait in hours p90",
            "handling in hours median",
            "handling in hours p90",
            "resolution in hours median",
            "resolution in hours p90");

    static InHours of(Tally tally) {
        return new InHours(
                tally.get(Figure.FIRST_RESPONSE_OPEN),
                tally.get(Figure.WAIT_OPEN),
                tally.get(Figure.HANDLING_OPEN),
                tally.get(Figure.RESOLUTION_OPEN));
    }

    /** The values under {@link #COLUMNS}. */
    List<@Nullable Object> cells() {
        List<@Nullable Object> cells = new ArrayList<>();
        for (Percentiles each : List.of(firstResponse, waiting, handling, resolution)) {
            cells.addAll(Arrays.asList(each.median(), each.p90()));
        }
        return cells;
    }
}
