package dev.ramah.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Visitor;
import dev.ramah.platform.House;
import dev.ramah.platform.Installation;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Two nodes on one PostgreSQL, one Redis and one mail server, and the people who come to either; built once for a class. */
abstract class TwoNodes {

    static final int CAPACITY = 2;
    static final String PASSWORD = "kopi-nusantara";
    static final long PATIENCE_SECONDS = 60;

    static House house;
    static PostOffice mail;
    static Installation here;
    static Installation there;
    static int portBefore;
    static boolean redisIsThere = true;

    final List<Agent> agents = new ArrayList<>();
    final List<Visitor> visitors = new ArrayList<>();

    /** Both start in the same moment on an empty database, and with the sample world: only one of them builds it. */
    @BeforeAll
    static void start() throws Exception {
        portBefore = RestAssured.port;
        house = House.open("nodes");
        mail = new PostOffice();
        here = house.node("here", settings(Map.of("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true")));
        there = house.node("there", settings(Map.of()));
        here.begin();
        there.begin();
        here.awaitReady();
        there.awaitReady();
    }

    static Map<String, String> settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "RAMAH_DEMO", "true",
                "RAMAH_SITE_SECRET", "one-for-both",
                "RAMAH_DESK_GONE_AFTER", "2s",
                "RAMAH_DESK_CAPACITY", String.valueOf(CAPACITY),
                "RAMAH_LIMITS_CONVERSATIONS_PER_HOUR", "10000",
                "RAMAH_LIMITS_LOGINS_PER_FIVE_MINUTES", "3",
                "RAMAH_LIMITS_LOGINS_OF_ADDRESS_PER_FIVE_MINUTES", "10000"));
        all.putAll(mail.asEnvironment());
        all.putAll(more);
        return all;
    }

    @AfterAll
    static void stop() throws Exception {
        RestAssured.port = portBefore;
        house.close();
        mail.close();
    }

    @BeforeEach
    void nobodyIsThereAndNobodyWaits() throws Exception {
        until("nobody is at the desk", () -> count("select count(*) from attendance") == 0);
        for (Installation each : List.of(here, there)) {
            until("every node knows it", () -> !at(each).get("/api/widget").<Boolean>path("online"));
        }
        assertEquals(0, count("select count(*) from conversation where turn in ('QUEUE', 'AGENT')"));
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        for (Visitor each : visitors) {
            each.does("resolve", Map.of());
            each.close();
        }
        agents.forEach(Agent::close);
    }

    static void redis(boolean there) throws Exception {
        if (there != redisIsThere) {
            if (there) {
                house.redis().comesBack();
            } else {
                house.redis().goes();
            }
            redisIsThere = there;
        }
    }

    static RequestSpecification at(Installation node) {
        RestAssured.port = node.port();
        return RestAssured.given();
    }

    static RequestSpecification admin(Installation node) {
        String token = token(node);
        return at(node).auth().preemptive().oauth2(token);
    }

    /** Of an administrator. */
    static String token(Installation node) {
        return at(node).contentType(ContentType.JSON)
                .body(Map.of("email", "rani@kopi.example", "password", PASSWORD))
                .post("/api/login")
                .path("token");
    }

    final Visitor visitor(Installation node, String name) {
        at(node);
        Visitor visitor = Visitor.arrives(Map.of("name", name, "language", "en"));
        visitors.add(visitor);
        return visitor;
    }

    /** Somebody new, so that what one test did to them is nothing to another. */
    final Agent agent(Installation node) {
        String email = UUID.randomUUID() + "@kopi.test";
        admin(node)
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "name", "Agent", "password", PASSWORD, "role", "agent"))
                .post("/api/staff")
                .then()
                .statusCode(201);
        at(node);
        Agent agent = Agent.signsIn(email, PASSWORD);
        agents.add(agent);
        return agent;
    }

    static Predicate<JsonNode> type(String type) {
        return frame -> frame.path("type").asText().equals(type);
    }

    static Predicate<JsonNode> frame(String type, Visitor about) {
        return type(type).and(frame -> frame.path("conversation").asText().equals(about.conversation));
    }

    static Predicate<JsonNode> presence(Agent of, String status) {
        return type("presence").and(frame -> {
            for (JsonNode each : frame.path("staff")) {
                if (each.path("id").asText().equals(of.id)) {
                    return each.path("status").asText().equals(status);
                }
            }
            return false;
        });
    }

    static List<JsonNode> entriesOf(Visitor visitor, Agent agent) {
        return agent.line().entries().stream()
                .filter(each -> each.path("conversation").asText().equals(visitor.conversation))
                .toList();
    }

    static boolean inOrder(List<JsonNode> entries) {
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).path("seq").asInt()
                    <= entries.get(i - 1).path("seq").asInt()) {
                return false;
            }
        }
        return true;
    }

    static int count(String query) throws Exception {
        return Integer.parseInt(text(query));
    }

    static String text(String query) throws Exception {
        try (Connection database = here.database();
                ResultSet row = database.createStatement().executeQuery(query)) {
            assertTrue(row.next(), query);
            return row.getString(1);
        }
    }

    /** What is told by a hint only may be lost, so it is sent again until it came. */
    static void sendsUntilSeen(Runnable sending, Callable<Boolean> seen) throws Exception {
        until("it came through", () -> {
            sending.run();
            return seen.call();
        });
    }

    static void until(String what, Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isSo.call()) {
            assertTrue(System.nanoTime() < end, "It never came true that " + what);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
