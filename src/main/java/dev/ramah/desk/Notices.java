package dev.ramah.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.Author;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.State;
import dev.ramah.conversation.View;
import dev.ramah.conversation.Viewings;
import dev.ramah.platform.Frame;
import dev.ramah.routing.Criterion;
import dev.ramah.routing.Weights;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the desk: to those who sit at it on this node, and to customers who wait. Called on the desk's thread
 * only.
 */
@ApplicationScoped
class Notices {

    private final Loads loads;
    private final Reliefs reliefs;
    private final Needs needs;
    private final Viewings viewings;
    private final Accounts accounts;
    private final Floor floor;
    private final Offers offers;
    private final Queue queue;
    private final ObjectMapper json;

    /** The offers of which those who sit at this node were told. */
    private Set<ToldOffer> told = Set.of();

    Notices(
            Loads loads,
            Reliefs reliefs,
            Needs needs,
            Viewings viewings,
            Accounts accounts,
            Floor floor,
            Offers offers,
            Queue queue,
            ObjectMapper json) {
        this.loads = loads;
        this.reliefs = reliefs;
        this.needs = needs;
        this.viewings = viewings;
        this.accounts = accounts;
        this.floor = floor;
        this.offers = offers;
        this.queue = queue;
        this.json = json;
    }

    /** The first frame of whoever sits down: who they are, who waits, and whom they have. */
    void welcome(Seat seat, List<State> mine) {
        ObjectNode frame = Frame.of("welcome");
        frame.putObject("agent")
                .put("id", seat.agent().toString())
                .put("name", seat.colleague.name())
                .put("role", seat.colleague.role().name().toLowerCase(Locale.ROOT))
                .put("status", floor.status(seat.agent()))
                .put("why", why(seat.agent()));
        frame.set("queue", json.valueToTree(queue.seenBy(seat)));
        frame.set("mine", json.valueToTree(queue.items(mine)));
        seat.socket.send(frame);
    }

    private @Nullable String why(UUID agent) {
        Absence why = floor.why(agent);
        return why == null ? null : why.wire();
    }

    /** The first frame of a conversation that somebody looks at, asked for or because they hold it. */
    static ObjectNode watching(State state) {
        ObjectNode frame = Frame.of("watching");
        frame.put("conversation", state.conversation().id().toString());
        frame.put("turn", state.turn().name().toLowerCase(Locale.ROOT));
        frame.put("status", state.status().name().toLowerCase(Locale.ROOT));
        frame.put("holder", state.holder() == null ? null : state.holder().toString());
        frame.put("holderName", state.holderName());
        frame.put("customerSeen", state.customerSeen());
        return frame;
    }

    /** Somebody waits, as this stands now. */
    void waiting(State now) {
        ObjectNode frame = Frame.of("waiting");
        frame.setAll((ObjectNode) json.valueToTree(queue.item(now)));
        floor.tell(frame, seat -> seat.mayRead(now));
    }

    /**
     * Whoever handed it on learns who declined it. Who declined and was asked by name alone may not read it any more: to
     * them it waits no more.
     */
    void declined(State now, Happened.Declined declined, Optional<UUID> handedOnBy) {
        ObjectNode frame = Frame.of("declined");
        frame.put("conversation", now.conversation().id().toString());
        frame.put("customer", now.customerName());
        frame.putObject("by").put("id", declined.agent().toString()).put("name", declined.name());
        handedOnBy.ifPresent(who ->
                floor.seatsOf(who).stream().filter(each -> each.mayRead(now)).forEach(each -> each.socket.send(frame)));
        ObjectNode gone = gone(now.conversation(), declined.agent(), declined.name());
        floor.seatsOf(declined.agent()).stream()
                .filter(each -> !each.mayRead(now))
                .forEach(each -> each.socket.send(gone));
    }

    /** Somebody waits no more. */
    void gone(ConversationRef conversation, Author by) {
        floor.tell(gone(conversation, by.id(), by.name()), all -> true);
    }

    private static ObjectNode gone(ConversationRef conversation, @Nullable UUID by, String name) {
        ObjectNode frame =
                Frame.of("gone").put("conversation", conversation.id().toString());
        frame.putObject("by").put("id", by == null ? null : by.toString()).put("name", name);
        return frame;
    }

    /** Who is there, and how much they have in hand: conversations, and what these weigh in ordinary ones. */
    void presence() {
        ObjectNode frame = Frame.of("presence");
        frame.put("capacity", needs.rules().capacity());
        ArrayNode staff = frame.putArray("staff");
        Loads.Snapshot have = loads.now();
        accounts.all().stream().filter(Colleague::active).forEach(each -> staff.addObject()
                .put("id", each.id().toString())
                .put("name", each.name())
                .put("status", floor.status(each.id()))
                .put("why", why(each.id()))
                .put("open", have.of(each.id()).conversations())
                .put("load", have.of(each.id()).weight() / (double) Weights.ORDINARY));
        floor.tell(frame, all -> true);
        reliefs();
    }

    /** Whoever is spared learns it, and when it is over; nobody else does. */
    private void reliefs() {
        Map<UUID, Reliefs.Given> given = reliefs.now();
        floor.all().forEach(seat -> {
            Reliefs.Given theirs = given.get(seat.agent());
            ObjectNode frame = Frame.of("relief");
            frame.put(
                    "relief",
                    theirs == null ? Relief.NOTHING.wire() : theirs.relief().wire());
            if (theirs != null && theirs.until() != null) {
                frame.put("until", theirs.until().toString());
            }
            if (!frame.equals(seat.toldRelief(frame))) {
                seat.socket.send(frame);
            }
        });
    }

    private record ToldOffer(UUID conversation, UUID agent, Instant until, @Nullable Criterion because) {

        ObjectNode frame() {
            return Frame.of("offer")
                    .put("conversation", conversation.toString())
                    .put("until", until.toString())
                    .put("because", because == null ? null : because.name());
        }
    }

    /** Tells those who sit here of offers to them, whichever node made them: each offer once. */
    void offers() {
        Set<ToldOffer> standing = offers.standing().stream()
                .map(each -> new ToldOffer(each.conversation, each.agent, each.until, each.because))
                .collect(Collectors.toSet());
        standing.stream()
                .filter(each -> !told.contains(each))
                .forEach(each -> floor.tell(each.frame(), seat -> seat.agent().equals(each.agent)));
        told = standing;
    }

    /** Tells whoever sits down of those that were made to them before. */
    void offersTo(Seat seat) {
        told.stream().filter(each -> each.agent.equals(seat.agent())).forEach(each -> seat.socket.send(each.frame()));
    }

    /** Everyone who waits, and whoever looks at them, learns their place. */
    void places() {
        queue.places().forEach(place -> viewings.tell(place.conversation(), place.frame()));
    }

    /** Those of them who are here on this node by now learn theirs. */
    void placesOf(Set<ConversationRef> these) {
        queue.places().stream()
                .filter(each -> these.contains(each.conversation()))
                .forEach(each -> viewings.tell(each.conversation(), View.CUSTOMER, each.frame()));
    }
}
