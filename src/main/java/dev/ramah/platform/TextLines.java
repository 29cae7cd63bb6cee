package dev.ramah.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a stream line by line, with a bound on each, so that no import fills the memory. */
public final class TextLines {

    /** The text is null where the line is too long; numbers count from 1. */
    public record Line(int number, @Nullable String text) {

        /** Whether it says nothing. */
        public boolean isBlank() {
            return text != null && text.isBlank();
        }
    }

    private final BufferedReader reader;
    private final int longest;
    private int number;

    /** Lines of at most this many characters. */
    public TextLines(InputStream input, int longest) {
        this.reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        this.longest = longest;
    }

    /** All lines of what is known to be short. */
    public static List<Line> all(InputStream input, int longest) {
        TextLines lines = new TextLines(input, longest);
        return Stream.iterate(lines.next(), Objects::nonNull, last -> lines.next())
                .toList();
    }

    /** Null at the end. */
    public @Nullable Line next() {
        try {
            StringBuilder text = new StringBuilder();
            boolean fits = true;
            int each = reader.read();
            if (each < 0) {
                return null;
            }
            for (; each >= 0 && each != '\n'; each = reader.read()) {
                fits = fits && text.length() < longest;
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
