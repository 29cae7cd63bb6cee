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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long it took, split by one thing. */
@Path("/api/reports/times")
@RolesAllowed("manager")
class TimesResource {

    private final Reports reports;
    private final ObjectMapper json;

    TimesResource(Reports reports, ObjectMapper json) {
        this.reports = reports;
        this.json = json;
    }

    record Table(List<Times> rows) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Table table(
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return new Table(reports.times(reports.range(from, to, zone), Split.of(by)));
    }

    @GET
    @Produces(Csv.ON_REQUEST)
    public Response csv(
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        Split split = Split.of(by);
        List<Times> rows = reports.times(reports.range(from, to, zone), split);
        return Response.ok(SplitRow.csv(split, Times.COLUMNS, rows), Csv.TYPE).build();
    }

    @GET
    @Produces(Ndjson.ON_REQUEST)
    public Response lines(
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return Response.ok(Ndjson.of(reports.times(reports.range(from, to, zone), Split.of(by)), json))
                .build();
    }
}
