package dev.ramah.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What hours mean before anybody keeps them. */
@Path("/api/hours")
@RolesAllowed("manager")
class HoursResource {

    private final Clock clock;

    HoursResource(Clock clock) {
        this.clock = clock;
    }

    /** Whether it is open now; {@code opens} while it is closed, {@code closes} while it is open, if ever. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Preview(boolean open, @Nullable Instant opens, @Nullable Instant closes) {}

    @POST
    @Path("/preview")
    public Preview preview(@NotNull OpeningHours hours) {
        OpeningHours checked = hours.checked("hours");
        Instant now = clock.instant();
        return new Preview(checked.isOpen(now), checked.opensAfter(now), checked.closesAfter(now));
    }
}
