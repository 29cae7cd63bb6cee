package dev.ramah.desk;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.State;
import dev.ramah.delivery.Mails;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** A customer asked an agent for what was said. */
@Path("/api/conversations/{id}/transcript")
@RolesAllowed("agent")
class TranscriptResource {

    private final Conversations conversations;
    private final Mails mails;
    private final SecurityIdentity identity;

    TranscriptResource(Conversations conversations, Mails mails, SecurityIdentity identity) {
        this.conversations = conversations;
        this.mails = mails;
        this.identity = identity;
    }

    record Sending(String email) {}

    /** Sends it to the customer, at the address that they left or are known by; never to another. */
    @POST
    public Sending send(@PathParam("id") UUID id) {
        State state = conversations.find(new ConversationRef(id));
        if (!new Reader(Colleague.of(identity)).mayRead(state)) {
            throw Problem.forbidden("This conversation belongs to another team.");
        }
        return new Sending(mails.transcript(state.conversation(), null));
    }
}
