package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Erasing a customer, seen by somebody who reads every row of every table. */
@RamahTest
class ErasureTest {

    // Each word is nowhere else in the sample world.
    private static final List<String> WORDS = List.of("zubaidah", "quokka", "xylophone", "vexillology", "1042-zx");

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
        Guest sari = customers.known("zubaidah-7", "Zubaidah", "zubaidah@mail.example", "en");
        ConversationRef talk = conversations
                .open(sari.id(), "Zubaidah", "en", "https://shop.example/?q=quokka", null)
                .conversation();
        conversations
                .customerSays(talk, "1", "Is the xylophone in stock?", null)
                .join();
        conversations.customerLeavesContact(talk, "2", "zubaidah@mail.example").join();
        conversations.customerAsksForPerson(talk, "3").join();
        conversations.take(talk, agent(), false).join();
        conversations.note(talk, agent(), "4", "Loves vexillology").join();
        RestAssured.given()
                .auth()
                .oauth2("test-secret")
                .contentType(ContentType.JSON)
                .body(Map.of("id", "zubaidah-paid", "type", "order", "data", Map.of("order", "1042-zx")))
                .post("/api/customers/zubaidah-7/events")
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

    private Author agent() {
        return Author.agent(cast.bima().id(), "Bima");
    }

    private List<String> found() throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = database.getConnection()) {
            for (String table :
                    column(connection, "select tablename from pg_tables where schemaname = current_schema()")) {
                column(connection, "select t::text from \"" + table + "\" t").forEach(dump::append);
            }
        }
        String all = dump.toString().toLowerCase(Locale.ROOT);
        return WORDS.stream().filter(all::contains).toList();
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
