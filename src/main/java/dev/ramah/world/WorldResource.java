package dev.ramah.world;

import dev.ramah.platform.Digests;
import dev.ramah.platform.Pages;
import dev.ramah.platform.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The first page, and the sample shop that carries the widget. */
@Path("/")
@PermitAll
class WorldResource {

    private static final Duration SIGNED_FOR = Duration.ofHours(1);

    private final World world;
    private final Pages pages;
    private final Optional<String> secret;
    private final Clock clock;

    WorldResource(
            World world,
            Pages pages,
            @ConfigProperty(name = "ramah.site-secret") Optional<String> secret,
            Clock clock) {
        this.world = world;
        this.pages = pages;
        this.secret = secret;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response first() {
        return world.isThere()
                ? Response.ok(pages.page("home/home.html", "home")).build()
                : Response.seeOther(URI.create("/desk")).build();
    }

    @GET
    @Path("shop")
    @Produces(MediaType.TEXT_HTML)
    public String shop() {
        requireWorld();
        return pages.page("shop/shop.html", "shop");
    }

    @GET
    @Path("privacy")
    @Produces(MediaType.TEXT_HTML)
    public String privacy() {
        requireWorld();
        return pages.page("home/privacy.html", "home");
    }

    record Signed(String id, long exp, String hash, String name, String email) {}

    /** What the sample shop's own server would sign for a customer who is signed in there. */
    @GET
    @Path("api/demo/identity")
    @Produces(MediaType.APPLICATION_JSON)
    public Signed identity(@QueryParam("as") @Nullable String as) {
        requireWorld();
        Map<String, String> names = Map.of("sari", "Sari Wulandari", "tom", "Tom Baker");
        if (as == null || !names.containsKey(as)) {
            throw Problem.notFound("The sample world has sari and tom.");
        }
        long exp = clock.instant().plus(SIGNED_FOR).getEpochSecond();
        String hash = Digests.hmacSha256(secret.orElseThrow(), as + "." + exp);
        return new Signed(as, exp, hash, names.get(as), as + "@example.com");
    }

    private void requireWorld() {
        if (!world.isThere()) {
            throw Problem.notFound("There is nothing at this address.");
        }
    }
}
