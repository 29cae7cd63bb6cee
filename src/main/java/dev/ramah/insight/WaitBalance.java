package dev.ramah.insight;

import dev.ramah.desk.ToldWaits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of what customers were told of their waits.
 *
 * @param told how many waits
 * @param kept of these, where a person came no later than the upper end
 * @param broken that were longer, or are longer already
 * @param left that were over before, and nobody had come
 * @param open that go on, and are not longer yet
 * @param likely the median of the likely wait that they were told, in seconds; null without any
 * @param most the same of the upper end
 * @param waited the median of those in which a person came
 */
record WaitBalance(
        int told,
        int kept,
        int broken,
        int left,
        int open,
        @Nullable Double likely,
        @Nullable Double most,
        @Nullable Double waited) {

    /**
     * @param counted of this time
     * @param goingOn of any: sheets do not know which of them are longer already
     */
    static WaitBalance of(Tally counted, Range range, List<ToldWaits.Wait> goingOn, Instant now) {
        int told = counted.get(Count.WAIT_TOLD);
        int kept = counted.get(Count.WAIT_KEPT);
        int over = counted.get(Count.WAIT_BROKEN);
        int left = counted.get(Count.WAIT_LEFT);
        int open = told - kept - over - left;
        int longer = (int) Math.min(
                open,
                goingOn.stream()
                        .filter(each -> range.contains(each.at()))
                        .filter(each -> each.at().plusSeconds(each.most()).isBefore(now))
                        .count());
        return new WaitBalance(
                told,
                kept,
                over + longer,
                left,
                open - longer,
                counted.get(Figure.WAIT_LIKELY).median(),
                counted.get(Figure.WAIT_MOST).median(),
                counted.get(Figure.WAIT_SERVED).median());
    }
}
