package dev.ramah.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Line;
import dev.ramah.cast.Visitor;
import dev.ramah.platform.Installation;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What customers complain about, what they are told, and what managers look at: one on two nodes. */
abstract class FeedbackOnNodes extends TwoNodes {

    private static final List<String> TUBAS = List.of(
            "The tuba from next door is so loud",
            "Loud tuba music next door all day",
            "That loud tuba next door again",
            "The neighbour's tuba is far too loud",
            "Nobody can sleep with the loud tuba next door");

    /** The digest waits for a look of either node, so the rest is done meanwhile. */
    @Test
    void whatIsComplainedAboutAtBothIsOneThemeAndWhatIsPromisedComesOnce() throws Exception {
        redis(true);
        String reader = mail.address("reader");
        digestIsDueFor(reader);
        List<Visitor> unhappy = new ArrayList<>();
        for (int i = 0; i < TUBAS.size(); i++) {
            Visitor each = visitor(i % 2 == 0 ? here : there, "Tom");
            each.says("Hello");
            each.does("rate", Map.of("csat", 1, "episode", 1, "comment", TUBAS.get(i), "tell", i < 2));
            unhappy.add(each);
        }
        String theirs =
                unhappy.stream().map(each -> "'" + each.conversation + "'").collect(Collectors.joining(","));
        String token = token(here);
        until("they are in a theme", () -> {
            atOnce(() -> as(token, here).get("/api/themes"), () -> as(token, there)
                    .get("/api/themes"));
            return count("select count(*) from complaint where theme is not null and conversation in (" + theirs + ")")
                    == TUBAS.size();
        });
        assertEquals(1, count("select count(distinct theme) from complaint where conversation in (" + theirs + ")"));
        int number = count("select number from theme where id = (select theme from complaint where conversation = '"
                + unhappy.get(0).conversation + "')");
        String path = "/api/themes/" + number;
        assertEquals(
                as(token, here).get(path).<String>path("theme.name"),
                as(token, there).get(path).<String>path("theme.name"));

        String notice = "The tuba moves out on Friday. " + UUID.randomUUID();
        as(token, here)
                .body(Map.of(
                        "texts",
                        Map.of("en", notice),
                        "until",
                        Instant.now().plus(1, ChronoUnit.HOURS).toString()))
                .put(path + "/notice")
                .then()
                .statusCode(200);
        List<String> read = at(there).get("/api/widget?language=en").path("news.text");
        assertEquals(1, read.stream().filter(notice::equals).count());

        Map<String, ?> fixed = Map.of("state", "fixed", "tell", Map.of("en", "The tuba has moved out."));
        atOnce(
                        () -> as(token, here).body(fixed).put(path + "/cure"),
                        () -> as(token, there).body(fixed).put(path + "/cure"))
                .forEach(each -> assertEquals(200, each.statusCode(), each.asString()));
        for (Visitor each : unhappy.subList(0, 2)) {
            each.line().awaitEntry("followed");
        }
        until("the digest is there", () -> !mail.mailsOf(reader).isEmpty());
        String told = "select count(*) from entry where kind = 'followed' and conversation in (" + theirs + ")";
        assertEquals(2, count(told));
        assertEquals(1, mail.mailsOf(reader).size());
        assertEquals(1, count("select count(*) from house_mail where address = '" + reader + "'"));
        for (Visitor each : unhappy.subList(2, 5)) {
            assertFalse(each.line().entries().stream()
                    .anyMatch(entry -> entry.path("kind").asText().equals("followed")));
        }
    }

    @Test
    void theWallOfOneMovesWithWhatHappensAtTheOther() throws Exception {
        redis(true);
        String token = token(there);
        try (Line wall = Line.to(Visitor.uri("/ws/wall"))) {
            wall.send(Map.of("type", "hello", "token", token));
            JsonNode first = wall.await("wall");
            Visitor tom = visitor(here, "Tom");
            tom.asksForPerson();
            wall.await(each ->
                    each.path("waiting").asInt() == first.path("waiting").asInt() + 1);
            Agent ana = agent(here);
            ana.takes(tom.conversation);
            wall.await(each -> each.path("inHand").asInt()
                            == first.path("inHand").asInt() + 1
                    && each.path("waiting").asInt() == first.path("waiting").asInt());
            ana.says(tom.conversation, "It is on its way");
            ana.resolves(tom.conversation);
            wall.await(each -> each.at("/today/resolved").asInt()
                            > first.at("/today/resolved").asInt()
                    && each.path("inHand").asInt() == first.path("inHand").asInt());
        }
    }

    /** One of today, which whoever looks next finds due: it was set up yesterday. */
    private static void digestIsDueFor(String address) throws Exception {
        sets(
                here,
                "digest",
                Map.of(
                        "rhythm",
                        "DAILY",
                        "day",
                        "MONDAY",
                        "hour",
                        0,
                        "zone",
                        "UTC",
                        "language",
                        "en",
                        "to",
                        List.of(address),
                        "webhooks",
                        false));
        try (Connection database = here.database()) {
            database.createStatement().executeUpdate("delete from digest_cursor");
            database.createStatement()
                    .executeUpdate("insert into digest_cursor (rule, sent_for)"
                            + " values ('DAILY MONDAY 0 UTC', now() - interval '1 day')");
        }
    }

    /** As it is now, so nobody else's change is undone by accident. */
    static void sets(Installation node, String name, Map<String, ?> value) {
        int version = admin(node).get("/api/settings/" + name).path("version");
        admin(node)
                .contentType(ContentType.JSON)
                .body(Map.of("value", value, "version", version))
                .put("/api/settings/" + name)
                .then()
                .statusCode(200);
    }

    /** At a node of its own, whatever others ask for at the same time. */
    static RequestSpecification as(Agent agent, Installation node) {
        return as(agent.token, node);
    }

    static RequestSpecification as(String token, Installation node) {
        return RestAssured.given()
                .port(node.port())
                .auth()
                .preemptive()
                .oauth2(token)
                .contentType(ContentType.JSON);
    }

    static List<Response> atOnce(Supplier<Response> one, Supplier<Response> other) {
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(one);
        CompletableFuture<Response> second = CompletableFuture.supplyAsync(other);
        return List.of(first.join(), second.join());
    }
}
