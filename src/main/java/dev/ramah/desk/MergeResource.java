package dev.ramah.desk;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.State;
import dev.ramah.platform.Faults;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/** Two conversations of a customer that are about the same become one. */
@Path("/api/conversations/{id}/merge")
@RolesAllowed("agent")
class MergeResource {

    private final Conversations conversations;
    private final SecurityIdentity identity;

    MergeResource(Conversations conversations, SecurityIdentity identity) {
        this.conversations = conversations;
        this.identity = identity;
    }

    record Wish(@NotNull UUID into) {}

    /** The conversation in which both go on. */
    record Merged(UUID conversation) {}

    /**
     * This one ends and goes on in the other. For whoever has it, for everybody where nobody has, and for managers; both
     * have to be readable. Again, or the other way round, it changes nothing and is answered the same.
     */
    @POST
    public Merged merge(@PathParam("id") UUID id, @NotNull @Valid Wish wish) {
        Colleague who = Colleague.of(identity);
        Reader reader = new Reader(who);
        State state = reader.readable(conversations.find(new ConversationRef(id)));
        State into = reader.readable(conversations.find(new ConversationRef(wish.into())));
        try {
            State now = conversations
                    .merge(
                            state.conversation(),
                            into.conversation(),
                            Author.agent(who.id(), who.name()),
                            reader.isManager())
                    .join()
                    .state();
            return new Merged(conversations.goesOn(now).conversation().id());
        } catch (CompletionException refused) {
            throw Faults.asProblem(refused);
        }
    }
}
