package dev.ramah.staff;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What a one-time link opens: choosing a password. */
@Path("/api/join/{token}")
@PermitAll
class JoinResource {

    record Choice(
            @Nullable @Size(max = 100) String name,
            @Nullable @Size(max = 254) String email,
            @NotNull @Size(min = Passwords.SHORTEST_CHOSEN, max = 200) String password) {}

    private final Links links;
    private final Clock clock;

    JoinResource(Links links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    @GET
    public Links.Opened open(@PathParam("token") String token) {
        return links.open(token);
    }

    @POST
    public SignedIn join(@PathParam("token") String token, @NotNull @Valid Choice choice, HttpServerRequest request) {
        SignedIn in = links.use(token, choice.name(), choice.email(), choice.password());
        SessionCookie.set(request, in, clock.instant());
        return in;
    }
}
