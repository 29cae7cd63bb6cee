package dev.ramah.insight;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.desk.ShiftMarks;
import dev.ramah.platform.Csv;
import dev.ramah.platform.Ndjson;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** How people said their shifts were, by the week and never of fewer than five. */
@Path("/api/reports/shifts")
@RolesAllowed("manager")
class ShiftsResource {

    private static final int WEEKS = 12;

    private static final List<String> COLUMNS = List.of("week", "team", "people", "average");

    private final ShiftMarks marks;
    private final ObjectMapper json;

    ShiftsResource(ShiftMarks marks, ObjectMapper json) {
        this.marks = marks;
        this.json = json;
    }

    record Latest(List<ShiftMarks.Week> weeks) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Latest latest() {
        return new Latest(marks.latest(WEEKS));
    }

    @GET
    @Produces(Csv.ON_REQUEST)
    public Response csv() {
        List<List<Object>> rows = marks.latest(WEEKS).stream()
                .map(each -> List.<Object>of(each.week(), each.team(), each.people(), each.average()))
                .toList();
        return Response.ok(Csv.of(COLUMNS, rows), Csv.TYPE).build();
    }

    @GET
    @Produces(Ndjson.ON_REQUEST)
    public Response lines() {
        return Response.ok(Ndjson.of(marks.latest(WEEKS), json)).build();
    }
}
