package dev.ramah.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53100", "57P01", "25006", "25P03"})
    void aDatabaseThatIsGoneFullOrReadOnlyIsAwayHoweverDeepItSaysSo(String state) {
        Throwable reason = new SQLException("no", state);
        assertTrue(Database.isAway(reason));
        assertTrue(Database.isAway(new IllegalStateException(new RuntimeException(reason))));
        // As a commit tells it.
        Throwable rolledBack = new RuntimeException("ARJUNA016053: Could not commit transaction.");
        rolledBack.addSuppressed(new RuntimeException(reason));
        assertTrue(Database.isAway(rolledBack));
    }

    @Test
    void aRefusalIsNoAbsence() {
        assertFalse(Database.isAway(new SQLException("duplicate key", "23505")));
        assertFalse(Database.isAway(new IllegalStateException("something else")));
    }
}
