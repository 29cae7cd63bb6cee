package dev.ramah.desk;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.State;
import dev.ramah.platform.Problem;
import dev.ramah.recall.Repeat;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an agent is about to ask, before it is sent. A draft is read and forgotten: neither stored nor logged. */
@Path("/api/conversations/{id}/draft")
@RolesAllowed("agent")
class DraftResource {

    private final Conversations conversations;
    private final Repeats repeats;
    private final SecurityIdentity identity;

    DraftResource(Conversations conversations, Repeats repeats, SecurityIdentity identity) {
        this.conversations = conversations;
        this.repeats = repeats;
        this.identity = identity;
    }

    record Draft(@NotNull @Size(max = 4_000) String text) {}

    record Read(List<Repeat> repeats) {}

    /** What it asks for although it is known, each with the answer and the entry that has it. */
    @POST
    public Read read(@PathParam("id") UUID id, @NotNull @Valid Draft draft) {
        return new Read(repeats.in(readable(id), draft.text()));
    }

    /** {@code seq} is the entry with the answer, none for the profile. */
    record Waved(@NotNull @Pattern(regexp = "[a-z-]{1,30}") String asks, @Min(1) @Nullable Integer seq) {}

    @POST
    @Path("/waved")
    public void wave(@PathParam("id") UUID id, @NotNull @Valid Waved waved) {
        State state = readable(id);
        repeats.wave(
                state.conversation(), Colleague.of(identity).id(), waved.asks(), waved.seq() == null ? 0 : waved.seq());
    }

    private State readable(UUID id) {
        State state = conversations.find(new ConversationRef(id));
        if (!new Reader(Colleague.of(identity)).mayRead(state)) {
            throw Problem.forbidden("This conversation belongs to another team.");
        }
        return state;
    }
}
