package dev.ramah.insight;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.platform.Csv;
import dev.ramah.platform.Ndjson;
import dev.ramah.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How often customers were asked for what they had told already, by team, by topic or by what a low mark was for. */
@Path("/api/reports/repeats")
@RolesAllowed("manager")
class RepeatsResource {

    /** A person is not measured by this: who gets the hard ones asks more. */
    private static final Set<Split> SPLITS = EnumSet.of(Split.TEAM, Split.TOPIC, Split.CAUSE);

    private final Reports reports;
    private final ObjectMapper json;

    RepeatsResource(Reports reports, ObjectMapper json) {
        this.reports = reports;
        this.json = json;
    }

    record Table(List<RepeatRow> rows) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Table table(
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return new Table(reports.repeats(reports.range(from, to, zone), split(by)));
    }

    @GET
    @Produces(Csv.ON_REQUEST)
    public Response csv(
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        Split split = split(by);
        List<RepeatRow> rows = reports.repeats(reports.range(from, to, zone), split);
        return Response.ok(SplitRow.csv(split, RepeatRow.COLUMNS, rows), Csv.TYPE)
                .build();
    }

    @GET
    @Produces(Ndjson.ON_REQUEST)
    public Response lines(
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return Response.ok(Ndjson.of(reports.repeats(reports.range(from, to, zone), split(by)), json))
                .build();
    }

    /** @throws Problem INVALID */
    private static Split split(@Nullable String by) {
        Split split = Split.of(by == null ? Split.TEAM.wire() : by);
        if (!SPLITS.contains(split)) {
            throw Problem.invalid("by is team, topic or cause.");
        }
        return split;
    }
}
