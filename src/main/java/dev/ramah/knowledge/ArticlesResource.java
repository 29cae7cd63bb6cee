package dev.ramah.knowledge;

import dev.ramah.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The articles, for those who write them and those who read them at work. */
@Path("/api/articles")
@RolesAllowed("agent")
class ArticlesResource {

    private static final int LARGEST_PAGE = 200;

    private final Articles articles;
    private final Library library;
    private final WebPages pages;

    ArticlesResource(Articles articles, Library library, WebPages pages) {
        this.articles = articles;
        this.library = library;
        this.pages = pages;
    }

    @POST
    @Path("import")
    @Consumes({"application/x-ndjson", "application/jsonl", "application/json", "text/plain"})
    @RolesAllowed("manager")
    public Imported importLines(InputStream ndjson) {
        return articles.importLines(ndjson);
    }

    /** A folder of Markdown, HTML, CSV and lines of JSON. */
    @POST
    @Path("import")
    @Consumes({"application/zip", "application/x-zip-compressed"})
    @RolesAllowed("manager")
    public Imported importZip(InputStream zip, @RestQuery @Nullable String language) {
        try {
            return articles.importZip(zip, language);
        } catch (IOException e) {
            throw Problem.invalid("This zip can't be read.");
        }
    }

    @POST
    @Path("import")
    @Consumes("text/csv")
    @RolesAllowed("manager")
    public Imported importCsv(
            byte[] csv, @RestQuery @DefaultValue("articles.csv") String name, @RestQuery @Nullable String language) {
        return articles.importFile(name, csv, language);
    }

    /** {@code name} is the file's path, which the article's id is made of. */
    @POST
    @Path("import")
    @Consumes("text/markdown")
    @RolesAllowed("manager")
    public Imported importMarkdown(
            byte[] markdown, @RestQuery @DefaultValue("article.md") String name, @RestQuery @Nullable String language) {
        return articles.importFile(name, markdown, language);
    }

    @POST
    @Path("import")
    @Consumes("text/html")
    @RolesAllowed("manager")
    public Imported importHtml(
            byte[] html, @RestQuery @DefaultValue("page.html") String name, @RestQuery @Nullable String language) {
        return articles.importFile(name, html, language);
    }

    /** Pages by their addresses, a line each, read by this server from the hosts that administrators listed. */
    @POST
    @Path("import")
    @Consumes("text/uri-list")
    @RolesAllowed("manager")
    public Imported importPages(InputStream addresses, @RestQuery @Nullable String language) {
        return articles.importAll(pages.articles(addresses, language));
    }

    /** {@code waiting} are articles whose meaning is not known yet. {@code uncalibrated} are the languages with too few examples to calibrate on: shipped numbers serve there. */
    record Status(
            long articles,
            int waiting,
            boolean embedded,
            boolean trained,
            boolean calibrated,
            List<String> uncalibrated) {}

    @GET
    @Path("status")
    public Status status() {
        // Calibrating is the last step of training, so both are done at once.
        int waiting = library.waiting();
        boolean embedded = waiting == 0;
        boolean trained = library.trained();
        return new Status(articles.count(), waiting, embedded, trained, trained, library.uncalibrated());
    }

    record Line(String article, String title, String language, List<String> tags, Instant updatedAt, int questions) {}

    record Page(long total, List<Line> items) {}

    @GET
    public Page list(
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("") String language,
            @RestQuery @DefaultValue("") String tag,
            @RestQuery @DefaultValue("0") int page,
            @RestQuery @DefaultValue("50") int size) {
        Articles.Filter filter = new Articles.Filter(q.strip(), language, tag);
        int number = Math.min(Math.max(0, page), 100_000);
        Articles.Listed listed = articles.list(filter, number, Math.min(Math.max(1, size), LARGEST_PAGE));
        return new Page(
                listed.total(),
                listed.articles().stream().map(ArticlesResource::line).toList());
    }

    private static Line line(Article each) {
        return new Line(each.key, each.title, each.language, each.tags, each.updatedAt, each.questions.size());
    }

    /** As sent and as shown; {@code version} is what the editor loaded. */
    record Text(
            @Nullable String article,
            @Nullable String title,
            @Nullable String body,
            @Nullable List<@Nullable String> questions,
            @Nullable List<@Nullable String> tags,
            @Nullable String language,
            @Nullable Instant updatedAt,
            @Nullable Integer version) {

        static Text of(Article it) {
            return new Text(
                    it.key,
                    it.title,
                    it.body,
                    List.copyOf(it.questions),
                    List.copyOf(it.tags),
                    it.language,
                    it.updatedAt,
                    it.version);
        }

        Draft draft(@Nullable String key, @Nullable String inLanguage) {
            return Draft.of(key, inLanguage, title, body, questions, tags);
        }
    }

    @GET
    @Path("{article:.+}")
    public Text read(@RestPath String article, @RestQuery @Nullable String language) {
        return articles.exactly(article, Draft.language(language))
                .map(Text::of)
                .orElseThrow(() -> Problem.notFound("There is no such article in this language."));
    }

    @POST
    @RolesAllowed("manager")
    public Response create(Text text) {
        Article created = articles.create(text.draft(text.article(), text.language()));
        return Response.status(Response.Status.CREATED).entity(Text.of(created)).build();
    }

    @PUT
    @Path("{article:.+}")
    @RolesAllowed("manager")
    public Text write(@RestPath String article, @RestQuery @Nullable String language, Text text) {
        String inLanguage = language == null ? text.language() : language;
        return Text.of(articles.write(text.draft(article, inLanguage), text.version()));
    }

    @DELETE
    @Path("{article:.+}")
    @RolesAllowed("manager")
    public void delete(@RestPath String article, @RestQuery @Nullable String language) {
        articles.delete(article, Draft.language(language));
    }

    record Body(@Nullable String body) {}

    @POST
    @Path("preview")
    public Map<String, String> preview(Body markdown) {
        String body = markdown.body() == null ? "" : markdown.body();
        if (body.length() > Draft.BODY) {
            throw new Problem(Problem.Code.TOO_LONG, "body is longer than " + Draft.BODY + " characters");
        }
        return Map.of("html", Markdown.html(body));
    }
}
