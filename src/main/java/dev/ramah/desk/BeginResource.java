package dev.ramah.desk;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Receipt;
import dev.ramah.conversation.State;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.platform.Faults;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/** Staff get in touch with a customer first. */
@Path("/api/customers/{customer}/conversations")
@RolesAllowed("agent")
class BeginResource {

    private final Conversations conversations;
    private final Customers customers;
    private final SecurityIdentity identity;

    BeginResource(Conversations conversations, Customers customers, SecurityIdentity identity) {
        this.conversations = conversations;
        this.customers = customers;
        this.identity = identity;
    }

    /** The first words; the same client id again begins nothing new. */
    record Beginning(@NotBlank @Size(max = 4_000) String text, @NotBlank @Size(max = 100) String clientId) {}

    record Begun(UUID conversation, int seq) {}

    /**
     * Goes on in the customer's latest conversation, which the widget on their device has open, as a new episode that is
     * in the agent's hands; in a new one where there is none. 201 when it began, 200 for a repeat, 409 while one is open.
     */
    @POST
    public Response begin(@PathParam("customer") UUID customer, @NotNull @Valid Beginning beginning) {
        Colleague colleague = Colleague.of(identity);
        Reader reader = new Reader(colleague);
        Guest guest = customers.find(customer).orElseThrow(() -> Problem.notFound("There is no such customer."));
        List<State> theirs = conversations.ofCustomer(customer);
        if (!reader.isManager() && theirs.stream().noneMatch(reader::mayRead)) {
            throw Problem.forbidden("You know no conversation of this customer.");
        }
        State latest = theirs.stream()
                .filter(each -> each.last() > 0 && each.mergedInto() == null)
                .findFirst()
                .orElse(null);
        if (latest != null && !reader.mayRead(latest)) {
            throw Problem.forbidden("This customer's latest conversation belongs to another team.");
        }
        Author author = Author.agent(colleague.id(), colleague.name());
        try {
            Receipt receipt = conversations
                    .agentBegins(
                            latest == null ? conversations.openFor(guest) : latest.conversation(),
                            author,
                            beginning.clientId(),
                            beginning.text())
                    .join();
            return Response.status(receipt.wrote() ? 201 : 200)
                    .entity(new Begun(receipt.state().conversation().id(), receipt.seq()))
                    .build();
        } catch (CompletionException refused) {
            throw Faults.asProblem(refused);
        }
    }
}
