package dev.ramah.knowledge;

import dev.ramah.platform.TextLines;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** The lines of an import. */
final class Lines {

    static final int LONGEST = 2_000_000;

    private Lines() {}

    static TextLines of(InputStream input) {
        return new TextLines(input, LONGEST);
    }

    /** The article of each line that says anything. */
    static Stream<Incoming> read(String text) {
        TextLines lines = of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return Stream.iterate(lines.next(), Objects::nonNull, last -> lines.next())
                .filter(each -> !each.isBlank())
                .map(ArticleLine::incoming);
    }
}
