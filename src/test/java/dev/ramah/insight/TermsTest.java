package dev.ramah.insight;

import static dev.ramah.insight.SmallLog.ANA;
import static dev.ramah.insight.SmallLog.BIMA;
import static dev.ramah.insight.SmallLog.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.Ending;
import dev.ramah.staff.BusinessHours;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.OpeningHours;
import dev.ramah.staff.ServiceTarget;
import dev.ramah.staff.ServiceTargets;
import dev.ramah.staff.StaffRole;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** By which hours and targets an episode is judged. Logs begin on a Friday at ten, UTC. */
class TermsTest {

    private static final int HOUR = 3_600;

    /** The house closes at eleven on Fridays and opens on Mondays; those who mend machines work round the clock. */
    private static final BusinessHours HOURS = new BusinessHours(
            OpeningHours.parse("MONDAY-FRIDAY 09:00-11:00", ZoneOffset.UTC),
            Map.of("machines", OpeningHours.parse("MONDAY-SUNDAY 00:01-23:59", ZoneOffset.UTC)));

    private static final List<Colleague> STAFF = List.of(colleague(BIMA, "orders"), colleague(ANA, "machines"));

    @Test
    void onlyTheTimeInWhichPeopleAreAtWorkCounts() {
        // Asked half an hour before it closes, answered half an hour after it opens on Monday.
        Served served = judged(
                new SmallLog()
                        .customerSays(0)
                        .asksForPerson(HOUR / 2, "NEEDS_A_PERSON")
                        .takes(71 * HOUR, BIMA)
                        .says(71 * HOUR + HOUR / 2, BIMA)
                        .ends(72 * HOUR, Ending.HELPED, true)
                        .episode(),
                target(90, null, true));
        assertEquals("orders", served.team());
        assertTrue(served.open());
        assertEquals(at(HOUR / 2), served.asked());
        // Saturday and Sunday are not among them: half an hour of Friday and half of Monday morning.
        assertEquals(minutes(60), served.firstResponse());
        assertEquals(List.of(minutes(30)), served.waits());
        assertEquals(minutes(60), served.handling());
        assertEquals(minutes(120), served.resolution());
        assertEquals(true, served.firstKept());
        assertNull(served.resolutionKept());
    }

    @Test
    void byTheClockEveryMinuteCounts() {
        Episode slow = new SmallLog()
                .customerSays(0)
                .asksForPerson(0, "NEEDS_A_PERSON")
                .takes(71 * HOUR, BIMA)
                .says(71 * HOUR, BIMA)
                .ends(72 * HOUR, Ending.HELPED, true)
                .episode();
        assertEquals(false, judged(slow, target(90, 24 * 60, false)).firstKept());
        assertEquals(false, judged(slow, target(90, 24 * 60, false)).resolutionKept());
        assertEquals(true, judged(slow, target(90, 24 * 60, true)).resolutionKept());
    }

    @Test
    void theTeamItWasHandedToHasItsOwnHoursAndTargets() {
        Episode handed = new SmallLog()
                .customerSays(0)
                .asksForPerson(0, "NEEDS_A_PERSON")
                .takes(10, BIMA)
                .handsTo(20, BIMA, "machines")
                .takes(2 * HOUR, ANA)
                .says(3 * HOUR, ANA)
                .episode();
        ServiceTargets targets =
                new ServiceTargets(target(10, null, true), Map.of("machines", target(240, null, true)));
        Served served = new Terms(HOURS, targets, STAFF).applied(handed).served();
        assertEquals("machines", served.team());
        assertEquals(minutes(180), served.firstResponse());
        assertEquals(true, served.firstKept());
    }

    @Test
    void whoLeftBeforeItWasDueSaysNothingAndWhoLeftLaterWasMissed() {
        assertNull(judged(gaveUpAfter(5), target(10, null, false)).firstKept());
        assertEquals(false, judged(gaveUpAfter(15), target(10, null, false)).firstKept());
    }

    @Test
    void whatTheBotSolvedAndWhatGoesOnHasNoTarget() {
        Episode solved = new SmallLog()
                .customerSays(0)
                .botAnswers(2, "returns")
                .ends(60, Ending.CONFIRMED, true)
                .episode();
        assertNull(judged(solved, target(1, 1, false)).resolutionKept());
        assertNull(judged(solved, target(1, 1, false)).asked());
        Episode goesOn = new SmallLog()
                .customerSays(0)
                .asksForPerson(1, "NEEDS_A_PERSON")
                .takes(5 * HOUR, BIMA)
                .episode();
        assertNull(judged(goesOn, target(1, 1, false)).firstKept());
        assertFalse(judged(new SmallLog().customerSays(2 * HOUR).episode(), target(1, 1, false))
                .open());
    }

    private static Episode gaveUpAfter(int minutes) {
        return new SmallLog()
                .customerSays(0)
                .asksForPerson(0, "ASKED_FOR_A_PERSON")
                .ends(minutes * 60, Ending.GAVE_UP, false)
                .episode();
    }

    private static Served judged(Episode episode, ServiceTarget target) {
        return new Terms(HOURS, new ServiceTargets(target, Map.of()), STAFF)
                .applied(episode)
                .served();
    }

    private static ServiceTarget target(@Nullable Integer first, @Nullable Integer resolution, boolean openHours) {
        return new ServiceTarget(first, resolution, openHours);
    }

    private static Long minutes(long minutes) {
        return minutes * 60_000;
    }

    private static Colleague colleague(Author who, String team) {
        return new Colleague(
                Objects.requireNonNull(who.id()),
                who.name(),
                who.name() + "@kopi.example",
                StaffRole.AGENT,
                true,
                List.of(),
                List.of(),
                List.of(team));
    }
}
