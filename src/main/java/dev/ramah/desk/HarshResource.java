package dev.ramah.desk;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Harsh;
import dev.ramah.conversation.Role;
import dev.ramah.conversation.State;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** What in a conversation hurts whoever reads it, and whether it was abusive. */
@Path("/api/conversations/{id}/harsh")
@RolesAllowed("agent")
class HarshResource {

    private final Conversations conversations;
    private final Reliefs reliefs;
    private final Desk desk;
    private final SecurityIdentity identity;

    HarshResource(Conversations conversations, Reliefs reliefs, Desk desk, SecurityIdentity identity) {
        this.conversations = conversations;
        this.reliefs = reliefs;
        this.desk = desk;
        this.identity = identity;
    }

    /** Parts of a customer's entry that may be folded away, by the positions of characters. */
    record Folds(int seq, List<Harsh.Span> spans) {}

    /**
     * Of the whole conversation.
     *
     * @param suggested whether words of this episode suggest that it is abusive
     * @param confirmed whether whoever holds it said so
     */
    record Read(List<Folds> entries, boolean suggested, boolean confirmed) {}

    @GET
    public Read read(@PathParam("id") UUID id) {
        State state = readable(id);
        List<Entry> log = conversations.entries(state.conversation(), 0);
        List<Folds> folds = log.stream()
                .filter(HarshResource::isCustomers)
                .map(each -> new Folds(each.seq(), Harsh.folds(text(each))))
                .filter(each -> !each.spans().isEmpty())
                .toList();
        boolean suggested = log.stream()
                .filter(each -> each.episode() == state.episode() && isCustomers(each))
                .anyMatch(each -> Harsh.insults(text(each)));
        return new Read(folds, suggested, reliefs.isAbusive(state));
    }

    /** Whoever holds it says that it is abusive; they are spared for a while, as their team's rule is. */
    @POST
    public void confirm(@PathParam("id") UUID id) {
        State state = readable(id);
        Colleague who = Colleague.of(identity);
        if (!who.id().equals(state.holder())) {
            throw new Problem(Code.NOT_HOLDER, "Only whoever has this conversation can say so.");
        }
        reliefs.confirm(state, who);
        desk.reliefChanged();
    }

    private State readable(UUID id) {
        State state = conversations.find(new ConversationRef(id));
        if (!new Reader(Colleague.of(identity)).mayRead(state)) {
            throw Problem.forbidden("This conversation belongs to another team.");
        }
        return state;
    }

    private static boolean isCustomers(Entry entry) {
        return entry.isBy(Role.CUSTOMER) && entry.what() instanceof Happened.Said;
    }

    private static String text(Entry entry) {
        return entry.what() instanceof Happened.Said said ? said.text() : "";
    }
}
