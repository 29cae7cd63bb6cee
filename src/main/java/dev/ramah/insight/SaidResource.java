package dev.ramah.insight;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.platform.Csv;
import dev.ramah.platform.Ndjson;
import dev.ramah.platform.Problem;
import dev.ramah.survey.Answers;
import dev.ramah.survey.Said;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answers behind a number, the newest first, each with its conversation: of a {@code survey} in a {@code version} those
 * to a {@code question}, or only those that are this {@code answer}, an option's key or a number.
 */
@Path("/api/reports/answers/said")
@RolesAllowed("manager")
class SaidResource {

    private final Answers answers;
    private final Reports reports;
    private final ObjectMapper json;

    SaidResource(Answers answers, Reports reports, ObjectMapper json) {
        this.answers = answers;
        this.reports = reports;
        this.json = json;
    }

    /** Which answers, and of which days. */
    public record Asked(
            @QueryParam("survey") @Nullable UUID survey,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("question") @Nullable String question,
            @QueryParam("answer") @Nullable String answer,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {

        private Answers.Wanted wanted() {
            if (survey == null || version == null || question == null) {
                throw Problem.invalid("survey, version and question say which answers");
            }
            return new Answers.Wanted(survey, version, question, answer);
        }

        private Range range(Reports reports) {
            return reports.range(from, to, zone);
        }
    }

    record Some(long total, List<Said> items) {}

    /** Twenty at a time; {@code page} counts from 0. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Some page(@BeanParam Asked asked, @QueryParam("page") @DefaultValue("0") String page) {
        Range range = asked.range(reports);
        Answers.Wanted wanted = asked.wanted();
        long first = CommentsResource.first(page);
        if (first > Integer.MAX_VALUE - Reports.PAGE) {
            throw Problem.invalid("page is too far away");
        }
        return new Some(
                answers.count(wanted, range.from(), range.to()),
                answers.said(wanted, range.from(), range.to(), (int) first, Reports.PAGE));
    }

    /** All of them, whatever the page. */
    @GET
    @Produces(Csv.ON_REQUEST)
    public Response csv(@BeanParam Asked asked) {
        return Response.ok(
                        Csv.of(
                                Said.COLUMNS,
                                all(asked).stream().map(Said::cells).toList()),
                        Csv.TYPE)
                .build();
    }

    /** The same, a line each. */
    @GET
    @Produces(Ndjson.ON_REQUEST)
    public Response lines(@BeanParam Asked asked) {
        return Response.ok(Ndjson.of(all(asked), json)).build();
    }

    private List<Said> all(Asked asked) {
        Range range = asked.range(reports);
        List<Said> all = answers.said(asked.wanted(), range.from(), range.to(), 0, Reports.MOST_IN_A_FILE + 1);
        if (all.size() > Reports.MOST_IN_A_FILE) {
            throw Problem.invalid("These are more than " + Reports.MOST_IN_A_FILE + " answers. Choose fewer days.");
        }
        return all;
    }
}
