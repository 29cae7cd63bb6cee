package dev.ramah.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long it took, in one row of a table.
 *
 * @param episodes those that began
 * @param ended those that ended, and how many of them the bot solved alone so that nobody came back within a week so far
 * @param part of a person, whether they had these alone; not there where the row is about something else
 */
record Times(
        String key,
        int episodes,
        Percentiles firstResponse,
        @JsonProperty("wait") Percentiles waiting,
        Percentiles bot,
        Percentiles handling,
        Percentiles resolution,
        InHours inHours,
        int ended,
        int stayed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Part part)
        implements SplitRow {

    private static final List<String> BY_CLOCK = List.of(
            "episodes",
            "firstResponse n",
            "firstResponse median",
            "firstResponse p90",
            "wait n",
            "wait median",
            "wait p90",
            "bot n",
            "bot median",
            "bot p90",
            "handling n",
            "handling median",
            "handling p90",
            "resolution n",
            "resolution median",
            "resolution p90");

    static final List<String> COLUMNS = Stream.of(BY_CLOCK, InHours.COLUMNS, List.of("ended", "stayed"))
            .flatMap(List::stream)
            .toList();

    static Times of(String key, Tally tally) {
        return new Times(
                Part.nameOfRow(key),
                tally.get(Count.BEGAN),
                tally.get(Figure.FIRST_RESPONSE),
                tally.get(Figure.WAIT),
                tally.get(Figure.BOT),
                tally.get(Figure.HANDLING),
                tally.get(Figure.RESOLUTION),
                InHours.of(tally),
                tally.get(Count.CONFIRMED) + tally.get(Count.HELPED) + tally.get(Count.LEFT) + tally.get(Count.GAVE_UP),
                Figures.stayed(tally),
                Part.ofRow(key).orElse(null));
    }

    /** The values under {@link #COLUMNS}. */
    @Override
    public List<@Nullable Object> cells() {
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                episodes,
                firstResponse.n(),
                firstResponse.median(),
                firstResponse.p90(),
                waiting.n(),
                waiting.median(),
                waiting.p90(),
                bot.n(),
                bot.median(),
                bot.p90(),
                handling.n(),
                handling.median(),
                handling.p90(),
                resolution.n(),
                resolution.median(),
                resolution.p90()));
        cells.addAll(inHours.cells());
        cells.addAll(List.of(ended, stayed));
        return cells;
    }
}
