package dev.ramah.knowledge;

import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the help articles are in a test; cleared by those that need the shelves for themselves. */
@Singleton
public class Shelves {

    private final Articles articles;
    private final Library library;

    Shelves(Articles articles, Library library) {
        this.articles = articles;
        this.library = library;
    }

    /** Deletes every article. */
    @Transactional
    public void empty() {
        Article.<Article>list("not deleted").forEach(each -> articles.delete(each.key, each.language));
    }

    /** Whether every article can be found by its meaning. */
    public boolean embedded() {
        return library.embedded();
    }

    /** An English article whose title is the question that it answers. */
    public void hold(String article, String title, String body) {
        hold(new JsonObject()
                .put("id", article)
                .put("title", title)
                .put("language", "en")
                .put("body", body)
                .put("questions", List.of(title))
                .encode());
    }

    /** These articles, as for the import: a JSON object a line. */
    public void hold(String lines) {
        articles.importLines(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether all has been learned from the newest articles. */
    public boolean ready() {
        return library.trained();
    }
}
