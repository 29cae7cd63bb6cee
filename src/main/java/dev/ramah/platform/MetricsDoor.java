package dev.ramah.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who may read the metrics: whoever shows the token that is set for it; without one, only this machine itself. They
 * tell how a business is doing, and share their port with its customers. Everyone else is told that there is nothing.
 */
@Singleton
class MetricsDoor {

    private static final String PATH = "/q/metrics";

    /** Before anything that would answer. */
    private static final int PRIORITY = Cors.PRIORITY + 2;

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Set<String> LOOPBACK_6 = Set.of("::1", "0:0:0:0:0:0:0:1");

    private static final List<String> PASSED_ON = List.of("X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "Via");

    private final Optional<String> token;

    MetricsDoor(@ConfigProperty(name = "ramah.metrics-token") Optional<String> token) {
        this.token = token.filter(each -> !each.isBlank());
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext http) {
        HttpServerRequest request = http.request();
        boolean isOurs = http.normalizedPath().startsWith(PATH);
        SocketAddress peer = request.connection().remoteAddress();
        if (!isOurs || mayRead(peer == null ? null : peer.hostAddress(), request.headers())) {
            http.next();
        } else {
            http.response().setStatusCode(404).end();
        }
    }

    boolean mayRead(@Nullable String peer, MultiMap headers) {
        return token.map(expected -> shows(expected, headers)).orElseGet(() -> isThisMachine(peer, headers));
    }

    private static boolean shows(String expected, MultiMap headers) {
        String shown = String.valueOf(headers.get("Authorization"));
        return MessageDigest.isEqual(
                ("Bearer " + expected).getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A proxy beside us also comes from this machine. It asks under our public name, as the desk needs it to, or says
     * for whom it asks.
     */
    private static boolean isThisMachine(@Nullable String peer, MultiMap headers) {
        String name = String.valueOf(headers.get("Host")).replaceAll(":\\d+$", "");
        return peer != null
                && (peer.startsWith("127.") || LOOPBACK_6.contains(peer))
                && THIS_MACHINE.contains(name)
                && PASSED_ON.stream().noneMatch(headers::contains);
    }
}
