package dev.ramah.insight;

import dev.ramah.customer.Purchases;
import dev.ramah.loyalty.Followed;
import dev.ramah.loyalty.Question;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody bought, seen from one moment.
 *
 * @param until of somebody who was erased: until when it is known that they bought nothing; null if they weren't
 * @param earlier how many orders they had made until that moment
 * @param next when they made the one after it; null if they made none, or nobody can know
 */
record Bought(@Nullable Instant until, int earlier, @Nullable Instant next) {

    /** Of somebody of whom the shop can't tell. */
    static final Bought UNKNOWN = new Bought(null, 0, null);

    /** Of somebody who was erased it is known that they bought nothing until the first news after the moment. */
    static Bought of(Instant from, Purchases.History history) {
        int earlier = (int)
                history.orders().stream().filter(each -> !each.isAfter(from)).count();
        @Nullable Instant forgotten = history.forgotten();
        @Nullable Instant next = history.orders().stream()
                .filter(each -> each.isAfter(from) && (forgotten == null || each.isBefore(forgotten)))
                .min(Instant::compareTo)
                .orElse(null);
        if (forgotten == null) {
            return new Bought(null, earlier, next);
        }
        return new Bought(next == null ? forgotten : next, earlier, null);
    }

    /** Whoever bought this, followed from that moment on. */
    Followed followed(Instant from, Instant now, Map<Question, String> groups) {
        return Followed.of(from, until == null ? now : until, next, earlier, groups);
    }
}
