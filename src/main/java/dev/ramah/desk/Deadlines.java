package dev.ramah.desk;

import dev.ramah.conversation.Handovers;
import dev.ramah.conversation.State;
import dev.ramah.conversation.Turn;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.OpeningHours;
import dev.ramah.staff.Openings;
import dev.ramah.staff.ServiceTarget;
import dev.ramah.staff.ServiceTargets;
import dev.ramah.staff.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By when those who wait for people, or have one, are to be helped, where there are targets. */
@ApplicationScoped
class Deadlines {

    /** Of a target's minutes, those before it is near. */
    private static final double NEAR = 0.8;

    private final Targets targets;
    private final Openings openings;
    private final Handovers handovers;
    private final Accounts accounts;

    Deadlines(Targets targets, Openings openings, Handovers handovers, Accounts accounts) {
        this.targets = targets;
        this.openings = openings;
        this.handovers = handovers;
        this.accounts = accounts;
    }

    /** Those of each conversation that still lie open, the first one due first. */
    Map<UUID, List<Deadline>> of(Collection<State> states) {
        ServiceTargets all = targets.now();
        if (all.isNone()) {
            return Map.of();
        }
        List<State> open = states.stream().filter(Deadlines::isWithPeople).toList();
        Map<UUID, Handovers.Asked> asked =
                handovers.asked(open.stream().map(State::conversation).toList());
        return open.stream()
                .collect(Collectors.toMap(
                        each -> each.conversation().id(),
                        each -> of(each, all, asked.get(each.conversation().id()))));
    }

    private List<Deadline> of(State state, ServiceTargets all, Handovers.@Nullable Asked asked) {
        @Nullable String team = team(state);
        ServiceTarget target = all.of(team);
        OpeningHours hours = openings.of(team);
        List<Deadline> deadlines = new ArrayList<>();
        if (target.firstResponse() != null && asked != null && !asked.answered()) {
            add("first", asked.at(), target.firstResponse(), target, hours, deadlines);
        }
        if (target.resolution() != null) {
            add("resolution", state.openedAt(), target.resolution(), target, hours, deadlines);
        }
        deadlines.sort(Comparator.comparing(Deadline::due));
        return deadlines;
    }

    private static void add(
            String what, Instant from, int minutes, ServiceTarget target, OpeningHours hours, List<Deadline> to) {
        @Nullable Instant due = target.runsOut(from, minutes, hours);
        @Nullable Instant near = target.runsOut(from, (int) (minutes * NEAR), hours);
        if (due != null && near != null) {
            to.add(new Deadline(what, near, due));
        }
    }

    private static boolean isWithPeople(State state) {
        return state.isOpen() && (state.turn() == Turn.QUEUE || state.turn() == Turn.AGENT);
    }

    /** As reports find it: the team it was handed to, or else that of whoever has it. */
    private @Nullable String team(State state) {
        UUID holder = state.holder();
        if (state.team() != null || holder == null) {
            return state.team();
        }
        return accounts.find(holder)
                .flatMap(each -> each.teams().stream().min(Comparator.naturalOrder()))
                .orElse(null);
    }
}
