package dev.ramah.insight;

import dev.ramah.feedback.Wilson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How often customers had to say it twice, by two witnesses: the guard, which reads what staff asked, and the customers
 * who said whether they had to. Of teams, topics and what low marks were for, never of people.
 *
 * <p>Shares are 0 to 1, each with its 95% interval, and null where there is nothing to share.
 *
 * @param handedOver episodes that a person had, by when they began
 * @param repeated of these, those in which something known was asked for
 * @param share of those handed over
 * @param said of customers who answered, how many had to repeat themselves
 * @param saidOf how many answered
 * @param saidShare of those who answered
 */
record RepeatRow(
        String key,
        int handedOver,
        int repeated,
        @Nullable Double share,
        @Nullable Double shareLow,
        @Nullable Double shareHigh,
        int said,
        int saidOf,
        @Nullable Double saidShare,
        @Nullable Double saidLow,
        @Nullable Double saidHigh)
        implements SplitRow {

    static final List<String> COLUMNS = List.of(
            "handedOver",
            "repeated",
            "share",
            "shareLow",
            "shareHigh",
            "said",
            "saidOf",
            "saidShare",
            "saidLow",
            "saidHigh");

    /** Key of the row for everything, which is always the first. */
    static final String ALL = "all";

    @Override
    public List<@Nullable Object> cells() {
        return Arrays.asList(
                handedOver, repeated, share, shareLow, shareHigh, said, saidOf, saidShare, saidLow, saidHigh);
    }

    /** All together, and then the rows in which anybody met a person. */
    static List<RepeatRow> table(Tally all, SortedMap<String, Tally> rows) {
        List<RepeatRow> table = new ArrayList<>(List.of(of(ALL, all)));
        rows.forEach((key, tally) -> {
            if (tally.get(Count.MET_A_PERSON) > 0) {
                table.add(of(key, tally));
            }
        });
        return List.copyOf(table);
    }

    private static RepeatRow of(String key, Tally tally) {
        int handedOver = tally.get(Count.MET_A_PERSON);
        int repeated = tally.get(Count.ASKED_AGAIN);
        int said = tally.get(Count.SAID_TWICE);
        int saidOf = said + tally.get(Count.SAID_ONCE);
        Optional<Wilson> guard = interval(repeated, handedOver);
        Optional<Wilson> customers = interval(said, saidOf);
        return new RepeatRow(
                key,
                handedOver,
                repeated,
                share(repeated, handedOver),
                guard.map(Wilson::low).orElse(null),
                guard.map(Wilson::high).orElse(null),
                said,
                saidOf,
                share(said, saidOf),
                customers.map(Wilson::low).orElse(null),
                customers.map(Wilson::high).orElse(null));
    }

    private static @Nullable Double share(int some, int of) {
        return of == 0 ? null : (double) some / of;
    }

    private static Optional<Wilson> interval(int some, int of) {
        return of == 0 ? Optional.empty() : Optional.of(Wilson.of(some, of));
    }
}
