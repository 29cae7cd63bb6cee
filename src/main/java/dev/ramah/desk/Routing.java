package dev.ramah.desk;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.State;
import dev.ramah.desk.Floor.Availability;
import dev.ramah.staff.Colleague;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
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

    private final Conversations conversations;
    private final Offers offers;
    private final Floor floor;
    private final DeskConfig config;

    Routing(Conversations conversations, Offers offers, Floor floor, DeskConfig config) {
        this.conversations = conversations;
        this.offers = offers;
        this.floor = floor;
        this.config = config;
    }

    /** An offer that was made now. */
    record Made(ConversationRef conversation, UUID agent, Instant until) {}

    /** Offers all that waits and is not on offer, as far as somebody is free. */
    List<Made> offerWaiting() {
        List<State> waiting = conversations.waiting();
        if (waiting.isEmpty()) {
            return List.of();
        }
        Map<UUID, Integer> load = load();
        Set<UUID> onOffer = offers.standing().stream()
                .map(each -> {
                    load.merge(each.agent, 1, Integer::sum);
                    return each.conversation;
                })
                .collect(Collectors.toSet());
        List<Made> made = new ArrayList<>();
        for (State state : waiting) {
            if (onOffer.contains(state.conversation().id())) {
                continue;
            }
            UUID agent = choose(state, load);
            Instant until = agent == null ? null : offers.offer(state.conversation(), agent);
            if (agent != null && until != null) {
                load.merge(agent, 1, Integer::sum);
                made.add(new Made(state.conversation(), agent, until));
            }
        }
        return made;
    }

    private @Nullable UUID choose(State state, Map<UUID, Integer> load) {
        List<Seat> able = online().stream()
                .filter(each -> each.mayRead(state))
                .filter(each -> load.getOrDefault(each.agent(), 0) < config.capacity())
                .toList();
        Set<UUID> passed = offers.passedBy(state.conversation());
        Optional<UUID> next = best(state, able, passed, load);
        if (next.isEmpty() && !able.isEmpty() && !passed.isEmpty()) {
            offers.askAllAgain(state.conversation());
            next = best(state, able, Set.of(), load);
        }
        return next.orElse(null);
    }

    private Optional<UUID> best(State state, List<Seat> able, Set<UUID> passed, Map<UUID, Integer> load) {
        return able.stream()
                .map(each -> each.colleague)
                .filter(each -> !passed.contains(each.id()))
                .distinct()
                .min(Comparator.<Colleague, Boolean>comparing(each -> !each.id().equals(state.wanted()))
                        .thenComparing(each -> load.getOrDefault(each.id(), 0))
                        .thenComparing(each -> floor.idleSince(each.id()))
                        .thenComparing(Colleague::id))
                .map(Colleague::id);
    }

    private List<Seat> online() {
        return floor.all().stream()
                .filter(each -> floor.of(each.agent()) == Availability.ONLINE)
                .filter(each -> !each.isManager())
                .toList();
    }

    private Map<UUID, Integer> load() {
        Map<UUID, Integer> load = new HashMap<>();
        online().forEach(each -> load.put(each.agent(), floor.open(each.agent())));
        return load;
    }
}
