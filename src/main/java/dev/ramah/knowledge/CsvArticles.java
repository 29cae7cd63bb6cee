package dev.ramah.knowledge;

import dev.ramah.platform.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Articles from a table (RFC 4180), a row each. The first row names the columns: {@code title} and {@code body} must be
 * there, also as {@code question} and {@code answer}; {@code id}, {@code questions}, {@code language} and {@code tags}
 * may. Several questions or tags in a cell stand on lines of their own or between bars. Between cells stand commas,
 * semicolons or tabs, whichever the first row has.
 */
final class CsvArticles {

    private static final Pattern BETWEEN = Pattern.compile("[|\\n]");

    private static final Map<String, String> OTHER_NAMES = Map.of(
            "question",
            "title",
            "answer",
            "body",
            "text",
            "body",
            "key",
            "id",
            "lang",
            "language",
            "examples",
            "questions");

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    private CsvArticles(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String first = this.text.lines().findFirst().orElse("");
        this.separator = count(first, '\t') > 0 ? '\t' : count(first, ';') > count(first, ',') ? ';' : ',';
    }

    private static long count(String text, char of) {
        return text.chars().filter(each -> each == of).count();
    }

    static List<Incoming> read(String text, @Nullable String language) {
        CsvArticles table = new CsvArticles(text);
        List<Incoming> read = new ArrayList<>();
        try {
            List<String> names = table.row().stream().map(CsvArticles::column).toList();
            if (!names.contains("title") || !names.contains("body")) {
                return List.of(Incoming.rejected(null, 1, "the first row names no columns title and body"));
            }
            while (table.at < table.text.length()) {
                int line = table.line;
                List<String> cells = table.row();
                if (cells.stream().anyMatch(each -> !each.isBlank())) {
                    read.add(Incoming.of(null, line, () -> draft(names, cells, language)));
                }
            }
        } catch (Problem unclosed) {
            read.add(Incoming.rejected(null, table.line, unclosed.detail()));
        }
        return read;
    }

    private static String column(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return OTHER_NAMES.getOrDefault(plain, plain);
    }

    private static Draft draft(List<String> names, List<String> cells, @Nullable String language) {
        if (cells.size() > names.size()) {
            throw Problem.invalid("more cells than columns");
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.putIfAbsent(names.get(i), cells.get(i));
        }
        String own = row.getOrDefault("language", "");
        return Draft.of(
                row.get("id"),
                own.isBlank() ? language : own,
                row.get("title"),
                row.get("body"),
                several(row.get("questions")),
                several(row.get("tags")));
    }

    private static List<@Nullable String> several(@Nullable String cell) {
        return cell == null ? List.of() : List.of(BETWEEN.split(cell.replace("\r", ""), -1));
    }

    /** The cells of the next row; {@code line} counts on. */
    private List<String> row() {
        List<String> cells = new ArrayList<>();
        int began = line;
        while (true) {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted(began) : plain());
            if (at >= text.length()) {
                return cells;
            }
            char end = text.charAt(at++);
            if (end != separator) {
                // A line ends with one of the two, or with both.
                if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
                    at++;
                }
                line++;
                return cells;
            }
        }
    }

    private String plain() {
        int from = at;
        while (at < text.length() && text.charAt(at) != separator && "\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted(int began) {
        StringBuilder cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each == '"') {
                if (at + 1 >= text.length() || text.charAt(at + 1) != '"') {
                    at++;
                    // What stands between the closing quote and the end of the cell belongs to nobody; it is kept.
                    return cell.append(plain()).toString();
                }
                at++;
            }
            line += each == '\n' ? 1 : 0;
            cell.append(each);
        }
        line = began;
        throw Problem.invalid("a quote that opens here is never closed");
    }
}
