package dev.ramah.desk;

import dev.ramah.desk.Shifts.Fate;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The end of my own shift. */
@Path("/api/desk/shift")
@RolesAllowed("agent")
class ShiftResource {

    private final Shifts shifts;
    private final Reliefs reliefs;
    private final Desk desk;
    private final SecurityIdentity identity;
    private final Clock clock;

    ShiftResource(Shifts shifts, Reliefs reliefs, Desk desk, SecurityIdentity identity, Clock clock) {
        this.shifts = shifts;
        this.reliefs = reliefs;
        this.desk = desk;
        this.identity = identity;
        this.clock = clock;
    }

    /** One conversation: {@code to} is queue, team, agent or wait; a reason goes with all but the first. */
    record Wish(
            @NotNull UUID conversation,
            @NotBlank String to,
            @Nullable UUID agent,
            @Nullable @Size(max = 50) String team,
            @Nullable Instant until,
            @Nullable @Size(max = 500) String reason) {}

    /** {@code mark} is how the shift was, 1 to 5; nobody but they knows whose it is. */
    record End(
            @NotBlank @Size(max = 100) String clientId,
            @NotNull @Size(max = 500) List<@NotNull @Valid Wish> conversations,
            @Nullable @Min(1) @Max(5) Integer mark) {}

    record Ended(int handedOver) {}

    /** Hands over what is named as it is named, all else to the queue, and nothing of what is not mine. */
    @POST
    @Path("/end")
    public Ended end(@NotNull @Valid End end) {
        Map<UUID, Fate> fates = new HashMap<>();
        end.conversations().forEach(each -> fates.put(each.conversation(), fate(each)));
        return new Ended(shifts.end(Colleague.of(identity), end.clientId(), fates, end.mark()));
    }

    /** I am fine and go on, whatever I was spared for. */
    @POST
    @Path("/go-on")
    public void goOn() {
        reliefs.over(Colleague.of(identity).id());
        desk.reliefChanged();
    }

    private Fate fate(Wish wish) {
        return switch (wish.to()) {
            case "queue" -> new Fate.Queue();
            case "team" -> shifts.handedOn(null, wish.team(), reason(wish));
            case "agent" -> {
                if (Colleague.of(identity).id().equals(wish.agent())) {
                    throw Problem.invalid("agent is somebody else.");
                }
                yield shifts.handedOn(wish.agent(), null, reason(wish));
            }
            case "wait" -> {
                Instant until = wish.until();
                if (until == null || !until.isAfter(clock.instant())) {
                    throw Problem.invalid("until is a moment to come.");
                }
                yield new Fate.Waits(until, reason(wish));
            }
            default -> throw Problem.invalid("to is queue, team, agent or wait.");
        };
    }

    private static String reason(Wish wish) {
        if (wish.reason() == null || wish.reason().isBlank()) {
            throw Problem.invalid("reason is missing.");
        }
        return wish.reason();
    }
}
