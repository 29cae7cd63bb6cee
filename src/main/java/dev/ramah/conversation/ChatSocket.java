package dev.ramah.conversation;

import dev.ramah.customer.Customers;
import dev.ramah.customer.Forgotten;
import dev.ramah.platform.Faults;
import dev.ramah.platform.Frame;
import dev.ramah.platform.Limit;
import dev.ramah.platform.Limits;
import dev.ramah.platform.OpenSocket;
import dev.ramah.platform.OpenSockets;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import dev.ramah.platform.Seats;
import dev.ramah.platform.Trace;
import dev.ramah.platform.Traces;
import dev.ramah.platform.UpgradeSocket;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The customer's socket: knows whose connection it is, checks, makes one call. The contract is in /asyncapi.yaml. */
@WebSocket(path = "/ws/chat")
class ChatSocket {

    /** Whoever has not said hello by then is nobody. */
    private static final long HELLO_WITHIN_MILLIS = 10_000;

    /** Later than {@link Erasure}, which tells them why. */
    private static final int AFTER_ITS_FRAME = 3_000;

    private final Map<String, Visit> visits = new ConcurrentHashMap<>();
    private final Conversations conversations;
    private final Blocks blocks;
    private final Customers customers;
    private final Entrance entrance;
    private final Typing typing;
    private final Arrivals arrivals;
    private final Limits limits;
    private final Seats seats;
    private final OpenSockets sockets;
    private final Traces traces;
    private final Vertx vertx;

    ChatSocket(
            Conversations conversations,
            Blocks blocks,
            Customers customers,
            Entrance entrance,
            Typing typing,
            Arrivals arrivals,
            Limits limits,
            Seats seats,
            OpenSockets sockets,
            Traces traces,
            Vertx vertx) {
        this.conversations = conversations;
        this.blocks = blocks;
        this.customers = customers;
        this.entrance = entrance;
        this.typing = typing;
        this.arrivals = arrivals;
        this.limits = limits;
        this.seats = seats;
        this.sockets = sockets;
        this.traces = traces;
        this.vertx = vertx;
    }

    @OnOpen
    void opened(WebSocketConnection connection) {
        Visit visit = entrance.visit(sockets.opened(connection), UpgradeSocket.addressOf(connection));
        try {
            seats.take(Seats.Of.ADDRESS, visit.address);
        } catch (Problem full) {
            visit.socket.problem(full, null);
            visit.socket.close(OpenSocket.TRY_AGAIN_LATER, "Too many connections.");
            return;
        }
        visits.put(connection.id(), visit);
        visit.helloTimer = vertx.setTimer(HELLO_WITHIN_MILLIS, late -> {
            if (!visit.isIn()) {
                visit.socket.refuse("The first frame is hello, with a token.");
            }
        });
    }

    @OnClose
    void closed(WebSocketConnection connection) {
        sockets.closed(connection.id());
        Visit visit = visits.remove(connection.id());
        if (visit == null) {
            return;
        }
        vertx.cancelTimer(visit.helloTimer);
        seats.leave(Seats.Of.ADDRESS, visit.address);
        visit.ends();
    }

    /** Their words were erased and their token with them: who is still connected has to come in anew. */
    void forgotten(@Observes @Priority(AFTER_ITS_FRAME) Forgotten event) {
        String customer = event.customer().toString();
        visits.values().stream()
                .filter(each -> each.isOf(customer))
                .forEach(each -> each.socket.close(OpenSocket.NOT_SIGNED_IN, "Your words were erased."));
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
        Visit visit = visits.get(connection.id());
        if (visit == null) {
            return Uni.createFrom().voidItem();
        }
        sockets.heard(connection.id());
        Frame frame;
        try {
            limits.check(Limit.FRAMES, connection.id());
            frame = Frame.parse(raw);
        } catch (Problem refused) {
            visit.socket.problem(refused, null);
            return Uni.createFrom().voidItem();
        }
        return switch (frame.type()) {
            case "hello" -> {
                // It came in time, however long it takes to answer it.
                vertx.cancelTimer(visit.helloTimer);
                yield Uni.createFrom().completionStage(() -> entrance.hello(visit, frame));
            }
            // These read the database, so they leave the event loop.
            case "resolve", "contact" ->
                Uni.createFrom()
                        .voidItem()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .invoke(() -> handle(visit, frame));
            default -> {
                handle(visit, frame);
                yield Uni.createFrom().voidItem();
            }
        };
    }

    private void handle(Visit visit, Frame frame) {
        try {
            dispatch(visit, frame);
        } catch (RuntimeException fault) {
            visit.socket.problem(fault, frame.clientIdOrNull());
        }
    }

    private void dispatch(Visit visit, Frame frame) {
        switch (frame.type()) {
            case "say" -> {
                blocks.check(visit.customer());
                write(
                        visit,
                        frame,
                        (conversation, id) -> conversations.customerSays(
                                conversation, id, frame.text("text"), frame.textOrNull("choice")));
            }
            case "human" -> {
                blocks.check(visit.customer());
                write(visit, frame, conversations::customerAsksForPerson);
            }
            case "thumb" ->
                write(
                        visit,
                        frame,
                        (conversation, id) ->
                                conversations.customerThumbs(conversation, id, frame.integer("seq"), frame.bool("up")));
            case "rate" ->
                write(visit, frame, (conversation, id) -> conversations.customerRates(conversation, id, rating(frame)));
            case "contact" -> contact(visit, frame);
            case "resolve" ->
                write(
                        visit,
                        frame,
                        (conversation, id) ->
                                conversations.customerResolves(conversation, id, frame.boolOrNull("solved")));
            case "typing" -> typing.customer(visit.conversation(), visit.name());
            case "seen" -> typing.sees(visit.conversation(), Role.CUSTOMER, frame.integer("seq"));
            case "delivered" -> arrivals.arrived(visit.conversation(), frame.integer("seq"));
            case "ping" -> visit.socket.send(Frame.of("pong"));
            default -> throw new Problem(Code.UNKNOWN_TYPE, "There is no frame of this type.");
        }
    }

    private interface Write {
        CompletableFuture<Receipt> to(ConversationRef conversation, String clientId);
    }

    /**
     * The written entry, with its client id, is the acknowledgement; only what wrote nothing, or where its conversation
     * goes on and they have not followed yet, needs one of its own.
     */
    private void write(Visit visit, Frame frame, Write write) {
        try (Trace trace = traces.begin("chat", frame.type())) {
            String clientId = frame.clientId();
            ConversationRef conversation = visit.conversation();
            limits.check(Limit.MESSAGES, conversation.id().toString());
            trace.part("check");
            var unused = write.to(conversation, clientId).whenComplete((receipt, fault) -> {
                if (fault != null) {
                    visit.socket.problem(Faults.asProblem(fault), clientId);
                } else if (!receipt.wrote() || !receipt.state().conversation().equals(conversation)) {
                    visit.socket.send(Frame.of("ack").put("clientId", clientId).put("seq", receipt.seq()));
                }
            });
        }
    }

    private static Happened.Rated rating(Frame frame) {
        Integer episode = frame.integerOrNull("episode", 1, Integer.MAX_VALUE);
        String comment = frame.textOrNull("comment");
        Happened.Rated rated = new Happened.Rated(
                episode == null ? 0 : episode,
                frame.integerOrNull("csat", 1, 5),
                frame.integerOrNull("nps", 0, 10),
                frame.integerOrNull("effort", 1, 7),
                frame.boolOrNull("repeated"),
                Cause.of(frame.textOrNull("cause")),
                comment == null || comment.isBlank() ? null : comment,
                frame.boolOrNull("tell"));
        boolean says = rated.csat() != null
                || rated.nps() != null
                || rated.effort() != null
                || rated.repeated() != null
                || rated.cause() != null
                || rated.text() != null;
        if (!says) {
            throw Problem.invalid("A rating has at least one of csat, nps, effort, repeated, cause and comment.");
        }
        return rated;
    }

    private void contact(Visit visit, Frame frame) {
        String email = address(frame);
        frame.clientId();
        customers.leavesAddress(conversations.find(visit.conversation()).customer(), email);
        write(visit, frame, (conversation, id) -> conversations.customerLeavesContact(conversation, id, email));
    }

    /** Only what could never be one is refused: whether an address works shows when it is written to. */
    private static String address(Frame frame) {
        String email = frame.text("email").strip();
        if (!email.matches("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+\\.[^\\s@\\p{Cntrl}]+") || email.length() > 254) {
            throw Problem.invalid("This is not an e-mail address.");
        }
        return email;
    }
}
