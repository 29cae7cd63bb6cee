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

    private static final Map<String, Page> PAGES = Map.ofEntries(
            Map.entry("desk", new Page("Desk · Ramah", "ramah-desk", "desk")),
            Map.entry("login", new Page("Sign in · Ramah", "ramah-login", "desk")),
            Map.entry("join", new Page("Join · Ramah", "ramah-join", "desk")),
            Map.entry("insight", new Page("How it went · Ramah", "ramah-insight", "insight")),
            Map.entry("wall", new Page("Now · Ramah", "ramah-wall", "insight")),
            Map.entry("loyalty", new Page("Do they come back? · Ramah", "ramah-loyalty", "insight")),
            Map.entry("my-work", new Page("My work · Ramah", "ramah-my-work", "insight")),
            Map.entry("practice", new Page("Practice · Ramah", "ramah-practice", "practice")),
            Map.entry("follow-ups", new Page("Follow-ups · Ramah", "ramah-follow-ups", "insight")),
            Map.entry("themes", new Page("Themes · Ramah", "ramah-themes", "insight")),
            Map.entry("articles", new Page("Articles · Ramah", "ramah-articles", "insight")),
            Map.entry("replies", new Page("Replies · Ramah", "ramah-replies", "insight")),
            Map.entry("people", new Page("People · Ramah", "ramah-people", "insight")),
            Map.entry("customers", new Page("Customers · Ramah", "ramah-customers", "insight")),
            Map.entry("settings", new Page("Settings · Ramah", "ramah-settings", "insight")));

    private final Pages pages;

    PagesResource(Pages pages) {
        this.pages = pages;
    }

    @GET
    @Path(
            "{page:desk|login|join|insight|loyalty|wall|my-work|practice|follow-ups|themes|articles|replies|people|customers|settings}")
    public String page(@PathParam("page") String page) {
        return pages.document(Objects.requireNonNull(PAGES.get(page)));
    }

    /** The widget, at the one address that shops write into their pages: asked for again each time, sent when it is new. */
    @GET
    @Path("widget.js")
    @Produces("text/javascript;charset=UTF-8")
    public Response widget(@HeaderParam("If-None-Match") @Nullable String known) {
        return script(pages.standalone("widget"), known);
    }

    /** What the widget says in one language: it loads the one that its visitor reads. */
    @GET
    @Path("widget/{language:ar|de|en|es|fr|id|nl|pt}.js")
    @Produces("text/javascript;charset=UTF-8")
    public Response words(
            @PathParam("language") String language, @HeaderParam("If-None-Match") @Nullable String known) {
        return script(pages.words(language), known);
    }

    /** A survey as the customer sees it: the widget loads it when there is one. */
    @GET
    @Path("widget/form.js")
    @Produces("text/javascript;charset=UTF-8")
    public Response form(@HeaderParam("If-None-Match") @Nullable String known) {
        return script(pages.form(), known);
    }

    /** What everybody who opens the chat is told: the widget loads it when there is something. */
    @GET
    @Path("widget/news.js")
    @Produces("text/javascript;charset=UTF-8")
    public Response news(@HeaderParam("If-None-Match") @Nullable String known) {
        return script(pages.news(), known);
    }

    private static Response script(String script, @Nullable String known) {
        String tag = '"' + Digests.sha256(script).substring(0, 16) + '"';
        Response.ResponseBuilder answer = tag.equals(known) ? Response.notModified() : Response.ok(script);
        return answer.header("ETag", tag)
                .header("Cache-Control", "no-cache")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }
}
