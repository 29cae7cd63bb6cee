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

/** How it went, split by one thing. */
@Path("/api/reports/satisfaction")
@RolesAllowed("manager")
class SatisfactionResource {

    private final Reports reports;
    private final ObjectMapper json;

    SatisfactionResource(Reports reports, ObjectMapper json) {
        this.reports = reports;
        this.json = json;
    }

    record Table(List<Row> rows) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Table table(
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return new Table(reports.satisfaction(reports.range(from, to, zone), Split.of(by)));
    }

    @GET
    @Produces(Csv.ON_REQUEST)
    public Response csv(
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        Split split = Split.of(by);
        List<Row> rows = reports.satisfaction(reports.range(from, to, zone), split);
        return Response.ok(SplitRow.csv(split, Row.COLUMNS, rows), Csv.TYPE).build();
    }

    @GET
    @Produces(Ndjson.ON_REQUEST)
    public Response lines(
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return Response.ok(Ndjson.of(reports.satisfaction(reports.range(from, to, zone), Split.of(by)), json))
                .build();
    }
}
