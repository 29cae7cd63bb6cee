package dev.ramah.desk;

import dev.ramah.conversation.Happened;
import dev.ramah.platform.Frame;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** To whom a conversation may be handed on: a team that has somebody, or a colleague who works here. */
@ApplicationScoped
class Transfers {

    private final Accounts accounts;

    Transfers(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * The one that a frame asks for, and why: who gets it should not have to ask.
     *
     * @throws Problem NOT_FOUND, INVALID
     */
    Happened.Transferred in(Frame frame) {
        Frame to = frame.inner("to");
        String reason = frame.text("reason");
        String team = to.textOrNull("team");
        return to(team == null ? to.id("agent") : null, team, reason);
    }

    /**
     * The one of these that is named.
     *
     * @throws Problem NOT_FOUND, INVALID
     */
    Happened.Transferred to(@Nullable UUID agent, @Nullable String team, String reason) {
        if (team != null) {
            if (accounts.all().stream().noneMatch(each -> each.teams().contains(team))) {
                throw Problem.notFound("There is no team " + team + ".");
            }
            return new Happened.Transferred(reason, null, team, team);
        }
        Colleague colleague = (agent == null ? Optional.<Colleague>empty() : accounts.find(agent))
                .filter(Colleague::active)
                .orElseThrow(() -> Problem.notFound("There is no such colleague."));
        return new Happened.Transferred(reason, colleague.id(), null, colleague.name());
    }
}
