package dev.ramah.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The addresses of the pages. They hold nothing of anybody: what they show they ask for, with the right to it. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class PagesResource {

    private final Pages pages;

    PagesResource(Pages pages) {
        this.pages = pages;
    }

    @GET
    @Path("desk")
    public String desk() {
        return pages.page("desk/desk.html", "desk");
    }

    @GET
    @Path("login")
    public String login() {
        return pages.page("desk/login.html", "desk");
    }

    @GET
    @Path("join")
    public String join() {
        return pages.page("desk/join.html", "desk");
    }

    @GET
    @Path("insight")
    public String insight() {
        return pages.page("insight/insight.html", "insight");
    }

    @GET
    @Path("articles")
    public String articles() {
        return pages.page("insight/articles.html", "insight");
    }

    @GET
    @Path("people")
    public String people() {
        return pages.page("insight/people.html", "insight");
    }

    @GET
    @Path("customers")
    public String customers() {
        return pages.page("insight/customers.html", "insight");
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
