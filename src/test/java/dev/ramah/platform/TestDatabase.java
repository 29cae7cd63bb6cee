package dev.ramah.platform;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The real PostgreSQL for tests: our own server, started as the product starts it, with a fresh database each time. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private static final AtomicReference<Postgres> SERVER = new AtomicReference<>();

    /** The server that the running tests use. */
    public static Postgres server() {
        return SERVER.updateAndGet(
                running -> running == null ? Postgres.start(Path.of("target", "test-database")) : running);
    }

    @Override
    public Map<String, String> start() {
        Postgres server = server();
        String database = "test_" + Long.toString(System.nanoTime(), 36);
        try {
            server.createDatabase(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", server.jdbcUrl(database));
        settings.put("quarkus.datasource.username", server.user());
        settings.put("quarkus.datasource.password", server.password());
        return settings;
    }

    @Override
    public void stop() {
        Postgres running = SERVER.getAndSet(null);
        if (running != null) {
            running.close();
        }
    }
}
