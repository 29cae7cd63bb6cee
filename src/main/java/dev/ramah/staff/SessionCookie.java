package dev.ramah.staff;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cookie that staff's browsers carry: no script reads it, and no other site's page makes them send it. */
public final class SessionCookie {

    static final String NAME = "ramah_session";

    private SessionCookie() {}

    /** The token in a Cookie header, for whoever has only headers, as sockets do. */
    static Optional<String> tokenIn(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        for (String each : header.split(";", -1)) {
            String pair = each.strip();
            if (pair.startsWith(NAME + "=")) {
                return Optional.of(pair.substring(NAME.length() + 1)).filter(token -> !token.isEmpty());
            }
        }
        return Optional.empty();
    }

    /** The token that a hello tells, else the one in the cookies that came with the handshake; empty for none. */
    public static String tokenOf(@Nullable String told, String cookies) {
        return Optional.ofNullable(told).or(() -> tokenIn(cookies)).orElse("");
    }

    static void set(HttpServerRequest request, SignedIn in, Instant now) {
        put(request, in.token(), Duration.between(now, in.expires()));
    }

    static void clear(HttpServerRequest request) {
        put(request, "", Duration.ZERO);
    }

    private static void put(HttpServerRequest request, String value, Duration age) {
        request.response()
                .addCookie(Cookie.cookie(NAME, value)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure("https".equals(request.scheme()))
                        .setSameSite(CookieSameSite.STRICT)
                        .setMaxAge(age.toSeconds()));
    }
}
