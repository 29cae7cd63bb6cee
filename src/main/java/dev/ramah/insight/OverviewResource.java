package dev.ramah.insight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** A time in figures. */
@Path("/api/reports/overview")
@RolesAllowed("manager")
class OverviewResource {

    private final Reports reports;

    OverviewResource(Reports reports) {
        this.reports = reports;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Overview overview(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return reports.overview(reports.range(from, to, zone));
    }

    /** A line a figure: {@code figure,value}; times are seconds. */
    @GET
    @Produces("text/csv;charset=UTF-8;qs=0.5")
    public String csv(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        Overview overview = reports.overview(reports.range(from, to, zone));
        return Csv.of(Overview.COLUMNS, overview.cells());
    }
}
