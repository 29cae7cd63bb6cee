package dev.ramah.insight;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.platform.Csv;
import dev.ramah.platform.Ndjson;
import dev.ramah.survey.Answered;
import dev.ramah.survey.Answers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What customers answered to each question of a survey, by when they did. */
@Path("/api/reports/answers")
@RolesAllowed("manager")
class AnswersResource {

    private final Answers answers;
    private final Reports reports;
    private final ObjectMapper json;

    AnswersResource(Answers answers, Reports reports, ObjectMapper json) {
        this.answers = answers;
        this.reports = reports;
        this.json = json;
    }

    record Table(List<Answered> rows) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Table table(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return new Table(read(from, to, zone));
    }

    /** A line for each answer that was possible. */
    @GET
    @Produces(Csv.ON_REQUEST)
    public Response csv(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return Response.ok(
                        Csv.of(
                                Answered.COLUMNS,
                                read(from, to, zone).stream()
                                        .flatMap(each -> each.lines().stream())
                                        .toList()),
                        Csv.TYPE)
                .build();
    }

    /** A line for each question. */
    @GET
    @Produces(Ndjson.ON_REQUEST)
    public Response lines(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return Response.ok(Ndjson.of(read(from, to, zone), json)).build();
    }

    private List<Answered> read(@Nullable String from, @Nullable String to, @Nullable String zone) {
        Range range = reports.range(from, to, zone);
        answers.catchUp();
        return answers.between(range.from(), range.to());
    }
}
