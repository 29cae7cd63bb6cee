package dev.ramah.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Everyone who looks at a conversation from this node. Hears of the log and passes it on. */
@ApplicationScoped
public class Viewings implements Listens {

    private static final Executor LATER = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);

    private final Map<UUID, Set<Viewing>> open = new ConcurrentHashMap<>();
    private final Tails tails;
    private final ConversationMeters meters;

    Viewings(Tails tails, ConversationMeters meters) {
        this.tails = tails;
        this.meters = meters;
    }

    /**
     * Begins to look: the first frame, made from the state as it is now, then every entry after this number, then
     * live ones. Call {@link #close} at the end. Many who come at once are served together.
     *
     * @param welcome may throw a {@link dev.ramah.platform.Problem}: then nothing is shown
     */
    public CompletableFuture<Viewing> open(
            ConversationRef conversation,
            View view,
            int after,
            Viewing.Screen screen,
            Function<State, ObjectNode> welcome) {
        Viewing viewing = new Viewing(conversation, view, screen, meters.delivered(view));
        if (after > 0) {
            meters.resumed(view);
        }
        // Registered before the log is read, so that nothing falls between.
        open.compute(conversation.id(), (id, all) -> {
            Set<Viewing> viewings = all == null ? ConcurrentHashMap.newKeySet() : all;
            viewings.add(viewing);
            return viewings;
        });
        return tails.after(conversation, after)
                .thenApply(tail -> {
                    begin(viewing, after, tail, welcome);
                    return viewing;
                })
                .whenComplete((begun, fault) -> {
                    if (fault != null) {
                        close(viewing);
                    }
                });
    }

    private void begin(Viewing viewing, int after, Tails.Tail tail, Function<State, ObjectNode> welcome) {
        State state = tail.stateOrProblem();
        ObjectNode first = welcome.apply(state);
        first.put("last", tail.lastFor(viewing.view()));
        viewing.knows(state);
        // A cursor beyond the end (of a log that was restored, say) would hide what is written next.
        int from = Math.min(after, state.last());
        if (!viewing.begin(first.toString(), from, tail.entries(), tail.whole())) {
            readOn(viewing);
        }
    }

    /**
     * The next page of the log, once the screen has room for it: whatever waits for a reader who is slow, it waits in
     * the database.
     */
    private void readOn(Viewing viewing) {
        viewing.whenThereIsRoom(() -> {
            if (!of(viewing.conversation()).contains(viewing)) {
                return;
            }
            var unused = tails.after(viewing.conversation(), viewing.upTo())
                    .thenAccept(tail -> {
                        viewing.knows(tail.stateOrProblem());
                        if (!viewing.page(tail.entries(), tail.whole())) {
                            readOn(viewing);
                        }
                    })
                    .exceptionally(fault -> {
                        // The database is away: nobody may be left with a hole in what they read.
                        LATER.execute(() -> readOn(viewing));
                        return null;
                    });
        });
    }

    void start(@Observes StartupEvent started) {
        meters.watches(this);
    }

    /** How many conversations somebody looks at from this node. */
    int count() {
        return open.size();
    }

    public void close(Viewing viewing) {
        open.computeIfPresent(viewing.conversation().id(), (id, all) -> {
            all.remove(viewing);
            return all.isEmpty() ? null : all;
        });
        viewing.end();
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

    /** Where it stands, as far as staff who look at it from here were told; empty if none of them does. */
    public Optional<State> state(ConversationRef conversation) {
        return of(conversation).stream()
                .map(Viewing::state)
                .flatMap(Optional::stream)
                .findFirst();
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
    public boolean cares(ConversationRef conversation, Set<String> kinds) {
        return open.containsKey(conversation.id());
    }

    @Override
    public void told(Told told) {
        ConversationRef conversation = told.state().conversation();
        Map<View, List<Viewing.Shown>> encoded = new EnumMap<>(View.class);
        for (Viewing each : of(conversation)) {
            each.knows(told.state());
            List<Viewing.Shown> entries = encoded.computeIfAbsent(each.view(), view -> told.entries().stream()
                    .map(entry -> Viewing.Shown.of(entry, view))
                    .toList());
            if (!each.live(entries)) {
                // Another node wrote before us and we have not heard of it yet: now.
                readOn(each);
            }
        }
    }

    private Set<Viewing> of(ConversationRef conversation) {
        return open.getOrDefault(conversation.id(), Set.of());
    }
}
