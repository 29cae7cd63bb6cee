package dev.ramah.staff;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Tells Quarkus who is behind a token and which roles they have. */
@ApplicationScoped
class Identities implements IdentityProvider<TokenRequest> {

    private final Accounts accounts;

    Identities(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Class<TokenRequest> getRequestType() {
        return TokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request.token));
    }

    private @Nullable SecurityIdentity identity(String token) {
        return accounts.signedIn(token).map(Identities::of).orElse(null);
    }

    private static SecurityIdentity of(Colleague colleague) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(colleague.email()))
                .addRoles(colleague.role().included())
                .addAttribute(Colleague.ATTRIBUTE, colleague)
                .build();
    }
}
