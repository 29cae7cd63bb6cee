package dev.ramah.insight;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.loyalty.Counted;
import dev.ramah.loyalty.Question;
import dev.ramah.platform.Csv;
import dev.ramah.platform.Ndjson;
import dev.ramah.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
 * The episodes behind a number of the loyalty report, one of each customer whom it counts: that from whose end on they are
 * followed. {@code question} and {@code group} say of which group, both left out of all; {@code which} of them is one of
 * {@link Counted.Which}, and of {@code by} the {@code day}. What the report hides is hidden here.
 */
@Path("/api/reports/loyalty/episodes")
@RolesAllowed("manager")
class LoyaltyEpisodesResource {

    private final Repurchases repurchases;
    private final Reports reports;
    private final Expectations expectations;
    private final ObjectMapper json;

    LoyaltyEpisodesResource(Repurchases repurchases, Reports reports, Expectations expectations, ObjectMapper json) {
        this.repurchases = repurchases;
        this.reports = reports;
        this.expectations = expectations;
        this.json = json;
    }

    /** The number that is opened. */
    public record Opened(
            @QueryParam("question") @Nullable String question,
            @QueryParam("group") @Nullable String group,
            @QueryParam("which") @Nullable String which,
            @QueryParam("day") @Nullable String day) {

        /** @throws Problem INVALID */
        private Counted counted(int within) {
            Counted.Which wanted = oneOf("which", Counted.Which.values(), which == null ? "customers" : which);
            if ((question == null) != (group == null)) {
                throw Problem.invalid("question and group go together");
            }
            return new Counted(
                    question == null ? null : oneOf("question", Question.values(), question),
                    group,
                    wanted,
                    wanted == Counted.Which.BY
                            ? LoyaltyResource.number("day", day, within, 1, 10 * LoyaltyResource.MOST_DAYS)
                            : within);
        }

        private static <T extends Enum<T>> T oneOf(String name, T[] all, String given) {
            return Arrays.stream(all)
                    .filter(each -> wire(each).equals(given))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid(name + " must be one of "
                            + Arrays.stream(all).map(Opened::wire).collect(Collectors.joining(", "))));
        }

        private static String wire(Enum<?> each) {
            return each.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Twenty at a time; {@code page} counts from 0. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Reports.BehindPage page(
            @BeanParam LoyaltyResource.Asked asked,
            @BeanParam Opened opened,
            @QueryParam("page") @DefaultValue("0") String page) {
        return expectations.beside(read(asked, opened, CommentsResource.first(page), Reports.PAGE, Integer.MAX_VALUE));
    }

    /** All of them, whatever the page. */
    @GET
    @Produces(Csv.ON_REQUEST)
    public Response csv(@BeanParam LoyaltyResource.Asked asked, @BeanParam Opened opened) {
        return Response.ok(Behind.table(all(asked, opened)), Csv.TYPE).build();
    }

    /** The same, a line each. */
    @GET
    @Produces(Ndjson.ON_REQUEST)
    public Response lines(@BeanParam LoyaltyResource.Asked asked, @BeanParam Opened opened) {
        return Response.ok(Ndjson.of(all(asked, opened), json)).build();
    }

    private List<Behind> all(LoyaltyResource.Asked asked, Opened opened) {
        return read(asked, opened, 0, Reports.MOST_IN_A_FILE, Reports.MOST_IN_A_FILE)
                .items();
    }

    private Reports.BehindPage read(LoyaltyResource.Asked asked, Opened opened, long first, int most, int limit) {
        return repurchases.behind(
                asked.range(reports),
                asked.days(),
                asked.tooLongWait(),
                opened.counted(asked.days()),
                first,
                most,
                limit);
    }
}
