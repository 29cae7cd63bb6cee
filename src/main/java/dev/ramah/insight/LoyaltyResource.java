package dev.ramah.insight;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.loyalty.Comparison;
import dev.ramah.loyalty.Loyalty;
import dev.ramah.platform.Csv;
import dev.ramah.platform.Ndjson;
import dev.ramah.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether customers bought again after they were served, by how they were. {@code within} is after how many days the rates
 * are read (7 to 730, else 90), {@code long} how many minutes a wait for a person may take where there is no target (1 to
 * 1440, else 5).
 */
@Path("/api/reports/loyalty")
@RolesAllowed("manager")
class LoyaltyResource {

    private static final int USUAL_DAYS = 90;
    private static final int FEWEST_DAYS = 7;
    static final int MOST_DAYS = 730;

    private static final int USUAL_MINUTES = 5;
    private static final int MOST_MINUTES = 1_440;

    /** More points than a screen shows apart. */
    private static final int POINTS = 150;

    private final Repurchases repurchases;
    private final Reports reports;
    private final ObjectMapper json;

    LoyaltyResource(Repurchases repurchases, Reports reports, ObjectMapper json) {
        this.repurchases = repurchases;
        this.reports = reports;
        this.json = json;
    }

    /**
     * What customers did; see {@link Repurchases.Told} and {@link Loyalty}.
     *
     * @param tooLong in minutes
     * @param customers null where they or those who bought again are too few
     * @param orders null where they are
     */
    record Answer(
            Instant from,
            Instant to,
            Instant asOf,
            int within,
            @JsonProperty("long") int tooLong,
            boolean told,
            @Nullable Integer customers,
            int unknown,
            @Nullable Integer orders,
            double level,
            Map<Integer, String> themes,
            int otherThemes,
            List<Comparison> comparisons,
            Loyalty.@Nullable Both both) {}

    /** What is asked for; all may be left out. */
    public record Asked(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone,
            @QueryParam("within") @Nullable String within,
            @QueryParam("long") @Nullable String tooLong) {

        Range range(Reports reports) {
            return reports.range(from, to, zone);
        }

        int days() {
            return number("within", within, USUAL_DAYS, FEWEST_DAYS, MOST_DAYS);
        }

        Duration tooLongWait() {
            return Duration.ofMinutes(minutes());
        }

        private int minutes() {
            return number("long", tooLong, USUAL_MINUTES, 1, MOST_MINUTES);
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Answer table(@BeanParam Asked asked) {
        Range range = asked.range(reports);
        Repurchases.Told told = told(asked);
        Loyalty loyalty = told.loyalty().drawn(POINTS);
        return new Answer(
                range.from(),
                range.to(),
                told.asOf(),
                asked.days(),
                asked.minutes(),
                told.told(),
                loyalty.suffices() ? loyalty.customers() : null,
                told.unknown(),
                loyalty.suffices() ? loyalty.orders() : null,
                loyalty.level(),
                told.themes(),
                told.otherThemes(),
                loyalty.comparisons(),
                loyalty.both());
    }

    @GET
    @Produces(Csv.ON_REQUEST)
    public Response csv(@BeanParam Asked asked) {
        List<LoyaltyRow> rows = LoyaltyRow.of(loyalty(asked));
        return Response.ok(
                        Csv.of(
                                LoyaltyRow.COLUMNS,
                                rows.stream().map(LoyaltyRow::cells).toList()),
                        Csv.TYPE)
                .build();
    }

    /** The same, a line each. */
    @GET
    @Produces(Ndjson.ON_REQUEST)
    public Response lines(@BeanParam Asked asked) {
        return Response.ok(Ndjson.of(LoyaltyRow.of(loyalty(asked)), json)).build();
    }

    /** Every point of every curve. */
    @GET
    @Path("/curves")
    @Produces(Csv.TYPE)
    public Response curves(@BeanParam Asked asked) {
        List<CurvePoint> points = CurvePoint.of(loyalty(asked));
        return Response.ok(
                        Csv.of(
                                CurvePoint.COLUMNS,
                                points.stream().map(CurvePoint::cells).toList()),
                        Csv.TYPE)
                .build();
    }

    /** The same, a line each. */
    @GET
    @Path("/curves")
    @Produces(Ndjson.ON_REQUEST)
    public Response curveLines(@BeanParam Asked asked) {
        return Response.ok(Ndjson.of(CurvePoint.of(loyalty(asked)), json)).build();
    }

    private Loyalty loyalty(Asked asked) {
        return told(asked).loyalty();
    }

    private Repurchases.Told told(Asked asked) {
        return repurchases.told(asked.range(reports), asked.days(), asked.tooLongWait());
    }

    /** @throws Problem INVALID */
    static int number(String name, @Nullable String given, int usual, int least, int most) {
        if (given == null) {
            return usual;
        }
        if (!given.matches("\\d{1,6}") || Integer.parseInt(given) < least || Integer.parseInt(given) > most) {
            throw Problem.invalid(name + " must be a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(given);
    }
}
