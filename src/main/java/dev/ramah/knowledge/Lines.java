package dev.ramah.knowledge;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a stream line by line, with a bound on each, so that no import fills the memory. */
final class Lines {

    static final int LONGEST = 2_000_000;

    /** The text is null where the line is longer than {@link #LONGEST} characters. */
    record Line(int number, @Nullable String text) {}

    private final BufferedReader reader;
    private int number;

    Lines(InputStream input) {
        this.reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }

    /** The article of each line that says anything. */
    static Stream<Incoming> read(String text) {
        Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return Stream.iterate(lines.next(), Objects::nonNull, last -> lines.next())
                .filter(each -> each.text() == null || !each.text().isBlank())
                .map(ArticleLine::incoming);
    }

    /** Null at the end. */
    @Nullable Line next() {
        try {
            StringBuilder text = new StringBuilder();
            boolean fits = true;
            int each = reader.read();
            if (each < 0) {
                return null;
            }
            for (; each >= 0 && each != '\n'; each = reader.read()) {
                fits = fits && text.length() < LONGEST;
                if (fits && !(number == 0 && text.isEmpty() && each == '\uFEFF')) {
                    text.append((char) each);
                }
            }
            number++;
            return new Line(number, fits ? text.toString() : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
