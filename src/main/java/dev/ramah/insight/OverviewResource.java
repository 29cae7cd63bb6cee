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
import org.jspecify.annotations.Nullable;

/** A time in figures. */
@Path("/api/reports/overview")
@RolesAllowed("manager")
class OverviewResource {

    private final Reports reports;
    private final ObjectMapper json;

    OverviewResource(Reports reports, ObjectMapper json) {
        this.reports = reports;
        this.json = json;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Overview overview(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return reports.overview(reports.range(from, to, zone));
    }

    /** A line a figure: {@code figure,value}; times are seconds. */
    @GET
    @Produces(Csv.ON_REQUEST)
    public Response csv(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        Overview overview = reports.overview(reports.range(from, to, zone));
        return Response.ok(Csv.of(Overview.COLUMNS, overview.cells()), Csv.TYPE).build();
    }

    /** The same figures, a line each. */
    @GET
    @Produces(Ndjson.ON_REQUEST)
    public Response lines(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return Response.ok(Ndjson.of(
                        reports.overview(reports.range(from, to, zone)).lines(), json))
                .build();
    }
}
