package dev.ramah.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.Arrivals;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.EntryJson;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.State;
import dev.ramah.conversation.View;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Duplicates;
import dev.ramah.customer.Guest;
import dev.ramah.customer.Happening;
import dev.ramah.customer.Note;
import dev.ramah.customer.Notes;
import dev.ramah.customer.Order;
import dev.ramah.customer.Talk;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Colleague;
import dev.ramah.summary.Summaries;
import dev.ramah.summary.Summary;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation on one screen: what was said, who it is, and what a person needs to know to go on. */
@Path("/api/conversations/{id}")
@RolesAllowed("agent")
class DeskResource {

    private static final int MOST_EVENTS = 20;

    /** Further back nobody reads; the page of the customer has them all. */
    private static final int MOST_EARLIER = 50;

    private final Conversations conversations;
    private final Arrivals arrivals;
    private final Customers customers;
    private final Duplicates duplicates;
    private final Notes notes;
    private final Briefs briefs;
    private final Summaries summaries;
    private final Reasons reasons;
    private final SecurityIdentity identity;

    DeskResource(
            Conversations conversations,
            Arrivals arrivals,
            Customers customers,
            Duplicates duplicates,
            Notes notes,
            Briefs briefs,
            Summaries summaries,
            Reasons reasons,
            SecurityIdentity identity) {
        this.conversations = conversations;
        this.arrivals = arrivals;
        this.customers = customers;
        this.duplicates = duplicates;
        this.notes = notes;
        this.briefs = briefs;
        this.summaries = summaries;
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
            List<Summary> summaries,
            @Nullable Instant pendingUntil,
            List<String> suggestedReasons,
            @Nullable UUID mergedInto) {}

    record Seen(int customer, int agent, int delivered) {}

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
            List<Happening> events,
            List<Integer> marks,
            @Nullable Note note,
            List<Duplicates.Merged> merged,
            List<Talk> conversations) {}

    @GET
    public Screen screen(@PathParam("id") UUID id) {
        State state = conversations.find(new ConversationRef(id));
        if (!new Reader(Colleague.of(identity)).mayRead(state)) {
            throw Problem.forbidden("This conversation belongs to another team.");
        }
        // What is written in this moment belongs to a later state; whoever watches gets it as news.
        List<Entry> log = conversations.entries(state.conversation(), 0).stream()
                .filter(each -> each.seq() <= state.last())
                .toList();
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
                new Seen(
                        state.customerSeen(),
                        state.staffSeen(),
                        Math.max(state.customerSeen(), arrivals.upTo(state.conversation()))),
                log.stream().map(each -> EntryJson.of(each, View.STAFF)).toList(),
                person(state, log, new Reader(Colleague.of(identity))),
                briefs.of(state, log),
                summaries.of(state.conversation()),
                state.pendingUntil(),
                reasons.suggestedFor(state, log),
                state.mergedInto() == null
                        ? null
                        : conversations.goesOn(state).conversation().id());
    }

    private Person person(State state, List<Entry> log, Reader reader) {
        @Nullable Guest guest = customers.find(state.customer()).orElse(null);
        List<Talk> earlier = new ArrayList<>();
        List<Integer> marks = new ArrayList<>(marks(log));
        List<State> others = conversations.ofCustomer(state.customer()).stream()
                .filter(each -> !each.conversation().equals(state.conversation()))
                .filter(each -> each.last() > 0)
                .filter(reader::mayRead)
                .limit(MOST_EARLIER)
                .toList();
        Map<ConversationRef, List<Entry>> logs = conversations.logs(others);
        for (State each : others) {
            List<Entry> theirs = logs.getOrDefault(each.conversation(), List.of());
            earlier.add(each.summary(theirs));
            marks.addAll(marks(theirs));
        }
        return new Person(
                state.customer(),
                guest == null ? null : guest.name(),
                guest == null ? null : guest.email(),
                guest != null && guest.verified(),
                state.language(),
                guest == null ? Map.of() : guest.attributes(),
                guest == null ? null : guest.since(),
                customers.orders(state.customer()),
                customers.happenings(state.customer(), MOST_EVENTS),
                marks,
                notes.newest(state.customer()).orElse(null),
                duplicates.history(state.customer()),
                earlier);
    }

    /** What each episode was given, the newest episode first. */
    private static Collection<Integer> marks(List<Entry> log) {
        SortedMap<Integer, Integer> byEpisode = new TreeMap<>(Comparator.reverseOrder());
        for (Entry each : log) {
            if (each.what() instanceof Happened.Rated rated && rated.csat() != null) {
                byEpisode.putIfAbsent(rated.episode(), rated.csat());
            }
        }
        return byEpisode.values();
    }
}
