package dev.ramah.language;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.RamahTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What may be spent, in a conversation, in a day, and in a day's rehearsals. */
@RamahTest
class ModelCallsTest {

    /** A day that nobody else spends anything on. */
    private static final Instant DAY = Instant.parse("2126-05-04T12:00:00Z");

    @Inject
    Session entities;

    @AfterEach
    void nothingWasSpent() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeMutationQuery("delete from model_call where at >= :day")
                        .setParameter("day", DAY)
                        .executeUpdate());
    }

    private record Budget(int callsPerConversation, int callsPerDay, int practicePercent) implements ModelBudget {}

    private boolean begins(Budget budget, boolean practice) {
        ModelCalls calls = new ModelCalls(entities, budget, Clock.fixed(DAY, ZoneOffset.UTC));
        UUID somewhere = UUID.randomUUID();
        return QuarkusTransaction.requiringNew()
                .call(() -> (practice ? calls.beginPractice(somewhere) : calls.begin(somewhere)).isPresent());
    }

    @Test
    void rehearsalsSpendTheirShareOfADayAndTheBotHasTheRest() {
        Budget budget = new Budget(5, 20, 10);
        assertTrue(begins(budget, true));
        assertTrue(begins(budget, true));
        for (int i = 0; i < 30; i++) {
            assertFalse(begins(budget, true), "a tenth of 20 is spent");
        }
        for (int i = 0; i < 18; i++) {
            assertTrue(begins(budget, false), "what rehearsals were refused, the bot has");
        }
        assertFalse(begins(budget, false));
    }

    @Test
    void whatTheBotHasSpentRehearsalsHaveNot() {
        Budget budget = new Budget(5, 3, 100);
        for (int i = 0; i < 3; i++) {
            assertTrue(begins(budget, false));
        }
        assertFalse(begins(budget, true));
        assertFalse(begins(new Budget(5, 1_000, 0), true), "they may have no share at all");
    }
}
