package dev.ramah.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsDoorTest {

    private final MetricsDoor closed = new MetricsDoor(Optional.empty());
    private final MetricsDoor token = new MetricsDoor(Optional.of("open-sesame"));

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "localhost", "127.0.0.1:8080", "[::1]:8080"})
    void withoutATokenThisMachineMayRead(String host) {
        assertTrue(closed.mayRead("127.0.0.1", headers(host)));
        assertTrue(closed.mayRead("0:0:0:0:0:0:0:1", headers(host)));
        assertFalse(closed.mayRead("192.168.0.7", headers(host)), "a network is not this machine");
        assertFalse(closed.mayRead(null, headers(host)));
    }

    @Test
    void whoComesThroughAProxyIsNotThisMachine() {
        assertFalse(closed.mayRead("127.0.0.1", headers("support.example.com")));
        for (String header : new String[] {"X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "Via"}) {
            assertFalse(closed.mayRead("127.0.0.1", headers("localhost").add(header, "203.0.113.7")), header);
        }
    }

    @Test
    void withATokenOnlyWhoShowsItMayRead() {
        assertFalse(token.mayRead("127.0.0.1", headers("localhost")));
        assertFalse(token.mayRead("127.0.0.1", headers("localhost").add("Authorization", "Bearer open-sesam")));
        assertTrue(token.mayRead("203.0.113.7", headers("node-1:8080").add("Authorization", "Bearer open-sesame")));
    }

    @Test
    void anEmptyTokenIsNone() {
        MetricsDoor empty = new MetricsDoor(Optional.of(" "));
        assertFalse(empty.mayRead("203.0.113.7", headers("node-1:8080").add("Authorization", "Bearer  ")));
    }

    private static MultiMap headers(String host) {
        return MultiMap.caseInsensitiveMultiMap().add("Host", host);
    }
}
