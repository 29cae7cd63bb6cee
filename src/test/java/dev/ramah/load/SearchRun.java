package dev.ramah.load;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How long search and lists take where the log has grown, asked over REST by an agent of one team. It fails where
 * nothing is found, never for being slow. The README says how to run it.
 */
class SearchRun {

    private static final int TIMES = 40;

    /** What is asked, with the words that were said as often as this says. */
    private static final List<String> ASKED = List.of(
            "search?q=order {n}", // one of all
            "search?q={rare}", // of words said a few times
            "search?q={often}", // in a tenth of all
            "search?q={often} {rare}",
            "search?q=\"{often} {often}\"",
            "search?q={often} -{rare}",
            "search?q={rare}&language=id",
            "search?q={often}&view=team",
            "inbox?view=all",
            "inbox?view=team",
            "inbox?view=all&language=id&status=resolved",
            "inbox/counts?");

    private final Report report = new Report(Path.of("target", "search.txt"));

    SearchRun() throws java.io.IOException {}

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void measure() throws Exception {
        long entries = Long.getLong("load.entries", 1_000_000);
        Vertx vertx = Vertx.vertx();
        try (Ramah ramah = Ramah.start(vertx)) {
            Runtime.getRuntime().addShutdownHook(new Thread(ramah::close));
            long began = System.nanoTime();
            try (Connection database = ramah.installation().database()) {
                SpokenPast.add(database, entries);
                report.line(
                        "search   %,d entries were written in %.0f s; to find them takes %.0f bytes each",
                        entries, (System.nanoTime() - began) / 1e9, SpokenPast.bytesEach(database));
            }
            String agent = ramah.agent("orders");
            double worst = 0;
            for (String asked : ASKED) {
                worst = Math.max(worst, ask(ramah, agent, asked, entries / SpokenPast.ENTRIES_EACH));
            }
            report.row(
                    String.format(Locale.ROOT, "%,d entries, the slowest question, p95", entries),
                    String.format(Locale.ROOT, "%.0f ms", worst),
                    "",
                    Double.NaN,
                    "milliseconds");
            report.table();
        } finally {
            vertx.close();
        }
    }

    private double ask(Ramah ramah, String agent, String asked, long conversations) throws Exception {
        List<Integer> micros = new ArrayList<>();
        long found = 0;
        for (int time = 0; time < TIMES + 5; time++) {
            String question = asked.replace("{n}", String.valueOf(1 + (time * 7_919L) % conversations))
                    .replace("{rare}", word(5_000 + time * 37))
                    .replaceFirst("\\{often}", word(2 + time % 4))
                    .replace("{often}", word(3 + time % 3));
            String[] parts = question.split("q=", 2);
            String path = parts.length == 1 ? question : parts[0] + "q=" + encoded(parts[1]);
            long began = System.nanoTime();
            String answer = ramah.reads(agent, "/api/" + path);
            // The first ones are of a server that has not worked yet.
            if (time >= 5) {
                micros.add((int) ((System.nanoTime() - began) / 1_000));
            }
            found += answer.contains("\"conversation\"") || answer.contains("\"views\"") ? 1 : 0;
        }
        Latencies latencies =
                new Latencies(micros.stream().mapToInt(Integer::intValue).toArray());
        report.line("search   %-45s %s; something was found %d times", asked, latencies, found);
        assertTrue(found > 0, asked);
        return latencies.quantile(0.95);
    }

    private static String encoded(String query) {
        int end = query.indexOf('&');
        String text = end < 0 ? query : query.substring(0, end);
        return URLEncoder.encode(text, StandardCharsets.UTF_8) + (end < 0 ? "" : query.substring(end));
    }

    /** The n-th most frequent word, as the past has it. */
    private static String word(int n) {
        StringBuilder word = new StringBuilder();
        for (char digit : String.valueOf(n).toCharArray()) {
            word.append("etaoinshrd".charAt(digit - '0'));
        }
        return word.toString();
    }
}
