package dev.ramah.replies;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.desk.Reader;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;

/** What canned replies say in a conversation, for whoever writes in it. */
@Path("/api/conversations/{id}/replies")
@RolesAllowed("agent")
class SayingsResource {

    // More are not looked at: another letter finds the right one sooner.
    static final int MOST = 20;

    private final CannedReplies replies;
    private final Sayings sayings;
    private final Conversations conversations;
    private final SecurityIdentity identity;

    SayingsResource(CannedReplies replies, Sayings sayings, Conversations conversations, SecurityIdentity identity) {
        this.replies = replies;
        this.sayings = sayings;
        this.conversations = conversations;
        this.identity = identity;
    }

    /**
     * One as it would be said now.
     *
     * @param theirs whether it is in the customer's language
     * @param missing variables of which nothing is known; they stand in the text as {@code ⟦order⟧}
     */
    record Line(
            UUID id,
            String shortcut,
            String title,
            Audience.Scope scope,
            String language,
            boolean theirs,
            String text,
            List<String> missing) {

        static Line of(Sayings.Saying saying) {
            CannedReply reply = saying.reply();
            return new Line(
                    reply.id,
                    reply.shortcut,
                    reply.title,
                    reply.scope,
                    saying.language(),
                    saying.theirs(),
                    saying.words().text(),
                    saying.words().missing());
        }
    }

    record Lines(List<Line> replies) {

        static Lines of(List<Sayings.Saying> sayings) {
            return new Lines(sayings.stream().map(Line::of).toList());
        }
    }

    /** Those that have these words, the best first. */
    @GET
    public Lines of(@PathParam("id") UUID id, @QueryParam("q") @DefaultValue("") @Size(max = 200) String q) {
        Colleague me = Colleague.of(identity);
        var state = new Reader(me).readable(conversations.find(new ConversationRef(id)));
        List<CannedReply> found = replies.of(me, q).stream().limit(MOST).toList();
        return Lines.of(sayings.of(found, state, me));
    }
}
