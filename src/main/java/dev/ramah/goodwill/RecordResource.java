package dev.ramah.goodwill;

import dev.ramah.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Who gave what, why, and what it cost. */
@Path("/api/gifts")
@RolesAllowed("manager")
class RecordResource {

    private static final int MOST_DAYS = 366;

    private final Gifts gifts;
    private final Clock clock;

    RecordResource(Gifts gifts, Clock clock) {
        this.gifts = gifts;
        this.clock = clock;
    }

    record Recorded(List<Gift.View> gifts) {}

    @GET
    public Recorded recorded(@QueryParam("days") @DefaultValue("30") int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.invalid("days is 1 to " + MOST_DAYS + ".");
        }
        return new Recorded(gifts.since(clock.instant().minus(Duration.ofDays(days))));
    }
}
