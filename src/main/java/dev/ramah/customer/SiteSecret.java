package dev.ramah.customer;

import dev.ramah.platform.Digests;
import dev.ramah.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What only the shop's server and we know. With it the shop vouches for its customers and tells us of them. */
@ApplicationScoped
class SiteSecret {

    private static final String BEARER = "Bearer ";

    private final Optional<String> secret;

    SiteSecret(@ConfigProperty(name = "ramah.site-secret") Optional<String> secret) {
        this.secret = secret.filter(each -> !each.isBlank());
    }

    /** Whether there is one. */
    boolean isSet() {
        return secret.isPresent();
    }

    /** @throws Problem FORBIDDEN unless the shop vouched for this identity and it hasn't expired */
    void checkIdentity(Identity identity, Instant now) {
        String right = Digests.hmacSha256(expect(), identity.id() + "." + identity.exp());
        if (!Digests.same(right, identity.hash().toLowerCase(Locale.ROOT))) {
            throw Problem.forbidden("The identity's hash is wrong.");
        }
        if (identity.exp() <= now.getEpochSecond()) {
            throw Problem.forbidden("The identity has expired. Reload the page to get a new one.");
        }
    }

    /** @throws Problem FORBIDDEN unless the header carries the secret */
    void checkKey(@Nullable String authorization) {
        String right = BEARER + expect();
        if (authorization == null || !Digests.same(right, authorization)) {
            throw Problem.forbidden("This call needs the site's secret: Authorization: Bearer <secret>.");
        }
    }

    private String expect() {
        return secret.orElseThrow(
                () -> Problem.forbidden("This site has no secret. Its administrator sets RAMAH_SITE_SECRET."));
    }
}
