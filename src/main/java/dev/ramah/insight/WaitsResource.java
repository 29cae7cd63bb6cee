package dev.ramah.insight;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.platform.Csv;
import dev.ramah.platform.Ndjson;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
    private final ObjectMapper json;

    WaitsResource(Reports reports, ObjectMapper json) {
        this.reports = reports;
        this.json = json;
    }

    /** Of all who began to wait in this time and were told how long. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public WaitBalance balance(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return reports.waits(reports.range(from, to, zone));
    }

    @GET
    @Produces(Csv.ON_REQUEST)
    public Response csv(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        WaitBalance all = balance(from, to, zone);
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
