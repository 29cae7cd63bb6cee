package dev.ramah.insight;

import dev.ramah.platform.Database;
import dev.ramah.platform.Faults;
import dev.ramah.platform.Frame;
import dev.ramah.platform.OpenSocket;
import dev.ramah.platform.OpenSockets;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import dev.ramah.platform.UpgradeSocket;
import dev.ramah.staff.Accounts;
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
import io.vertx.core.buffer.Buffer;

/** The wall's socket: whoever is of staff says hello and is told the numbers of now. The contract is in /asyncapi.yaml. */
@WebSocket(path = "/ws/wall")
class WallSocket {

    private final Wall wall;
    private final Accounts accounts;
    private final OpenSockets sockets;

    WallSocket(Wall wall, Accounts accounts, OpenSockets sockets) {
        this.wall = wall;
        this.accounts = accounts;
        this.sockets = sockets;
    }

    @OnOpen
    void opened(WebSocketConnection connection) {
        sockets.opened(connection, () -> wall.shows(connection.id()));
    }

    @OnClose
    void closed(WebSocketConnection connection) {
        sockets.closed(connection.id());
        wall.leave(connection.id());
    }

    @OnError
    void failed(Throwable fault, WebSocketConnection connection) {
        sockets.of(connection).failed(fault);
    }

    @OnPongMessage
    @NonBlocking
    void lives(Buffer pong, WebSocketConnection connection) {
        sockets.heard(connection.id());
    }

    @OnTextMessage
    @Blocking
    void received(String raw, WebSocketConnection connection) {
        sockets.heard(connection.id());
        OpenSocket socket = sockets.of(connection);
        try {
            Frame frame = Frame.parse(raw);
            switch (frame.type()) {
                case "ping" -> socket.send(Frame.of("pong"));
                case "hello" -> hello(frame, socket, connection);
                default -> throw new Problem(Code.UNKNOWN_TYPE, "There is no frame of this type.");
            }
        } catch (RuntimeException fault) {
            socket.send(Frame.problem(Faults.asProblem(fault), null));
            if (Database.isAway(fault)) {
                socket.close(OpenSocket.TRY_AGAIN_LATER, "Come back in a moment.");
            }
        }
    }

    /** With a token, or with the cookie of a page of our own. */
    private void hello(Frame frame, OpenSocket socket, WebSocketConnection connection) {
        String token = SessionCookie.tokenOf(frame.textOrNull("token"), UpgradeSocket.cookiesOf(connection));
        if (accounts.signedIn(token).isEmpty()) {
            socket.refuse("Sign in first.");
            return;
        }
        wall.enter(connection.id(), socket, token);
        if (!connection.isOpen()) {
            wall.leave(connection.id());
        }
    }
}
