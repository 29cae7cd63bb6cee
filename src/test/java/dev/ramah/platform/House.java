package dev.ramah.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One PostgreSQL, one Redis, and the nodes that share them, each a process of its own. */
public final class House implements AutoCloseable {

    private final Postgres postgres;
    private final TestRedis redis;
    private final List<Installation> nodes = new ArrayList<>();

    private House(Postgres postgres, TestRedis redis) {
        this.postgres = postgres;
        this.redis = redis;
    }

    /** With nobody in it yet. */
    public static House open(String name) throws IOException {
        Path folder =
                Files.createTempDirectory(Files.createDirectories(Path.of("target", "installations")), name + "-");
        return new House(Postgres.start(folder.resolve("data")), new TestRedis());
    }

    /** A node with these settings, not started yet. */
    public Installation node(String name, Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl());
        all.put("QUARKUS_DATASOURCE_USERNAME", postgres.user());
        all.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
        all.putIfAbsent("RAMAH_REDIS", redis.url());
        Installation node = Installation.fresh(name, all);
        nodes.add(node);
        return node;
    }

    public Postgres postgres() {
        return postgres;
    }

    public TestRedis redis() {
        return redis;
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(Installation::close);
        redis.close();
        postgres.close();
    }
}
