package dev.ramah.platform;

import dev.ramah.platform.Pages.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The addresses of the pages. They hold nothing of anybody: what they show they ask for, with the right to it. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class PagesResource {

    private static final Map<String, Page> PAGES = Map.of(
            "desk", new Page("Desk · Ramah", "ramah-desk", "desk"),
            "login", new Page("Sign in · Ramah", "ramah-login", "desk"),
            "join", new Page("Join · Ramah", "ramah-join", "desk"),
            "insight", new Page("How it went · Ramah", "ramah-insight", "insight"),
            "articles", new Page("Articles · Ramah", "ramah-articles", "insight"),
            "people", new Page("People · Ramah", "ramah-people", "insight"),
            "customers", new Page("Customers · Ramah", "ramah-customers", "insight"));

    private final Pages pages;

    PagesResource(Pages pages) {
        this.pages = pages;
    }

    @GET
    @Path("{page:desk|login|join|insight|articles|people|customers}")
    public String page(@PathParam("page") String page) {
        return pages.document(Objects.requireNonNull(PAGES.get(page)));
    }

    /** The widget, at the one address that shops write into their pages: asked for again each time, sent when it is new. */
    @GET
    @Path("widget.js")
    @Produces("text/javascript;charset=UTF-8")
    public Response widget(@HeaderParam("If-None-Match") @Nullable String known) {
        String script = pages.standalone("widget");
        String tag = '"' + Digests.sha256(script).substring(0, 16) + '"';
        Response.ResponseBuilder answer = tag.equals(known) ? Response.notModified() : Response.ok(script);
        return answer.header("ETag", tag)
                .header("Cache-Control", "no-cache")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }
}
