package dev.ramah.insight;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.platform.Csv;
import dev.ramah.platform.Ndjson;
import dev.ramah.platform.Problem;
import dev.ramah.survey.Tallies;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The episodes behind a number of asking: {@code which} is one of {@link Tallies.Which}, with a {@code key} where it takes
 * one, the reason or the survey.
 */
@Path("/api/reports/asked/episodes")
@RolesAllowed("manager")
class AskedEpisodesResource {

    private final Reports reports;
    private final Tallies tallies;
    private final ObjectMapper json;

    AskedEpisodesResource(Reports reports, Tallies tallies, ObjectMapper json) {
        this.reports = reports;
        this.tallies = tallies;
        this.json = json;
    }

    /** Twenty at a time; {@code page} counts from 0. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Reports.BehindPage page(
            @QueryParam("which") @Nullable String which,
            @QueryParam("key") @Nullable String key,
            @QueryParam("page") @DefaultValue("0") String page,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        long first = CommentsResource.first(page);
        return reports.countedElsewhere(
                episodes(which, key, reports.range(from, to, zone), Reports.MOST_COUNTED), first);
    }

    /** All of them, whatever the page. */
    @GET
    @Produces(Csv.ON_REQUEST)
    public Response csv(
            @QueryParam("which") @Nullable String which,
            @QueryParam("key") @Nullable String key,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        List<Behind> all = reports.allCountedElsewhere(all(which, key, reports.range(from, to, zone)));
        return Response.ok(Behind.table(all), Csv.TYPE).build();
    }

    /** The same, a line each. */
    @GET
    @Produces(Ndjson.ON_REQUEST)
    public Response lines(
            @QueryParam("which") @Nullable String which,
            @QueryParam("key") @Nullable String key,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        List<Behind> all = reports.allCountedElsewhere(all(which, key, reports.range(from, to, zone)));
        return Response.ok(Ndjson.of(all, json)).build();
    }

    private List<Episode.Id> all(@Nullable String name, @Nullable String key, Range range) {
        return episodes(name, key, range, Reports.MOST_IN_A_FILE + 1);
    }

    private List<Episode.Id> episodes(@Nullable String name, @Nullable String key, Range range, int most) {
        Tallies.Which which = Arrays.stream(Tallies.Which.values())
                .filter(each -> wire(each).equals(name == null ? "asked" : name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("which must be one of "
                        + Arrays.stream(Tallies.Which.values())
                                .map(AskedEpisodesResource::wire)
                                .collect(Collectors.joining(", "))));
        if (which.hasKey() != (key != null)) {
            throw Problem.invalid(which.hasKey() ? "key says which reason or survey" : "There is no key to this");
        }
        return tallies.episodes(which, key, range.from(), range.to(), most).stream()
                .map(each -> new Episode.Id(each.conversation(), each.episode()))
                .toList();
    }

    private static String wire(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
    }
}
