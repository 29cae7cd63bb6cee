package dev.ramah.insight;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ramah.conversation.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time in figures.
 *
 * @param episodes those in which anything happened, be it a rating
 * @param endings of those that ended; all four are there
 * @param firstResponse from asking for a person to a person's first word
 * @param waiting from asking for a person, or losing one, until somebody came or the customer gave up; an episode may have
 *     several, and those that go on are not counted yet
 * @param resolution from opening or reopening to the end
 * @param promises how often a customer was promised that we come back, and how often nobody did in time
 * @param csat as a row without a key
 * @param previous the same of the equally long time before
 */
record Overview(
        int episodes,
        Containment containment,
        Map<Ending, Integer> endings,
        Percentiles firstResponse,
        @JsonProperty("wait") Percentiles waiting,
        Percentiles resolution,
        Repeated repeated,
        Episode.Promised promises,
        Row csat,
        Row previous) {

    /** How many of those that ended the bot solved alone, as confirmed by the customer; share is null if none ended. */
    record Containment(int solved, int of, @Nullable Double share) {

        static Containment of(Collection<Episode> ended) {
            int solved = (int) ended.stream().filter(Episode::isContained).count();
            return new Containment(solved, ended.size(), ended.isEmpty() ? null : (double) solved / ended.size());
        }
    }

    /** How many had to repeat themselves, of those who said whether they had to. */
    record Repeated(int n, int of) {}

    /** As the columns of a table are called. */
    static final List<String> COLUMNS = List.of("figure", "value");

    /** From all episodes that something happened in, in this range and in the one before. */
    static Overview of(Range range, Collection<Episode> episodes, Collection<Episode> earlier) {
        List<Episode> ended =
                episodes.stream().filter(each -> range.contains(each.ended())).toList();
        Row csat = Tables.whole(episodes, range);
        return new Overview(
                episodes.size(),
                Containment.of(ended),
                endings(ended),
                began(episodes, range, each -> Stream.ofNullable(each.firstResponse())),
                began(episodes, range, each -> each.waits().stream()),
                Percentiles.of(ended.stream()
                        .flatMap(each -> each.resolution().stream())
                        .map(Span::length)
                        .toList()),
                new Repeated(csat.repeated(), csat.repeatedOf()),
                new Episode.Promised(
                        episodes.stream()
                                .mapToInt(each -> each.promised().made())
                                .sum(),
                        episodes.stream()
                                .mapToInt(each -> each.promised().late())
                                .sum()),
                csat,
                Tables.whole(earlier, range.before()));
    }

    /** A line a figure, under {@link #COLUMNS}; times are seconds. */
    List<List<@Nullable Object>> cells() {
        List<List<@Nullable Object>> cells = new ArrayList<>();
        cells.add(Arrays.asList("episodes", episodes));
        cells.add(Arrays.asList("solvedByBot", containment.solved()));
        cells.add(Arrays.asList("ended", containment.of()));
        cells.add(Arrays.asList("containment", containment.share()));
        endings.forEach((ending, n) -> cells.add(Arrays.asList("ending " + ending, n)));
        addTimes(cells, "firstResponse", firstResponse);
        addTimes(cells, "wait", waiting);
        addTimes(cells, "resolution", resolution);
        cells.add(Arrays.asList("promises", promises.made()));
        cells.add(Arrays.asList("promises late", promises.late()));
        addRow(cells, "", csat);
        addRow(cells, "previous ", previous);
        return cells;
    }

    private static void addTimes(List<List<@Nullable Object>> cells, String name, Percentiles times) {
        cells.add(Arrays.asList(name + " n", times.n()));
        cells.add(Arrays.asList(name + " median", times.median()));
        cells.add(Arrays.asList(name + " p90", times.p90()));
    }

    private static void addRow(List<List<@Nullable Object>> cells, String prefix, Row row) {
        List<@Nullable Object> values = row.cells();
        for (int i = 0; i < values.size(); i++) {
            cells.add(Arrays.asList(prefix + Row.COLUMNS.get(i), values.get(i)));
        }
    }

    private static Map<Ending, Integer> endings(Collection<Episode> ended) {
        Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
        Arrays.stream(Ending.values()).forEach(each -> endings.put(each, 0));
        ended.stream()
                .flatMap(each -> Stream.ofNullable(each.ending()))
                .forEach(each -> endings.merge(each, 1, Integer::sum));
        return endings;
    }

    private static Percentiles began(Collection<Episode> episodes, Range range, Function<Episode, Stream<Span>> spans) {
        List<Duration> lengths = episodes.stream()
                .flatMap(spans)
                .filter(each -> range.contains(each.from()))
                .map(Span::length)
                .toList();
        return Percentiles.of(lengths);
    }
}
