package dev.ramah.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How often customers had to say it twice, by two witnesses: the guard, which reads what staff asked, and the customers
 * who said whether they had to. Of teams and topics, never of people.
 *
 * @param handedOver episodes that a person had, by when they began
 * @param repeated of these, those in which something known was asked for
 * @param share null where nothing was handed over
 * @param said of customers who answered, how many had to repeat themselves, {@code saidOf}
 */
record RepeatRow(String key, int handedOver, int repeated, @Nullable Double share, int said, int saidOf) {

    static final List<String> COLUMNS = List.of("handedOver", "repeated", "share", "said", "saidOf");

    /** Key of the row for everything, which is always the first. */
    static final String ALL = "all";

    List<@Nullable Object> cells() {
        return Arrays.asList(handedOver, repeated, share, said, saidOf);
    }

    static List<RepeatRow> of(Collection<Episode> episodes, Range range, Keys keys, Predicate<Episode> asksAgain) {
        SortedMap<String, Sum> sums = new TreeMap<>(Keys.BY_NAME);
        Sum all = new Sum();
        for (Episode each : episodes) {
            if (!each.people().isEmpty() && range.contains(each.opened())) {
                all.add(each, asksAgain.test(each));
                keys.of(each, each.opened()).forEach(key -> sums.computeIfAbsent(key, first -> new Sum())
                        .add(each, asksAgain.test(each)));
            }
        }
        List<RepeatRow> rows = new ArrayList<>();
        rows.add(all.row(ALL));
        for (Map.Entry<String, Sum> each : sums.entrySet()) {
            rows.add(each.getValue().row(each.getKey()));
        }
        return List.copyOf(rows);
    }

    private static final class Sum {

        private int handedOver;
        private int repeated;
        private int said;
        private int saidOf;

        void add(Episode episode, boolean asksAgain) {
            handedOver++;
            repeated += asksAgain ? 1 : 0;
            if (episode.rating() != null && episode.rating().repeated() != null) {
                saidOf++;
                said += episode.rating().repeated() ? 1 : 0;
            }
        }

        RepeatRow row(String key) {
            return new RepeatRow(
                    key, handedOver, repeated, handedOver == 0 ? null : (double) repeated / handedOver, said, saidOf);
        }
    }
}
