package dev.ramah.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Handovers;
import dev.ramah.conversation.State;
import dev.ramah.desk.Estimate.Handover;
import dev.ramah.platform.Frame;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who waits for a person, in which order, and what each of them is told. */
@ApplicationScoped
class Queue {

    private final Handovers handovers;
    private final Briefs briefs;
    private final Floor floor;
    private final Clock clock;

    Queue(Handovers handovers, Briefs briefs, Floor floor, Clock clock) {
        this.handovers = handovers;
        this.briefs = briefs;
        this.floor = floor;
        this.clock = clock;
    }

    /** A conversation as the desk's lists show it. */
    record Item(
            UUID conversation,
            @Nullable Brief brief,
            Instant since,
            String reason,
            Customer customer,
            String language,
            @Nullable String team,
            String turn,
            String status,
            int last,
            int unread,
            @Nullable UUID holder,
            @Nullable Integer position,
            @Nullable Instant pendingUntil) {}

    record Customer(UUID id, String name, String language) {}

    /** What a waiting customer is told. */
    record Place(ConversationRef conversation, ObjectNode frame) {}

    List<Item> seenBy(Seat seat) {
        return items(handovers.waiting().stream().filter(seat::mayRead).toList());
    }

    List<Item> items(List<State> states) {
        List<ConversationRef> waiting = places(handovers.waiting());
        return states.stream().map(each -> item(each, waiting)).toList();
    }

    Item item(State state) {
        return item(state, places(handovers.waiting()));
    }

    private Item item(State state, List<ConversationRef> waiting) {
        int place = waiting.indexOf(state.conversation());
        Brief brief = briefs.newest(state);
        return new Item(
                state.conversation().id(),
                brief,
                state.waitingSince() == null ? state.openedAt() : state.waitingSince(),
                brief == null ? "" : brief.reason(),
                new Customer(state.customer(), state.customerName(), state.language()),
                state.language(),
                state.team(),
                state.turn().name().toLowerCase(Locale.ROOT),
                state.status().name().toLowerCase(Locale.ROOT),
                state.last(),
                Math.max(0, state.last() - state.staffSeen()),
                state.holder(),
                place < 0 ? null : Integer.valueOf(place + 1),
                state.pendingUntil());
    }

    private static List<ConversationRef> places(List<State> waiting) {
        return waiting.stream().map(State::conversation).toList();
    }

    List<Place> places() {
        List<State> waiting = handovers.waiting();
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<Handover> lastHour = handovers.waitsSince(clock.instant().minus(Estimate.WINDOW)).stream()
                .map(each -> new Handover(each.asked(), each.taken()))
                .toList();
        boolean online = floor.isOnline();
        Instant returns = floor.returns();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            ConversationRef conversation = waiting.get(i).conversation();
            ObjectNode frame = Frame.of("queue")
                    .put("conversation", conversation.id().toString())
                    .put("position", i + 1)
                    .put("online", online);
            if (online) {
                Estimate.forPlace(i + 1, lastHour).ifPresent(estimate -> frame.put(
                                "wait", estimate.likely().toSeconds())
                        .put("waitMax", estimate.most().toSeconds()));
            } else if (returns != null) {
                frame.put("returns", returns.toString());
            }
            places.add(new Place(conversation, frame));
        }
        return places;
    }
}
