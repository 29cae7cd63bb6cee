package dev.ramah.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The loyalty reports that were told last. Whoever asks again while nothing has changed gets the same one, with the moment
 * it is of; but none is kept for long, for time goes on for those who buy nothing, and what is found in their words is not
 * counted as a change.
 */
final class ToldLately {

    private static final int MOST = 12;

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /**
     * What is asked.
     *
     * @param version of what is known of customers, see {@link Followings#version}
     */
    record Asked(int edition, long version, Range range, int within, Duration tooLong) {}

    private final Map<Asked, Repurchases.Told> told = new LinkedHashMap<>(MOST, 0.75f, true);

    synchronized Optional<Repurchases.Told> again(Asked asked, Instant now) {
        return Optional.ofNullable(told.get(asked))
                .filter(each -> each.asOf().plus(LONGEST).isAfter(now));
    }

    synchronized void keep(Asked asked, Repurchases.Told report) {
        told.put(asked, report);
        if (told.size() > MOST) {
            told.remove(told.keySet().iterator().next());
        }
    }
}
