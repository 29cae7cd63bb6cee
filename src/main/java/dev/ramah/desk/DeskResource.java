package dev.ramah.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.EntryJson;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.State;
import dev.ramah.conversation.View;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.customer.Order;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

    private static final int PREVIEW = 120;

    private final Conversations conversations;
    private final Customers customers;
    private final Briefs briefs;

    DeskResource(Conversations conversations, Customers customers, Briefs briefs) {
        this.conversations = conversations;
        this.customers = customers;
        this.briefs = briefs;
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
            List<ObjectNode> entries,
            Person customer,
            List<Brief> briefs) {}

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
            List<Earlier> conversations) {}

    record Earlier(
            UUID conversation,
            Instant at,
            String status,
            @Nullable String ending,
            @Nullable Integer csat,
            String preview) {}

    @GET
    Screen screen(UUID id, SecurityIdentity identity) {
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
                log.stream().map(each -> EntryJson.of(each, View.STAFF)).toList(),
                person(state, new Reader(Colleague.of(identity))),
                briefs.of(state, log));
    }

    private Person person(State state, Reader reader) {
        @Nullable Guest guest = customers.find(state.customer()).orElse(null);
        List<Earlier> earlier = conversations.ofCustomer(state.customer()).stream()
                .filter(each -> !each.conversation().equals(state.conversation()))
                .filter(reader::mayRead)
                .map(this::earlier)
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

    private Earlier earlier(State state) {
        @Nullable String ending = null;
        @Nullable Integer csat = null;
        String preview = "";
        for (Entry each : conversations.entries(state.conversation(), 0)) {
            if (each.what() instanceof Happened.Resolved resolved) {
                ending = resolved.ending().name();
            } else if (each.what() instanceof Happened.Rated rated && rated.csat() != null) {
                csat = rated.csat();
            } else if (preview.isEmpty() && each.what() instanceof Happened.Said said) {
                preview = said.text().length() > PREVIEW ? said.text().substring(0, PREVIEW) + "…" : said.text();
            }
        }
        return new Earlier(
                state.conversation().id(),
                state.openedAt(),
                state.status().name().toLowerCase(Locale.ROOT),
                ending,
                csat,
                preview);
    }
}
