package dev.ramah.insight;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.platform.Csv;
import dev.ramah.platform.Ndjson;
import dev.ramah.staff.ServiceTargets;
import dev.ramah.staff.Targets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often targets were kept, split by one thing. */
@Path("/api/reports/targets")
@RolesAllowed("manager")
class TargetsResource {

    private final Reports reports;
    private final Targets targets;
    private final ObjectMapper json;

    TargetsResource(Reports reports, Targets targets, ObjectMapper json) {
        this.reports = reports;
        this.targets = targets;
        this.json = json;
    }

    /** The rows, and the targets of now, by which all of them were judged or are about to be. */
    record Table(ServiceTargets targets, List<Promised> rows) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Table table(
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return new Table(targets.now(), reports.targets(reports.range(from, to, zone), Split.of(by)));
    }

    @GET
    @Produces(Csv.ON_REQUEST)
    public Response csv(
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        Split split = Split.of(by);
        List<Promised> rows = reports.targets(reports.range(from, to, zone), split);
        return Response.ok(SplitRow.csv(split, Promised.COLUMNS, rows), Csv.TYPE)
                .build();
    }

    @GET
    @Produces(Ndjson.ON_REQUEST)
    public Response lines(
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return Response.ok(Ndjson.of(reports.targets(reports.range(from, to, zone), Split.of(by)), json))
                .build();
    }
}
