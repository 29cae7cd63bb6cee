package dev.ramah.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OriginsTest {

    private final Origins origins = new Origins(Optional.of(Set.of("https://Shop.example/", "http://localhost:5173")));

    @Test
    void aPageOnTheSameHostIsOurs() {
        assertTrue(origins.isOurs("https://desk.example", "desk.example"));
        assertTrue(origins.isOurs("http://localhost:8080", "localhost:8080"));
        assertTrue(origins.isOurs("https://desk.example", "desk.example:443"));
        assertTrue(origins.isOurs("http://[::1]:8080", "[::1]:8080"));
    }

    @Test
    void anyOtherPageIsNot() {
        assertFalse(origins.isOurs("https://desk.example.evil.example", "desk.example"));
        assertFalse(origins.isOurs("http://localhost:8081", "localhost:8080"));
        assertFalse(origins.isOurs("null", "desk.example"));
        assertFalse(origins.isOurs(null, "desk.example"));
        assertFalse(origins.isOurs("https://shop.example", "desk.example"));
    }

    @Test
    void theWidgetMayBeOnOurPagesAndOnListedOnes() {
        assertTrue(origins.mayCarryWidget("https://shop.example", "desk.example"));
        assertTrue(origins.mayCarryWidget("http://localhost:5173", "localhost:8080"));
        assertTrue(origins.mayCarryWidget("http://localhost:8080", "localhost:8080"));
        assertFalse(origins.mayCarryWidget("http://shop.example", "desk.example"));
        assertFalse(origins.mayCarryWidget("https://evil.example", "desk.example"));
        assertFalse(origins.mayCarryWidget(null, "desk.example"));
    }
}
