package dev.ramah.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells browsers to trust a page with no more than it needs, whatever ends up in it. */
@Singleton
class Headers {

    /** 'self' covers the sockets of the same origin too (Content Security Policy 3, matching of the scheme part). */
    static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            // What somebody is about to send is shown from the page's own memory.
            "img-src 'self' data: blob:",
            "media-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    void register(@Observes Filters filters) {
        filters.register(this::add, Cors.PRIORITY + 1);
    }

    private void add(RoutingContext http) {
        MultiMap headers = http.response().headers();
        String path = http.normalizedPath();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        // Quarkus's own pages under /q have scripts inside them.
        if (!path.startsWith("/q/")) {
            headers.set("Content-Security-Policy", POLICY);
            headers.set("X-Frame-Options", "DENY");
        }
        if (path.startsWith("/api/")) {
            headers.set("Cache-Control", "no-store");
        }
        http.next();
    }
}
