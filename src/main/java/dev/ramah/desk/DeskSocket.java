package dev.ramah.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.Author;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Receipt;
import dev.ramah.conversation.Role;
import dev.ramah.conversation.State;
import dev.ramah.conversation.Typing;
import dev.ramah.conversation.View;
import dev.ramah.conversation.Viewing;
import dev.ramah.conversation.Viewings;
import dev.ramah.desk.Floor.Availability;
import dev.ramah.platform.Database;
import dev.ramah.platform.Faults;
import dev.ramah.platform.Frame;
import dev.ramah.platform.OpenSocket;
import dev.ramah.platform.OpenSockets;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import dev.ramah.platform.Trace;
import dev.ramah.platform.Traces;
import dev.ramah.platform.UpgradeSocket;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.SessionCookie;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The agents' socket: knows who it is, checks, makes one call. The contract is in /asyncapi.yaml. */
@WebSocket(path = "/ws/desk")
class DeskSocket {

    private final Map<String, Seat> seats = new ConcurrentHashMap<>();
    private final Accounts accounts;
    private final Conversations conversations;
    private final Viewings viewings;
    private final Typing typing;
    private final Lookers lookers;
    private final Transfers transfers;
    private final Briefs briefs;
    private final Improvements improvements;
    private final Desk desk;
    private final OpenSockets sockets;
    private final Traces traces;

    DeskSocket(
            Accounts accounts,
            Conversations conversations,
            Viewings viewings,
            Typing typing,
            Lookers lookers,
            Transfers transfers,
            Briefs briefs,
            Improvements improvements,
            Desk desk,
            OpenSockets sockets,
            Traces traces) {
        this.accounts = accounts;
        this.conversations = conversations;
        this.viewings = viewings;
        this.typing = typing;
        this.lookers = lookers;
        this.transfers = transfers;
        this.briefs = briefs;
        this.improvements = improvements;
        this.desk = desk;
        this.sockets = sockets;
        this.traces = traces;
    }

    @OnOpen
    void opened(WebSocketConnection connection) {
        sockets.opened(connection, () -> seats.containsKey(connection.id()));
    }

    @OnClose
    @Blocking
    void closed(WebSocketConnection connection) {
        sockets.closed(connection.id());
        leave(connection);
    }

    private void leave(WebSocketConnection connection) {
        Seat seat = seats.remove(connection.id());
        if (seat != null) {
            seat.leave();
            lookers.leaves(seat);
            desk.leave(seat);
        }
    }

    @OnError
    void failed(Throwable fault, WebSocketConnection connection) {
        sockets.of(connection).failed(fault);
    }

    /** What a client answers to our pings. */
    @OnPongMessage
    @NonBlocking
    void lives(Buffer pong, WebSocketConnection connection) {
        sockets.heard(connection.id());
    }

    /** Frames of a connection come one after another: the next waits until this is done. */
    @OnTextMessage
    Uni<Void> received(String raw, WebSocketConnection connection) {
        sockets.heard(connection.id());
        Seat seat = seats.get(connection.id());
        Frame frame;
        try {
            frame = Frame.parse(raw);
        } catch (Problem malformed) {
            sockets.of(connection).problem(malformed, null);
            return Uni.createFrom().voidItem();
        }
        Uni<Void> now = Uni.createFrom().voidItem();
        // What may read the database leaves the event loop.
        Uni<Void> then = isTalk(seat, frame) ? now : now.emitOn(Infrastructure.getDefaultWorkerPool());
        return then.invoke(() -> handle(seat, frame, connection));
    }

    /** Frames that are many, of whoever is known to be allowed to read the conversation. */
    private static boolean isTalk(@Nullable Seat seat, Frame frame) {
        return switch (frame.type()) {
            case "ping" -> true;
            case "say", "note", "typing", "seen" -> {
                String conversation = frame.rawText("conversation");
                String text = frame.type().equals("note") ? frame.rawText("text") : null;
                // Whom a note names is looked up.
                boolean names = text != null && text.indexOf('@') >= 0;
                yield seat != null && conversation != null && !names && seat.looksAt(conversation);
            }
            default -> false;
        };
    }

    private void handle(@Nullable Seat seat, Frame frame, WebSocketConnection connection) {
        OpenSocket socket = sockets.of(connection);
        try {
            if (frame.type().equals("ping")) {
                socket.send(Frame.of("pong"));
            } else if (frame.type().equals("hello")) {
                hello(seat, frame, connection);
            } else if (seat == null) {
                throw new Problem(Code.NOT_SIGNED_IN, "Say hello first.");
            } else {
                dispatch(seat, frame);
            }
        } catch (RuntimeException fault) {
            problem(socket, fault, frame);
            if (seat == null && Database.isAway(fault)) {
                socket.close(OpenSocket.TRY_AGAIN_LATER, "Come back in a moment.");
            }
        }
    }

    /** With a token, or with the cookie of a page of our own. */
    private void hello(@Nullable Seat before, Frame frame, WebSocketConnection connection) {
        String token = SessionCookie.tokenOf(frame.textOrNull("token"), UpgradeSocket.cookiesOf(connection));
        Optional<Colleague> colleague = accounts.signedIn(token);
        if (colleague.isEmpty()) {
            sockets.of(connection).refuse("Sign in first.");
            return;
        }
        if (before != null) {
            leave(connection);
        }
        Seat seat = new Seat(
                sockets.of(connection),
                token,
                colleague.get(),
                Improvements.language(frame.textOrNull("language")),
                viewings);
        seats.put(connection.id(), seat);
        desk.enter(seat);
        if (!connection.isOpen()) {
            leave(connection);
        }
    }

    private void dispatch(Seat seat, Frame frame) {
        switch (frame.type()) {
            case "status" -> desk.choose(seat, availability(frame), Absence.of(frame.textOrNull("reason")));
            case "watch" -> watch(seat, readable(seat, frame), frame);
            case "unwatch" -> unwatch(seat, new ConversationRef(frame.id("conversation")));
            case "take", "accept" -> take(seat, frame);
            case "decline" -> desk.decline(seat, new ConversationRef(frame.id("conversation")));
            case "say" ->
                write(
                        seat,
                        frame,
                        (conversation, agent) ->
                                conversations.agentSays(conversation, agent, frame.clientId(), frame.text("text")));
            case "note" ->
                write(
                        seat,
                        frame,
                        (conversation, agent) ->
                                conversations.note(conversation, agent, frame.clientId(), frame.text("text")));
            case "transfer" -> {
                Happened.Transferred to = transfers.in(frame);
                write(
                        seat,
                        frame,
                        (conversation, agent) -> conversations.transfer(conversation, agent, frame.clientId(), to));
            }
            case "pending" -> pend(seat, frame);
            case "tag" ->
                command(
                        seat,
                        frame,
                        (conversation, agent) ->
                                conversations.tag(conversation, agent, frame.clientIdOrNull(), frame.text("reason")));
            case "resolve" ->
                write(
                        seat,
                        frame,
                        (conversation, agent) -> conversations.agentResolves(conversation, agent, frame.clientId()));
            case "typing" -> type(seat, mayRead(seat, frame), Boolean.TRUE.equals(frame.boolOrNull("private")));
            case "seen" -> typing.sees(mayRead(seat, frame), Role.AGENT, frame.integer("seq"));
            default -> throw new Problem(Code.UNKNOWN_TYPE, "There is no frame of this type.");
        }
    }

    private void watch(Seat seat, State state, Frame frame) {
        Integer after = frame.integerOrNull("after", 0, Integer.MAX_VALUE);
        ConversationRef conversation = state.conversation();
        seat.watch(conversation, () -> viewings.open(
                        conversation,
                        View.STAFF,
                        after == null ? 0 : after,
                        Viewing.Screen.at(seat.socket),
                        Notices::watching)
                .join());
        lookers.looks(seat, conversation);
        improvements.watched(seat, state);
    }

    /** It is not in front of them any more; what they hold still comes to them. */
    private void unwatch(Seat seat, ConversationRef conversation) {
        lookers.leaves(seat, conversation);
        if (!holds(seat, conversation)) {
            seat.turnAway(conversation);
        }
    }

    private void take(Seat seat, Frame frame) {
        State state = readable(seat, frame);
        var unused = conversations
                .take(state.conversation(), author(seat), seat.isManager(), briefs.shownTo(state))
                .whenComplete((receipt, fault) -> {
                    if (fault != null) {
                        problem(seat.socket, fault, frame);
                    }
                });
    }

    /** Without a moment it waits no more. */
    private void pend(Seat seat, Frame frame) {
        Instant until = frame.instantOrNull("until");
        command(
                seat,
                frame,
                (conversation, agent) -> until == null
                        ? conversations.resume(conversation, agent, frame.clientIdOrNull())
                        : conversations.pend(conversation, agent, frame.clientIdOrNull(), until, frame.text("reason")));
    }

    /** As {@link #write}, for frames that need no client id: without one nothing tells a repeat. */
    private void command(Seat seat, Frame frame, Write write) {
        if (frame.rawText("clientId") != null) {
            write(seat, frame, write);
            return;
        }
        ConversationRef conversation = mayRead(seat, frame);
        var unused = write.to(conversation, author(seat)).whenComplete((receipt, fault) -> {
            if (fault != null) {
                problem(seat.socket, fault, frame);
            }
        });
    }

    private interface Write {
        CompletableFuture<Receipt> to(ConversationRef conversation, Author agent);
    }

    /** The written entry is the acknowledgement for whoever sees it; others, and repeats, get one of their own. */
    private void write(Seat seat, Frame frame, Write write) {
        try (Trace trace = traces.begin("desk", frame.type())) {
            ConversationRef conversation = mayRead(seat, frame);
            String clientId = frame.clientId();
            trace.part("check");
            var unused = write.to(conversation, author(seat)).whenComplete((receipt, fault) -> {
                if (fault != null) {
                    problem(seat.socket, fault, frame);
                } else if (!receipt.wrote() || !seat.looksAt(receipt.state().conversation())) {
                    seat.socket.send(Frame.of("ack")
                            .put("conversation", conversation.id().toString())
                            .put("clientId", clientId)
                            .put("seq", receipt.seq()));
                }
            });
        }
    }

    /** The customer is told of whoever has the conversation, unless it is a note that they write. */
    private void type(Seat seat, ConversationRef conversation, boolean aside) {
        if (!aside && holds(seat, conversation)) {
            typing.agent(conversation, author(seat));
        } else {
            typing.aside(conversation, author(seat));
        }
    }

    /** Whoever holds it is told of it, so the database is not asked for frames that are many. */
    private boolean holds(Seat seat, ConversationRef conversation) {
        return viewings.state(conversation)
                .filter(state -> seat.agent().equals(state.holder()))
                .isPresent();
    }

    /** What they look at they may read: they are turned away when that changes. Saves asking for every word. */
    private ConversationRef mayRead(Seat seat, Frame frame) {
        ConversationRef conversation = new ConversationRef(frame.id("conversation"));
        if (seat.looksAt(conversation)) {
            return conversation;
        }
        if (Context.isOnEventLoopThread()) {
            throw Problem.forbidden("You were turned away from this conversation just now.");
        }
        return readable(seat, frame).conversation();
    }

    private State readable(Seat seat, Frame frame) {
        State state = conversations.find(new ConversationRef(frame.id("conversation")));
        if (!seat.mayRead(state)) {
            throw Problem.forbidden("This conversation belongs to another team.");
        }
        return state;
    }

    private static Availability availability(Frame frame) {
        String status = frame.text("status");
        for (Availability each : Availability.values()) {
            if (each.wire().equals(status)) {
                return each;
            }
        }
        throw Problem.invalid("status is online, away or offline.");
    }

    private static Author author(Seat seat) {
        return Author.agent(seat.agent(), seat.colleague.name());
    }

    private static void problem(OpenSocket socket, Throwable fault, @Nullable Frame frame) {
        ObjectNode problem = Frame.problem(Faults.asProblem(fault), frame == null ? null : frame.clientIdOrNull());
        if (frame != null) {
            problem.put("about", frame.type());
            String conversation = frame.rawText("conversation");
            if (conversation != null) {
                problem.put("conversation", conversation);
            }
        }
        socket.send(problem);
    }
}
