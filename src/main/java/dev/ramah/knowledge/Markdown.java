package dev.ramah.knowledge;

import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders articles for pages. HTML in them is shown, never run, and links lead to the web or to a mail only. */
final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("https", "http", "mailto")))
            .build();

    private Markdown() {}

    /** Safe to be set as a page's inner HTML. */
    static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }
}
