package dev.ramah.knowledge;

import dev.ramah.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Articles from files of several kinds: Markdown, HTML, CSV and lines of JSON, also as a folder in a zip. */
final class ZippedArticles {

    // A help centre of this many characters takes weeks to read; a zip of a few kilobytes can hold far more.
    private static final long MOST_BYTES = 256L * 1024 * 1024;
    private static final int MOST_FILES = 20_000;

    private ZippedArticles() {}

    /** Each article as it is read, so that no more than one file is held. */
    static void read(InputStream zip, @Nullable String language, Consumer<Incoming> to) throws IOException {
        long left = MOST_BYTES;
        int files = 0;
        try (ZipInputStream entries = new ZipInputStream(zip, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.isDirectory() || isOfTheSystem(entry.getName())) {
                    continue;
                }
                byte[] content = entries.readNBytes(Lines.LONGEST + 1);
                left -= content.length;
                if (++files > MOST_FILES || left < 0) {
                    throw new Problem(Problem.Code.TOO_LARGE, "The zip holds too much.");
                }
                file(entry.getName(), content, language).forEach(to);
            }
        }
        if (files == 0) {
            throw Problem.invalid("This is no zip, or there is nothing in it.");
        }
    }

    /** What archivers add for themselves. */
    private static boolean isOfTheSystem(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || file.startsWith(".") || file.equals("Thumbs.db");
    }

    /** What one file holds, by the ending of its name. */
    static List<Incoming> file(String name, byte[] content, @Nullable String language) {
        if (content.length > Lines.LONGEST) {
            return List.of(Incoming.rejected(name, 1, "longer than " + Lines.LONGEST + " bytes"));
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return List.of(Incoming.rejected(name, 1, "not text in UTF-8"));
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "md", "markdown", "txt" ->
                List.of(Incoming.of(name, 1, () -> MarkdownArticle.read(name, text, language)));
            case "html", "htm" -> HtmlArticles.read(name, text, language);
            case "csv", "tsv" ->
                CsvArticles.read(text, language).stream()
                        .map(each -> each.in(name))
                        .toList();
            case "ndjson", "jsonl" ->
                Lines.read(text).map(each -> each.in(name)).toList();
            default -> List.of(Incoming.rejected(name, 1, "neither Markdown, HTML, CSV nor lines of JSON"));
        };
    }
}
