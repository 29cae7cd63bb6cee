package dev.ramah.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ramah.conversation.Happened;
import dev.ramah.staff.AgentRef;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The webhooks and what was sent to them: customers' words leave the house by them, so they are administrators'. */
@Path("/api/webhooks")
@RolesAllowed("admin")
class WebhooksResource {

    private static final int PAGE = 50;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Courier courier;
    private final SecurityIdentity identity;

    WebhooksResource(Webhooks webhooks, Deliveries deliveries, Courier courier, SecurityIdentity identity) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.courier = courier;
        this.identity = identity;
    }

    /** {@code version} is of what was changed; new ones have none. */
    record Wished(
            @NotBlank @Size(max = 2_000) String address,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 50) String> kinds,
            @Nullable Boolean notes,
            @Nullable Boolean active,
            @Nullable Integer version) {

        Webhook.Wish wish() {
            return new Webhook.Wish(
                    address,
                    kinds == null ? List.of() : kinds,
                    Boolean.TRUE.equals(notes),
                    !Boolean.FALSE.equals(active));
        }
    }

    record All(List<Row> webhooks, List<String> kinds, List<String> privateKinds) {}

    /** {@code stoppedWhy}: {@code GONE}, the receiver said so, or {@code FAILED}, for days. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            UUID id,
            String address,
            List<String> kinds,
            boolean notes,
            boolean active,
            int version,
            Instant createdAt,
            @Nullable Instant failingSince,
            @Nullable Instant stoppedAt,
            @Nullable String stoppedWhy,
            long waiting) {}

    /** With the secret, which is shown this once. */
    record WithSecret(@JsonUnwrapped Row webhook, String secret) {}

    record Page(List<Item> items, boolean more) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID id,
            String event,
            UUID conversation,
            int seq,
            String kind,
            Instant at,
            String state,
            int tries,
            @Nullable Instant dueAt,
            @Nullable Instant triedAt,
            @Nullable Integer status,
            @Nullable Integer millis,
            @Nullable String problem) {}

    /** {@code body} as it was sent last; none before the first try, and when the customer was erased since. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(@JsonUnwrapped Item delivery, @Nullable String body, @Nullable String response) {}

    @GET
    public All all() {
        List<String> kinds = Webhook.known();
        return new All(
                webhooks.all().stream().map(this::row).toList(),
                kinds,
                kinds.stream().filter(Happened::isPrivate).toList());
    }

    @POST
    public Response add(@NotNull @Valid Wished wished) {
        Webhook added = webhooks.add(by(), wished.wish());
        return Response.status(Response.Status.CREATED)
                .entity(new WithSecret(row(added), added.secret))
                .build();
    }

    @PUT
    @Path("/{id}")
    public Row change(@PathParam("id") UUID id, @NotNull @Valid Wished wished) {
        Row changed = row(webhooks.change(by(), id, wished.version() == null ? 0 : wished.version(), wished.wish()));
        courier.soon();
        return changed;
    }

    @POST
    @Path("/{id}/secret")
    public WithSecret renew(@PathParam("id") UUID id) {
        Webhook renewed = webhooks.renew(by(), id);
        return new WithSecret(row(renewed), renewed.secret);
    }

    @DELETE
    @Path("/{id}")
    public void remove(@PathParam("id") UUID id) {
        webhooks.remove(by(), id);
    }

    @GET
    @Path("/{id}/deliveries")
    public Page deliveries(
            @PathParam("id") UUID id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("before") @Nullable UUID before) {
        List<Delivery> found = deliveries.page(id, state, before, PAGE + 1);
        return new Page(found.stream().limit(PAGE).map(WebhooksResource::item).toList(), found.size() > PAGE);
    }

    @GET
    @Path("/deliveries/{id}")
    public Whole delivery(@PathParam("id") UUID id) {
        return whole(deliveries.find(id));
    }

    @POST
    @Path("/deliveries/{id}/again")
    public Whole again(@PathParam("id") UUID id) {
        Whole whole = whole(deliveries.again(id));
        courier.soon();
        return whole;
    }

    private AgentRef by() {
        return Colleague.of(identity).ref();
    }

    private Row row(Webhook webhook) {
        return new Row(
                webhook.id,
                webhook.address,
                List.copyOf(webhook.kinds),
                webhook.notes,
                webhook.active,
                webhook.version,
                webhook.createdAt,
                webhook.failingSince,
                webhook.stoppedAt,
                webhook.stoppedWhy,
                deliveries.waiting(webhook.id));
    }

    private static Item item(Delivery delivery) {
        return new Item(
                delivery.id,
                delivery.event(),
                delivery.conversation,
                delivery.seq,
                delivery.kind,
                delivery.at,
                delivery.state(),
                delivery.tries,
                delivery.dueAt,
                delivery.triedAt,
                delivery.status,
                delivery.millis,
                delivery.problem);
    }

    private static Whole whole(Delivery delivery) {
        return new Whole(item(delivery), delivery.body, delivery.response);
    }
}
