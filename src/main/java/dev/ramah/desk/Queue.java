package dev.ramah.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.State;
import dev.ramah.platform.Frame;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who waits for a person, in which order, and what each of them is told. */
@ApplicationScoped
class Queue {

    private final Needs needs;
    private final Briefs briefs;
    private final Floor floor;
    private final Forecasts forecasts;
    private final Deadlines deadlines;

    Queue(Needs needs, Briefs briefs, Floor floor, Forecasts forecasts, Deadlines deadlines) {
        this.needs = needs;
        this.briefs = briefs;
        this.floor = floor;
        this.forecasts = forecasts;
        this.deadlines = deadlines;
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
            @Nullable Instant pendingUntil,
            List<Deadline> deadlines) {}

    record Customer(UUID id, String name, String language) {}

    /** What a waiting customer is told. */
    record Place(ConversationRef conversation, ObjectNode frame) {}

    List<Item> seenBy(Seat seat) {
        List<State> waiting = needs.inTurn();
        return items(waiting.stream().filter(seat::mayRead).toList(), waiting);
    }

    List<Item> items(List<State> states) {
        return items(states, needs.inTurn());
    }

    private List<Item> items(List<State> states, List<State> inTurn) {
        List<ConversationRef> waiting = places(inTurn);
        Map<ConversationRef, Brief> newest = briefs.newest(states);
        Map<UUID, List<Deadline>> due = deadlines.of(states);
        return states.stream()
                .map(each -> item(each, newest.get(each.conversation()), waiting.indexOf(each.conversation()), due))
                .toList();
    }

    Item item(State state) {
        return items(List.of(state)).get(0);
    }

    private static Item item(State state, @Nullable Brief brief, int place, Map<UUID, List<Deadline>> due) {
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
                state.pendingUntil(),
                due.getOrDefault(state.conversation().id(), List.of()));
    }

    private static List<ConversationRef> places(List<State> waiting) {
        return waiting.stream().map(State::conversation).toList();
    }

    List<Place> places() {
        List<State> waiting = needs.inTurn();
        if (waiting.isEmpty()) {
            return List.of();
        }
        boolean online = floor.isOnline();
        Map<ConversationRef, Forecasts.Foreseen> foreseen = online ? forecasts.of(waiting) : Map.of();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            ConversationRef conversation = waiting.get(i).conversation();
            ObjectNode frame = Frame.of("queue")
                    .put("conversation", conversation.id().toString())
                    .put("position", i + 1)
                    .put("online", online);
            if (online) {
                Forecasts.Foreseen each = foreseen.get(conversation);
                if (each != null) {
                    frame.put("wait", each.estimate().likely().toSeconds())
                            .put("waitMax", each.estimate().most().toSeconds());
                }
            } else {
                Instant returns = floor.returns(waiting.get(i).team());
                if (returns != null) {
                    frame.put("returns", returns.toString());
                }
            }
            places.add(new Place(conversation, frame));
        }
        return places;
    }
}
