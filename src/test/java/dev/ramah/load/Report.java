package dev.ramah.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured: lines as it goes, a table at the end; on the screen and in a file. */
final class Report {

    private record Row(String measure, String ours, String compared, String ratio, String goal) {

        String line() {
            return String.format("| %-62s | %-34s | %-26s | %7s | %-15s |", measure, ours, compared, ratio, goal);
        }
    }

    private final Path file;
    private final List<Row> rows = new ArrayList<>();

    Report(Path file) throws IOException {
        this.file = Files.writeString(file, "");
    }

    /** As {@link String#format}. */
    void line(String format, Object... values) {
        print(String.format(Locale.ROOT, format, values));
    }

    void row(String measure, String ours, String compared, double ratio, String goal) {
        rows.add(new Row(
                measure, ours, compared, Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.2f", ratio), goal));
    }

    void table() {
        if (!rows.isEmpty()) {
            print("");
            print(new Row("measure", "ours", "compared with", "ratio", "goal").line());
            print("|---|---|---|---|---|");
            rows.forEach(each -> print(each.line()));
        }
    }

    private void print(String text) {
        System.out.println(text);
        try {
            Files.writeString(file, text + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
