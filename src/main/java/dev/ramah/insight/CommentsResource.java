package dev.ramah.insight;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.conversation.Cause;
import dev.ramah.platform.Csv;
import dev.ramah.platform.Ndjson;
import dev.ramah.platform.Problem;
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

/** What customers wrote when they were asked how it went. */
@Path("/api/reports/comments")
@RolesAllowed("manager")
class CommentsResource {

    private final Reports reports;
    private final ObjectMapper json;

    CommentsResource(Reports reports, ObjectMapper json) {
        this.reports = reports;
        this.json = json;
    }

    /** Twenty at a time; {@code page} counts from 0, {@code cause} is what a low mark was for. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Reports.CommentsPage page(
            @QueryParam("page") @DefaultValue("0") String page,
            @QueryParam("cause") @Nullable String cause,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return reports.comments(reports.range(from, to, zone), Cause.of(cause), first(page));
    }

    /** All of them, whatever the page. */
    @GET
    @Produces(Csv.ON_REQUEST)
    public Response csv(
            @QueryParam("cause") @Nullable String cause,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        List<Comment> all = reports.comments(reports.range(from, to, zone), Cause.of(cause));
        return Response.ok(
                        Csv.of(Comment.COLUMNS, all.stream().map(Comment::cells).toList()), Csv.TYPE)
                .build();
    }

    /** The same, a line each. */
    @GET
    @Produces(Ndjson.ON_REQUEST)
    public Response lines(
            @QueryParam("cause") @Nullable String cause,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return Response.ok(Ndjson.of(reports.comments(reports.range(from, to, zone), Cause.of(cause)), json))
                .build();
    }

    /** How many lie before this page. */
    static long first(String page) {
        try {
            int number = Integer.parseInt(page);
            if (number >= 0) {
                return (long) number * Reports.PAGE;
            }
        } catch (NumberFormatException e) {
            // The answer below says it better.
        }
        throw Problem.invalid("page must be a number from 0 on");
    }
}
