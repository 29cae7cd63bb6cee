package dev.ramah.insight;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.platform.Csv;
import dev.ramah.platform.Ndjson;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The episodes behind a number: {@code what} they are, and with {@code by} and {@code key} those of one row of a table.
 * Without a key they are those of all rows.
 */
@Path("/api/reports/episodes")
@RolesAllowed("manager")
class EpisodesResource {

    private final Reports reports;
    private final Expectations expectations;
    private final ObjectMapper json;

    EpisodesResource(Reports reports, Expectations expectations, ObjectMapper json) {
        this.reports = reports;
        this.expectations = expectations;
        this.json = json;
    }

    /** Twenty at a time; {@code page} counts from 0. What is expected stands beside them, but never by person. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Reports.BehindPage page(
            @QueryParam("what") @Nullable String what,
            @QueryParam("by") @Nullable String by,
            @QueryParam("key") @Nullable String key,
            @QueryParam("page") @DefaultValue("0") String page,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        Split split = Split.of(by);
        Reports.BehindPage some =
                reports.behind(What.of(what), split, key, reports.range(from, to, zone), CommentsResource.first(page));
        return split.isOfPeople() ? some : expectations.beside(some);
    }

    /** All of them, whatever the page. */
    @GET
    @Produces(Csv.ON_REQUEST)
    public Response csv(
            @QueryParam("what") @Nullable String what,
            @QueryParam("by") @Nullable String by,
            @QueryParam("key") @Nullable String key,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        List<Behind> all = reports.allBehind(What.of(what), Split.of(by), key, reports.range(from, to, zone));
        return Response.ok(Behind.table(all), Csv.TYPE).build();
    }

    /** The same, a line each. */
    @GET
    @Produces(Ndjson.ON_REQUEST)
    public Response lines(
            @QueryParam("what") @Nullable String what,
            @QueryParam("by") @Nullable String by,
            @QueryParam("key") @Nullable String key,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return Response.ok(Ndjson.of(
                        reports.allBehind(What.of(what), Split.of(by), key, reports.range(from, to, zone)), json))
                .build();
    }
}
