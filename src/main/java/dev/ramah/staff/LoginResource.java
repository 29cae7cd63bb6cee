package dev.ramah.staff;

import dev.ramah.platform.Address;
import dev.ramah.platform.Limit;
import dev.ramah.platform.Limits;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** Signing in and out. */
@Path("/api")
class LoginResource {

    record Credentials(@NotBlank @Size(max = 254) String email, @NotBlank @Size(max = 200) String password) {}

    record Forgotten(@NotBlank @Size(max = 254) String email) {}

    private final Accounts accounts;
    private final Limits limits;
    private final Clock clock;
    private final SecurityIdentity identity;

    LoginResource(Accounts accounts, Limits limits, Clock clock, SecurityIdentity identity) {
        this.accounts = accounts;
        this.limits = limits;
        this.clock = clock;
        this.identity = identity;
    }

    @POST
    @Path("/login")
    @PermitAll
    public SignedIn login(@NotNull @Valid Credentials credentials, HttpServerRequest request) {
        String address = Address.of(request);
        String both = Account.normal(credentials.email()) + " " + address;
        limits.check(Limit.LOGINS_OF_ADDRESS, address);
        limits.check(Limit.LOGINS, both);
        SignedIn in = accounts.login(credentials.email(), credentials.password());
        limits.forgive(Limit.LOGINS, both);
        SessionCookie.set(request, in, clock.instant());
        return in;
    }

    @POST
    @Path("/logout")
    @RolesAllowed("agent")
    public void logout(HttpServerRequest request) {
        SignIn.token(request).ifPresent(accounts::logout);
        SessionCookie.clear(request);
    }

    @GET
    @Path("/me")
    @RolesAllowed("agent")
    public Colleague me() {
        return Colleague.of(identity);
    }

    /** Says the same for every e-mail. */
    @POST
    @Path("/forgot")
    @PermitAll
    public Response forgot(@NotNull @Valid Forgotten forgotten, HttpServerRequest request) {
        limits.check(Limit.LOGINS, "forgot " + Address.of(request));
        accounts.forgot(forgotten.email());
        return Response.accepted().build();
    }
}
