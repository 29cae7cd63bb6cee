package dev.ramah.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Lets the widget on other sites reach its own calls and nothing else. No cookie crosses: the widget
 * carries its token itself, and staff's calls are never shared.
 */
@Singleton
class Cors {

    static final int PRIORITY = 900;

    private static final Set<String> PATHS = Set.of("/widget.js", "/api/widget", "/api/conversations");
    private static final List<String> FOLDERS = List.of("/widget/", "/api/customer/", "/api/help/");

    private final Origins origins;

    Cors(Origins origins) {
        this.origins = origins;
    }

    void register(@Observes Filters filters) {
        filters.register(this::share, PRIORITY);
    }

    private void share(RoutingContext http) {
        if (!isWidgets(http.normalizedPath())) {
            http.next();
            return;
        }
        HttpServerResponse response = http.response();
        response.headers().add("Vary", "Origin");
        String origin = http.request().getHeader("Origin");
        boolean allowed = origins.mayCarryWidget(origin, http.request().getHeader("Host"));
        if (allowed) {
            response.putHeader("Access-Control-Allow-Origin", origin);
            response.putHeader("Access-Control-Expose-Headers", "Retry-After");
        }
        if (isPreflight(http)) {
            response.putHeader("Access-Control-Allow-Methods", "GET, POST, DELETE");
            response.putHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
            response.putHeader("Access-Control-Max-Age", "600");
            response.setStatusCode(allowed ? 204 : 403).end();
        } else {
            http.next();
        }
    }

    static boolean isWidgets(String path) {
        return PATHS.contains(path)
                || Bodies.WITH_A_FILE.matcher(path).matches()
                || FOLDERS.stream().anyMatch(path::startsWith);
    }

    private static boolean isPreflight(RoutingContext http) {
        return HttpMethod.OPTIONS.equals(http.request().method())
                && http.request().getHeader("Access-Control-Request-Method") != null;
    }
}
