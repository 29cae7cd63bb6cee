package dev.ramah.replies;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Receipt;
import dev.ramah.conversation.State;
import dev.ramah.desk.Reader;
import dev.ramah.platform.Faults;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Macros in a conversation: what they would do there, and doing it. */
@Path("/api/conversations/{id}/macros")
@RolesAllowed("agent")
class RunsResource {

    private final Macros macros;
    private final Runbook runbook;
    private final Conversations conversations;
    private final SecurityIdentity identity;

    RunsResource(Macros macros, Runbook runbook, Conversations conversations, SecurityIdentity identity) {
        this.macros = macros;
        this.runbook = runbook;
        this.conversations = conversations;
        this.identity = identity;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(UUID id, String title, @Nullable String key, List<Runbook.Preview> steps) {}

    record Lines(List<Line> macros) {}

    /** Those that they may run, with what each would say here; of two with the same key the first one is meant. */
    @GET
    public Lines all(@PathParam("id") UUID id) {
        State state = readable(id);
        return new Lines(macros.of(me()).stream()
                .map(each -> new Line(each.id, each.title, each.key, runbook.preview(each, state, me())))
                .toList());
    }

    /** {@code after} is the newest entry that they have seen; without it a run since the customer's last words counts. */
    record Wish(@NotBlank @Size(max = 100) String clientId, @Min(0) @Nullable Integer after) {}

    /** {@code done}: it was done by this call; false when it had been done already. */
    record Ran(boolean done, int seq) {}

    @POST
    @Path("/{macro}")
    public Ran run(@PathParam("id") UUID id, @PathParam("macro") UUID macro, @NotNull @Valid Wish wish) {
        State state = readable(id);
        try {
            Receipt receipt = runbook.run(macros.find(macro, me()), state, me(), wish.clientId(), wish.after())
                    .join();
            return new Ran(receipt.wrote(), receipt.seq());
        } catch (CompletionException refused) {
            throw Faults.asProblem(refused);
        }
    }

    private State readable(UUID id) {
        return new Reader(me()).readable(conversations.find(new ConversationRef(id)));
    }

    private Colleague me() {
        return Colleague.of(identity);
    }
}
