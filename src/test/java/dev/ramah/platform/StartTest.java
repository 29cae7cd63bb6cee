package dev.ramah.platform;

import static io.restassured.RestAssured.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@RamahTest
class StartTest {

    @Inject
    DataSource database;

    @Test
    void isReadyOnceTheDatabaseAnswers() {
        when().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void noTransactionOfOursHoldsOthersUpForLong() throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery("show idle_in_transaction_session_timeout")) {
            assertTrue(row.next());
            assertEquals("5s", row.getString(1));
        }
    }
}
