package dev.ramah.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.AgentRef;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Scenarios, for the managers who make them and let others rehearse them. */
@Path("/api/practice/scenarios")
@RolesAllowed("manager")
class ScenariosResource {

    private final Scenarios scenarios;
    private final Suggestions suggestions;
    private final Accounts accounts;
    private final SecurityIdentity identity;

    ScenariosResource(Scenarios scenarios, Suggestions suggestions, Accounts accounts, SecurityIdentity identity) {
        this.scenarios = scenarios;
        this.suggestions = suggestions;
        this.accounts = accounts;
        this.identity = identity;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            UUID id,
            String state,
            String title,
            String language,
            int lines,
            int branches,
            int version,
            boolean wasApproved,
            Instant madeAt,
            @Nullable String madeBy,
            @Nullable Instant approvedAt,
            @Nullable String approvedBy) {}

    /**
     * @param before what was said in truth, as long as it is a draft of a conversation that is still there
     * @param doubts words that look like somebody's and were not there when it was approved the last time
     */
    record Whole(Row scenario, Plot plot, List<Plot.Line> before, List<String> doubts) {}

    record Source(@NotNull UUID conversation, @Nullable Integer episode) {}

    record Changed(int version, @NotNull Plot plot) {}

    record Seen(int version) {}

    /** @param sure whether the doubts were looked at, and are nobody's */
    record Approving(int version, boolean sure) {}

    @GET
    public List<Row> all() {
        Map<UUID, String> names = accounts.names();
        return scenarios.all().stream().map(each -> row(each, names)).toList();
    }

    /** Hard conversations of the last months from which no scenario was made, the hardest first. */
    @GET
    @Path("/suggestions")
    public List<Suggestions.Hard> suggested() {
        return suggestions.hardest();
    }

    /** A draft of a conversation's episode; without one of the newest in which a colleague answered. */
    @POST
    public Response draft(@NotNull @Valid Source source) {
        StoredScenario made = scenarios.draft(new ConversationRef(source.conversation()), source.episode(), me());
        return Response.status(201).entity(whole(made)).build();
    }

    @GET
    @Path("/{id}")
    public Whole one(@PathParam("id") UUID id) {
        return whole(scenarios.find(id));
    }

    /** What was approved is a draft again until somebody approves it again. */
    @PUT
    @Path("/{id}")
    public Whole change(@PathParam("id") UUID id, @NotNull @Valid Changed changed) {
        return whole(scenarios.change(id, changed.version(), changed.plot(), me()));
    }

    /** From now on all of staff may rehearse it, and nothing leads back to the conversation it is from. */
    @POST
    @Path("/{id}/approve")
    public Whole approve(@PathParam("id") UUID id, @NotNull Approving approving) {
        return whole(scenarios.approve(id, approving.version(), approving.sure(), me()));
    }

    @POST
    @Path("/{id}/retire")
    public Whole retire(@PathParam("id") UUID id, @NotNull Seen seen) {
        return whole(scenarios.retire(id, seen.version(), me()));
    }

    /** Throws a draft away. */
    @DELETE
    @Path("/{id}")
    public void drop(@PathParam("id") UUID id) {
        scenarios.drop(id, me());
    }

    private Whole whole(StoredScenario of) {
        return new Whole(row(of, accounts.names()), of.plot, scenarios.before(of), scenarios.doubts(of));
    }

    private static Row row(StoredScenario of, Map<UUID, String> names) {
        return new Row(
                of.id,
                of.state.name().toLowerCase(Locale.ROOT),
                of.plot.title(),
                of.plot.language(),
                of.plot.lines().size(),
                of.plot.branches().size(),
                of.version,
                of.wasApproved(),
                of.madeAt,
                of.madeBy == null ? null : names.get(of.madeBy),
                of.approvedAt,
                of.approvedBy == null ? null : names.get(of.approvedBy));
    }

    private AgentRef me() {
        return Colleague.of(identity).ref();
    }
}
