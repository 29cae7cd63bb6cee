package dev.ramah.knowledge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** Articles that wait for approval, for those who may give it. */
@Path("/api/drafts")
@RolesAllowed("manager")
class ProposalsResource {

    // An article below this says something else; of those above it a person decides.
    private static final double SIMILAR = 0.4;

    private final Proposals proposals;
    private final Library library;

    ProposalsResource(Proposals proposals, Library library) {
        this.proposals = proposals;
        this.library = library;
    }

    record Line(long draft, String title, String language, Instant madeAt, String madeBy) {}

    /** An article that may say the same already; {@code confidence} is that of its answering the draft's title. */
    record Similar(String article, String title, double confidence) {}

    record Waiting(long draft, ArticlesResource.Text text, Instant madeAt, String madeBy, List<Similar> similar) {}

    record Published(String article, String language) {}

    @GET
    public List<Line> list() {
        return proposals.all().stream()
                .map(each ->
                        new Line(each.id == null ? 0 : each.id, each.title, each.language, each.madeAt, each.madeBy))
                .toList();
    }

    @GET
    @Path("{draft}")
    public Waiting read(@RestPath long draft) {
        return waiting(draft, proposals.find(draft));
    }

    @PUT
    @Path("{draft}")
    public Waiting write(@RestPath long draft, ArticlesResource.Text text) {
        return waiting(draft, proposals.write(draft, proposals.changed(proposals.find(draft), text)));
    }

    @DELETE
    @Path("{draft}")
    public void discard(@RestPath long draft) {
        proposals.discard(draft);
    }

    @POST
    @Path("{draft}/publish")
    public Published publish(@RestPath long draft) {
        return published(proposals.publish(draft));
    }

    @POST
    @Path("{draft}/join/{article:.+}")
    public Published join(@RestPath long draft, @RestPath String article) {
        return published(proposals.join(draft, article));
    }

    private static Published published(Article article) {
        return new Published(article.key, article.language);
    }

    private Waiting waiting(long number, Proposal it) {
        ArticlesResource.Text text = new ArticlesResource.Text(
                it.key,
                it.title,
                it.body,
                List.copyOf(it.questions),
                List.copyOf(it.tags),
                it.language,
                it.madeAt,
                null);
        return new Waiting(number, text, it.madeAt, it.madeBy, similar(it));
    }

    private List<Similar> similar(Proposal it) {
        return library.search(it.title, it.language).matches().stream()
                .filter(each -> each.language().equals(it.language) && each.confidence() >= SIMILAR)
                .map(each -> new Similar(each.article(), each.title(), each.confidence()))
                .toList();
    }
}
