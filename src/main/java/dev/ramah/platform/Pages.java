package dev.ramah.platform;

import io.quarkiverse.web.bundler.runtime.Bundle;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Our pages: each is a small document of {@code web/} that names the bundle it runs. */
@Singleton
public class Pages {

    private final Bundle bundle;

    Pages(Bundle bundle) {
        this.bundle = bundle;
    }

    /** The document at this place under {@code web/}, with the address of its bundle filled in. */
    public String page(String document, String bundleKey) {
        String script = "<script type=\"module\" src=\"" + bundle.script(bundleKey) + "\"></script>";
        return text("web/" + document).replace("<!-- bundle:" + bundleKey + " -->", script);
    }

    /** The script of a bundle as one that may run on anybody's page: nothing of it becomes a global name there. */
    public String standalone(String bundleKey) {
        String script = text("META-INF/resources" + bundle.script(bundleKey));
        return "(()=>{" + script + "\n})()\n";
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
