package dev.ramah.knowledge;

import dev.ramah.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Articles from a page's HTML: what its main part says, as Markdown. A page of questions with their answers becomes an
 * article for each. Nothing that the page names is loaded.
 */
final class HtmlArticles {

    private static final String AROUND =
            "script, style, noscript, template, iframe, object, svg, form, nav, aside, header:not(main header, article header),"
                    + " footer, [hidden], [aria-hidden=true]";
    private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_\\[\\]<>])");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern GAPS = Pattern.compile("\n{3,}");
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)(https?|mailto|tel):[^\\s()<>]+");
    private static final int SEVERAL = 2;

    private HtmlArticles() {}

    static List<Incoming> read(String file, String html, @Nullable String language) {
        return read(file, Jsoup.parse(html), language);
    }

    /** The same of a page as it came from an address, to which its links are relative; without a charset it says its own. */
    static List<Incoming> read(
            String file, byte[] html, @Nullable String charset, URI address, @Nullable String language) {
        try {
            Document page = Jsoup.parse(new ByteArrayInputStream(html), supported(charset), address.toString());
            return read(file, page, language);
        } catch (IOException e) {
            throw Problem.invalid("it can't be read as a page");
        }
    }

    private static @Nullable String supported(@Nullable String charset) {
        try {
            return charset != null && Charset.isSupported(charset) ? charset : null;
        } catch (IllegalCharsetNameException e) {
            return null;
        }
    }

    private static List<Incoming> read(String file, Document page, @Nullable String language) {
        String declared = page.select("html").attr("lang");
        @Nullable String inLanguage = declared.isBlank() ? language : declared;
        Element main = main(page);
        main.select(AROUND).remove();
        List<Element> asked = main.select("h2, h3, h4, summary, dt").stream()
                .filter(each -> each.text().strip().endsWith("?"))
                .toList();
        List<Incoming> read = new ArrayList<>();
        if (asked.size() >= SEVERAL) {
            for (Element question : asked) {
                read.add(Incoming.of(
                        file,
                        1,
                        () -> Draft.of(null, inLanguage, question.text(), answer(question), List.of(), List.of())));
            }
        } else {
            read.add(Incoming.of(file, 1, () -> whole(file, page, main, inLanguage)));
        }
        return read;
    }

    private static Element main(Document page) {
        for (String each : List.of("main", "[role=main]", "article")) {
            Element found = page.selectFirst(each);
            if (found != null) {
                return found;
            }
        }
        return page.body();
    }

    private static Draft whole(String file, Document page, Element main, @Nullable String language) {
        Element heading = main.selectFirst("h1");
        String title = heading == null ? page.title() : heading.text();
        if (heading != null) {
            heading.remove();
        }
        String key = file.replaceAll("\\.[A-Za-z]+$", "");
        return Draft.of(key.isEmpty() ? null : key, language, title, markdown(main), List.of(), List.of());
    }

    /** What follows a question up to the next heading, or stands in the same fold. */
    private static String answer(Element question) {
        StringBuilder answer = new StringBuilder();
        boolean term = question.normalName().equals("dt");
        for (Node next = question.nextSibling(); next != null && !isHeading(next, term); next = next.nextSibling()) {
            write(next, answer, "");
        }
        return tidy(answer);
    }

    private static boolean isHeading(Node node, boolean term) {
        String name = node.normalName();
        return term ? name.equals("dt") : name.matches("h[1-4]") || name.equals("summary");
    }

    private static String markdown(Element element) {
        StringBuilder text = new StringBuilder();
        element.childNodes().forEach(each -> write(each, text, ""));
        return tidy(text);
    }

    private static String tidy(StringBuilder text) {
        return GAPS.matcher(text.toString().replaceAll("[ \\t]+\n", "\n"))
                .replaceAll("\n\n")
                .strip();
    }

    private static void write(Node node, StringBuilder text, String indent) {
        if (node instanceof TextNode words) {
            String plain = SPACES.matcher(words.getWholeText()).replaceAll(" ");
            boolean afterSpace = text.length() == 0 || Character.isWhitespace(text.charAt(text.length() - 1));
            text.append(
                    SPECIAL.matcher(afterSpace ? plain.stripLeading() : plain).replaceAll("\\\\$1"));
        } else if (node instanceof Element element) {
            write(element, text, indent);
        }
    }

    private static void write(Element element, StringBuilder text, String indent) {
        String name = element.normalName();
        switch (name) {
            case "br" -> text.append("  \n").append(indent);
            case "hr", "img", "input", "button" -> text.append(' ');
            case "h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt" -> block(element, text, "## ", indent);
            case "strong", "b" -> wrapped(element, text, "**");
            case "em", "i" -> wrapped(element, text, "*");
            case "code" ->
                text.append('`').append(element.text().replace('`', '\'')).append('`');
            case "pre" -> text.append("\n\n```\n").append(element.wholeText()).append("\n```\n\n");
            case "a" -> link(element, text, indent);
            case "ul", "ol" -> list(element, text, indent, name.equals("ol"));
            case "tr" -> row(element, text);
            case "blockquote" -> block(element, text, "> ", indent);
            default -> {
                if (element.isBlock()) {
                    block(element, text, "", indent);
                } else {
                    element.childNodes().forEach(each -> write(each, text, indent));
                }
            }
        }
    }

    private static void block(Element element, StringBuilder text, String before, String indent) {
        text.append("\n\n").append(indent).append(before);
        element.childNodes().forEach(each -> write(each, text, indent));
        text.append("\n\n").append(indent);
    }

    private static void wrapped(Element element, StringBuilder text, String mark) {
        if (!element.text().isBlank()) {
            text.append(mark)
                    .append(SPECIAL.matcher(element.text()).replaceAll("\\\\$1"))
                    .append(mark);
        }
    }

    private static void link(Element element, StringBuilder text, String indent) {
        String written = element.attr("href").strip();
        String target =
                ABSOLUTE.matcher(written).matches() || written.startsWith("#") ? written : element.absUrl("href");
        boolean absolute = ABSOLUTE.matcher(target).matches();
        if (absolute && !element.text().isBlank()) {
            text.append('[')
                    .append(SPECIAL.matcher(element.text()).replaceAll("\\\\$1"))
                    .append("](")
                    .append(target)
                    .append(')');
        } else {
            element.childNodes().forEach(each -> write(each, text, indent));
        }
    }

    private static void list(Element list, StringBuilder text, String indent, boolean numbered) {
        text.append("\n\n");
        int number = 1;
        for (Element item : list.children()) {
            String mark = numbered ? number++ + ". " : "- ";
            StringBuilder inside = new StringBuilder();
            String deeper = indent + " ".repeat(mark.length());
            item.childNodes().forEach(each -> write(each, inside, deeper));
            text.append(indent).append(mark).append(tidy(inside)).append('\n');
        }
        text.append('\n');
    }

    private static void row(Element row, StringBuilder text) {
        text.append("\n\n");
        String between = "";
        for (Element cell : row.children()) {
            text.append(between).append(SPECIAL.matcher(cell.text()).replaceAll("\\\\$1"));
            between = " – ";
        }
        text.append("\n\n");
    }
}
