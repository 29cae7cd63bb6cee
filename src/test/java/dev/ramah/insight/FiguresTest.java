package dev.ramah.insight;

import static dev.ramah.insight.SmallLog.ANA;
import static dev.ramah.insight.SmallLog.BIMA;
import static dev.ramah.insight.SmallLog.START;
import static dev.ramah.insight.SmallLog.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.ramah.conversation.Cause;
import dev.ramah.conversation.Ending;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.StaffRole;
import java.time.Instant;
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
        Overview overview = overview(RANGE, all);

        Figures now = overview.now();
        assertEquals(5, now.episodes());
        assertEquals(1, now.containment().solved());
        assertEquals(4, now.containment().of());
        assertEquals(0.25, now.containment().share());
        assertEquals(Map.of(Ending.CONFIRMED, 1, Ending.HELPED, 1, Ending.GAVE_UP, 1, Ending.LEFT, 1), now.endings());
        // 30 s until Bima, 100 s until Ana, 300 s until she gave up
        assertEquals(new Percentiles(3, 100.0, 300.0), now.waiting());
        assertEquals(new Percentiles(1, 40.0, 40.0), now.firstResponse());
        // 60, 300, 305 and 1802 s
        assertEquals(new Percentiles(4, 300.0, 1802.0), now.resolution());
        // Bima had it for 20 s, Ana for 140 s
        assertEquals(new Percentiles(1, 160.0, 160.0), now.handling());
        // 5, 10, 60 and 1802 s
        assertEquals(new Percentiles(4, 10.0, 1802.0), now.bot());
        assertEquals(new Figures.Repeated(1, 1), now.repeated());
        assertEquals(3, overview.csat().answers());
        assertEquals(3, overview.csat().asked());
        assertEquals(2.0 / 3, overview.csat().responseRate());
        assertEquals(2.0 / 3, overview.csat().csat());
        assertEquals(List.of(0, 1, 0, 1, 1), overview.csat().distribution());
        assertEquals(0, overview.previous().answers());
        assertNull(overview.previous().csat());
    }

    @Test
    void whatSomebodyHadAloneIsNotAddedToWhatTheyTookPartIn() {
        Episode bimasOwn = new SmallLog()
                .customerSays(0)
                .asksForPerson(5, "UPSET")
                .takes(10, BIMA)
                .says(20, BIMA)
                .ends(40, Ending.HELPED, true)
                .rates(50, 5)
                .episode();
        List<Row> rows = split(Split.AGENT, List.of(transferred, bimasOwn));
        assertEquals(
                List.of("Ana TOOK_PART", "Bima ALONE", "Bima TOOK_PART"),
                rows.stream().map(each -> each.key() + " " + each.part()).toList());
        assertEquals(
                List.of(List.of(0, 1, 0, 0, 0), List.of(0, 0, 0, 0, 1), List.of(0, 1, 0, 0, 0)),
                rows.stream().map(Row::distribution).toList());
        assertEquals(
                List.of("Bima"),
                split(Split.ALONE, List.of(transferred, bimasOwn)).stream()
                        .map(Row::key)
                        .toList());
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
        List<Row> rows = split(Split.DAY, List.of(late), jakarta);
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
        Overview overview = overview(range, List.of(transferred));
        assertEquals(1, overview.now().endings().get(Ending.HELPED));
        assertEquals(1, overview.csat().asked());
        assertEquals(1.0, overview.csat().responseRate());
        assertEquals(0, overview.csat().answers());
        assertEquals(0, overview.now().waiting().n());
        assertEquals(0, overview.now().firstResponse().n());
        assertEquals(1, overview.now().resolution().n());
    }

    @Test
    void aThumbIsTheLastOneOnItsAnswerAndNoMark() {
        Episode thumbed = new SmallLog()
                .customerSays(0)
                .botAnswers(2, "hours")
                .thumbs(5, 2, true)
                .thumbs(9, 2, false)
                .customerSays(20)
                .botAnswers(22, "returns")
                .thumbs(25, 5, true)
                .episode();
        Overview overview = overview(RANGE, List.of(thumbed));
        assertEquals(new Figures.Thumbs(1, 1), overview.now().thumbs());
        assertEquals(0, overview.csat().answers());
    }

    @Test
    void whoComesBackWithinAWeekWasNotHelped() {
        Episode back = new SmallLog().customerSays(7 * DAY).episode();
        Episode late = new SmallLog().customerSays(60 + 14 * DAY + 1).episode();
        Range month = new Range(START, at(30 * DAY), ZoneOffset.UTC);
        Set<UUID> known = Set.of(SmallLog.CUSTOMER);

        Figures returned =
                overview(month, Ties.tie(List.of(solvedByBot, back), known)).now();
        assertEquals(1, returned.containment().known());
        assertEquals(1, returned.containment().cameBack());
        assertEquals(1, returned.containment().solved());
        assertEquals(0, returned.containment().stayed());
        assertEquals(0.0, returned.containment().share());
        assertEquals(new Figures.Again(1, 2), returned.again());

        Figures stayedAway =
                overview(month, Ties.tie(List.of(solvedByBot, late), known)).now();
        assertEquals(1, stayedAway.containment().known());
        assertEquals(0, stayedAway.containment().cameBack());
        assertEquals(1.0, stayedAway.containment().share());
        assertEquals(new Figures.Again(0, 2), stayedAway.again());

        // Whom we know on one device only is in no share: those who stayed away may have come back elsewhere.
        Figures unknown =
                overview(month, Ties.tie(List.of(solvedByBot, back), Set.of())).now();
        assertEquals(0, unknown.containment().known());
        assertEquals(0, unknown.containment().cameBack());
        assertEquals(1, unknown.containment().othersCameBack());
        assertEquals(0, unknown.containment().stayed());
        assertEquals(new Figures.Again(0, 0), unknown.again());
    }

    @Test
    void whoseWeekIsNotOverMayStillComeBack() {
        Range month = new Range(START, at(30 * DAY), ZoneOffset.UTC);
        List<Episode> solved = Ties.tie(List.of(solvedByBot), Set.of(SmallLog.CUSTOMER));
        Instant ended = Objects.requireNonNull(solvedByBot.ended());

        Figures.Containment early = Recount.overview(
                        solved, month, ended.plus(Ties.WINDOW).minusSeconds(1))
                .now()
                .containment();
        assertEquals(1, early.stayed());
        assertEquals(1, early.early());
        assertEquals(0, early.over());

        // A quarter of an hour later at most it lies a whole week back.
        Figures.Containment over = Recount.overview(
                        solved, month, ended.plus(Ties.WINDOW).plusSeconds(900))
                .now()
                .containment();
        assertEquals(0, over.early());
        assertEquals(1, over.over());
        assertEquals(1, over.overStayed());
    }

    @Test
    void aLowMarkSaysWhatItWasForAndAGoodOneDoesNot() {
        Episode queued = new SmallLog()
                .customerSays(0)
                .asksForPerson(1, "UPSET")
                .takes(900, BIMA)
                .says(910, BIMA)
                .ends(950, Ending.HELPED, true)
                .rates(960, 1)
                .blames(970, Cause.WAIT)
                .episode();
        Episode liked = new SmallLog()
                .customerSays(0)
                .rates(10, 4)
                .blames(20, Cause.PERSON)
                .episode();
        Episode corrected = new SmallLog()
                .customerSays(0)
                .rates(10, 2)
                .rates(20, 5)
                .blames(30, Cause.RULE)
                .episode();
        assertEquals(
                Map.of("wait", 1), split(Split.AGENT, List.of(queued)).get(0).causes());
        assertEquals(
                Map.of("wait", 1, "rule", 1),
                overview(RANGE, List.of(queued, liked, corrected)).csat().causes(),
                "The first mark stays, also where a log holds another one");
    }

    @Test
    void aPageIsItsPath() {
        assertEquals("/shop", solvedByBot.page());
        assertEquals(List.of("/shop"), split(Split.PAGE).stream().map(Row::key).toList());
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
                List.of("Putri (machines@kopi.example)", "Putri (orders@kopi.example)"),
                namesakes.in(String.valueOf(Dimension.CREW.key(transferred))));
    }

    private List<Row> split(Split by) {
        return split(by, all);
    }

    private static List<Row> split(Split by, List<Episode> episodes) {
        return split(by, episodes, RANGE);
    }

    private static List<Row> split(Split by, List<Episode> episodes, Range range) {
        Map<String, Set<String>> tags = Map.of("hours", Set.of("shop", "general"), "returns", Set.of("money"));
        return Recount.satisfaction(episodes, range, by, PEOPLE, tags);
    }

    private Row whole(Range range) {
        return overview(range, List.of(solvedByBot)).csat();
    }

    private static Overview overview(Range range, List<Episode> episodes) {
        return Recount.overview(episodes, range, range.to().plus(Ties.WINDOW));
    }

    private static Colleague colleague(UUID id, String name, String team) {
        return new Colleague(
                id, name, team + "@kopi.example", StaffRole.AGENT, true, List.of(), List.of(), List.of(team));
    }
}
