package dev.ramah.survey;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Why somebody is not asked. The constants stand in the order in which they are looked at: first whether the survey is
 * for them, then whether this is the moment, then whether it would be too much. The first that holds is kept as the
 * reason, under its name.
 */
enum Refusal {
    /** No survey is on. */
    NONE_ON,
    /** It ended in another way than those after which this is asked. */
    ENDED_OTHERWISE(false, (rules, it) -> !rules.on().contains(it.occasion())),
    /** They speak another language. */
    LANGUAGE(
            false,
            (rules, it) -> !rules.languages().isEmpty() && !rules.languages().contains(it.language())),
    /** None of these teams had a part in it. */
    TEAM(false, (rules, it) -> !rules.teams().isEmpty() && Collections.disjoint(rules.teams(), it.teams())),
    /** It was about something else. */
    REASON(false, (rules, it) -> !rules.reasons().isEmpty() && Collections.disjoint(rules.reasons(), it.reasons())),
    /** They are not in the share that is asked. */
    SHARE(false, (rules, it) -> it.draw() >= rules.share()),
    /** They were given something: a thank-you must not look like a price for a good mark, nor like one for having given it. */
    GOODWILL(true, (rules, it) -> it.given()),
    /** They may not write just now. */
    BLOCKED(true, (rules, it) -> it.blocked()),
    /** By mail, and there is no address. */
    NO_ADDRESS(true, (rules, it) -> rules.channel() == Channel.MAIL && !it.reachable()),
    /** They were asked this a short while ago. */
    AGAIN(false, (rules, it) -> it.before().stream()
            .filter(each -> each.survey() == null || each.survey().equals(it.survey()))
            .anyMatch(each -> each.at().isAfter(days(it.now(), rules.pauseDays())))),
    /** They were asked for NPS in the last quarter. */
    NPS_LATELY(
            true,
            (rules, it) -> it.nps()
                    && it.before().stream()
                            .anyMatch(each -> each.nps() && each.at().isAfter(days(it.now(), Refusal.QUARTER)))),
    /** They were asked as often as anybody is. */
    CAP(
            true,
            (rules, it) -> it.before().stream()
                            .filter(each ->
                                    each.at().isAfter(days(it.now(), it.cap().days())))
                            .count()
                    >= it.cap().most()),
    /** A colleague said not to ask. */
    SKIPPED,
    /** They had rated it before they could be asked. */
    RATED,
    /** They wrote again before they could be asked. */
    WENT_ON,
    /** It is NPS, and they have just had a chat. */
    AFTER_CHAT,
    /** They were not there to be asked. */
    NEVER_CAME,
    /** It was over too long ago when it was first read. */
    LONG_AGO,
    /** Their words were erased. */
    ERASED;

    /** Days in a quarter of a year, rounded up. */
    private static final int QUARTER = 92;

    private final boolean byHandToo;

    // A function without state; the compiler can only not see that.
    @SuppressWarnings("ImmutableEnumChecker")
    private final BiPredicate<Rules, Asking> holds;

    /** One that isn't a rule about who is asked. */
    Refusal() {
        this(true, (rules, it) -> false);
    }

    Refusal(boolean byHandToo, BiPredicate<Rules, Asking> holds) {
        this.byHandToo = byHandToo;
        this.holds = holds;
    }

    /** As clients see it. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first that holds; {@code byHand}: a colleague chose them, so only what protects customers counts. */
    static Optional<Refusal> first(Rules rules, Asking it, boolean byHand) {
        return Arrays.stream(values())
                .filter(each -> (each.byHandToo || !byHand) && each.holds.test(rules, it))
                .findFirst();
    }

    private static Instant days(Instant now, int before) {
        return now.minus(Duration.ofDays(before));
    }
}
