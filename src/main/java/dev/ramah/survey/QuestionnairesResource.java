package dev.ramah.survey;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.delivery.Mails;
import dev.ramah.platform.Csv;
import dev.ramah.platform.Ndjson;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What customers are asked and when, and what became of asking. */
@Path("/api/surveys")
@RolesAllowed("manager")
class QuestionnairesResource {

    private final Questionnaires questionnaires;
    private final Asks asks;
    private final Tallies tallies;
    private final Mails mails;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final ObjectMapper json;

    QuestionnairesResource(
            Questionnaires questionnaires,
            Asks asks,
            Tallies tallies,
            Mails mails,
            SecurityIdentity identity,
            Clock clock,
            ObjectMapper json) {
        this.questionnaires = questionnaires;
        this.asks = asks;
        this.tallies = tallies;
        this.mails = mails;
        this.identity = identity;
        this.clock = clock;
        this.json = json;
    }

    /** All surveys, in the order in which they are looked at; {@code mail}: whether any may be asked by mail. */
    record Listed(List<Questionnaires.View> surveys, boolean mail) {}

    /** {@code version}: the one that was seen; nobody needs it for a new survey. */
    record Wanted(
            @NotBlank String name, boolean on, @NotNull Form form, @NotNull Rules rules, @Nullable Integer version) {

        Questionnaires.Wish wish() {
            return new Questionnaires.Wish(name, on, form, rules);
        }
    }

    @GET
    public Listed all() {
        return new Listed(questionnaires.all(), mails.hasLinks());
    }

    /** Looked at before the others. */
    @POST
    public Response add(@NotNull @Valid Wanted wanted) {
        return Response.status(201)
                .entity(questionnaires.add(wanted.wish(), me()))
                .build();
    }

    @PUT
    @Path("/{id}")
    public Questionnaires.View change(@PathParam("id") UUID id, @NotNull @Valid Wanted wanted) {
        if (wanted.version() == null) {
            throw Problem.invalid("version is the one that you have seen.");
        }
        return questionnaires.change(id, wanted.version(), wanted.wish(), me());
    }

    /** It is looked at before all others from now on. */
    @POST
    @Path("/{id}/first")
    public Listed first(@PathParam("id") UUID id) {
        return new Listed(questionnaires.first(id, me()), mails.hasLinks());
    }

    /**
     * From {@code from} to before {@code to}; without them the last 28 days. The time before it begins at {@code before},
     * without which it is as long.
     */
    @GET
    @Path("/figures")
    @Produces(MediaType.APPLICATION_JSON)
    public Figures figures(
            @RestQuery @Nullable String before, @RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        asks.catchUp();
        Instant last = to == null ? clock.instant().plusSeconds(1) : moment("to", to);
        Instant first = from == null ? last.minus(Duration.ofDays(28)) : moment("from", from);
        Instant earlier = before == null ? first.minus(Duration.between(first, last)) : moment("before", before);
        return tallies.between(earlier, first, last);
    }

    /** A line a figure: {@code figure,value}. */
    @GET
    @Path("/figures")
    @Produces(Csv.ON_REQUEST)
    public Response csv(@RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        List<List<@Nullable Object>> cells = FigureLine.of(figures(null, from, to)).stream()
                .map(FigureLine::cells)
                .toList();
        return Response.ok(Csv.of(FigureLine.COLUMNS, cells), Csv.TYPE).build();
    }

    /** The same, a line each. */
    @GET
    @Path("/figures")
    @Produces(Ndjson.ON_REQUEST)
    public Response lines(@RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        return Response.ok(Ndjson.of(FigureLine.of(figures(null, from, to)), json))
                .build();
    }

    private dev.ramah.staff.AgentRef me() {
        return Colleague.of(identity).ref();
    }

    private static Instant moment(String name, String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(name + " is a time as in 2026-11-22T09:00:00Z.");
        }
    }
}
