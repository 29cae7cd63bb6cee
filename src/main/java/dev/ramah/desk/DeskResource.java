package dev.ramah.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.EntryJson;
import dev.ramah.conversation.State;
import dev.ramah.conversation.View;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.customer.Order;
import dev.ramah.customer.Talk;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation on one screen: what was said, who it is, and what a person needs to know to go on. */
@Path("/api/conversations/{id}")
@RolesAllowed("agent")
class DeskResource {

    private final Conversations conversations;
    private final Customers customers;
    private final Briefs briefs;
    private final Reasons reasons;
    private final SecurityIdentity identity;

    DeskResource(
            Conversations conversations,
            Customers customers,
            Briefs briefs,
            Reasons reasons,
            SecurityIdentity identity) {
        this.conversations = conversations;
        this.customers = customers;
        this.briefs = briefs;
        this.reasons = reasons;
        this.identity = identity;
    }

    record Screen(
            UUID conversation,
            String status,
            String turn,
            String language,
            @Nullable String page,
            Instant openedAt,
            int episode,
            @Nullable Holder holder,
            @Nullable String team,
            Seen seen,
            List<ObjectNode> entries,
            Person customer,
            List<Brief> briefs,
            @Nullable Instant pendingUntil,
            List<String> suggestedReasons) {}

    record Seen(int customer, int agent) {}

    record Holder(UUID id, @Nullable String name) {}

    record Person(
            UUID id,
            @Nullable String name,
            @Nullable String email,
            boolean verified,
            String language,
            Map<String, String> attributes,
            @Nullable Instant since,
            List<Order> orders,
            List<Talk> conversations) {}

    @GET
    public Screen screen(@PathParam("id") UUID id) {
        State state = conversations.find(new ConversationRef(id));
        if (!new Reader(Colleague.of(identity)).mayRead(state)) {
            throw Problem.forbidden("This conversation belongs to another team.");
        }
        List<Entry> log = conversations.entries(state.conversation(), 0);
        return new Screen(
                id,
                state.status().name().toLowerCase(Locale.ROOT),
                state.turn().name().toLowerCase(Locale.ROOT),
                state.language(),
                state.page(),
                state.openedAt(),
                state.episode(),
                state.holder() == null ? null : new Holder(state.holder(), state.holderName()),
                state.team(),
                new Seen(state.customerSeen(), state.staffSeen()),
                log.stream().map(each -> EntryJson.of(each, View.STAFF)).toList(),
                person(state, new Reader(Colleague.of(identity))),
                briefs.of(state, log),
                state.pendingUntil(),
                reasons.suggestedFor(state, log));
    }

    private Person person(State state, Reader reader) {
        @Nullable Guest guest = customers.find(state.customer()).orElse(null);
        List<Talk> earlier = conversations.ofCustomer(state.customer()).stream()
                .filter(each -> !each.conversation().equals(state.conversation()))
                .filter(each -> each.last() > 0)
                .filter(reader::mayRead)
                .map(each -> each.summary(conversations.entries(each.conversation(), 0)))
                .toList();
        return new Person(
                state.customer(),
                guest == null ? null : guest.name(),
                guest == null ? null : guest.email(),
                guest != null && guest.verified(),
                state.language(),
                guest == null ? Map.of() : guest.attributes(),
                guest == null ? null : guest.since(),
                customers.orders(state.customer()),
                earlier);
    }
}
