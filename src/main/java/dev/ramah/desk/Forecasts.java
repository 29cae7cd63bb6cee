package dev.ramah.desk;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Handovers;
import dev.ramah.conversation.State;
import dev.ramah.desk.Floor.Availability;
import dev.ramah.platform.Ticks;
import dev.ramah.routing.Estimate;
import dev.ramah.routing.Estimate.Outcome;
import dev.ramah.routing.Estimate.Pace;
import dev.ramah.routing.Estimate.Standing;
import dev.ramah.routing.Weights;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How long those will wait who wait now, from who is there, how fast conversations end, and how earlier forecasts turned out. */
@ApplicationScoped
class Forecasts {

    /** How far back the pace of today is looked at, and that of other days. */
    private static final Duration LATELY = Duration.ofHours(2);

    private static final Duration USUALLY = Duration.ofDays(7);

    private final Needs needs;
    private final Loads loads;
    private final Handovers handovers;
    private final Accounts accounts;
    private final Offers offers;
    private final Floor floor;
    private final ToldWaits told;
    private final Clock clock;
    private final Kept<Pace> lately;
    private final Kept<Pace> usually;
    private final Kept<List<Outcome>> outcomes;

    Forecasts(
            Needs needs,
            Loads loads,
            Handovers handovers,
            Accounts accounts,
            Offers offers,
            Floor floor,
            ToldWaits told,
            Clock clock,
            Ticks ticks) {
        this.needs = needs;
        this.loads = loads;
        this.handovers = handovers;
        this.accounts = accounts;
        this.offers = offers;
        this.floor = floor;
        this.told = told;
        this.clock = clock;
        this.lately = new Kept<>(ticks, Duration.ofSeconds(10), () -> pace(LATELY));
        this.usually = new Kept<>(ticks, Duration.ofMinutes(10), () -> pace(USUALLY));
        this.outcomes = new Kept<>(ticks, Duration.ofSeconds(10), () -> told.outcomes(clock.instant()));
    }

    /**
     * What is foreseen for one who waits.
     *
     * @param behind how many conversations have to end before it is their turn
     * @param foretold the upper end before it was stretched, in seconds
     */
    record Foreseen(int behind, double foretold, Estimate estimate) {}

    /** For each of these, who wait in this order; one is missing where any number would be a guess. */
    Map<ConversationRef, Foreseen> of(List<State> waiting) {
        Loads.Snapshot have = loads.now();
        Set<java.util.UUID> onOffer = offers.standing().stream()
                .map(each -> {
                    have.give(each.agent, each.conversation);
                    return each.conversation;
                })
                .collect(Collectors.toSet());
        int free = free(have);
        int held = have.people().values().stream()
                .mapToInt(Loads.Load::conversations)
                .sum();
        Map<ConversationRef, Foreseen> foreseen = new HashMap<>();
        int before = 0;
        for (State each : waiting) {
            int behind = onOffer.contains(each.conversation().id()) ? 0 : Math.max(0, ++before - free);
            foresee(new Standing(behind, held), each, foreseen);
        }
        return foreseen;
    }

    private void foresee(Standing standing, State state, Map<ConversationRef, Foreseen> foreseen) {
        Estimate.foretold(standing, lately.now(), usually.now(), outcomes.now())
                .flatMap(foretold -> Estimate.of(standing, lately.now(), usually.now(), outcomes.now())
                        .map(estimate -> new Foreseen(standing.behind(), foretold, estimate)))
                .ifPresent(each -> foreseen.put(state.conversation(), each));
    }

    /** How many ordinary conversations could be offered now. */
    private int free(Loads.Snapshot have) {
        int most = needs.rules().mostLoad();
        return accounts.all().stream()
                .filter(Colleague::active)
                .filter(each -> !new Reader(each).isManager() && floor.of(each.id()) == Availability.ONLINE)
                .mapToInt(each -> Math.max(0, most - have.of(each.id()).weight()))
                .map(left -> (left + Weights.ORDINARY - 1) / Weights.ORDINARY)
                .sum();
    }

    /** Writes down what somebody is told who has just begun to wait; the first who tells them counts. */
    void tell(State state) {
        if (floor.isOnline()) {
            Foreseen foreseen = of(needs.inTurn()).get(state.conversation());
            if (foreseen != null) {
                told.keep(state, foreseen);
            }
        }
    }

    private Pace pace(Duration back) {
        Instant now = clock.instant();
        Handovers.Held held = handovers.heldBetween(now.minus(back), now);
        return new Pace(held.ended(), held.heldSeconds());
    }

    /** Something that costs a look at the log, and may be a little old. */
    private static final class Kept<T> {

        private final Ticks ticks;
        private final long millis;
        private final Supplier<T> read;
        private @Nullable T value;
        private long readAt;

        Kept(Ticks ticks, Duration time, Supplier<T> read) {
            this.ticks = ticks;
            this.millis = time.toMillis();
            this.read = read;
        }

        synchronized T now() {
            T known = value;
            if (known == null || ticks.millis() - readAt > millis) {
                known = read.get();
                value = known;
                readAt = ticks.millis();
            }
            return known;
        }
    }
}
