package dev.ramah.platform;

import io.quarkiverse.web.bundler.runtime.Bundle;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Our pages: one small document for all, which names the bundle it runs and the element it shows. */
@Singleton
public class Pages {

    private final Bundle bundle;

    Pages(Bundle bundle) {
        this.bundle = bundle;
    }

    /** A page that draws one element of a bundle. */
    public record Page(String title, String element, String bundle) {}

    /** The document of a page; it is empty but for its element, and what that shows it asks for. */
    public String document(Page page) {
        return text("web/shared/page.html")
                .replace("{title}", page.title())
                .replace("{script}", bundle.script(page.bundle()))
                .replace("{element}", "<" + page.element() + "></" + page.element() + ">");
    }

    /** The script of a bundle as one that may run on anybody's page: nothing of it becomes a global name there. */
    public String standalone(String bundleKey) {
        String script = text("META-INF/resources" + bundle.script(bundleKey));
        return "(()=>{" + script + "\n})()\n";
    }

    /** What the widget says in a language, as a module. */
    public String words(String language) {
        return text("web/widget/words/" + language + ".js");
    }

    /** What the widget asks with when it is over, as a module. */
    public String form() {
        return text("web/widget/survey/form.js");
    }

    /** What the widget tells everybody, as a module. */
    public String news() {
        return text("web/widget/news/news.js");
    }

    private static String text(String resource) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (@Nullable InputStream stream = loader.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The build left out " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
