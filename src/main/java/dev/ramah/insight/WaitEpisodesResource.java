package dev.ramah.insight;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.desk.ToldWaits;
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
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The episodes behind a number of the waits that were told: {@code which} is kept, broken, left or open, all without it. */
@Path("/api/reports/waits/episodes")
@RolesAllowed("manager")
class WaitEpisodesResource {

    private final Reports reports;
    private final ToldWaits waits;
    private final Clock clock;
    private final ObjectMapper json;

    WaitEpisodesResource(Reports reports, ToldWaits waits, Clock clock, ObjectMapper json) {
        this.reports = reports;
        this.waits = waits;
        this.clock = clock;
        this.json = json;
    }

    /** Twenty at a time; {@code page} counts from 0. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Reports.BehindPage page(
            @QueryParam("which") @Nullable String which,
            @QueryParam("page") @DefaultValue("0") String page,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        long first = CommentsResource.first(page);
        return reports.countedElsewhere(episodes(which, reports.range(from, to, zone)), first);
    }

    /** All of them, whatever the page. */
    @GET
    @Produces(Csv.ON_REQUEST)
    public Response csv(
            @QueryParam("which") @Nullable String which,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        List<Behind> all = reports.allCountedElsewhere(episodes(which, reports.range(from, to, zone)));
        return Response.ok(Behind.table(all), Csv.TYPE).build();
    }

    /** The same, a line each. */
    @GET
    @Produces(Ndjson.ON_REQUEST)
    public Response lines(
            @QueryParam("which") @Nullable String which,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        List<Behind> all = reports.allCountedElsewhere(episodes(which, reports.range(from, to, zone)));
        return Response.ok(Ndjson.of(all, json)).build();
    }

    private List<Episode.Id> episodes(@Nullable String which, Range range) {
        ToldWaits.@Nullable Outcome outcome = which == null
                ? null
                : Arrays.stream(ToldWaits.Outcome.values())
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(which))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("which must be kept, broken, left or open"));
        return waits.told(outcome, range.from(), range.to(), clock.instant(), Reports.MOST_IN_A_FILE).stream()
                .map(each -> new Episode.Id(each.conversation(), each.episode()))
                .toList();
    }
}
