package dev.ramah.insight;

import static dev.ramah.insight.SmallLog.ANA;
import static dev.ramah.insight.SmallLog.BIMA;
import static dev.ramah.insight.SmallLog.START;
import static dev.ramah.insight.SmallLog.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.ramah.conversation.Ending;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.StaffRole;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each figure here was worked out by hand from the log above it. */
class FiguresTest {

    private static final int DAY = 86_400;
    private static final Range RANGE = new Range(START, at(DAY), ZoneOffset.UTC);
    private static final People PEOPLE = new People(List.of(
            colleague(Objects.requireNonNull(BIMA.id()), "Bima", "orders"),
            colleague(Objects.requireNonNull(ANA.id()), "Ana", "machines")));

    private final Episode solvedByBot = new SmallLog()
            .customerSays(0)
            .botAnswers(2, "hours")
            .ends(60, Ending.CONFIRMED, true)
            .rates(90, 5)
            .episode();
    private final Episode transferred = new SmallLog()
            .customerSays(100)
            .botAnswers(102, "returns")
            .asksForPerson(110, "DID_NOT_HELP")
            .takes(140, BIMA)
            .says(150, BIMA)
            .transfers(160, BIMA, ANA)
            .takes(260, ANA)
            .says(270, ANA)
            .ends(400, Ending.HELPED, true)
            .rates(450, 2, true, "Told it twice")
            .episode();
    private final Episode gaveUp = new SmallLog()
            .customerSays(500)
            .asksForPerson(505, "UPSET")
            .ends(805, Ending.GAVE_UP, true)
            .episode();
    private final Episode leftAndRatedUnasked = new SmallLog()
            .customerSays(1000)
            .botAnswers(1002, "hours")
            .ends(2802, Ending.LEFT, false)
            .rates(2900, 4)
            .episode();
    private final Episode goesOn = new SmallLog().customerSays(3000).episode();

    private final List<Episode> all = List.of(solvedByBot, transferred, gaveUp, leftAndRatedUnasked, goesOn);

    @Test
    void theWholeIsRightToTheEntry() {
        Overview overview = Overview.of(RANGE, all, List.of());

        assertEquals(5, overview.episodes());
        assertEquals(new Overview.Containment(1, 4, 0.25), overview.containment());
        assertEquals(
                Map.of(Ending.CONFIRMED, 1, Ending.HELPED, 1, Ending.GAVE_UP, 1, Ending.LEFT, 1), overview.endings());
        // 30 s until Bima, 100 s until Ana, 300 s until she gave up
        assertEquals(new Percentiles(3, 100.0, 300.0), overview.waiting());
        assertEquals(new Percentiles(1, 40.0, 40.0), overview.firstResponse());
        // 60, 300, 305 and 1802 s
        assertEquals(new Percentiles(4, 300.0, 1802.0), overview.resolution());
        assertEquals(new Overview.Repeated(1, 1), overview.repeated());
        assertEquals(3, overview.csat().answers());
        assertEquals(3, overview.csat().asked());
        assertEquals(2.0 / 3, overview.csat().responseRate());
        assertEquals(2.0 / 3, overview.csat().csat());
        assertEquals(List.of(0, 1, 0, 1, 1), overview.csat().distribution());
        assertEquals(0, overview.previous().answers());
        assertNull(overview.previous().csat());
    }

    @Test
    void everybodyWhoSpokeGetsTheMark() {
        List<Row> rows = split(Split.AGENT);
        assertEquals(List.of("Ana", "Bima"), rows.stream().map(Row::key).toList());
        assertEquals(List.of(0, 1, 0, 0, 0), rows.get(0).distribution());
        assertEquals(List.of(0, 1, 0, 0, 0), rows.get(1).distribution());
        assertEquals(
                List.of("machines", "orders"),
                split(Split.TEAM).stream().map(Row::key).toList());
    }

    @Test
    void theBotsAreThoseInWhichNobodyElseSaidAWord() {
        List<Row> rows = split(Split.HANDLER);
        assertEquals(List.of("bot", "person"), rows.stream().map(Row::key).toList());
        assertEquals(2, rows.get(0).answers());
        assertEquals(2, rows.get(0).asked());
        assertEquals(0.5, rows.get(0).responseRate());
        assertEquals(1, rows.get(1).answers());
        assertEquals(0.0, rows.get(1).csat());
    }

    @Test
    void reasonsAndTopicsHoldOnlyWhatHasOne() {
        List<Row> reasons = split(Split.REASON);
        assertEquals(
                List.of("DID_NOT_HELP", "UPSET"), reasons.stream().map(Row::key).toList());
        assertEquals(0, reasons.get(1).answers());
        assertEquals(1, reasons.get(1).asked());
        assertNull(reasons.get(1).csat());
        List<Row> topics = split(Split.TOPIC);
        assertEquals(
                List.of("general", "money", "shop"),
                topics.stream().map(Row::key).toList());
        assertEquals(2, topics.get(0).answers());
    }

    @Test
    void aDayIsTheReadersDay() {
        // 22:00 in UTC is five in the morning of the next day in Jakarta
        Episode late = new SmallLog()
                .customerSays(11 * 3600)
                .botAnswers(11 * 3600 + 2, "hours")
                .ends(12 * 3600, Ending.CONFIRMED, true)
                .rates(20 * 3600, 5)
                .episode();
        Range jakarta = new Range(START, at(DAY), ZoneId.of("Asia/Jakarta"));
        List<Row> rows = Tables.split(List.of(late), jakarta, Split.DAY.keys(jakarta, PEOPLE, Map.of()));
        assertEquals(List.of("2026-11-21"), rows.stream().map(Row::key).toList());
        List<Row> utc = split(Split.DAY, List.of(late));
        assertEquals(
                List.of("2026-11-20", "2026-11-21"), utc.stream().map(Row::key).toList());
        assertEquals(1, utc.get(0).asked());
        assertEquals(1.0, utc.get(0).responseRate());
        assertEquals(0, utc.get(0).answers());
        assertEquals(1, utc.get(1).answers());
        assertNull(utc.get(1).responseRate());
    }

    @Test
    void eachFigureHasItsOwnMoment() {
        // Asked for a person before the range, ended within it, rated after it.
        Range range = new Range(at(200), at(420), ZoneOffset.UTC);
        Overview overview = Overview.of(range, List.of(transferred), List.of());
        assertEquals(1, overview.endings().get(Ending.HELPED));
        assertEquals(1, overview.csat().asked());
        assertEquals(1.0, overview.csat().responseRate());
        assertEquals(0, overview.csat().answers());
        assertEquals(0, overview.waiting().n());
        assertEquals(0, overview.firstResponse().n());
        assertEquals(1, overview.resolution().n());
    }

    @Test
    void theEndOfTheRangeIsNotInIt() {
        assertEquals(0, whole(new Range(START, at(90), ZoneOffset.UTC)).answers());
        assertEquals(1, whole(new Range(at(90), at(91), ZoneOffset.UTC)).answers());
    }

    @Test
    void commentsAreTheNewestFirstWithWhoWasThere() {
        Episode alone = new SmallLog()
                .customerSays(0)
                .rates(500, null, null, "Nice bot")
                .episode();
        List<Comment> comments = Comment.of(List.of(transferred, alone, solvedByBot), RANGE, PEOPLE);
        assertEquals(
                List.of("Nice bot", "Told it twice"),
                comments.stream().map(Comment::comment).toList());
        assertEquals(List.of(), comments.get(0).agents());
        assertNull(comments.get(0).csat());
        assertEquals(List.of("Ana", "Bima"), comments.get(1).agents());
        assertEquals("DID_NOT_HELP", comments.get(1).reason());
    }

    @Test
    void twoOfOneNameAreToldApart() {
        People namesakes = new People(List.of(
                colleague(Objects.requireNonNull(BIMA.id()), "Putri", "orders"),
                colleague(Objects.requireNonNull(ANA.id()), "Putri", "machines")));
        assertEquals(
                List.of("Putri (machines@kopi.example)", "Putri (orders@kopi.example)"), namesakes.in(transferred));
    }

    private List<Row> split(Split by) {
        return split(by, all);
    }

    private static List<Row> split(Split by, List<Episode> episodes) {
        Map<String, Set<String>> tags = Map.of("hours", Set.of("shop", "general"), "returns", Set.of("money"));
        return Tables.split(episodes, RANGE, by.keys(RANGE, PEOPLE, tags));
    }

    private Row whole(Range range) {
        return Tables.whole(List.of(solvedByBot), range);
    }

    private static Colleague colleague(UUID id, String name, String team) {
        return new Colleague(
                id, name, team + "@kopi.example", StaffRole.AGENT, true, List.of(), List.of(), List.of(team));
    }
}
