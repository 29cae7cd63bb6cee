package dev.ramah.desk;

import dev.ramah.conversation.Handovers;
import dev.ramah.conversation.State;
import dev.ramah.desk.Floor.Availability;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Offers who waits to who is free: the colleague it was meant for, else of those who are online, below their
 * capacity and in its team, the one with the fewest conversations, and of these the one idle for longest.
 */
@ApplicationScoped
class Routing {

    private final Handovers handovers;
    private final Accounts accounts;
    private final Offers offers;
    private final Floor floor;
    private final DeskConfig config;

    Routing(Handovers handovers, Accounts accounts, Offers offers, Floor floor, DeskConfig config) {
        this.handovers = handovers;
        this.accounts = accounts;
        this.offers = offers;
        this.floor = floor;
        this.config = config;
    }

    /** Offers all that waits and is not on offer, as far as somebody is free; says whether it offered anything. */
    boolean offerWaiting() {
        return !handovers.waiting().isEmpty() && offers.oneNodeAtATime(this::offerAll);
    }

    private boolean offerAll() {
        List<Colleague> online = online();
        Map<UUID, Integer> load = new HashMap<>(handovers.held());
        Set<UUID> onOffer = offers.standing().stream()
                .map(each -> {
                    load.merge(each.agent, 1, Integer::sum);
                    return each.conversation;
                })
                .collect(Collectors.toSet());
        boolean any = false;
        for (State state : handovers.waiting()) {
            UUID agent = onOffer.contains(state.conversation().id()) ? null : choose(state, online, load);
            if (agent != null && offers.offer(state.conversation(), state.last(), agent)) {
                load.merge(agent, 1, Integer::sum);
                any = true;
            }
        }
        return any;
    }

    private @Nullable UUID choose(State state, List<Colleague> online, Map<UUID, Integer> load) {
        List<Colleague> able = online.stream()
                .filter(each -> new Reader(each).mayRead(state))
                .filter(each -> load.getOrDefault(each.id(), 0) < config.capacity())
                .toList();
        Set<UUID> passed = offers.passedBy(state.conversation());
        Optional<UUID> next = best(state, able, passed, load);
        if (next.isEmpty() && !able.isEmpty() && !passed.isEmpty()) {
            offers.askAllAgain(state.conversation());
            next = best(state, able, Set.of(), load);
        }
        return next.orElse(null);
    }

    private Optional<UUID> best(State state, List<Colleague> able, Set<UUID> passed, Map<UUID, Integer> load) {
        return able.stream()
                .filter(each -> !passed.contains(each.id()))
                .min(Comparator.<Colleague, Boolean>comparing(each -> !each.id().equals(state.wanted()))
                        .thenComparing(each -> load.getOrDefault(each.id(), 0))
                        .thenComparing(each -> floor.idleSince(each.id()))
                        .thenComparing(Colleague::id))
                .map(Colleague::id);
    }

    /** At any node; managers take what they like and are offered nothing. */
    private List<Colleague> online() {
        return accounts.all().stream()
                .filter(each -> each.active() && !new Reader(each).isManager())
                .filter(each -> floor.of(each.id()) == Availability.ONLINE)
                .toList();
    }
}
