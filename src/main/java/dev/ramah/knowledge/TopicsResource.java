package dev.ramah.knowledge;

import dev.ramah.platform.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which topics need a person. An article's tags are its topics. */
@Path("/api/topics")
@RolesAllowed("agent")
class TopicsResource {

    private static final int MOST = 1_000;

    private final Articles articles;

    TopicsResource(Articles articles) {
        this.articles = articles;
    }

    record Line(@Nullable String tag, boolean needsPerson) {}

    @GET
    public List<Line> list() {
        return articles.topics().entrySet().stream()
                .map(each -> new Line(each.getKey(), each.getValue()))
                .toList();
    }

    @PUT
    @RolesAllowed("manager")
    public List<Line> decide(List<Line> lines) {
        Map<String, Boolean> decided = new LinkedHashMap<>();
        for (Line line : lines) {
            String tag = line.tag() == null ? "" : line.tag().strip();
            if (tag.isEmpty() || tag.length() > Draft.TAG || tag.indexOf('\0') >= 0 || decided.size() == MOST) {
                throw Problem.invalid("tag is missing, too long, or there are too many");
            }
            decided.put(tag, line.needsPerson());
        }
        articles.decide(decided);
        return list();
    }
}
