package dev.ramah.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.Problem;
import dev.ramah.platform.RamahTest;
import io.quarkus.test.TestTransaction;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@RamahTest
class FirstTest {

    @Inject
    First first;

    @Inject
    Links links;

    @Inject
    Cast cast;

    @Test
    @TestTransaction
    void whileNobodyWorksHereEachStartMakesTheOnlyLinkThatWorks() {
        Session.deleteAll();
        Link.deleteAll();
        Account.deleteAll();
        String before = token(first.administrator().orElseThrow());
        String now = token(first.administrator().orElseThrow());

        assertNotEquals(before, now);
        assertThrows(Problem.class, () -> links.open(before));
        assertEquals("first", links.open(now).purpose());
    }

    @Test
    void onceSomebodyWorksHereThereIsNoSuchLink() {
        cast.rani();
        assertTrue(first.administrator().isEmpty());
    }

    private static String token(String path) {
        assertTrue(path.startsWith("/join?token="), path);
        return path.substring(path.indexOf('=') + 1);
    }
}
