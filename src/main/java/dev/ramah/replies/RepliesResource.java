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

/** Canned replies as they are written; {@link SayingsResource} tells what they say to a customer. */
@Path("/api/replies")
@RolesAllowed("agent")
class RepliesResource {

    private final CannedReplies replies;
    private final Sayings sayings;
    private final Blanks blanks;
    private final Accounts accounts;
    private final SecurityIdentity identity;

    RepliesResource(
            CannedReplies replies, Sayings sayings, Blanks blanks, Accounts accounts, SecurityIdentity identity) {
        this.replies = replies;
        this.sayings = sayings;
        this.blanks = blanks;
        this.accounts = accounts;
        this.identity = identity;
    }

    record Wish(
            @Nullable String shortcut,
            @Nullable String title,
            @Nullable @Size(max = 20) Map<String, @NotNull String> texts,
            @Nullable String scope,
            @Nullable @Size(max = 50) String team,
            int version) {

        CannedReply.Wording wording(Colleague by) {
            return CannedReply.Wording.of(shortcut, title, texts, Audience.of(scope, team, by));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            UUID id,
            String shortcut,
            String title,
            Map<String, String> texts,
            Audience.Scope scope,
            @Nullable String team,
            int version,
            boolean mayChange,
            Instant changedAt,
            @Nullable String changedBy) {}

    /** {@code variables} are the names that may stand between braces. */
    record All(List<Row> replies, List<String> variables) {}

    /** Those that they may use; {@code q}: and that have these words in shortcut, title or text, the best first. */
    @GET
    public All all(@QueryParam("q") @DefaultValue("") @Size(max = 200) String q) {
        Map<UUID, String> names = accounts.names();
        return new All(
                replies.of(me(), q).stream().map(each -> row(each, names)).toList(), Variable.names());
    }

    /**
     * What they say where there is no conversation, as in a rehearsal: to somebody with this language, of whom the name and
     * an order may be known.
     */
    @GET
    @Path("/said")
    public SayingsResource.Lines said(
            @QueryParam("q") @DefaultValue("") @Size(max = 200) String q,
            @QueryParam("language") @DefaultValue("en") @Size(max = 20) String language,
            @QueryParam("customer") @Size(max = 200) @Nullable String customer,
            @QueryParam("order") @Size(max = 200) @Nullable String order) {
        List<CannedReply> found =
                replies.of(me(), q).stream().limit(SayingsResource.MOST).toList();
        return SayingsResource.Lines.of(sayings.of(found, language, blanks.of(customer, order, me())));
    }

    @POST
    public Response add(@NotNull @Valid Wish wish) {
        CannedReply added = replies.add(wish.wording(me()), me());
        return Response.status(Response.Status.CREATED)
                .entity(row(added, accounts.names()))
                .build();
    }

    @PUT
    @Path("/{id}")
    public Row change(@PathParam("id") UUID id, @NotNull @Valid Wish wish) {
        return row(replies.change(id, wish.version(), wish.wording(me()), me()), accounts.names());
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") UUID id, @QueryParam("version") int version) {
        replies.delete(id, version, me());
    }

    private Row row(CannedReply reply, Map<UUID, String> names) {
        return new Row(
                reply.id,
                reply.shortcut,
                reply.title,
                reply.texts,
                reply.scope,
                reply.team,
                reply.version,
                reply.audience().mayChange(me()),
                reply.changedAt,
                names.get(reply.changedBy));
    }

    private Colleague me() {
        return Colleague.of(identity);
    }
}
