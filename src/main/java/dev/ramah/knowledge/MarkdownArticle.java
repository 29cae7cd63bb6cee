package dev.ramah.knowledge;

import dev.ramah.platform.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An article from a Markdown file. Lines of {@code name: value} between two lines of dashes at the top say {@code
 * title}, {@code id}, {@code language}, {@code tags} and {@code questions}; without them the first heading is the title
 * and the path is the id. {@code returns.id.md} and {@code id/returns.md} are the Indonesian {@code returns}.
 */
final class MarkdownArticle {

    private static final Pattern FRONT = Pattern.compile("\\A---\\s*\\n(.*?)\\n---\\s*(?:\\n|\\z)", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("([\\p{Alpha}]+)\\s*:\\s*(.*)");
    private static final Pattern HEADING = Pattern.compile("\\A\\s*#\\s+(.+?)\\s*#*\\s*(?:\\n|\\z)");
    private static final Pattern ENDING = Pattern.compile("\\.[\\p{Alnum}]+\\z");
    private static final Pattern LANGUAGE_ENDING = Pattern.compile("\\.(\\p{Lower}{2}(?:-\\p{Alpha}{2})?)\\z");
    private static final Pattern LANGUAGE_FOLDER = Pattern.compile("(?:\\A|/)(\\p{Lower}{2}(?:-\\p{Alpha}{2})?)/");

    private MarkdownArticle() {}

    /** @throws Problem INVALID with the reason when it is no article */
    static Draft read(String file, String text, @Nullable String language) {
        String all = text.replace("\r", "");
        all = all.startsWith("\uFEFF") ? all.substring(1) : all;
        Map<String, List<String>> fields = Map.of();
        Matcher front = FRONT.matcher(all);
        if (front.find()) {
            fields = fields(front.group(1));
            all = all.substring(front.end());
        }
        Path path = Path.of(file);
        Matcher heading = HEADING.matcher(all);
        boolean headed = heading.find();
        String title = String.valueOf(first(fields, "title", headed ? heading.group(1) : path.name()));
        String body = headed && title.equals(heading.group(1)) ? all.substring(heading.end()) : all;
        return Draft.of(
                first(fields, "id", path.key()),
                first(fields, "language", path.language() == null ? language : path.language()),
                title,
                body,
                new ArrayList<>(fields.getOrDefault("questions", List.of())),
                new ArrayList<>(fields.getOrDefault("tags", List.of())));
    }

    /** What a file's place says of it. */
    private record Path(String key, String name, @Nullable String language) {

        static Path of(String file) {
            String path = ENDING.matcher(file.replace('\\', '/')).replaceFirst("");
            @Nullable String language = null;
            Matcher ending = LANGUAGE_ENDING.matcher(path);
            Matcher folder = LANGUAGE_FOLDER.matcher(path);
            if (ending.find()) {
                language = ending.group(1);
                path = path.substring(0, ending.start());
            } else if (folder.find()) {
                language = folder.group(1);
                path = path.substring(0, folder.start(1)) + path.substring(folder.end());
            }
            String name =
                    path.substring(path.lastIndexOf('/') + 1).replace('-', ' ').replace('_', ' ');
            return new Path(path, name, language);
        }
    }

    private static @Nullable String first(Map<String, List<String>> fields, String name, @Nullable String otherwise) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? otherwise : values.get(0);
    }

    /** A list is written in brackets or, a line each, with dashes. */
    private static Map<String, List<String>> fields(String front) {
        Map<String, List<String>> fields = new HashMap<>();
        List<String> open = new ArrayList<>();
        for (String line : front.split("\n", -1)) {
            Matcher field = FIELD.matcher(line);
            String item = line.strip();
            if (item.startsWith("- ")) {
                open.add(unquoted(item.substring(2)));
            } else if (field.matches()) {
                String name = field.group(1).toLowerCase(Locale.ROOT);
                open = new ArrayList<>();
                fields.put(name, open);
                String value = field.group(2).strip();
                boolean list = value.startsWith("[") && value.endsWith("]");
                boolean tags = name.equals("tags");
                String plain = list ? value.substring(1, value.length() - 1) : value;
                for (String each : list || tags ? plain.split(",", -1) : new String[] {plain}) {
                    if (!each.isBlank()) {
                        open.add(unquoted(each));
                    }
                }
            }
        }
        return fields;
    }

    private static String unquoted(String value) {
        String text = value.strip();
        boolean quoted = text.length() > 1 && (isBetween(text, "\"") || isBetween(text, "'"));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean isBetween(String text, String mark) {
        return text.startsWith(mark) && text.endsWith(mark);
    }
}
