package dev.ramah.platform;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Visitor;
import dev.ramah.staff.Cast;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an operator asks is answered, and nothing else is told. */
@RamahTest
class MetricsTest {

    private static final Pattern NAME = Pattern.compile("\\b(?:ramah|jvm|system|process|agroal)_[a-z_]+");

    @Inject
    Cast cast;

    @Test
    void theWayOfAMessageIsCounted() throws InterruptedException {
        double accepted = value("ramah_log_accepted_total");
        double stored = value("ramah_log_stored_total{by=\"customer\"}");
        double resumed = value("ramah_viewings_resumed_total{view=\"customer\"}");
        double refused = value("ramah_refused_total{code=\"invalid\",door=\"socket\"}");
        double delivered = value("ramah_delivered_total{view=\"customer\"}");
        try (Visitor tom = Visitor.tom()) {
            tom.says("I lost my parcel and want a person");
            tom.comesBack(1);
            tom.send("rate", Map.of("clientId", "r-1", "csat", 9));
            tom.line().awaitProblem("invalid");
            tom.asksForPerson();
            await(all -> value(all, "ramah_queue_waiting") >= 1);
        }
        String now = metrics();
        assertTrue(value(now, "ramah_log_accepted_total") >= accepted + 2);
        assertTrue(value(now, "ramah_log_stored_total{by=\"customer\"}") >= stored + 1);
        assertEquals(resumed + 1, value(now, "ramah_viewings_resumed_total{view=\"customer\"}"));
        assertEquals(refused + 1, value(now, "ramah_refused_total{code=\"invalid\",door=\"socket\"}"));
        assertTrue(value(now, "ramah_delivered_total{view=\"customer\"}") >= delivered + 1);
        assertTrue(value(now, "ramah_log_transaction_seconds_count") >= 2);
        assertTrue(value(now, "ramah_log_batch_sum") >= value(now, "ramah_log_batch_count"));
        assertTrue(value(now, "ramah_feed_lag_seconds_count{written=\"here\"}") >= 2);
        assertTrue(value(now, "ramah_node_beat_age_seconds") < 60);
    }

    @Test
    void whoIsConnectedAndWhoIsThereIsKnown() throws InterruptedException {
        try (Visitor sari = Visitor.sari();
                Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
            bima.send("status", Map.of("status", "online"));
            await(all -> value(all, "ramah_agents{status=\"online\"}") >= 1);
            String now = metrics();
            assertTrue(value(now, "ramah_connections{socket=\"chat\"}") >= 1);
            assertTrue(value(now, "ramah_connections{socket=\"desk\"}") >= 1);
            assertTrue(value(now, "ramah_viewings") >= 1);
            sari.says("Halo");
        }
    }

    @Test
    void noWordOfAnybodyIsInThem() {
        try (Visitor visitor = Visitor.arrives(Map.of(
                "name",
                "Quetzalcoatlus",
                "email",
                "quetzal@secret.example",
                "page",
                "/secret-page",
                "language",
                "en"))) {
            visitor.says("trombone-secret");
            given().get("/api/help/secret-article").then().statusCode(404);
            given().get("/api/join/secret-join-token");
            String now = metrics().toLowerCase(java.util.Locale.ROOT);
            for (String secret : Set.of(
                    "quetzal",
                    "secret",
                    "trombone",
                    visitor.conversation,
                    visitor.token.toLowerCase(java.util.Locale.ROOT))) {
                assertFalse(now.contains(secret), secret);
            }
        }
    }

    @Test
    void theirOneAddressIsClosedToWhoComesThroughAProxy() {
        given().header("X-Forwarded-For", "203.0.113.7")
                .get("/q/metrics")
                .then()
                .statusCode(404);
        given().header("Host", "support.example.com").get("/q/metrics").then().statusCode(404);
        given().header("X-Forwarded-For", "203.0.113.7")
                .get("/q/metrics/")
                .then()
                .statusCode(404);
        given().header("X-Forwarded-For", "203.0.113.7")
                .get("/q//metrics")
                .then()
                .statusCode(404);
        given().header("X-Forwarded-For", "203.0.113.7")
                .get("/q/./metrics")
                .then()
                .statusCode(404);
    }

    @Test
    void everyPanelOfTheDashboardAnswersAQuestionFromMetricsThatExist() throws IOException, InterruptedException {
        try (Visitor tom = Visitor.tom()) {
            // Rules have numbers from their first decision on.
            tom.says("I want to talk to a person");
            await(all -> all.contains("ramah_bot_decision_seconds_bucket"));
        }
        Set<String> known = new TreeSet<>();
        metrics().lines().filter(line -> !line.startsWith("#")).forEach(line -> known.add(line.split("[{ ]", 2)[0]));
        JsonNode dashboard = new ObjectMapper()
                .readTree(Path.of("docker", "grafana", "ramah.json").toFile());
        Set<String> asked = new TreeSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            if (panel.path("type").asText().equals("row")) {
                continue;
            }
            String title = panel.path("title").asText();
            assertTrue(title.endsWith("?"), title);
            assertFalse(panel.path("description").asText().isBlank(), title);
            assertFalse(panel.path("targets").isEmpty(), title);
            for (JsonNode target : panel.path("targets")) {
                Matcher names = NAME.matcher(target.path("expr").asText());
                assertTrue(names.find(), title);
                do {
                    asked.add(names.group());
                } while (names.find());
            }
        }
        Set<String> unknown = new TreeSet<>(asked);
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown);
        Set<String> ours = new TreeSet<>();
        known.stream()
                .filter(each -> each.startsWith("ramah_"))
                .map(each -> each.replaceAll("_(bucket|count|sum|max)$", ""))
                .forEach(ours::add);
        Set<String> shown = new TreeSet<>();
        asked.forEach(each -> shown.add(each.replaceAll("_(bucket|count|sum|max)$", "")));
        ours.removeAll(shown);
        assertEquals(Set.of(), ours, "measured for nobody");
    }

    private static void await(Predicate<String> wanted) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!wanted.test(metrics()) && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertTrue(wanted.test(metrics()), MetricsTest::metrics);
    }

    private static double value(String series) {
        return value(metrics(), series);
    }

    /** Of one series, by its name and labels as they are written; 0 before it was first counted. */
    private static double value(String all, String series) {
        return all.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private static String metrics() {
        return given().accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace(",}", "}");
    }
}
