package dev.ramah.knowledge;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** Clears the shelves between tests that need them for themselves. */
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

    /** Whether every article can be found by its meaning, and confidences are calibrated. */
    public boolean ready() {
        return library.calibrated();
    }
}
