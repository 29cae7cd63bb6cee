package dev.ramah.knowledge;

import io.vertx.core.buffer.Buffer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What an import from a terminal sends: files and folders cut into parts that are each taken in a moment, so that it can be
 * told how far it is, and so that a part which got lost is sent again and not everything.
 */
final class ImportParts {

    /**
     * One call.
     *
     * @param name of the file, or null for a zip of several, which say theirs
     * @param before lines of the file that were sent before this part, to be added to those that are told
     * @param size how much of all it is, in bytes on the disk
     */
    record Part(@Nullable String name, String type, Buffer content, int before, long size) {}

    static final String PAGES = "text/uri-list";
    private static final String ZIP = "application/zip";
    private static final String LINES = "application/x-ndjson";
    private static final String TABLE = "text/csv";

    private static final Set<String> KINDS =
            Set.of("md", "markdown", "txt", "html", "htm", "csv", "tsv", "ndjson", "jsonl");

    // Files and bytes of a part, and lines of one that is cut: about a second's work for the server.
    private static final int FILES = 200;
    private static final int BYTES = 1_500_000;
    private static final int LINES_A_PART = 500;

    /** A file, and the path that its article is named after. */
    private record Source(Path file, String name, long size) {

        String ending() {
            return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        }
    }

    private final List<Source> sources = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private int others;

    /** Files of other kinds that lie in the folders; nobody meant them to be articles. */
    int others() {
        return others;
    }

    int files() {
        return sources.size() + addresses.size();
    }

    /** In bytes on the disk, a page of the web counting as one. */
    long size() {
        return addresses.size() + sources.stream().mapToLong(Source::size).sum();
    }

    /**
     * Adds a file, all that a folder holds, or the address of a page.
     *
     * @throws IOException if there is no such file, or it can't be looked at
     */
    void add(String named) throws IOException {
        if (named.matches("(?i)https?://.*")) {
            addresses.add(named);
            return;
        }
        Path path = Path.of(named).toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw new IOException("There is no " + named + ".");
        }
        Path above = path.getParent() == null ? path : path.getParent();
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                Source source = new Source(file, name(above, file), Files.size(file));
                if (file.equals(path) || (KINDS.contains(source.ending()) && !isHidden(path, file))) {
                    sources.add(source);
                } else {
                    others++;
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    private static String name(Path above, Path file) {
        return above.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isHidden(Path folder, Path file) {
        for (Path part : folder.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** Each part as it is made; no more than one is held. */
    void each(Consumer<Part> to) throws IOException {
        Zip small = new Zip();
        for (Source source : sources) {
            if (source.ending().equals("zip")) {
                to.accept(new Part(null, ZIP, Buffer.buffer(Files.readAllBytes(source.file())), 0, source.size()));
            } else if (source.size() > Lines.LONGEST && isCut(source)) {
                cut(source, to);
            } else {
                if (!small.takes(source)) {
                    to.accept(small.part());
                    small = new Zip();
                }
                small.add(source);
            }
        }
        if (!small.isEmpty()) {
            to.accept(small.part());
        }
        for (String address : addresses) {
            to.accept(new Part(null, PAGES, Buffer.buffer(address), 0, 1));
        }
    }

    private static boolean isCut(Source source) {
        return Set.of("csv", "tsv", "ndjson", "jsonl").contains(source.ending());
    }

    /** Several files in one call. */
    private static final class Zip {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
        private int files;
        private long size;

        boolean isEmpty() {
            return files == 0;
        }

        boolean takes(Source source) {
            return isEmpty() || (files < FILES && size + source.size() <= BYTES);
        }

        void add(Source source) throws IOException {
            zip.putNextEntry(new ZipEntry(source.name()));
            // One byte more than is taken says that it is too long, however long it is.
            try (var content = Files.newInputStream(source.file())) {
                zip.write(content.readNBytes(Lines.LONGEST + 1));
            }
            zip.closeEntry();
            files++;
            size += source.size();
        }

        Part part() throws IOException {
            zip.close();
            return new Part(null, ZIP, Buffer.buffer(bytes.toByteArray()), 0, size);
        }
    }

    /** A long file of lines, or a long table, whose parts each begin with its first row. */
    private static void cut(Source source, Consumer<Part> to) throws IOException {
        boolean table = !source.ending().endsWith("l") && !source.ending().equals("ndjson");
        try (BufferedReader lines = Files.newBufferedReader(source.file())) {
            String first = table ? row(lines, true) : null;
            int head = first == null ? 0 : count(first);
            int before = 0;
            StringBuilder some = new StringBuilder();
            int records = 0;
            for (String next = row(lines, table); next != null; next = row(lines, table)) {
                some.append(next);
                if (++records % LINES_A_PART == 0) {
                    to.accept(part(source, first, some.toString(), before));
                    before += count(some);
                    some.setLength(0);
                }
            }
            if (!some.isEmpty()) {
                to.accept(part(source, first, some.toString(), before));
            }
            if (records == 0) {
                to.accept(part(source, first, "", head));
            }
        }
    }

    private static Part part(Source source, @Nullable String first, String lines, int before) {
        Buffer content = Buffer.buffer((first == null ? "" : first) + lines);
        long size = lines.getBytes(StandardCharsets.UTF_8).length;
        return new Part(source.name(), first == null ? LINES : TABLE, content, before, size);
    }

    private static int count(CharSequence text) {
        return (int) text.chars().filter(each -> each == '\n').count();
    }

    /** One line with its end, or, in a table, as many as a cell in quotes goes on for; null at the end. */
    private static @Nullable String row(BufferedReader lines, boolean table) throws IOException {
        StringBuilder row = new StringBuilder();
        boolean quoted = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            row.append(line).append('\n');
            if (table && line.chars().filter(each -> each == '"').count() % 2 == 1) {
                quoted = !quoted;
            }
            if (!quoted) {
                return row.toString();
            }
        }
        return row.isEmpty() ? null : row.toString();
    }
}
