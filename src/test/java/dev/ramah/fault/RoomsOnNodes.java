package dev.ramah.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Visitor;
import dev.ramah.platform.Installation;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What is promised once, or to one, is so on two nodes as well. */
abstract class RoomsOnNodes extends FeedbackOnNodes {

    @Test
    void whoIsImportantGoesAheadWhereverTheyComeAndIsOfferedToOne() throws Exception {
        redis(true);
        sets(
                here,
                "routing",
                Map.of(
                        "capacity",
                        1,
                        "customers",
                        List.of(Map.of("attribute", "plan", "value", "gold", "aheadMinutes", 60))));
        try {
            Visitor tom = visitor(there, "Tom");
            tom.asksForPerson();
            at(here);
            Visitor sari =
                    Visitor.arrives(Map.of("name", "Sari", "language", "en", "attributes", Map.of("plan", "gold")));
            visitors.add(sari);
            sari.asksForPerson();
            sari.line().await(place(1));
            tom.line().await(place(2));
            Agent ana = agent(there);
            ana.line().await(frame("offer", sari));
            Agent bima = agent(here);
            // By now both know of each other, and there is one offer for each who waits.
            bima.line().await(frame("offer", tom));
            assertEquals(1, ana.line().all().stream().filter(type("offer")).count());
            assertEquals(1, bima.line().all().stream().filter(type("offer")).count());
        } finally {
            sets(here, "routing", Map.of("capacity", CAPACITY));
        }
    }

    @Test
    void whatIsHandedToAColleagueOnTheOtherNodeIsOfferedToThemAlone() throws Exception {
        redis(true);
        Agent ana = agent(here);
        Agent bima = agent(there);
        Agent carol = agent(there);
        Visitor tom = visitor(here, "Tom");
        tom.asksForPerson();
        ana.takes(tom.conversation);
        bima.line().clear();
        carol.line().clear();
        ana.does("transfer", tom.conversation, Map.of("to", Map.of("agent", bima.id), "reason", "A pump"));
        bima.line().await(frame("offer", tom));
        assertEquals(bima.id, text("select agent::text from offer where conversation = '" + tom.conversation + "'"));
        bima.send("accept", Map.of("conversation", tom.conversation));
        tom.line()
                .await(each -> each.path("kind").asText().equals("assigned")
                        && each.path("by").path("id").asText().equals(bima.id));
        assertFalse(carol.line().all().stream().anyMatch(frame("offer", tom)));
    }

    @Test
    void aMacroThatTwoRunOnTwoNodesRunsOnce() throws Exception {
        Agent ana = agent(here);
        Agent bima = agent(there);
        String macro = admin(here)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "title",
                        "Known",
                        "scope",
                        "everyone",
                        "version",
                        1,
                        "steps",
                        List.of(
                                Map.of("kind", "note", "text", "Known to the warehouse"),
                                Map.of("kind", "tag", "text", "Delivery"))))
                .post("/api/macros")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (int round = 0; round < 2; round++) {
            Visitor tom = visitor(round % 2 == 0 ? here : there, "Tom");
            tom.asksForPerson();
            ana.takes(tom.conversation);
            int seen = count("select last from conversation where id = '" + tom.conversation + "'");
            String path = "/api/conversations/" + tom.conversation + "/macros/" + macro;
            List<Response> answers = atOnce(
                    () -> as(ana, here)
                            .body(Map.of("clientId", "a", "after", seen))
                            .post(path),
                    () -> as(bima, there)
                            .body(Map.of("clientId", "b", "after", seen))
                            .post(path));
            answers.forEach(each -> assertEquals(200, each.statusCode(), each.asString()));
            assertEquals(1, answers.stream().filter(each -> each.path("done")).count());
            for (String kind : List.of("noted", "tagged")) {
                assertEquals(
                        1,
                        count("select count(*) from entry where kind = '" + kind + "' and conversation = '"
                                + tom.conversation + "'"));
            }
        }
    }

    /** The setting itself is made here and counts there. */
    @Test
    void twoWhoAreSorryOnTwoNodesNeverGiveACustomerMoreThanIsAllowed() throws Exception {
        Agent ana = agent(here);
        Agent bima = agent(there);
        Map<String, Object> limit = Map.of("aDay", 1_000, "aCustomer", 30);
        sets(here, "goodwill", Map.of("currency", "EUR", "days", 7, "agent", limit, "manager", limit, "admin", limit));
        String voucher = admin(here)
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "voucher", "name", "Sorry", "amount", 20))
                .post("/api/gestures")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (int round = 0; round < 2; round++) {
            String customer = "sorry-" + UUID.randomUUID();
            Visitor one = known(here, customer);
            Visitor other = known(there, customer);
            one.asksForPerson();
            ana.takes(one.conversation);
            other.asksForPerson();
            bima.takes(other.conversation);
            until(
                    "what was set here counts there",
                    () -> as(bima, there).get(gifts(other)).<Integer>path("days") == 7);
            Map<String, String> wish = Map.of("clientId", "1", "gesture", voucher, "reason", "Late");
            List<Integer> answers = atOnce(
                            () -> as(ana, here).body(wish).post(gifts(one)),
                            () -> as(bima, there).body(wish).post(gifts(other)))
                    .stream()
                    .map(Response::statusCode)
                    .sorted()
                    .toList();
            assertEquals(List.of(201, 409), answers);
            assertEquals(
                    1,
                    count("select count(*) from gift where conversation in ('" + one.conversation + "', '"
                            + other.conversation + "')"));
        }
    }

    @Test
    void whoIsBlockedHereCannotWriteThereFromWhenTheyAreToldUntilItEnds() throws Exception {
        redis(true);
        Visitor tom = visitor(there, "Tom");
        tom.asksForPerson();
        Agent ana = agent(here);
        ana.takes(tom.conversation);
        String block = "/api/conversations/" + tom.conversation + "/block";
        as(ana, here)
                .body(Map.of("reason", "Insults", "hours", 1))
                .post(block)
                .then()
                .statusCode(200);
        tom.line().awaitEntry("blocked");
        int last = count("select last from conversation where id = '" + tom.conversation + "'");
        JsonNode refused = tom.tries("say", Map.of("text", "And another thing"));
        assertEquals("forbidden", refused.path("code").asText(), refused.toString());
        assertEquals(last, count("select last from conversation where id = '" + tom.conversation + "'"));
        as(ana, here).delete(block).then().statusCode(204);
        until("they can write again", () -> tom.tries("say", Map.of("text", "Sorry"))
                .path("type")
                .asText()
                .equals("entry"));
    }

    @Test
    void aMailIsSentOnceAndAnAnswerIsSaidOnce() throws Exception {
        redis(true);
        String address = mail.address("tom");
        Visitor tom = visitor(there, "Tom");
        tom.asksForPerson();
        tom.says("Where is my parcel?");
        tom.does("contact", Map.of("email", address));
        tom.close();
        visitors.remove(tom);
        Agent ana = agent(here);
        ana.takes(tom.conversation);
        try {
            ana.says(tom.conversation, "It is on its way");
            until("it is written", () -> !mail.mailsOf(address).isEmpty());
            MimeMessage ours = mail.mailsOf(address).get(0);
            mail.answers(ours, address, "<" + UUID.randomUUID() + "@mail.example>", "Thank you");
            ana.line().awaitSaid("Thank you");
            // Both nodes have looked at both by now, more than once.
            assertEquals(1, mail.mailsOf(address).size());
            assertEquals(
                    1,
                    count(
                            "select count(*) from entry where kind = 'said' and client_id like 'mail-%' and conversation = '"
                                    + tom.conversation + "'"));
        } finally {
            ana.resolves(tom.conversation);
        }
    }

    private static java.util.function.Predicate<JsonNode> place(int position) {
        return type("queue").and(each -> each.path("position").asInt() == position);
    }

    private static String gifts(Visitor of) {
        return "/api/conversations/" + of.conversation + "/gifts";
    }

    /** A customer whom the shop vouches for, in a conversation of their own. */
    private Visitor known(Installation node, String id) throws Exception {
        long end = Instant.now().plusSeconds(3_600).getEpochSecond();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("one-for-both".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String hash = HexFormat.of().formatHex(mac.doFinal((id + "." + end).getBytes(StandardCharsets.UTF_8)));
        at(node);
        Visitor visitor = Visitor.arrives(
                Map.of("name", "Tom", "language", "en", "identity", Map.of("id", id, "exp", end, "hash", hash)));
        visitors.add(visitor);
        return visitor;
    }
}
