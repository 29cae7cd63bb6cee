package dev.ramah.replies;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.State;
import dev.ramah.desk.Reader;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

/** Notes that name me. */
@Path("/api/mentions")
@RolesAllowed("agent")
class MentionsResource {

    private final Notes notes;
    private final Conversations conversations;
    private final SecurityIdentity identity;

    MentionsResource(Notes notes, Conversations conversations, SecurityIdentity identity) {
        this.notes = notes;
        this.conversations = conversations;
        this.identity = identity;
    }

    record All(List<Notes.Mention> mentions) {}

    /** Those that I have not read, the newest first. */
    @GET
    public All unread() {
        return new All(notes.unread(new Reader(me())));
    }

    record Seen(@NotNull UUID conversation, @Min(1) int seq) {}

    /** I have read this conversation up to here. */
    @POST
    @Path("/read")
    public void read(@NotNull @Valid Seen seen) {
        notes.read(me().id(), readable(seen.conversation()), seen.seq());
    }

    private State readable(UUID id) {
        return new Reader(me()).readable(conversations.find(new ConversationRef(id)));
    }

    private Colleague me() {
        return Colleague.of(identity);
    }
}
