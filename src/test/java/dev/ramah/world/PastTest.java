package dev.ramah.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.State;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RamahTest
class PastTest {

    @Inject
    Past past;

    @Inject
    Orders orders;

    @Inject
    Conversations conversations;

    @Inject
    Customers customers;

    @Inject
    Cast cast;

    private final Set<UUID> met = new HashSet<>();

    @BeforeEach
    void staffIsThere() {
        cast.bima();
        cast.ana();
    }

    /** Other tests look for customers by name: those of the sample world must not be among them. */
    @AfterEach
    void forgetTheWorld() {
        met.forEach(customers::forget);
    }

    @Test
    void theWorldsPastIsToldOnceAndAtItsOwnTimes() {
        Instant start = Instant.now();
        orders.tell();
        assertEquals(51, past.replay());
        assertEquals(0, past.replay());
        orders.tell();

        Map<String, Integer> causes = new HashMap<>();
        List<JsonNode> lines = Lines.of("conversations.ndjson");
        for (int i = 0; i < lines.size(); i++) {
            State state = conversations.openedAs("world-" + (i + 1)).orElseThrow();
            met.add(state.customer());
            check(lines.get(i), conversations.entries(state.conversation(), 0), start);
            assertFalse(state.isOpen());
            assertEquals(state.last(), state.staffSeen());
            lowMarksCauses(state).forEach(cause -> causes.merge(cause, 1, Integer::sum));
        }
        checkTom();
        assertEquals(Map.of("wait", 6, "rule", 2, "answer", 1, "unsaid", 1), causes);
    }

    /** The demo's reports tell low marks apart by what they were for, and not everybody says it. */
    private List<String> lowMarksCauses(State state) {
        return conversations.entries(state.conversation(), 0).stream()
                .filter(each ->
                        each.what() instanceof Happened.Rated rated && rated.csat() != null && rated.csat() <= 2)
                .map(each -> ((Happened.Rated) each.what()).cause())
                .map(cause -> cause == null ? "unsaid" : cause.wire())
                .toList();
    }

    private static void check(JsonNode line, List<Entry> log, Instant start) {
        Instant opened = log.get(0).at();
        double days = line.path("daysAgo").asDouble() * Duration.ofDays(1).toMillis();
        long late = Duration.between(opened, start).toMillis() + 60_000 - (long) days;
        assertTrue(late >= 0 && late < 120_000, () -> line + " opened at " + opened);

        long seconds = 0;
        String ending = "";
        for (JsonNode turn : line.path("turns")) {
            seconds += turn.path("afterSeconds").asLong();
            ending = turn.path("resolve").asText(ending);
        }
        Entry last = log.get(log.size() - 1);
        assertEquals(opened.plusSeconds(seconds), last.at());
        assertTrue(last.at().isBefore(start.plusSeconds(60)));
        List<String> endings = log.stream()
                .filter(each -> each.what() instanceof Happened.Resolved)
                .map(each -> ((Happened.Resolved) each.what()).ending().name())
                .toList();
        assertEquals(List.of(ending), endings);
        assertEquals(
                line.path("turns").findValue("rate") != null,
                log.stream().anyMatch(each -> each.what() instanceof Happened.Rated));
    }

    /** Tom is the shop's customer: his talks and his orders belong together. */
    private void checkTom() {
        Guest tom = customers.known("tom", null, null, null);
        met.add(tom.id());
        met.add(customers.known("sari", null, null, null).id());
        assertEquals("Tom Baker", tom.name());
        assertEquals(2, conversations.ofCustomer(tom.id()).size());
        assertEquals(
                List.of("1057", "1018", "0997"),
                customers.orders(tom.id()).stream().map(each -> each.order()).toList());
    }
}
