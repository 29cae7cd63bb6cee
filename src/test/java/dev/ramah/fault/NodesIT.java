package dev.ramah.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Visitor;
import dev.ramah.platform.Installation;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two nodes on one PostgreSQL and one Redis are one desk: whoever writes here is read there. Without Redis it is
 * slower and still right, so most of it is tried both ways.
 */
class NodesIT extends RoomsOnNodes {

    @Test
    void theSampleWorldIsThereOnce() throws Exception {
        assertEquals(4, count("select count(*) from account where email like '%@kopi.example'"));
        assertEquals(
                count("select count(distinct client_id) from conversation where client_id like 'world-%'"),
                count("select count(*) from conversation where client_id like 'world-%'"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCustomerHereAndAnAgentThereTalk(boolean redis) throws Exception {
        redis(redis);
        Visitor tom = visitor(here, "Tom");
        Agent bima = agent(there);
        tom.says("My machine leaks");
        tom.asksForPerson();
        bima.line().await(frame("waiting", tom));
        bima.line().await(frame("offer", tom));
        bima.watches(tom.conversation);
        bima.takes(tom.conversation);
        assertEquals(
                bima.id, tom.line().awaitEntry("assigned").path("by").path("id").asText());
        bima.line().awaitSaid("My machine leaks");
        bima.says(tom.conversation, "Where does it leak?");
        tom.line().awaitSaid("Where does it leak?");
        tom.says("At the bottom");
        bima.line().awaitSaid("At the bottom");
        if (redis) {
            sendsUntilSeen(
                    () -> bima.send("typing", Map.of("conversation", tom.conversation)),
                    () -> tom.line().all().stream().anyMatch(type("typing")));
            sendsUntilSeen(() -> tom.send("typing", Map.of()), () -> bima.line().all().stream()
                    .anyMatch(type("typing")));
        }
        bima.resolves(tom.conversation);
        tom.line().awaitEntry("resolved");
        assertTrue(inOrder(tom.line().entries()) && inOrder(entriesOf(tom, bima)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOfferReachesWhomItIsForWhereverTheySitAndOnce(boolean redis) throws Exception {
        redis(redis);
        Agent ana = agent(here);
        ana.send("status", Map.of("status", "away"));
        Agent bima = agent(there);
        ana.line().await(presence(bima, "online"));
        bima.line().await(presence(ana, "away"));
        Visitor tom = visitor(here, "Tom");
        tom.asksForPerson();
        bima.line().await(frame("offer", tom));
        JsonNode place = tom.line().await(type("queue"));
        assertTrue(place.path("online").asBoolean(), place.toString());
        bima.takes(tom.conversation);
        ana.line().await(frame("gone", tom));
        assertEquals(1, bima.line().all().stream().filter(frame("offer", tom)).count());
        assertEquals(0, ana.line().all().stream().filter(frame("offer", tom)).count());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsDeclinedHereIsOfferedThere(boolean redis) throws Exception {
        redis(redis);
        Agent ana = agent(here);
        Agent bima = agent(there);
        ana.line().await(presence(bima, "online"));
        bima.line().await(presence(ana, "online"));
        Visitor tom = visitor(there, "Tom");
        tom.asksForPerson();
        until("it is offered", () -> count("select count(*) from offer") == 1);
        boolean toAna = ana.id.equals(text("select agent::text from offer"));
        Agent first = toAna ? ana : bima;
        Agent second = toAna ? bima : ana;
        first.line().await(frame("offer", tom));
        assertFalse(second.line().all().stream().anyMatch(frame("offer", tom)), "one at a time");
        first.send("decline", Map.of("conversation", tom.conversation));
        second.line().await(frame("offer", tom));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofTwoWhoTakeItInTheSameMomentOneWins(boolean redis) throws Exception {
        redis(redis);
        Agent ana = agent(here);
        Agent bima = agent(there);
        for (int round = 0; round < 5; round++) {
            Visitor tom = visitor(round % 2 == 0 ? here : there, "Tom " + round);
            tom.asksForPerson();
            ana.send("take", Map.of("conversation", tom.conversation));
            bima.send("take", Map.of("conversation", tom.conversation));
            JsonNode assigned = tom.line().awaitEntry("assigned");
            Agent loser = assigned.path("by").path("id").asText().equals(ana.id) ? bima : ana;
            loser.line()
                    .await(frame("problem", tom)
                            .and(each -> each.path("code").asText().equals("taken")));
            tom.does("resolve", Map.of());
            assertEquals(
                    1,
                    count("select count(*) from entry where kind = 'assigned' and conversation = '" + tom.conversation
                            + "'"));
        }
    }

    /** Each node makes offers for those who came to it, and an agent has room for two. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nodesThatOfferInTheSameMomentFillNobodyBeyondCapacity(boolean redis) throws Exception {
        redis(redis);
        Agent ana = agent(here);
        until("they are there", () -> at(there).get("/api/widget").<Boolean>path("online"));
        List<Visitor> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(visitor(i % 2 == 0 ? here : there, "Visitor " + i));
        }
        all.forEach(
                each -> each.send("human", Map.of("clientId", UUID.randomUUID().toString())));
        for (Visitor each : all) {
            // The place is told after the offers were made.
            each.line().await(type("queue"));
        }
        until("there are offers", () -> count("select count(*) from offer") >= CAPACITY);
        assertEquals(CAPACITY, count("select count(*) from offer where agent = '" + ana.id + "'"));
    }

    /** Without a word, as when the machine is gone. It is the slow case, so it is tried without Redis only. */
    @Test
    void whoseNodeDiesLosesTheirCustomersToTheNext() throws Exception {
        redis(false);
        Visitor tom = visitor(here, "Tom");
        tom.asksForPerson();
        Agent bima = agent(there);
        bima.takes(tom.conversation);
        tom.line().awaitEntry("assigned");
        agents.remove(bima);
        there.kill();
        try {
            assertEquals(
                    "AGENT_GONE",
                    tom.line().awaitEntry("requeued").path("reason").asText());
            Agent ana = agent(here);
            ana.line().await(frame("offer", tom));
            ana.takes(tom.conversation);
            ana.says(tom.conversation, "Bima had to go; I am here.");
            tom.line().awaitSaid("I am here");
            assertEquals(
                    1,
                    count("select count(*) from entry where kind = 'requeued' and conversation = '" + tom.conversation
                            + "'"));
        } finally {
            there.start();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoIsDeactivatedHereIsShownOutThere(boolean redis) throws Exception {
        redis(redis);
        Visitor tom = visitor(here, "Tom");
        tom.asksForPerson();
        Agent bima = agent(there);
        bima.takes(tom.conversation);
        agents.remove(bima);
        admin(here).post("/api/staff/" + bima.id + "/deactivate").then().statusCode(204);
        bima.line().await(type("expired"));
        assertEquals(4401, bima.line().awaitClose());
        tom.line().awaitEntry("requeued");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsErasedHereIsShownNoLongerThere(boolean redis) throws Exception {
        redis(redis);
        Visitor tom = visitor(there, "Tom");
        tom.says("My address is Jalan Braga 5");
        Agent bima = agent(there);
        bima.watches(tom.conversation);
        tom.does("resolve", Map.of());
        visitors.remove(tom);
        String customer = text("select customer::text from conversation where id = '" + tom.conversation + "'");
        admin(here).delete("/api/customers/" + customer).then().statusCode(200);
        tom.line().await(type("erased"));
        assertEquals(4401, tom.line().awaitClose());
        bima.line().await(frame("erased", tom));
    }

    @Test
    void whatIsWrittenInAnArticleHereIsAnsweredThere() throws Exception {
        String line = "{\"id\": \"kettle\", \"title\": \"Which kettle pours slowly enough?\","
                + " \"body\": \"One with a gooseneck.\"}";
        admin(here)
                .contentType("application/x-ndjson")
                .body(line.getBytes(StandardCharsets.UTF_8))
                .post("/api/articles/import")
                .then()
                .statusCode(200);
        Response answer = admin(there)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "Which kettle pours slowly enough?", "language", "en"))
                .post("/api/bot/ask");
        assertEquals("kettle", answer.path("article"));
    }

    /** The first node is told by its proxy who asks; the second has none, so nobody can tell it that they are somebody else. */
    @Test
    void triesAreCountedForAllNodesAndByTheAddressThatTheProxyTells() throws Exception {
        redis(true);
        String email = UUID.randomUUID() + "@nobody.example";
        // Until the lines to Redis are open again each node counts for itself.
        until("they count together", () -> {
            String somebody = UUID.randomUUID() + "@nobody.example";
            for (int i = 0; i < 3; i++) {
                tries(here, somebody, "");
            }
            return tries(there, somebody, "") == 429;
        });
        for (int i = 0; i < 3; i++) {
            assertEquals(401, tries(i % 2 == 0 ? here : there, email, ""));
        }
        assertEquals(429, tries(here, email, ""));
        assertEquals(429, tries(there, email, ""));
        assertEquals(401, tries(here, email, "203.0.113.7"), "from somewhere else");
        assertEquals(429, tries(there, email, "203.0.113.8"), "whatever they say");
    }

    @Test
    void withoutRedisEachNodeCountsForItself() throws Exception {
        redis(false);
        String email = UUID.randomUUID() + "@nobody.example";
        for (int i = 0; i < 3; i++) {
            assertEquals(401, tries(here, email, ""));
        }
        assertEquals(429, tries(here, email, ""));
    }

    private static int tries(Installation node, String email, String forwardedFor) {
        RequestSpecification request =
                at(node).contentType(ContentType.JSON).body(Map.of("email", email, "password", "not the right one"));
        return (forwardedFor.isEmpty() ? request : request.header("X-Forwarded-For", forwardedFor))
                .post("/api/login")
                .statusCode();
    }
}
