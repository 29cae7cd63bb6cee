package dev.ramah.desk;

import dev.ramah.conversation.State;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.StaffRole;

/** What a member of staff may read: agents the conversations of their teams and of no team, and their own; managers all. */
record Reader(Colleague colleague) {

    boolean isManager() {
        return colleague.role() != StaffRole.AGENT;
    }

    boolean mayRead(State state) {
        return isManager()
                || state.team() == null
                || colleague.teams().contains(state.team())
                || colleague.id().equals(state.holder())
                || colleague.id().equals(state.wanted());
    }
}
