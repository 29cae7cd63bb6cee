package dev.ramah.desk;

import dev.ramah.conversation.Reach;
import dev.ramah.conversation.State;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.StaffRole;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** What a member of staff may read: agents the conversations of their teams and of no team, and their own; managers all. */
public record Reader(Colleague colleague) {

    public boolean isManager() {
        return colleague.role() != StaffRole.AGENT;
    }

    /** The same, as lists ask for it; everyone of staff, to know who shares a team with them. */
    Reach reach(Collection<Colleague> staff) {
        List<UUID> mates = staff.stream()
                .filter(each -> !Collections.disjoint(each.teams(), colleague.teams()))
                .map(Colleague::id)
                .toList();
        return new Reach(colleague.id(), isManager(), colleague.teams(), mates);
    }

    public boolean mayRead(State state) {
        return isManager()
                || state.team() == null
                || colleague.teams().contains(state.team())
                || colleague.id().equals(state.holder())
                || colleague.id().equals(state.wanted());
    }

    /**
     * The same conversation, if they may read it.
     *
     * @throws Problem FORBIDDEN
     */
    public State readable(State state) {
        if (!mayRead(state)) {
            throw Problem.forbidden("This conversation belongs to another team.");
        }
        return state;
    }
}
