package dev.ramah.insight;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.desk.ToldWaits;
import dev.ramah.platform.Csv;
import dev.ramah.platform.Ndjson;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether customers waited as long as they were told. As a file it is one row. */
@Path("/api/reports/waits")
@RolesAllowed("manager")
class WaitsResource {

    private static final List<String> COLUMNS =
            List.of("told", "kept", "broken", "left", "open", "likely", "most", "waited");

    private final Reports reports;
    private final ToldWaits waits;
    private final Clock clock;
    private final ObjectMapper json;

    WaitsResource(Reports reports, ToldWaits waits, Clock clock, ObjectMapper json) {
        this.reports = reports;
        this.waits = waits;
        this.clock = clock;
        this.json = json;
    }

    /** Of all who began to wait in this time and were told how long, see {@link ToldWaits.Balance}. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ToldWaits.Balance balance(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        Range range = reports.range(from, to, zone);
        return waits.balance(range.from(), range.to(), clock.instant());
    }

    @GET
    @Produces(Csv.ON_REQUEST)
    public Response csv(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        ToldWaits.Balance all = balance(from, to, zone);
        List<@Nullable Object> cells = Arrays.asList(
                all.told(), all.kept(), all.broken(), all.left(), all.open(), all.likely(), all.most(), all.waited());
        return Response.ok(Csv.of(COLUMNS, List.of(cells)), Csv.TYPE).build();
    }

    @GET
    @Produces(Ndjson.ON_REQUEST)
    public Response lines(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return Response.ok(Ndjson.of(List.of(balance(from, to, zone)), json)).build();
    }
}
