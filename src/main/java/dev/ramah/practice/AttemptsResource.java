package dev.ramah.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ramah.staff.AgentRef;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.Settings;
import dev.ramah.staff.StaffRole;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rehearsals, for whoever rehearses: what there is, what I did, and the one that runs. */
@Path("/api/practice")
@RolesAllowed("agent")
class AttemptsResource {

    private static final int LONGEST_ID = 100;

    private final Attempts attempts;
    private final Scenarios scenarios;
    private final Assignments assignments;
    private final Actor actor;
    private final Settings settings;
    private final MarkingSetting marking;
    private final SecurityIdentity identity;

    AttemptsResource(
            Attempts attempts,
            Scenarios scenarios,
            Assignments assignments,
            Actor actor,
            Settings settings,
            MarkingSetting marking,
            SecurityIdentity identity) {
        this.attempts = attempts;
        this.scenarios = scenarios;
        this.assignments = assignments;
        this.actor = actor;
        this.settings = settings;
        this.marking = marking;
        this.identity = identity;
    }

    record Offered(UUID id, String title, String language, Instant approvedAt) {}

    /** @param done whether I have rehearsed it since it was assigned; {@code waits} whether nobody can begin it now */
    record Due(UUID scenario, LocalDate due, boolean done, boolean late, boolean waits) {}

    /**
     * @param mine my rehearsals, the newest first
     * @param model whether a chat model plays the customer and marks the tone
     */
    record Home(List<Offered> scenarios, List<Tried> mine, List<Due> assigned, Marking marking, boolean model) {}

    record Begin(@NotNull UUID scenario, @NotBlank @Size(max = LONGEST_ID) String clientId) {}

    record Say(@NotBlank @Size(max = LONGEST_ID) String clientId, @NotNull String text, boolean note) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Screen(
            UUID id,
            UUID scenario,
            UUID agent,
            String title,
            String language,
            String customer,
            String reason,
            Instant startedAt,
            @Nullable Instant endedAt,
            List<Utterance> talk,
            List<Plot.Told> facts,
            Plot.@Nullable Source article,
            @Nullable Integer score,
            @Nullable Boolean passed,
            @Nullable List<Mark> marks,
            @Nullable List<Pairs.Pair> compared,
            boolean model) {}

    @GET
    public Home home() {
        Marking now = settings.of(marking);
        AgentRef me = Colleague.of(identity).ref();
        List<Attempt> mine = attempts.of(me);
        return new Home(
                scenarios.approved().stream()
                        .map(each -> new Offered(
                                each.id,
                                each.plot.title(),
                                each.plot.language(),
                                each.approvedAt == null ? each.madeAt : each.approvedAt))
                        .toList(),
                mine.stream().map(each -> mine(each, now)).toList(),
                assignments.of(List.of(me.id()), now).stream()
                        .map(each -> new Due(each.scenario(), each.due(), each.done(), each.late(), each.waits()))
                        .toList(),
                now,
                actor.isThere());
    }

    /** Begins a rehearsal; the same {@code clientId} again is the same one. */
    @POST
    @Path("/attempts")
    public Response begin(@NotNull @Valid Begin begin) {
        Attempt begun = attempts.begin(begin.scenario(), Colleague.of(identity).ref(), begin.clientId());
        return Response.status(201).entity(screen(begun)).build();
    }

    /** One of mine; managers read what is over of others. */
    @GET
    @Path("/attempts/{id}")
    public Screen one(@PathParam("id") UUID id) {
        Colleague me = Colleague.of(identity);
        Attempt found = attempts.find(id);
        boolean mine = found.agent.equals(me.id());
        if (!mine && (me.role() == StaffRole.AGENT || !found.isOver())) {
            throw Attempt.unknown();
        }
        return screen(mine ? attempts.goOn(id) : found);
    }

    /** Says something in one of mine and has the customer answer; the same {@code clientId} again is said once. */
    @POST
    @Path("/attempts/{id}/answers")
    public Screen say(@PathParam("id") UUID id, @NotNull @Valid Say say) {
        return screen(attempts.say(id, Colleague.of(identity).ref(), say.clientId(), say.note(), say.text()));
    }

    /** Ends one of mine; again changes nothing. */
    @POST
    @Path("/attempts/{id}/end")
    public Screen end(@PathParam("id") UUID id) {
        return screen(attempts.end(id, Colleague.of(identity).ref()));
    }

    private static Tried mine(Attempt of, Marking now) {
        return new Tried(of.id, of.scenario, of.plot.title(), of.startedAt, of.endedAt, of.score, of.passes(now));
    }

    private Screen screen(Attempt of) {
        boolean over = of.isOver();
        return new Screen(
                of.id,
                of.scenario,
                of.agent,
                of.plot.title(),
                of.plot.language(),
                of.plot.customer(),
                of.plot.reason(),
                of.startedAt,
                of.endedAt,
                of.talk,
                of.plot.facts(),
                // What is right is told in the end, and so is what the colleague answered.
                over ? of.plot.article() : null,
                of.score,
                over ? of.passes(settings.of(marking)) : null,
                of.marks,
                over ? Pairs.of(of.plot, of.talk) : null,
                actor.isThere());
    }
}
