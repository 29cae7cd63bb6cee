package dev.ramah.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which pages a browser's request may come from (its {@code Origin}, RFC 6454). A request without one comes from no
 * page: it is not ours, and whether it may pass depends on what else it shows.
 */
@ApplicationScoped
public class Origins {

    private final Set<String> listed;

    Origins(@ConfigProperty(name = "ramah.origins") Optional<Set<String>> listed) {
        this.listed = listed.orElse(Set.of()).stream().map(Origins::normal).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the page is one of our own; {@code host} is the request's Host, with its port if it has one. */
    public boolean isOurs(@Nullable String origin, @Nullable String host) {
        if (origin == null || host == null) {
            return false;
        }
        // The scheme isn't compared: behind a proxy that ends TLS we see http where the browser sees https.
        String scheme = origin.startsWith("https:") ? "https" : "http";
        return normal(origin).equals(normal(scheme + "://" + host));
    }

    /** Whether the page is our own or one of {@code ramah.origins}, so that the widget on it may talk to us. */
    public boolean mayCarryWidget(@Nullable String origin, @Nullable String host) {
        return origin != null && (isOurs(origin, host) || listed.contains(normal(origin)));
    }

    private static String normal(String origin) {
        String lower = origin.strip().toLowerCase(Locale.ROOT);
        try {
            URI uri = URI.create(lower);
            boolean usual = uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
            String port = uri.getPort() == -1 || usual ? "" : ":" + uri.getPort();
            return uri.getHost() == null ? lower : uri.getScheme() + "://" + uri.getHost() + port;
        } catch (IllegalArgumentException e) {
            return lower;
        }
    }
}
