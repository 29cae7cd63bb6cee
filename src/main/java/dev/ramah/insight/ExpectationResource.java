package dev.ramah.insight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** How many are expected to be unhappy, and how good that expectation is; never by person. */
@Path("/api/reports/expectation")
@RolesAllowed("manager")
class ExpectationResource {

    private final Expectations expectations;
    private final Reports reports;

    ExpectationResource(Expectations expectations, Reports reports) {
        this.expectations = expectations;
        this.reports = reports;
    }

    @GET
    public Expectations.Told told(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return expectations.told(reports.range(from, to, zone));
    }
}
