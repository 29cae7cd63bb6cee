package dev.ramah.replies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ramah.platform.Problem;
import dev.ramah.replies.Audience.Scope;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which steps make a macro. */
class MacroTest {

    private static final Audience ALL = new Audience(Scope.EVERYONE, null, null);
    private static final Step NOTE = Step.of("note", null, "Called {customer.name}", null, null);
    private static final Step WAIT = Step.of("pending", null, "The warehouse", 24, null);
    private static final Step RESOLVE = Step.of("resolve", null, null, null, null);

    @Test
    void whatEndsItComesLastAndOnce() {
        assertEquals(
                2, Macro.Plan.of("Wait", "1", List.of(NOTE, WAIT), ALL).steps().size());
        assertThrows(Problem.class, () -> Macro.Plan.of("Wait", "1", List.of(WAIT, NOTE), ALL));
        assertThrows(Problem.class, () -> Macro.Plan.of("Wait", "1", List.of(WAIT, RESOLVE), ALL));
    }

    @Test
    void itHasATitleAStepAndAKeyThatThereIs() {
        assertThrows(Problem.class, () -> Macro.Plan.of(" ", "1", List.of(NOTE), ALL));
        assertThrows(Problem.class, () -> Macro.Plan.of("Wait", "0", List.of(NOTE), ALL));
        assertThrows(Problem.class, () -> Macro.Plan.of("Wait", null, List.of(), ALL));
        assertThrows(Problem.class, () -> Macro.Plan.of("Wait", null, Collections.nCopies(11, NOTE), ALL));
    }

    @ParameterizedTest
    @CsvSource({
        "say,,,,",
        "note,,,,",
        "note,,{nobody},,",
        "tag,,,,",
        "pending,,The warehouse,,",
        "pending,,The warehouse,0,",
        "pending,,The warehouse,2161,",
        "pending,,,24,",
        "transfer,,Why,,",
        "transfer,,,,orders",
        "shout,,Hello,,",
        ",,,,",
    })
    void aStepThatLacksSomethingIsNone(String kind, UUID reply, String text, Integer hours, String team) {
        assertThrows(Problem.class, () -> Step.of(kind, reply, text, hours, team));
    }

    @Test
    void aStepIsReadAsItWasStored() {
        for (Step each : List.of(
                NOTE,
                WAIT,
                RESOLVE,
                Step.of("say", UUID.randomUUID(), null, null, null),
                Step.of("transfer", null, "Needs a mechanic", null, "machines"))) {
            assertEquals(each, Step.stored(each.stored()));
        }
    }

    @Test
    void whoMayRunItMayAlsoSayWhatItSays() {
        Audience orders = new Audience(Scope.TEAM, "orders", null);
        Audience mine = new Audience(Scope.PERSONAL, null, UUID.randomUUID());
        assertEquals(
                List.of(true, true, true, false, true, true, false, false, true),
                List.of(
                        ALL.includes(ALL),
                        ALL.includes(orders),
                        ALL.includes(mine),
                        orders.includes(ALL),
                        orders.includes(orders),
                        orders.includes(mine),
                        mine.includes(ALL),
                        mine.includes(orders),
                        mine.includes(mine)));
    }
}
