package dev.ramah.routing;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right person for a conversation.
 *
 * @param because what made them righter than the next best; null where there was nobody else
 */
public record Choice(Candidate who, @Nullable Criterion because) {

    /** The best of these, if there is anybody. The same people in another order give the same. */
    public static Optional<Choice> of(Need need, Collection<Candidate> free) {
        Iterator<Candidate> ranked = free.stream()
                .sorted(byCriteria(need).thenComparing(Candidate::id))
                .iterator();
        if (!ranked.hasNext()) {
            return Optional.empty();
        }
        Candidate best = ranked.next();
        return Optional.of(new Choice(best, ranked.hasNext() ? difference(need, best, ranked.next()) : null));
    }

    private static Comparator<Candidate> byCriteria(Need need) {
        return (one, other) -> {
            for (Criterion each : Criterion.values()) {
                int order = Long.compare(each.lacks(need, one), each.lacks(need, other));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private static @Nullable Criterion difference(Need need, Candidate best, Candidate next) {
        for (Criterion each : Criterion.values()) {
            if (each.lacks(need, best) != each.lacks(need, next)) {
                return each;
            }
        }
        return null;
    }
}
