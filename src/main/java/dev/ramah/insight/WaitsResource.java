package dev.ramah.insight;

import dev.ramah.desk.ToldWaits;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Whether customers waited as long as they were told. */
@Path("/api/reports/waits")
@RolesAllowed("manager")
class WaitsResource {

    private final Reports reports;
    private final ToldWaits waits;
    private final Clock clock;

    WaitsResource(Reports reports, ToldWaits waits, Clock clock) {
        this.reports = reports;
        this.waits = waits;
        this.clock = clock;
    }

    /** Of all who began to wait in this time and were told how long, see {@link ToldWaits.Balance}. */
    @GET
    public ToldWaits.Balance balance(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        Range range = reports.range(from, to, zone);
        return waits.balance(range.from(), range.to(), clock.instant());
    }
}
