package dev.ramah.platform;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The database answers and takes nothing: as after a failover, or with a disk that has had enough. */
@RamahTest
class ReadOnlyTest {

    @Test
    void whoCanNotWriteIsNotReadyAndARestartWouldNotHelp() throws SQLException, InterruptedException {
        readOnly("on");
        try {
            awaitReady(503);
            when().get("/q/health/live").then().statusCode(200);
            assertEquals(
                    "DOWN",
                    when().get("/q/health/ready").path("checks.find { it.name == 'database can be written' }.status"));
            assertEquals(
                    "UP",
                    when().get("/q/health/ready")
                            .path("checks.find { it.name == 'Database connections health check' }.status"),
                    "it can be reached all the same");
        } finally {
            readOnly("off");
        }
        awaitReady(200);
    }

    private static void awaitReady(int status) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (given().get("/q/health/ready").statusCode() != status && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        when().get("/q/health/ready").then().statusCode(status);
    }

    private static void readOnly(String onOrOff) throws SQLException {
        Postgres server = TestDatabase.server();
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set default_transaction_read_only = " + onOrOff);
            statement.execute("select pg_reload_conf()");
        }
    }
}
