package dev.ramah.insight;

import dev.ramah.desk.ShiftMarks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** How people said their shifts were, by the week and never of fewer than five. */
@Path("/api/reports/shifts")
@RolesAllowed("manager")
class ShiftsResource {

    private static final int WEEKS = 12;

    private final ShiftMarks marks;

    ShiftsResource(ShiftMarks marks) {
        this.marks = marks;
    }

    record Latest(List<ShiftMarks.Week> weeks) {}

    @GET
    public Latest latest() {
        return new Latest(marks.latest(WEEKS));
    }
}
