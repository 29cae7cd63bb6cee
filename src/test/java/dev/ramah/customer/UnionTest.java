package dev.ramah.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of two values stays when two customers turn out to be one. */
class UnionTest {

    @Test
    void whoIsKeptCountsAndGapsAreFilledFromTheOther() {
        Union union = Union.of(
                guest("Sari", null, null, Map.of("city", "Bandung")),
                guest("S.", "sari@example.com", "4711", Map.of("city", "Jakarta", "plan", "gold")));
        assertNull(union.filling("name"));
        assertEquals("sari@example.com", union.filling("email"));
        assertEquals("4711", union.filling("identity"));
        assertEquals(Map.of("city", "Bandung", "plan", "gold"), union.attributes());
        Union.Line name = union.lines().get(0);
        assertEquals("S.", name.merged(), "what is lost is shown");
        assertEquals("KEPT", name.stays());
    }

    @Test
    void anAttributeThatIsCalledLikeAFieldIsNotTakenForIt() {
        Union union = Union.of(guest("Sari", null, null, Map.of()), guest(null, null, null, Map.of("email", "none")));
        assertNull(union.filling("email"));
        assertEquals(Map.of("email", "none"), union.attributes());
    }

    @Test
    void moreAttributesThanThereIsRoomForAreLeftOutAndToldOf() {
        Map<String, String> many = new TreeMap<>();
        for (int i = 0; i < Union.MOST_ATTRIBUTES - 1; i++) {
            many.put("a" + i, "x");
        }
        Union union = Union.of(guest(null, null, null, many), guest(null, null, null, Map.of("b", "1", "c", "2")));
        assertEquals(Union.MOST_ATTRIBUTES, union.attributes().size());
        assertEquals("1", union.attributes().get("b"));
        assertTrue(union.lines().stream()
                .anyMatch(each -> each.what().equals("c") && each.stays().equals("KEPT")));
    }

    @Test
    void twoWhomTheShopVouchesForAreTwo() {
        assertTrue(Union.areTwo(guest(null, null, "1", Map.of()), guest(null, null, "2", Map.of())));
        assertFalse(Union.areTwo(guest(null, null, "1", Map.of()), guest(null, null, null, Map.of())));
        assertFalse(Union.areTwo(guest(null, null, null, Map.of()), guest(null, null, null, Map.of())));
    }

    private static Guest guest(
            @Nullable String name,
            @Nullable String email,
            @Nullable String externalId,
            Map<String, String> attributes) {
        return new Guest(
                UUID.randomUUID(), name, email, externalId, externalId != null, "en", attributes, Instant.EPOCH);
    }
}
