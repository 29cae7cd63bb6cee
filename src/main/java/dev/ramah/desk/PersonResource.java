package dev.ramah.desk;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.State;
import dev.ramah.customer.Correction;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.customer.Note;
import dev.ramah.customer.Notes;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The customer of a conversation, for whoever may read it: what staff put right, and the note that stays with them. */
@Path("/api/conversations/{id}/customer")
@RolesAllowed("agent")
class PersonResource {

    private final Conversations conversations;
    private final Customers customers;
    private final Notes notes;
    private final SecurityIdentity identity;

    PersonResource(Conversations conversations, Customers customers, Notes notes, SecurityIdentity identity) {
        this.conversations = conversations;
        this.customers = customers;
        this.notes = notes;
        this.identity = identity;
    }

    /** Only what is there changes; an empty e-mail or name, and an attribute that is null, goes. */
    record Profile(
            @Size(max = 200) @Nullable String name,
            @Email @Size(max = 254) @Nullable String email,
            @Pattern(regexp = "[a-z]{2,3}") @Nullable String language,
            @Size(max = 50) @Nullable Map<@NotNull @Size(min = 1, max = 100) String, @Size(max = 500) @Nullable String> attributes) {}

    @PATCH
    public Guest correct(@PathParam("id") UUID id, @NotNull @Valid Profile profile) {
        State state = readable(id);
        Correction correction =
                new Correction(profile.name(), profile.email(), profile.language(), profile.attributes());
        Guest guest = customers.correct(
                state.customer(), correction, Colleague.of(identity).ref());
        if (profile.name() != null) {
            conversations.customerIsCalled(state.customer(), guest.name() == null ? "" : guest.name());
        }
        if (profile.language() != null) {
            conversations.customerSpeaks(state.conversation(), guest.language()).join();
        }
        return guest;
    }

    /** {@code version} is the one that the writer saw, 0 for none. */
    record Written(@Min(0) int version, @NotNull @Size(max = 4_000) String text) {}

    @PUT
    @Path("/note")
    public Note write(@PathParam("id") UUID id, @NotNull @Valid Written note) {
        return notes.write(readable(id).customer(), note.version(), note.text(), Colleague.of(identity));
    }

    record Versions(List<Note> versions) {}

    /** All versions of the note, the newest first. */
    @GET
    @Path("/note")
    public Versions versions(@PathParam("id") UUID id) {
        return new Versions(notes.versions(readable(id).customer()));
    }

    private State readable(UUID id) {
        State state = conversations.find(new ConversationRef(id));
        if (!new Reader(Colleague.of(identity)).mayRead(state)) {
            throw Problem.forbidden("This conversation belongs to another team.");
        }
        return state;
    }
}
