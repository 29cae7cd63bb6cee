package dev.ramah.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How long the manager's page takes where the log has grown: counting a log anew, taking in one day's new entries, and
 * each view of the managers' pages over a month and over a year. It fails where a figure is not what was written, never for being
 * slow. The README says how to run it.
 */
class FiguresRun {

    /** How often each view is asked for. */
    private static final int TIMES = 40;

    /** So many days come as news, one after the other. */
    private static final int DAYS = 5;

    /** What the page asks for that shows a report of some days. */
    private static final List<String> REPORTS = List.of(
            "overview?",
            "satisfaction?by=day&",
            "satisfaction?by=hour&",
            "satisfaction?by=agent&",
            "satisfaction?by=team&",
            "satisfaction?by=handler&",
            "satisfaction?by=language&",
            "satisfaction?by=reason&",
            "satisfaction?by=topic&",
            "satisfaction?by=contact&",
            "satisfaction?by=page&",
            "satisfaction?by=opening&",
            "satisfaction?by=goodwill&",
            "times?by=team&",
            "times?by=hour&",
            "times?by=opening&",
            "targets?by=target&",
            "targets?by=day&",
            "repeats?by=team&",
            "repeats?by=topic&",
            "expectation?",
            "waits?",
            "episodes?what=wait_told&",
            "answers?",
            "asked/episodes?which=answered&",
            "episodes?what=ended&",
            "episodes?what=good&",
            "episodes?what=rated&by=topic&key=past-1&",
            "episodes?what=asked_again&",
            "comments?");

    /** The same of those that take moments: of asking, of low marks, of themes, of which there is one. */
    private static final List<String> OTHERS = List.of(
            "surveys/figures?",
            "follow-ups/outcomes?",
            "follow-ups?which=all&",
            "follow-ups?which=low&",
            "follow-ups?which=won&cause=wait&",
            "themes?",
            "themes/1?",
            "themes/1/complaints?");

    /** Each with its days; whether customers come back is measured by {@link LoyaltyRun}. */
    private static final List<String> VIEWS = Stream.concat(
                    REPORTS.stream().map(each -> "reports/" + each), OTHERS.stream())
            .toList();

    /** Of which transaction on somebody has still to read. */
    private static final String READ_TO =
            """
            select cast(cast(least(theme_cursor.settled, survey_cursor.settled, follow_up_cursor.settled,
                                   repeat_cursor.settled) as text) as xid8)
              from theme_cursor, survey_cursor, follow_up_cursor, repeat_cursor""";

    private static final String LOW =
            "select count(*) from entry where kind = 'rated' and cast(facts ->> 'csat' as int) <= 2";

    /** Each of these has one episode. */
    private static final String WON =
            """
            select count(*) from conversation c join entry low on low.conversation = c.id
             where low.kind = 'rated' and cast(low.facts ->> 'csat' as int) <= 2
               and exists (select from conversation o join entry e on e.conversation = o.id
                            where o.customer = c.customer and o.id > c.id and e.at > low.at
                              and e.kind in ('rated', 'reconsidered') and cast(e.facts ->> 'csat' as int) >= 4)""";

    private final Report report = new Report(Path.of("target", "figures.txt"));

    FiguresRun() throws java.io.IOException {}

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void measure() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (Ramah ramah = Ramah.start(vertx)) {
            Runtime.getRuntime().addShutdownHook(new Thread(ramah::close));
            long there = 0;
            for (long entries : Plan.fromProperties().sizes()) {
                long conversations = entries / RatedPast.ENTRIES_EACH;
                if (conversations > there) {
                    size(ramah, there, conversations);
                    there = conversations;
                }
            }
        } finally {
            vertx.close();
        }
    }

    private void size(Ramah ramah, long before, long conversations) throws Exception {
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        Instant yearAgo = today.minus(365, ChronoUnit.DAYS);
        // Days of as many conversations as one of the 365 has, or however many they are to have, come later, as news.
        long aDay = Long.getLong("load.day", Math.max(1, (conversations - before) / 365));
        long began = System.nanoTime();
        try (Connection database = ramah.installation().database()) {
            RatedPast.add(
                    database,
                    before + 1,
                    conversations - DAYS * aDay,
                    yearAgo.toString(),
                    364,
                    true,
                    done -> report.line("figures  %,d conversations written", done));
            HeardPast.add(database);
            RatedPast.settle(database);
        }
        report.line("figures  written in %.0f s", seconds(began));
        String admin = ramah.admin();
        began = System.nanoTime();
        ramah.recount(admin);
        report.line("figures  %,d entries counted anew in %.1f s", 10 * (conversations - DAYS * aDay), seconds(began));
        try (Connection database = ramah.installation().database()) {
            RatedPast.settle(database);
        }
        warmUp(ramah, admin, today);

        List<Double> news = new ArrayList<>();
        for (long last = conversations - (DAYS - 1) * aDay; last <= conversations; last += aDay) {
            isAtRest(ramah);
            happens(ramah, today, last - aDay + 1, last);
            news.add(ramah.reportMillis(admin, "overview?" + days(today, 1)));
        }
        report.line("figures  the %,d entries of a new day are in the next report in %s ms", 10 * aDay, news);
        news.sort(null);
        isAtRest(ramah);

        for (int days : List.of(28, 365)) {
            double worst = 0;
            for (String view : VIEWS) {
                int[] micros = new int[TIMES];
                for (int i = 0; i < TIMES; i++) {
                    micros[i] = (int) (1_000 * ramah.millis(admin, asked(view, today, days)));
                }
                Latencies latencies = new Latencies(micros);
                worst = Math.max(worst, latencies.quantile(0.95));
                report.line("figures  %3d days %-48s %s", days, view, latencies);
            }
            report.row(
                    String.format(
                            Locale.ROOT, "%,d entries, the slowest view of %d days, p95", 10 * conversations, days),
                    String.format(Locale.ROOT, "%.0f ms", worst),
                    "",
                    Double.NaN,
                    "300 ms");
        }
        report.row(
                String.format(Locale.ROOT, "%,d entries, a day's %,d new ones, p50", 10 * conversations, 10 * aDay),
                String.format(Locale.ROOT, "%.0f ms", news.get(DAYS / 2)),
                "",
                Double.NaN,
                "1000 ms");
        report.table();
        assertEquals(conversations, ramah.answers(admin, "overview?" + days(today, 366)), "marks in the year");
        JsonNode became = ramah.get(asked("follow-ups/outcomes?", today, 366), admin);
        try (Connection database = ramah.installation().database();
                Statement statement = database.createStatement()) {
            assertEquals(number(statement, LOW), became.path("low").asLong(), "low marks in the year");
            assertEquals(number(statement, WON), became.at("/wonBack/n").asLong(), "of them won back");
        }
    }

    /**
     * Waits until all else that reads the log, for themes, surveys and follow-ups, has read what is there: nobody gets a
     * day's entries in one moment but here, and what reading them takes is not what is measured.
     */
    private static void isAtRest(Ramah ramah) throws Exception {
        try (Connection database = ramah.installation().database();
                Statement statement = database.createStatement()) {
            while (!isTrue(statement, "select not exists (select from entry where tx >= (%s))".formatted(READ_TO))
                    || !isTrue(
                            statement,
                            "select not exists (select from complaint where words is not null and meaning is null)")
                    || !isTrue(statement, "select not exists (select from follow_up_moved)")) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static boolean isTrue(Statement statement, String question) throws Exception {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    /** All of a day at once, yesterday. */
    private static void happens(Ramah ramah, Instant today, long first, long last) throws Exception {
        try (Connection database = ramah.installation().database()) {
            database.setAutoCommit(false);
            RatedPast.add(database, first, last, today.minus(1, ChronoUnit.DAYS).toString(), 1, false, done -> {});
            database.commit();
        }
    }

    /** What is measured is a server that has worked for a while. */
    private static void warmUp(Ramah ramah, String admin, Instant today) throws Exception {
        for (int i = 0; i < 5; i++) {
            for (String view : VIEWS) {
                ramah.millis(admin, asked(view, today, 28 + i));
            }
        }
    }

    private static long number(Statement statement, String question) throws Exception {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /** The address of a view of these days. */
    private static String asked(String view, Instant today, int days) {
        return "/api/" + view
                + (view.startsWith("reports/")
                        ? days(today, days)
                        : "from=" + today.minus(days, ChronoUnit.DAYS) + "&to=" + today.plus(1, ChronoUnit.DAYS));
    }

    private static String days(Instant today, int days) {
        return "from="
                + today.minus(days, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC).toLocalDate() + "&to="
                + today.plus(1, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC).toLocalDate() + "&zone=Asia/Jakarta";
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
