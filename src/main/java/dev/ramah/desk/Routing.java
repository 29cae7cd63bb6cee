package dev.ramah.desk;

import dev.ramah.conversation.State;
import dev.ramah.desk.Floor.Availability;
import dev.ramah.routing.Candidate;
import dev.ramah.routing.Choice;
import dev.ramah.routing.Need;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Offers who waits to who is free, in the order in which it is their turn: of those who are online, below their capacity
 * and may read it, to the one whom {@link Choice} finds the right one.
 */
@ApplicationScoped
class Routing {

    private final Needs needs;
    private final Loads loads;
    private final Reliefs reliefs;
    private final Accounts accounts;
    private final Offers offers;
    private final Floor floor;

    Routing(Needs needs, Loads loads, Reliefs reliefs, Accounts accounts, Offers offers, Floor floor) {
        this.needs = needs;
        this.loads = loads;
        this.reliefs = reliefs;
        this.accounts = accounts;
        this.offers = offers;
        this.floor = floor;
    }

    /** Offers all that waits and is not on offer, as far as somebody is free; says whether it offered anything. */
    boolean offerWaiting() {
        return !needs.inTurn().isEmpty() && offers.oneNodeAtATime(this::offerAll);
    }

    private boolean offerAll() {
        List<Colleague> online = online();
        if (online.isEmpty()) {
            return false;
        }
        Loads.Snapshot have = loads.now();
        Set<UUID> onOffer = offers.standing().stream()
                .map(each -> {
                    have.give(each.agent, each.conversation);
                    return each.conversation;
                })
                .collect(Collectors.toSet());
        Map<UUID, Reliefs.Given> spared = reliefs.now();
        boolean any = false;
        for (State state : needs.inTurn()) {
            if (!onOffer.contains(state.conversation().id())) {
                any |= offer(state, online, spared, have);
            }
        }
        return any;
    }

    private boolean offer(State state, List<Colleague> online, Map<UUID, Reliefs.Given> spared, Loads.Snapshot have) {
        int most = needs.rules().mostLoad();
        List<Candidate> free = online.stream()
                .filter(each -> isWanted(each, state)
                        || (!isManager(each)
                                && new Reader(each).mayRead(state)
                                && !isPausing(spared.get(each.id()))
                                && have.of(each.id()).weight() < most))
                .map(each -> candidate(each, have.of(each.id()), spared.containsKey(each.id())))
                .toList();
        if (free.isEmpty()) {
            return false;
        }
        Optional<Choice> choice = choose(state, free, have);
        choice.ifPresent(each -> have.give(each.who().id(), state.conversation().id()));
        return choice.filter(each -> offers.offer(
                        state.conversation(), state.last(), each.who().id(), each.because()))
                .isPresent();
    }

    /** Whom a colleague has chosen is asked whatever else they have to do: they may decline. */
    private static boolean isWanted(Colleague who, State state) {
        return who.id().equals(state.wanted());
    }

    private static boolean isPausing(Reliefs.@Nullable Given given) {
        return given != null && given.isPause();
    }

    private static boolean isManager(Colleague who) {
        return new Reader(who).isManager();
    }

    /** Who let it pass is asked again when all others have. */
    private Optional<Choice> choose(State state, List<Candidate> free, Loads.Snapshot have) {
        Need need = needs.of(state, have.weightOf(state.conversation().id()));
        Set<UUID> passed = offers.passedBy(state.conversation());
        Optional<Choice> next = Choice.of(
                need, free.stream().filter(each -> !passed.contains(each.id())).toList());
        if (next.isEmpty()) {
            offers.askAllAgain(state.conversation());
            next = Choice.of(need, free);
        }
        return next;
    }

    private Candidate candidate(Colleague who, Loads.Load load, boolean spared) {
        return new Candidate(
                who.id(),
                Set.copyOf(who.languages()),
                Set.copyOf(who.teams()),
                Set.copyOf(who.skills()),
                load.weight(),
                load.conversations(),
                floor.idleSince(who.id()),
                spared);
    }

    /** At any node. Managers take what they like and are offered only what was handed on to them. */
    private List<Colleague> online() {
        return accounts.all().stream()
                .filter(Colleague::active)
                .filter(each -> floor.of(each.id()) == Availability.ONLINE)
                .toList();
    }
}
