package dev.ramah.platform;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets browsers open a socket only from pages that may: the same-origin policy does not cover websockets. A
 * request without an origin comes from no browser; it has to show a token in its first frame like all others,
 * and the desk takes no cookie from it.
 */
@ApplicationScoped
public class UpgradeSocket implements HttpUpgradeCheck {

    private static final TypedKey<String> ADDRESS = TypedKey.forString("address");
    private static final TypedKey<Boolean> OURS = TypedKey.forBoolean("ours");
    private static final TypedKey<Runnable> BREAK = new TypedKey<>("break");
    private static final TypedKey<String> COOKIES = TypedKey.forString("cookies");

    private static final int UNAVAILABLE = 503;

    private final Origins origins;
    private final OpenSockets sockets;

    UpgradeSocket(Origins origins, OpenSockets sockets) {
        this.origins = origins;
        this.sockets = sockets;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        if (!sockets.isOpen()) {
            return CheckResult.rejectUpgrade(UNAVAILABLE);
        }
        HttpServerRequest request = context.httpRequest();
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        boolean ours = origins.isOurs(origin, host);
        boolean allowed =
                origin == null || ours || ("/ws/chat".equals(request.path()) && origins.mayCarryWidget(origin, host));
        context.userData().put(ADDRESS, Address.of(request));
        context.userData().put(OURS, ours);
        String cookies = request.getHeader("Cookie");
        context.userData().put(COOKIES, cookies == null ? "" : cookies);
        if (!allowed) {
            return CheckResult.rejectUpgrade(403);
        }
        context.userData().put(BREAK, FrameGuard.stand(request));
        return CheckResult.permitUpgrade();
    }

    /** The network address that this connection came from. */
    public static String addressOf(WebSocketConnection connection) {
        return String.valueOf(connection.userData().get(ADDRESS));
    }

    /** Breaks the connection at once, whatever waits to be sent over it. */
    static void breakOff(WebSocketConnection connection) {
        Runnable breaks = connection.userData().get(BREAK);
        if (breaks != null) {
            breaks.run();
        }
    }

    /** The cookies that came with the handshake, if a page of our own made it; otherwise nothing. */
    public static String cookiesOf(WebSocketConnection connection) {
        boolean ours = Boolean.TRUE.equals(connection.userData().get(OURS));
        return ours ? String.valueOf(connection.userData().get(COOKIES)) : "";
    }
}
