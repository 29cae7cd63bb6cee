package dev.ramah.replies;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.State;
import dev.ramah.desk.Reader;
import dev.ramah.platform.Problem;
import dev.ramah.replies.Suggestion.Kind;
import dev.ramah.replies.Suggestions.Outcome;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Locale;
import java.util.UUID;

/** Replies that may fit what the customer just said, and what became of them. */
@Path("/api/conversations/{id}/suggestions")
@RolesAllowed("agent")
class SuggestionsResource {

    private final Suggestions suggestions;
    private final Conversations conversations;
    private final SecurityIdentity identity;

    SuggestionsResource(Suggestions suggestions, Conversations conversations, SecurityIdentity identity) {
        this.suggestions = suggestions;
        this.conversations = conversations;
        this.identity = identity;
    }

    @GET
    public Suggestions.Fitting fitting(@PathParam("id") UUID id) {
        return suggestions.of(readable(id), reader());
    }

    /** {@code seq}, {@code kind}: of the suggestion; of several that were ignored the first one. */
    record Became(@Min(1) int seq, @NotNull String kind, @NotNull String outcome) {}

    /** Used as it was, edited before it was sent, or ignored. The text does not come with it. */
    @POST
    public void became(@PathParam("id") UUID id, @NotNull @Valid Became became) {
        State state = readable(id);
        if (became.seq() > state.last()) {
            throw Problem.invalid("There is no entry " + became.seq() + " here.");
        }
        suggestions.became(
                state, became.seq(), named(Kind.class, became.kind()), named(Outcome.class, became.outcome()));
    }

    private static <E extends Enum<E>> E named(Class<E> kind, String name) {
        try {
            return Enum.valueOf(kind, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("There is no " + name + ".");
        }
    }

    private State readable(UUID id) {
        return reader().readable(conversations.find(new ConversationRef(id)));
    }

    private Reader reader() {
        return new Reader(Colleague.of(identity));
    }
}
