package dev.ramah.insight;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ramah.conversation.Ending;
import dev.ramah.feedback.Wilson;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was counted in some time, but for how it went.
 *
 * @param episodes those that began
 * @param endings of those that ended; all four are there
 * @param firstResponse from asking for a person to a person's first word
 * @param waiting from asking for a person, or losing one, until somebody came or the customer gave up; an episode may
 *     have several, and those that go on are not counted yet
 * @param resolution from opening or reopening to the end
 * @param bot how long the bot had those that ended
 * @param handling how long people had those that ended
 * @param inHours the times of people, as far as they were at work
 * @param targets how often targets were kept
 * @param promises how often a customer was promised that we come back, and how often nobody did in time
 */
record Figures(
        int episodes,
        Containment containment,
        Map<Ending, Integer> endings,
        Percentiles firstResponse,
        @JsonProperty("wait") Percentiles waiting,
        Percentiles resolution,
        Percentiles bot,
        Percentiles handling,
        Repeated repeated,
        Again again,
        Thumbs thumbs,
        Promises promises,
        InHours inHours,
        Promised targets) {

    /**
     * How many of those that ended the bot solved alone: the customer confirmed it, and was not seen again within a week.
     * The share and its 95% interval are of those who stayed away, and null if none ended.
     *
     * @param solved confirmed, whoever came back
     * @param stayed of those, the ones who have not come back so far
     * @param early of the solved ones, those whose week is not over: some of them may still come back
     * @param known of the solved ones, by customers whom we know again wherever they write from
     * @param cameBack of those, the ones who wrote again within a week: it was not solved after all
     * @param othersCameBack of the others, the ones who wrote again where they had written before; how many wrote again
     *     from elsewhere nobody knows, so this is no share of anything
     * @param over of the known ones, those whose week is over, and {@code overStayed} how many of them did not come back
     */
    record Containment(
            int solved,
            int stayed,
            int early,
            int of,
            @Nullable Double share,
            @Nullable Double low,
            @Nullable Double high,
            int known,
            int cameBack,
            int othersCameBack,
            int over,
            int overStayed) {

        static Containment of(Tally all, Tally over, int of) {
            int solved = all.get(Count.CONTAINED);
            int cameBack = all.get(Count.CONTAINED_CAME_BACK);
            int othersCameBack = all.get(Count.CONTAINED_UNKNOWN_CAME_BACK);
            int stayed = Figures.stayed(all);
            Optional<Wilson> interval = of == 0 ? Optional.empty() : Optional.of(Wilson.of(stayed, of));
            return new Containment(
                    solved,
                    stayed,
                    solved - over.get(Count.CONTAINED),
                    of,
                    of == 0 ? null : (double) stayed / of,
                    interval.map(Wilson::low).orElse(null),
                    interval.map(Wilson::high).orElse(null),
                    all.get(Count.CONTAINED_KNOWN),
                    cameBack,
                    othersCameBack,
                    over.get(Count.CONTAINED_KNOWN),
                    over.get(Count.CONTAINED_KNOWN) - over.get(Count.CONTAINED_CAME_BACK));
        }
    }

    /** How many had to repeat themselves, of those who said whether they had to. */
    record Repeated(int n, int of) {}

    /** How many began within a week of the end of another one, of those by customers whom we know again. */
    record Again(int n, int of) {}

    /** What customers thought of the bot's answers; never mixed with how it went. */
    record Thumbs(int up, int down) {}

    /** Promises to come back. */
    record Promises(int made, int late) {}

    /** How many the bot solved alone whose customers were not seen again within a week so far. */
    static int stayed(Tally tally) {
        return tally.get(Count.CONTAINED)
                - tally.get(Count.CONTAINED_CAME_BACK)
                - tally.get(Count.CONTAINED_UNKNOWN_CAME_BACK);
    }

    /** @param over the same of what happened before a week ago */
    static Figures of(Tally tally, Tally over) {
        Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
        Arrays.stream(Ending.values()).forEach(each -> endings.put(each, tally.get(Count.valueOf(each.name()))));
        int ended = endings.values().stream().mapToInt(Integer::intValue).sum();
        return new Figures(
                tally.get(Count.BEGAN),
                Containment.of(tally, over, ended),
                endings,
                tally.get(Figure.FIRST_RESPONSE),
                tally.get(Figure.WAIT),
                tally.get(Figure.RESOLUTION),
                tally.get(Figure.BOT),
                tally.get(Figure.HANDLING),
                new Repeated(tally.get(Count.REPEATED), tally.get(Count.REPEATED) + tally.get(Count.NOT_REPEATED)),
                new Again(tally.get(Count.AGAIN), tally.get(Count.KNOWN)),
                new Thumbs(tally.get(Count.THUMBS_UP), tally.get(Count.THUMBS_DOWN)),
                new Promises(tally.get(Count.PROMISED), tally.get(Count.PROMISED_LATE)),
                InHours.of(tally),
                Promised.of(null, tally));
    }

    /** Adds a line a figure; times are seconds. */
    void addTo(List<List<@Nullable Object>> cells, String prefix) {
        add(cells, prefix, "episodes", episodes);
        add(cells, prefix, "solvedByBot", containment.solved());
        add(cells, prefix, "ended", containment.of());
        add(cells, prefix, "solvedByBotStayed", containment.stayed());
        add(cells, prefix, "solvedByBotEarly", containment.early());
        add(cells, prefix, "containment", containment.share());
        add(cells, prefix, "solvedByBotKnown", containment.known());
        add(cells, prefix, "solvedByBotCameBack", containment.cameBack());
        add(cells, prefix, "solvedByBotWeekOver", containment.over());
        add(cells, prefix, "solvedByBotWeekOverStayed", containment.overStayed());
        endings.forEach((ending, n) -> add(cells, prefix, "ending " + ending, n));
        add(cells, prefix, "firstResponse", firstResponse);
        add(cells, prefix, "wait", waiting);
        add(cells, prefix, "resolution", resolution);
        add(cells, prefix, "bot", bot);
        add(cells, prefix, "handling", handling);
        add(cells, prefix, "again", again.n());
        add(cells, prefix, "againOf", again.of());
        add(cells, prefix, "thumbsUp", thumbs.up());
        add(cells, prefix, "thumbsDown", thumbs.down());
        add(cells, prefix, "promises", promises.made());
        add(cells, prefix, "promises late", promises.late());
        addAll(cells, prefix, InHours.COLUMNS, inHours.cells());
        addAll(cells, prefix, Promised.COLUMNS, targets.cells());
    }

    private static void addAll(
            List<List<@Nullable Object>> cells, String prefix, List<String> names, List<@Nullable Object> values) {
        for (int i = 0; i < names.size(); i++) {
            add(cells, prefix, names.get(i), values.get(i));
        }
    }

    private static void add(List<List<@Nullable Object>> cells, String prefix, String name, Percentiles times) {
        add(cells, prefix, name + " n", times.n());
        add(cells, prefix, name + " median", times.median());
        add(cells, prefix, name + " p90", times.p90());
    }

    private static void add(List<List<@Nullable Object>> cells, String prefix, String name, @Nullable Object value) {
        cells.add(Arrays.asList(prefix + name, value));
    }
}
