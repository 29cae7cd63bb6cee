package dev.ramah.replies;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Macros as they are made; {@link RunsResource} runs them. */
@Path("/api/macros")
@RolesAllowed("agent")
class MacrosResource {

    private final Macros macros;
    private final Runbook runbook;
    private final Blanks blanks;
    private final Accounts accounts;
    private final SecurityIdentity identity;

    MacrosResource(Macros macros, Runbook runbook, Blanks blanks, Accounts accounts, SecurityIdentity identity) {
        this.macros = macros;
        this.runbook = runbook;
        this.blanks = blanks;
        this.accounts = accounts;
        this.identity = identity;
    }

    record WishedStep(
            @Nullable String kind,
            @Nullable UUID reply,
            @Nullable @Size(max = 4_000) String text,
            @Nullable Integer hours,
            @Nullable @Size(max = 50) String team) {

        Step step() {
            return Step.of(kind, reply, text, hours, team);
        }
    }

    record Wish(
            @Nullable String title,
            @Nullable String key,
            @NotNull @Size(max = 20) List<@NotNull @Valid WishedStep> steps,
            @Nullable String scope,
            @Nullable @Size(max = 50) String team,
            int version) {

        Macro.Plan plan(Colleague by) {
            return Macro.Plan.of(
                    title,
                    key == null || key.isBlank() ? null : key,
                    steps.stream().map(WishedStep::step).toList(),
                    Audience.of(scope, team, by));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            UUID id,
            String title,
            @Nullable String key,
            List<Step> steps,
            Audience.Scope scope,
            @Nullable String team,
            int version,
            boolean mayChange,
            Instant changedAt,
            @Nullable String changedBy) {}

    record All(List<Row> macros) {}

    /** Those that they may run; of two with the same key the first one is meant. */
    @GET
    public All all() {
        Map<UUID, String> names = accounts.names();
        return new All(macros.of(me()).stream().map(each -> row(each, names)).toList());
    }

    /**
     * What they would say where there is no conversation, as in a rehearsal: to somebody with this language, of whom the
     * name and an order may be known. Nothing is done.
     */
    @GET
    @Path("/said")
    public RunsResource.Lines said(
            @QueryParam("language") @DefaultValue("en") @Size(max = 20) String language,
            @QueryParam("customer") @Size(max = 200) @Nullable String customer,
            @QueryParam("order") @Size(max = 200) @Nullable String order) {
        Map<Variable, String> known = blanks.of(customer, order, me());
        return new RunsResource.Lines(macros.of(me()).stream()
                .map(each -> new RunsResource.Line(
                        each.id, each.title, each.key, runbook.preview(each, language, known, me())))
                .toList());
    }

    @POST
    public Response add(@NotNull @Valid Wish wish) {
        Macro added = macros.add(wish.plan(me()), me());
        return Response.status(Response.Status.CREATED)
                .entity(row(added, accounts.names()))
                .build();
    }

    @PUT
    @Path("/{id}")
    public Row change(@PathParam("id") UUID id, @NotNull @Valid Wish wish) {
        return row(macros.change(id, wish.version(), wish.plan(me()), me()), accounts.names());
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") UUID id, @QueryParam("version") int version) {
        macros.delete(id, version, me());
    }

    private Row row(Macro macro, Map<UUID, String> names) {
        return new Row(
                macro.id,
                macro.title,
                macro.key,
                macro.plan(),
                macro.scope,
                macro.team,
                macro.version,
                macro.audience().mayChange(me()),
                macro.changedAt,
                names.get(macro.changedBy));
    }

    private Colleague me() {
        return Colleague.of(identity);
    }
}
