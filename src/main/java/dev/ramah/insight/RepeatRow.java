package dev.ramah.insight;

import dev.ramah.feedback.Wilson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
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

    /** Rows while they are added up. */
    static final class Table {

        private final Function<String, List<String>> rowsOf;
        private final SortedMap<String, Sum> sums = new TreeMap<>(Keys.BY_NAME);
        private final Sum all = new Sum();

        /** @param rowsOf to which rows a key belongs */
        Table(Function<String, List<String>> rowsOf) {
            this.rowsOf = rowsOf;
        }

        /** Adds episodes that a person had. */
        void handedOver(Facts.Alike some) {
            each(some, sum -> sum.add(some));
        }

        /** So many of those that were added are so. */
        void askedAgain(Facts.Alike some) {
            each(some, sum -> sum.repeated += some.episodes());
        }

        private void each(Facts.Alike some, Consumer<Sum> to) {
            to.accept(all);
            if (some.key() != null) {
                rowsOf.apply(some.key()).forEach(row -> to.accept(sums.computeIfAbsent(row, first -> new Sum())));
            }
        }

        /** The one for everything first, the others by name. */
        List<RepeatRow> rows() {
            List<RepeatRow> rows = new ArrayList<>(List.of(all.row(ALL)));
            sums.forEach((key, sum) -> rows.add(sum.row(key)));
            return List.copyOf(rows);
        }
    }

    private static final class Sum {

        private int handedOver;
        private int repeated;
        private int said;
        private int saidOf;

        void add(Facts.Alike some) {
            handedOver += some.episodes();
            if (some.hadToRepeat() != null) {
                saidOf += some.episodes();
                said += some.hadToRepeat() ? some.episodes() : 0;
            }
        }

        RepeatRow row(String key) {
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
}
