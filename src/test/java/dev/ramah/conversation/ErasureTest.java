package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.cast.Agent;
import dev.ramah.cast.Line;
import dev.ramah.cast.Visitor;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

/** Erasing a customer, seen by somebody who reads every row of every table. */
@RamahTest
class ErasureTest {

    // Each word is nowhere else, in no other test either.
    private static final List<String> WORDS = List.of("wirasatya", "pademelon", "xylophone", "vexillology", "1042-zx");

    @Inject
    Cast cast;

    @Inject
    Customers customers;

    @Inject
    Conversations conversations;

    @Inject
    DataSource database;

    @Test
    void noTableHoldsAWordOfWhoWasErasedAndTheLogKeepsItsShape() throws SQLException {
        Guest sari = customers.known("wirasatya-7", "Wirasatya", "wirasatya@mail.example", "en");
        ConversationRef talk = conversations
                .open(sari.id(), "Wirasatya", "en", "https://shop.example/?q=pademelon", null)
                .conversation();
        conversations
                .customerSays(talk, "1", "Is the xylophone in stock?", null)
                .join();
        conversations.customerLeavesContact(talk, "2", "wirasatya@mail.example").join();
        conversations.customerAsksForPerson(talk, "3").join();
        conversations.take(talk, agent(), false, null).join();
        conversations.note(talk, agent(), "4", "Loves vexillology").join();
        RestAssured.given()
                .auth()
                .oauth2("test-secret")
                .contentType(ContentType.JSON)
                .body(Map.of("id", "wirasatya-paid", "type", "order", "data", Map.of("order", "1042-zx")))
                .post("/api/customers/wirasatya-7/events")
                .then()
                .statusCode(202);
        int entries = conversations.entries(talk, 0).size();
        assertEquals(WORDS, found());

        cast.as(cast.rani()).delete("/api/customers/" + sari.id()).then().statusCode(200);

        assertEquals(List.of(), found());
        assertEquals(entries, conversations.entries(talk, 0).size());
        assertTrue(conversations.entries(talk, 0).stream()
                .allMatch(entry -> entry.conversation().equals(talk)));
    }

    @Test
    void whoIsErasedOverRestLeavesNoWordAnywhereAndOpenScreensAreTold() throws SQLException {
        try (Visitor sari = Visitor.arrives(Map.of(
                        "name", "Quetzalia",
                        "email", "quetzalia@mail.example",
                        "page", "https://shop.example/?q=gloxinia",
                        "attributes", Map.of("plan", "zephyrine"),
                        "clientId", "opens-the-oubliette"));
                Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
            sari.send("say", Map.of("clientId", "marzipan", "text", "Where is my theremin?", "choice", "kumquat"));
            sari.line().awaitSaid("theremin");
            sari.asksForPerson();
            bima.takes(sari.conversation);
            bima.says(sari.conversation, "Your bassinet is on its way");
            bima.does("note", sari.conversation, Map.of("text", "Likes ocelots"));
            sari.does("contact", Map.of("email", "quetzalia@mail.example"));
            bima.does(
                    "transfer",
                    sari.conversation,
                    Map.of("to", Map.of("team", "orders"), "reason", "Wants a velocipede"));
            bima.takes(sari.conversation);
            bima.resolves(sari.conversation);
            sari.does("rate", Map.of("csat", 2, "comment", "My zither is late"));
            ConversationRef talk = new ConversationRef(UUID.fromString(sari.conversation));
            String customer = conversations.find(talk).customer().toString();
            List<Entry> before = conversations.entries(talk, 0);
            List<String> words = List.of(
                    "quetzalia",
                    "gloxinia",
                    "zephyrine",
                    "oubliette",
                    "marzipan",
                    "theremin",
                    "kumquat",
                    "bassinet",
                    "ocelot",
                    "velocipede",
                    "zither");
            assertEquals(words, found(words));
            String export = cast.as(cast.rani())
                    .get("/api/customers/" + customer + "/export")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertTrue(
                    export.contains("theremin") && export.contains("zither") && export.contains("zephyrine"), export);
            assertFalse(export.contains("ocelot") || export.contains("velocipede"), "notes are the staff's");

            cast.as(cast.bima()).delete("/api/customers/" + customer).then().statusCode(403);
            cast.as(cast.rani()).delete("/api/customers/" + customer).then().statusCode(200);

            sari.line().await("erased");
            assertEquals(4401, sari.line().awaitClose(), "her token is gone, so her line is");
            bima.line().await("erased");
            assertEquals(List.of(), found(words));
            List<Entry> after = conversations.entries(talk, 0);
            assertEquals(
                    before.stream().map(ErasureTest::skeleton).toList(),
                    after.stream().map(ErasureTest::skeleton).toList());
            Happened.Rated rated = (Happened.Rated) after.get(after.size() - 1).what();
            assertEquals(2, rated.csat());
            Line again = Line.to(Visitor.uri("/ws/chat"));
            again.send(Map.of("type", "hello", "token", sari.token));
            assertEquals(4401, again.awaitClose());
            cast.as(cast.bima())
                    .get("/api/conversations/" + sari.conversation)
                    .then()
                    .statusCode(200)
                    .body("entries[0].erased", Matchers.is(true))
                    .body("entries[0].text", Matchers.is(""));
        }
    }

    private static String skeleton(Entry entry) {
        return entry.seq() + " " + entry.episode() + " " + entry.what().kind() + " " + entry.at() + " "
                + entry.by().role();
    }

    private Author agent() {
        return Author.agent(cast.bima().id(), "Bima");
    }

    private List<String> found() throws SQLException {
        return found(WORDS);
    }

    private List<String> found(List<String> words) throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = database.getConnection()) {
            for (String table :
                    column(connection, "select tablename from pg_tables where schemaname = current_schema()")) {
                column(connection, "select t::text from \"" + table + "\" t").forEach(dump::append);
            }
        }
        String all = dump.toString().toLowerCase(Locale.ROOT);
        return words.stream().filter(all::contains).toList();
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
