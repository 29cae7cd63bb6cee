package dev.ramah.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ramah.conversation.Blocks;
import dev.ramah.conversation.Conversations;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Duplicates;
import dev.ramah.customer.Guest;
import dev.ramah.customer.Talks;
import dev.ramah.customer.Union;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Customers who are there twice, for staff who know them: agents those of whom they may read a conversation, managers
 * all.
 */
@Path("/api/customers/{customer}/duplicates")
@RolesAllowed("agent")
class DuplicatesResource {

    private final Duplicates duplicates;
    private final Customers customers;
    private final Conversations conversations;
    private final Talks talks;
    private final Blocks blocks;
    private final SecurityIdentity identity;

    DuplicatesResource(
            Duplicates duplicates,
            Customers customers,
            Conversations conversations,
            Talks talks,
            Blocks blocks,
            SecurityIdentity identity) {
        this.duplicates = duplicates;
        this.customers = customers;
        this.conversations = conversations;
        this.talks = talks;
        this.blocks = blocks;
        this.identity = identity;
    }

    /** @param same what both have: email, telephone; empty for who was searched for */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            UUID id,
            @Nullable String name,
            @Nullable String email,
            boolean verified,
            Instant since,
            int conversations,
            int orders,
            List<String> same) {}

    record Found(List<Person> items, List<Duplicates.Merged> merged) {}

    /** @param refusal why it can't be done; missing when it can */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Comparison(Person kept, Person merged, List<Union.Line> lines, @Nullable String refusal) {}

    record Wish(@NotNull UUID merged) {}

    record One(Guest customer) {}

    /** Who has the same address or telephone number; with words, whoever they find. And who was merged so far. */
    @GET
    public Found others(@PathParam("customer") UUID id, @QueryParam("q") @Size(max = 200) @Nullable String words) {
        Guest guest = known(id);
        List<Duplicates.Other> found =
                words == null || words.isBlank() ? duplicates.likely(guest.id()) : duplicates.search(guest.id(), words);
        return new Found(
                found.stream()
                        .filter(each -> knows(each.guest()))
                        .map(each -> person(each.guest(), each.same()))
                        .toList(),
                duplicates.history(guest.id()));
    }

    /** What merging the other into this one would make of them. */
    @GET
    @Path("/{other}")
    public Comparison compare(@PathParam("customer") UUID id, @PathParam("other") UUID other) {
        known(id);
        known(other);
        Duplicates.Comparison both = duplicates.compare(id, other);
        return new Comparison(
                person(both.kept(), List.of()),
                person(both.merged(), List.of()),
                both.union().lines(),
                both.refusal());
    }

    /** This customer stays and has everything of the other one; again, or the other way round, changes nothing. */
    @POST
    public One merge(@PathParam("customer") UUID id, @NotNull @Valid Wish wish) {
        known(id);
        known(wish.merged());
        Guest stays = duplicates.merge(id, wish.merged(), Colleague.of(identity));
        blocks.read();
        return new One(stays);
    }

    private Guest known(UUID id) {
        Guest guest = customers.find(id).orElseThrow(() -> Problem.notFound("There is no customer with this id."));
        if (knows(guest)) {
            return guest;
        }
        // Merged between the two looks, they and their conversations are another's by now.
        if (customers.find(id).filter(now -> !now.id().equals(guest.id())).isPresent()) {
            return known(id);
        }
        throw Problem.forbidden("You know no conversation of this customer.");
    }

    private boolean knows(Guest guest) {
        Reader reader = new Reader(Colleague.of(identity));
        return reader.isManager()
                || conversations.ofCustomer(guest.id()).stream().anyMatch(reader::mayRead);
    }

    private Person person(Guest guest, List<String> same) {
        return new Person(
                guest.id(),
                guest.name(),
                guest.email(),
                guest.verified(),
                guest.since(),
                talks.conversations(List.of(guest.id())).getOrDefault(guest.id(), 0),
                customers.orders(guest.id()).size(),
                same);
    }
}
