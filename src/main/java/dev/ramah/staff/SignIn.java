package dev.ramah.staff;

import dev.ramah.platform.Origins;
import dev.ramah.platform.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds staff's token in a request: after {@code Bearer}, or else in the cookie. An unknown token means that nobody is
 * signed in, not that the request is wrong: customers send theirs in the same header.
 */
@ApplicationScoped
class SignIn implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Origins origins;

    SignIn(Origins origins) {
        this.origins = origins;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext http, IdentityProviderManager providers) {
        HttpServerRequest request = http.request();
        Optional<String> bearer = bearer(request);
        if (bearer.isEmpty() && cookie(request).isPresent() && writes(request) && !isOurs(request)) {
            return Uni.createFrom()
                    .failure(Problem.forbidden("With the cookie, changes can only come from our own pages."));
        }
        return bearer.or(() -> cookie(request))
                .map(token -> providers
                        .authenticate(new TokenRequest(token))
                        .onFailure(AuthenticationFailedException.class)
                        .recoverWithNull())
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    /** The token that came with this request, wherever it was. */
    static Optional<String> token(HttpServerRequest request) {
        return bearer(request).or(() -> cookie(request));
    }

    private static Optional<String> bearer(HttpServerRequest request) {
        @Nullable String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static Optional<String> cookie(HttpServerRequest request) {
        return SessionCookie.tokenIn(request.getHeader("Cookie"));
    }

    private static boolean writes(HttpServerRequest request) {
        return !READS.contains(request.method());
    }

    private boolean isOurs(HttpServerRequest request) {
        @Nullable String origin = request.getHeader("Origin");
        return origin == null
                ? "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                : origins.isOurs(origin, request.getHeader("Host"));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext http) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenRequest.class);
    }
}
