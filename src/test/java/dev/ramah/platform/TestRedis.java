package dev.ramah.platform;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/** A real Redis on a port of its own, which can go and come back. */
public final class TestRedis implements AutoCloseable {

    private final int port;
    private @Nullable RedisServer server;

    public TestRedis() throws IOException {
        port = Ports.free();
        comesBack();
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public void comesBack() throws IOException {
        server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .build();
        server.start();
    }

    public void goes() throws IOException {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public void close() throws IOException {
        goes();
    }
}
