package dev.ramah.replies;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.State;
import dev.ramah.desk.Reader;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** Whom a note in a conversation may call. */
@Path("/api/conversations/{id}/colleagues")
@RolesAllowed("agent")
class ColleaguesResource {

    private final Accounts accounts;
    private final Conversations conversations;
    private final SecurityIdentity identity;

    ColleaguesResource(Accounts accounts, Conversations conversations, SecurityIdentity identity) {
        this.accounts = accounts;
        this.conversations = conversations;
        this.identity = identity;
    }

    record Person(UUID id, String name) {}

    record People(List<Person> colleagues) {}

    /** Those who may read this conversation, but for me. */
    @GET
    public People colleagues(@PathParam("id") UUID id) {
        Colleague me = Colleague.of(identity);
        State state = new Reader(me).readable(conversations.find(new ConversationRef(id)));
        return new People(accounts.all().stream()
                .filter(each -> each.active() && !each.id().equals(me.id()))
                .filter(each -> new Reader(each).mayRead(state))
                .map(each -> new Person(each.id(), each.name()))
                .toList());
    }
}
