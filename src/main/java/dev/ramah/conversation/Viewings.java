package dev.ramah.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Everyone who looks at a conversation from this node. Hears of the log and passes it on. */
@ApplicationScoped
public class Viewings implements Listens {

    private final Map<UUID, Set<Viewing>> open = new ConcurrentHashMap<>();
    private final Conversations conversations;

    Viewings(Conversations conversations) {
        this.conversations = conversations;
    }

    /**
     * Begins to look: the first frame, made from the state as it is now, then every entry after this number,
     * then live ones. Call {@link #close} at the end.
     */
    public Viewing open(
            ConversationRef conversation,
            View view,
            int after,
            Viewing.Screen screen,
            Function<State, ObjectNode> welcome) {
        Viewing viewing = new Viewing(conversation, view, screen);
        // Registered before the log is read, so that nothing falls between.
        open.compute(conversation.id(), (id, all) -> {
            Set<Viewing> viewings = all == null ? ConcurrentHashMap.newKeySet() : all;
            viewings.add(viewing);
            return viewings;
        });
        try {
            State state = conversations.find(conversation);
            // A cursor beyond the end (of a log that was restored, say) would hide what is written next.
            int from = Math.min(after, state.last());
            List<Entry> backlog = conversations.entries(conversation, from);
            ObjectNode first = welcome.apply(state);
            first.put("last", conversations.lastSeenBy(state, view));
            viewing.begin(first.toString(), from, backlog);
            return viewing;
        } catch (RuntimeException e) {
            close(viewing);
            throw e;
        }
    }

    public void close(Viewing viewing) {
        open.computeIfPresent(viewing.conversation().id(), (id, all) -> {
            all.remove(viewing);
            return all.isEmpty() ? null : all;
        });
    }

    /** Tells everyone who looks, in either view. */
    public void tell(ConversationRef conversation, ObjectNode frame) {
        String text = frame.toString();
        of(conversation).forEach(each -> each.tell(text));
    }

    /** Whether the customer has a screen open on this node. */
    public boolean isCustomerHere(ConversationRef conversation) {
        return of(conversation).stream().anyMatch(each -> each.view() == View.CUSTOMER);
    }

    /** Tells those who look something that is not stored. */
    public void tell(ConversationRef conversation, View view, ObjectNode frame) {
        String text = frame.toString();
        for (Viewing each : of(conversation)) {
            if (each.view() == view) {
                each.tell(text);
            }
        }
    }

    @Override
    public void told(Told told) {
        Set<Viewing> viewings = of(told.state().conversation());
        if (viewings.isEmpty()) {
            return;
        }
        for (Entry entry : told.entries()) {
            Map<View, Viewing.Shown> encoded = new EnumMap<>(View.class);
            for (Viewing each : viewings) {
                if (each.view().shows(entry)) {
                    each.live(encoded.computeIfAbsent(
                            each.view(),
                            view -> new Viewing.Shown(
                                    entry.seq(), EntryJson.frame(entry, view).toString())));
                }
            }
        }
    }

    private Set<Viewing> of(ConversationRef conversation) {
        return open.getOrDefault(conversation.id(), Set.of());
    }
}
