package dev.ramah.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ramah.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finding customers, and giving them what the law gives them: their data, or its end. */
@Path("/api/customers")
@RolesAllowed("admin")
class CustomersResource {

    record Found(List<Item> items) {}

    record Item(
            UUID id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String externalId,
            int conversations,
            Instant since) {}

    /** All that the page of one customer shows. */
    record Sheet(@JsonUnwrapped Guest guest, List<Order> orders, List<Talk> conversations) {}

    private final Customers customers;
    private final Talks talks;

    CustomersResource(Customers customers, Talks talks) {
        this.customers = customers;
        this.talks = talks;
    }

    @GET
    @RolesAllowed("manager")
    public Found search(@QueryParam("q") @Nullable String words) {
        List<Guest> found = customers.search(words);
        Map<UUID, Integer> counts =
                talks.conversations(found.stream().map(Guest::id).toList());
        return new Found(found.stream()
                .map(each -> new Item(
                        each.id(),
                        each.name(),
                        each.email(),
                        each.externalId(),
                        counts.getOrDefault(each.id(), 0),
                        each.since()))
                .toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("manager")
    public Sheet sheet(@PathParam("id") UUID id) {
        Guest guest = customers.find(id).orElseThrow(() -> Problem.notFound("There is no customer with this id."));
        return new Sheet(guest, customers.orders(guest.id()), talks.of(guest.id()));
    }

    @GET
    @Path("/{id}/export")
    public Response export(@PathParam("id") UUID id) {
        return Response.ok(customers.export(id))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"customer-" + id + ".json\"")
                .build();
    }

    @DELETE
    @Path("/{id}")
    public Erased erase(@PathParam("id") UUID id) {
        return customers.forget(id);
    }
}
