package dev.ramah.knowledge;

import dev.ramah.platform.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One article for customers, who open it beside the bot's answer. */
@Path("/api/help")
@PermitAll
class HelpResource {

    private final Articles articles;

    HelpResource(Articles articles) {
        this.articles = articles;
    }

    /** {@code html} is safe to be set as inner HTML. */
    record Help(String article, String title, String language, String html) {}

    @GET
    @Path("{article:.+}")
    public Help read(@RestPath String article, @RestQuery @Nullable String language) {
        return articles.find(article, Draft.language(language))
                .map(it -> new Help(it.key, it.title, it.language, Markdown.html(it.body)))
                .orElseThrow(() -> Problem.notFound("There is no such article."));
    }
}
