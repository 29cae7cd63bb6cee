package dev.ramah.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses large bodies before they are read; only articles, files that people send and what a shop tells at once have
 * reason to be large.
 */
@Singleton
public class Bodies {

    private static final long MOST_BYTES = 64 * 1024;

    /** What a phone's photo or a scanned page has; the attachments say no at the same size to whoever sends no length. */
    public static final int MOST_BYTES_OF_A_FILE = 10 * 1024 * 1024;

    /** Where customers' and staff's files go. */
    static final Pattern WITH_A_FILE = Pattern.compile("/api/conversations/[0-9a-fA-F-]{36}/attachments");

    private static final List<String> LARGE =
            List.of("/api/articles", "/api/drafts", "/api/gaps", "/api/bench", "/api/customers/events");

    void register(@Observes Filters filters) {
        filters.register(this::check, Cors.PRIORITY - 1);
    }

    private void check(RoutingContext http) {
        String path = http.normalizedPath();
        long most = most(path);
        if (length(http.request().getHeader("Content-Length")) > most) {
            http.response()
                    .setStatusCode(413)
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Connection", "close")
                    .end(ProblemJson.tooLarge(most));
        } else {
            http.next();
        }
    }

    private static long most(String path) {
        if (!path.startsWith("/api/") || LARGE.stream().anyMatch(path::startsWith)) {
            return Long.MAX_VALUE;
        }
        return WITH_A_FILE.matcher(path).matches() ? MOST_BYTES_OF_A_FILE : MOST_BYTES;
    }

    private static long length(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
