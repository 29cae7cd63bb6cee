package dev.ramah.bot;

import dev.ramah.knowledge.Draft;
import dev.ramah.knowledge.Proposals;
import dev.ramah.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The test bench: what the bot should know, and whether it does. */
@Path("/api/bench")
@RolesAllowed("manager")
class BenchResource {

    private final Probes probes;
    private final Bench bench;
    private final Proposals proposals;

    BenchResource(Probes probes, Bench bench, Proposals proposals) {
        this.probes = probes;
        this.bench = bench;
        this.proposals = proposals;
    }

    /** {@code article} null: the question is a person's. {@code result} null: it was not asked yet. */
    record Row(long question, String text, String language, @Nullable String article, Probes.@Nullable Result result) {}

    record Question(@Nullable String text, @Nullable String language, @Nullable String article) {}

    record Broken(List<Bench.Broken> breaks) {}

    /** An article as the editor sends it. */
    record Text(
            @Nullable String article,
            @Nullable String title,
            @Nullable String body,
            @Nullable List<@Nullable String> questions,
            @Nullable List<@Nullable String> tags,
            @Nullable String language) {}

    @GET
    public List<Row> list(@RestQuery @DefaultValue("false") boolean drafts) {
        Map<Long, Probes.Result> results = probes.results(drafts);
        return probes.all().stream()
                .map(each -> new Row(each.number(), each.text, each.language, each.article, results.get(each.number())))
                .toList();
    }

    /** Adds these, or decides anew what they should get. */
    @POST
    public List<Row> put(List<Question> questions) {
        if (questions.size() > Probes.MOST) {
            throw Problem.invalid("More than " + Probes.MOST + " questions at once.");
        }
        for (Question each : questions) {
            String article = each.article() == null || each.article().isBlank()
                    ? null
                    : each.article().strip();
            probes.put(
                    each.text() == null ? "" : each.text(),
                    each.language() == null || each.language().isBlank() ? "en" : each.language(),
                    article);
        }
        return list(false);
    }

    @DELETE
    @Path("{question}")
    public void remove(@RestPath long question) {
        probes.remove(question);
    }

    /** Asks all; {@code drafts}: as if the drafts that wait were published. */
    @POST
    @Path("run")
    public List<Row> run(@RestQuery @DefaultValue("false") boolean drafts) {
        bench.run(drafts);
        return list(drafts);
    }

    /** What would no longer pass if this article were published as it is here. */
    @POST
    @Path("check")
    public Broken check(Text text) {
        return new Broken(bench.brokenBy(
                Draft.of(text.article(), text.language(), text.title(), text.body(), text.questions(), text.tags())));
    }

    @POST
    @Path("check/{draft}")
    public Broken check(@RestPath long draft) {
        return new Broken(bench.brokenBy(proposals.draft(draft)));
    }
}
