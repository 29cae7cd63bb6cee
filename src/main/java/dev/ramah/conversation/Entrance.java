package dev.ramah.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.platform.Database;
import dev.ramah.platform.Frame;
import dev.ramah.platform.OpenSocket;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Seats;
import dev.ramah.platform.Text;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Lets customers in who say hello with a token: they see where they were, and what came since. */
@ApplicationScoped
class Entrance {

    /** As when a conversation is opened: a longer address is nobody's to read. */
    private static final int LONGEST_PAGE = 2_000;

    private final Tokens tokens;
    private final Viewings viewings;
    private final Conversations conversations;
    private final Languages languages;
    private final Seats seats;
    private final List<Joins> joins;

    Entrance(
            Tokens tokens,
            Viewings viewings,
            Conversations conversations,
            Languages languages,
            Seats seats,
            @All List<Joins> joins) {
        this.tokens = tokens;
        this.viewings = viewings;
        this.conversations = conversations;
        this.languages = languages;
        this.seats = seats;
        this.joins = joins;
    }

    /** Somebody connected, and said nothing yet. */
    Visit visit(OpenSocket socket, String address) {
        return new Visit(socket, address, seats, viewings);
    }

    /** Completes when the customer sees where they were, or knows why not; never fails. */
    CompletionStage<Void> hello(Visit visit, Frame frame) {
        return CompletableFuture.completedStage(frame)
                .thenCompose(hello -> tokens.shown(hello.text("token")))
                .thenCompose(
                        right -> right.map(known -> enter(visit, known, frame)).orElseGet(() -> {
                            visit.socket.refuse("This token is not known or has ended.");
                            return CompletableFuture.completedFuture(null);
                        }))
                .exceptionally(fault -> {
                    visit.socket.problem(fault, null);
                    if (!visit.isIn() && Database.isAway(fault)) {
                        // Whoever can't be let in now must not be taken for somebody who may not come in.
                        visit.socket.close(OpenSocket.TRY_AGAIN_LATER, "Come back in a moment.");
                    }
                    return null;
                });
    }

    private CompletableFuture<Void> enter(Visit visit, Tokens.Right right, Frame frame) {
        ConversationRef wanted = frame.idOrNull("conversation") == null
                ? right.conversation()
                : new ConversationRef(frame.id("conversation"));
        Integer after = frame.integerOrNull("after", 0, Integer.MAX_VALUE);
        return look(visit, right, wanted, after == null ? 0 : after).thenAccept(state -> arrived(state, frame));
    }

    /** Where it goes on in another conversation, that is what they see, from its beginning. */
    private CompletableFuture<State> look(Visit visit, Tokens.Right right, ConversationRef wanted, int after) {
        AtomicReference<State> found = new AtomicReference<>();
        Viewing.Screen screen = Viewing.Screen.at(visit.socket);
        return viewings.open(wanted, View.CUSTOMER, after, screen, state -> {
                    found.set(state);
                    if (!right.opens(state)) {
                        throw Problem.forbidden("This token does not open that conversation.");
                    }
                    if (state.mergedInto() != null) {
                        throw new GoesOn(state.mergedInto());
                    }
                    visit.sits(state);
                    return welcome(state);
                })
                .thenApply(viewing -> {
                    visit.looks(viewing);
                    return Objects.requireNonNull(found.get());
                })
                .exceptionallyCompose(fault -> {
                    Throwable cause = fault instanceof CompletionException ? fault.getCause() : fault;
                    return cause instanceof GoesOn on
                            ? look(visit, right, on.into, 0)
                            : CompletableFuture.failedFuture(fault);
                });
    }

    /** Nothing of it is shown: it was merged into that one. */
    private static final class GoesOn extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ConversationRef into;

        GoesOn(ConversationRef into) {
            super(null, null, false, false);
            this.into = into;
        }
    }

    private void arrived(State state, Frame hello) {
        String language = hello.textOrNull("language");
        if (language != null) {
            String reads = languages.nearest(language);
            String page = page(hello);
            if (!reads.equals(state.language()) || (page != null && !page.equals(state.page()))) {
                var unused = conversations.customerReads(state.conversation(), reads, page);
            }
        }
        joins.forEach(each -> each.joined(state));
    }

    private static @Nullable String page(Frame frame) {
        String page = Text.line(frame.textOrNull("page"));
        return page == null || page.length() > LONGEST_PAGE ? null : page;
    }

    private static ObjectNode welcome(State state) {
        ObjectNode frame = Frame.of("welcome");
        frame.put("conversation", state.conversation().id().toString());
        frame.put("turn", state.turn().name().toLowerCase(Locale.ROOT));
        frame.put("status", state.status().name().toLowerCase(Locale.ROOT));
        frame.put("episode", state.episode());
        return frame;
    }
}
