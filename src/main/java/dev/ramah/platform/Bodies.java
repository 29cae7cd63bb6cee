package dev.ramah.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses large bodies before they are read; only articles have reason to be large. */
@Singleton
class Bodies {

    private static final long MOST_BYTES = 64 * 1024;

    private static final List<String> WITH_ARTICLES =
            List.of("/api/articles", "/api/drafts", "/api/gaps", "/api/bench");

    void register(@Observes Filters filters) {
        filters.register(this::check, Cors.PRIORITY - 1);
    }

    private void check(RoutingContext http) {
        String path = http.normalizedPath();
        boolean small = path.startsWith("/api/") && WITH_ARTICLES.stream().noneMatch(path::startsWith);
        if (small && length(http.request().getHeader("Content-Length")) > MOST_BYTES) {
            http.response()
                    .setStatusCode(413)
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Connection", "close")
                    .end(ProblemJson.tooLarge(MOST_BYTES));
        } else {
            http.next();
        }
    }

    private static long length(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
