package dev.ramah.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.Problem;
import dev.ramah.platform.RamahTest;
import io.quarkus.test.TestTransaction;
import jakarta.inject.Inject;
import java.time.Clock;
import org.junit.jupiter.api.Test;

@RamahTest
class FirstTest {

    @Inject
    First first;

    @Inject
    Links links;

    @Inject
    Clock clock;

    @Inject
    Cast cast;

    @Test
    @TestTransaction
    void whileNobodyWorksHereTheLinkOfEachNodeWorksUntilOneIsUsed() {
        Session.deleteAll();
        Link.deleteAll();
        Account.deleteAll();
        String ours = token(first.administrator().orElseThrow());
        String theirs = token(first.administrator().orElseThrow());
        assertEquals("first", links.open(ours).purpose());
        assertEquals("first", links.open(theirs).purpose());

        Link used = Link.of(ours, clock.instant()).orElseThrow();
        Link late = Link.of(theirs, clock.instant()).orElseThrow();
        assertTrue(used.use());

        assertFalse(late.use(), "two who use both in the same moment");
        assertThrows(Problem.class, () -> links.open(ours));
        assertThrows(Problem.class, () -> links.open(theirs));
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
