package dev.ramah.world;

import dev.ramah.platform.Pages;
import dev.ramah.platform.Pages.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The first page, and the sample shop that carries the widget. */
@Path("/")
@PermitAll
class WorldResource {

    private static final Page HOME = new Page("Ramah · the sample world", "ramah-home", "home");
    private static final Page SHOP = new Page("Gayo Highland · Kopi Nusantara", "kopi-shop", "shop");
    private static final Page PRIVACY = new Page("Privacy · Kopi Nusantara", "ramah-privacy", "home");

    private final World world;
    private final Pages pages;

    WorldResource(World world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response first() {
        return world.isThere()
                ? Response.ok(pages.document(HOME)).build()
                : Response.seeOther(URI.create("/desk")).build();
    }

    @GET
    @Path("shop")
    @Produces(MediaType.TEXT_HTML)
    public String shop() {
        world.require();
        return pages.document(SHOP);
    }

    @GET
    @Path("privacy")
    @Produces(MediaType.TEXT_HTML)
    public String privacy() {
        world.require();
        return pages.document(PRIVACY);
    }
}
