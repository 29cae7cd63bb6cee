package dev.ramah.world;

import dev.ramah.platform.Digests;
import dev.ramah.platform.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What the sample shop's own server would sign for a customer who is signed in there. */
@Path("/api/demo/identity")
@PermitAll
class IdentityResource {

    private static final Duration SIGNED_FOR = Duration.ofHours(1);

    private static final Map<String, String> NAMES = Map.of("sari", "Sari Wulandari", "tom", "Tom Baker");

    private final World world;
    private final Optional<String> secret;
    private final Clock clock;

    IdentityResource(World world, @ConfigProperty(name = "ramah.site-secret") Optional<String> secret, Clock clock) {
        this.world = world;
        this.secret = secret;
        this.clock = clock;
    }

    record Signed(String id, long exp, String hash, String name, String email) {}

    @GET
    public Signed identity(@QueryParam("as") @Nullable String as) {
        world.require();
        if (as == null || !NAMES.containsKey(as)) {
            throw Problem.notFound("The sample world has sari and tom.");
        }
        long exp = clock.instant().plus(SIGNED_FOR).getEpochSecond();
        String hash = Digests.hmacSha256(secret.orElseThrow(), as + "." + exp);
        return new Signed(as, exp, hash, NAMES.getOrDefault(as, as), as + "@example.com");
    }
}
