package dev.ramah.insight;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.Citation;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Episodes;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Stories;
import dev.ramah.conversation.Story;
import dev.ramah.customer.Customers;
import dev.ramah.desk.Repeats;
import dev.ramah.desk.ToldWaits;
import dev.ramah.knowledge.Articles;
import dev.ramah.platform.Forgets;
import dev.ramah.platform.Problem;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.quarkus.arc.All;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens in whatever order, the figures that are kept are those that the log adds up to. */
@RamahTest
class RollupsTest {

    private static final Instant START = Instant.parse("2021-06-01T00:00:00Z");
    private static final Range EVER = new Range(Instant.EPOCH, Instant.parse("2300-01-01T00:00:00Z"), ZoneId.of("UTC"));

    /** In which what is told here happens: nearly nothing else does, so it is soon counted. */
    private static final Range ITS_DAYS =
            new Range(START.minus(10, ChronoUnit.DAYS), START.plus(730, ChronoUnit.DAYS), ZoneId.of("UTC"));

    @Inject
    Cast cast;

    @Inject
    Stories stories;

    @Inject
    Conversations conversations;

    @Inject
    Episodes episodes;

    @Inject
    Customers customers;

    @Inject
    Elsewhere elsewhere;

    @Inject
    Repeats repeats;

    @Inject
    ToldWaits toldWaits;

    @Inject
    Accounts accounts;

    @Inject
    Reports reports;

    @Inject
    Rollups rollups;

    @Inject
    Judging judging;

    @Inject
    DataSource database;

    @Inject
    Articles articles;

    @All
    @Inject
    List<Forgets> rooms;

    private List<Author> staff;
    private Object targetsBefore = Map.of();

    @BeforeEach
    void peopleWork() {
        staff = List.of(author(cast.bima()), author(cast.ana()), author(cast.maya()));
        targetsBefore = standing().get("value");
    }

    private void peopleHaveTargets() {
        set(Map.of(
                "house", Map.of("firstResponse", 2, "resolution", 600, "openHours", false),
                "teams", Map.of("orders", Map.of("firstResponse", 10, "openHours", true))));
        rollups.count();
    }

    /** What was judged by others is counted anew by itself. */
    @AfterEach
    void asItWas() {
        set(targetsBefore);
    }

    private JsonPath standing() {
        return cast.as(cast.maya()).get("/api/settings/targets").jsonPath();
    }

    private void set(Object targets) {
        cast.as(cast.maya())
                .contentType(ContentType.JSON)
                .body(Map.of("value", targets, "version", standing().getInt("version")))
                .put("/api/settings/targets")
                .then()
                .statusCode(200);
    }

    /** A few with every build, and many with all the faults. */
    static IntStream seeds() {
        return IntStream.rangeClosed(101, "whole".equals(System.getProperty("ramah.faults")) ? 120 : 102);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theyAreEqualToTheRecountAfterEveryStep(int seed) throws Exception {
        Random random = new Random(seed);
        peopleHaveTargets();
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String email = random.nextBoolean() ? "guest-" + random.nextInt() + "@kopi.example" : null;
            people.add(customers
                    .anonymousSince(START, "Guest", email, random.nextBoolean() ? "en" : "id")
                    .id());
        }
        List<ConversationRef> told = new ArrayList<>();
        for (int step = 0; step < 6; step++) {
            for (int i = random.nextInt(12); i >= 0; i--) {
                told.add(tell(random, people.get(random.nextInt(people.size()))));
            }
            if (random.nextInt(3) > 0) {
                rollups.catchUp();
            }
            somethingElse(random, told, people);
            if (step == 2) {
                tellHowLong(told, 5);
            }
            areRight(random, ITS_DAYS);
        }
        rollups.count();
        areRight(random, EVER);
        List<Episode> all = recount(ITS_DAYS);
        assertTrue(all.stream().anyMatch(Episode::askedAgain), "Something was asked again");
        assertTrue(all.stream().anyMatch(each -> !each.told().isEmpty()), "Somebody was told how long to wait");
    }

    /** A long transaction of somebody else must not hide what it wrote from a cursor that has moved on. */
    @Test
    void whatIsCommittedLateIsCountedOnce() throws Exception {
        ConversationRef late = tell(new Random(1), UUID.randomUUID());
        rollups.catchUp();
        int before = marks();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // It is idle for as long as the others take.
            statement.execute("set local idle_in_transaction_session_timeout = 0");
            rates(statement, late, 5);
            ConversationRef meanwhile = tell(new Random(2), UUID.randomUUID());
            conversations
                    .customerRates(meanwhile, "r", new Happened.Rated(1, 4, null, null, null, null))
                    .join();
            rollups.catchUp();
            rollups.catchUp();
            areRight(new Random(3), ITS_DAYS);
            try (Connection other = database.getConnection();
                    Statement another = other.createStatement()) {
                rates(another, meanwhile, 1);
            }
            rollups.catchUp();
            areRight(new Random(5), ITS_DAYS);
            connection.commit();
        }
        rollups.catchUp();
        areRight(new Random(4), ITS_DAYS);
        assertTrue(marks() > before, "The late one counts");
    }

    private void rates(Statement statement, ConversationRef one, int csat) throws SQLException {
        int last = conversations.find(one).last();
        statement.execute("insert into entry (conversation, seq, episode, kind, role, at, facts) values ('"
                + one.id() + "', " + (last + 1) + ", 1, 'rated', 'CUSTOMER', '2021-07-20T00:00:00Z',"
                + " '{\"episode\": 1, \"csat\": " + csat + "}')");
        statement.execute("update conversation set last = last + 1 where id = '" + one.id() + "'");
    }

    @Test
    void manyNodesAtOnceCountNothingTwice() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Object>> work = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                int seed = i;
                work.add(() -> tell(new Random(seed), UUID.randomUUID()));
                work.add(() -> rollups.catchUp());
                work.add(() -> reports.overview(ITS_DAYS));
            }
            for (Future<Object> each : nodes.invokeAll(work)) {
                each.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        areRight(new Random(5), ITS_DAYS);
    }

    @Test
    void onlyAdministratorsCountAnew() {
        given().post("/api/reports/recount").then().statusCode(401);
        cast.as(cast.bima()).get("/api/reports/recount").then().statusCode(403);
        cast.as(cast.maya()).post("/api/reports/recount").then().statusCode(403);
        cast.as(cast.maya()).get("/api/reports/recount").then().statusCode(200).body("since", notNullValue());
        cast.as(cast.rani()).post("/api/reports/recount").then().statusCode(202);
        cast.as(cast.maya()).get("/api/reports/overview").then().statusCode(200).body("csat.key", equalTo(null));
    }

    /** The bot may answer in the middle of it: what is compared is what was read while the log stood still. */
    private void areRight(Random random, Range within) {
        Map<Range, List<Split>> ranges = ranges(random, within);
        repeats.catchUp();
        List<Episode> before = recount(within);
        for (int tries = 0; tries < 50; tries++) {
            List<Object> kept = all(
                    reports::overview,
                    reports::satisfaction,
                    List.of(reports::times, reports::targets, reports::repeats),
                    ranges);
            int comments = reports.comments(within, null, 0).total();
            WaitBalance waits = reports.waits(within);
            List<Episode> after = recount(within);
            if (before.equals(after)) {
                People people = new People(accounts.all());
                Map<String, Set<String>> tags = articles.tags();
                assertEquals(
                        all(
                                range -> Recount.overview(after, range, Instant.now()),
                                (range, by) -> Recount.satisfaction(after, range, by, people, tags),
                                List.of(
                                        (range, by) -> Recount.times(after, range, by, people, tags),
                                        (range, by) -> Recount.targets(after, range, by, people, tags),
                                        (range, by) -> Recount.repeats(after, range, by, people, tags)),
                                ranges),
                        kept);
                assertEquals(
                        after.stream().filter(each -> isCommented(each, within)).count(), comments);
                assertEquals(Recount.waits(after, within, toldWaits.goingOn(), Instant.now()), waits);
                return;
            }
            before = after;
        }
        throw new AssertionError("The log never stood still");
    }

    private static boolean isCommented(Episode episode, Range within) {
        return episode.rating() != null
                && episode.rating().comment() != null
                && within.contains(episode.rating().at());
    }

    private static List<Object> all(
            Function<Range, Overview> overview,
            BiFunction<Range, Split, List<Row>> satisfaction,
            List<BiFunction<Range, Split, List<?>>> others,
            Map<Range, List<Split>> ranges) {
        List<Object> all = new ArrayList<>();
        ranges.forEach((range, splits) -> {
            all.add(overview.apply(range));
            for (Split by : splits) {
                all.add(by + " of " + range);
                all.add(satisfaction.apply(range, by));
            }
            for (Split by : splits.subList(0, 3)) {
                others.forEach(each -> all.add(each.apply(range, by)));
            }
        });
        return all;
    }

    /** All of it, and parts of it, from some sides: each check looks from others. */
    private static Map<Range, List<Split>> ranges(Random random, Range within) {
        Map<Range, List<Split>> ranges = new LinkedHashMap<>();
        ranges.put(within, sides(random, 8));
        for (int i = 0; i < 3; i++) {
            ZoneId zone = ZoneId.of(
                    List.of("UTC", "Asia/Jakarta", "Asia/Kathmandu", "America/New_York", "Australia/Lord_Howe")
                            .get(random.nextInt(5)));
            Instant from = START.plusMillis(random.nextLong(Duration.ofDays(40).toMillis()));
            if (random.nextBoolean()) {
                from = from.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
            }
            ranges.put(
                    new Range(from, from.plusMillis(1 + random.nextLong(1L << random.nextInt(10, 33))), zone),
                    sides(random, 3));
        }
        return ranges;
    }

    private static List<Split> sides(Random random, int many) {
        List<Split> sides = new ArrayList<>(List.of(Split.values()));
        Collections.shuffle(sides, random);
        return sides.subList(0, many);
    }

    /** With the time before, that reports compare with; whoever has an episode in these has no other one just outside. */
    private List<Episode> recount(Range within) {
        Terms terms = judging.terms();
        List<Episode> told =
                episodes.touched(within.before().from(), within.to(), log -> terms.applied(Episode.of(log)));
        List<Episode> all = told.stream()
                .map(elsewhere.of(told.stream().map(Episode::conversation).collect(Collectors.toSet())))
                .toList();
        Set<UUID> known =
                customers.recognised(all.stream().map(Episode::customer).collect(Collectors.toSet()));
        return Ties.tie(all, known);
    }

    private int marks() {
        return reports.overview(ITS_DAYS).csat().answers();
    }

    /** What changes conversations without being said in them. */
    private void somethingElse(Random random, List<ConversationRef> told, List<UUID> people) throws SQLException {
        ConversationRef one = told.get(random.nextInt(told.size()));
        UUID person = people.get(random.nextInt(people.size()));
        switch (random.nextInt(7)) {
            case 0 -> change(one, "customer = '" + person + "', customer_name = 'Guest'");
            case 1 -> rooms.forEach(each -> each.forget(person));
            case 2 ->
                conversations
                        .customerRates(
                                one,
                                "late-" + random.nextLong(),
                                new Happened.Rated(1, 1 + random.nextInt(5), random.nextInt(11), null, null, "Late"))
                        // Who was erased or said otherwise before is refused; nothing is stored then.
                        .handle((receipt, refused) -> refused == null)
                        .join();
            case 3 -> ask(one, "null");
            case 4 -> ask(one, "now()");
            case 5 -> tellHowLong(told, random.nextInt(1, 90));
            default -> change(one, "language = 'nl', page = 'https://kopi.example/nl?x=1'");
        }
    }

    /** By mail, of which the log knows nothing. */
    private void ask(ConversationRef one, String answered) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into survey_ask (id, conversation, episode, survey, form, channel, state, decided_at, asked_at, answered_at)
                    values (gen_random_uuid(), '%s', 1, '01900000-0000-7000-8000-000000000001', 1, 'MAIL', 'ASKED', now(), now(), %s)
                        on conflict (conversation, episode)
                        do update set asked_at = excluded.asked_at, answered_at = excluded.answered_at"""
                            .formatted(one.id(), answered));
        }
    }

    /** Each that waited, and how long it would be. */
    private void tellHowLong(List<ConversationRef> told, int minutes) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        """
                        insert into wait_told (conversation, seq, at, behind, foretold, likely, most)
                        select conversation, seq, at, 1, 60, ?, ? from entry
                         where conversation = any(?) and kind in ('escalated', 'transferred')
                            on conflict do nothing""")) {
            statement.setInt(1, 30 * minutes);
            statement.setInt(2, 60 * minutes);
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid", told.stream().map(ConversationRef::id).toArray()));
            statement.executeUpdate();
        }
    }

    private void change(ConversationRef one, String what) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update conversation set " + what + " where id = '" + one.id() + "'");
        }
    }

    private ConversationRef tell(Random random, UUID customer) {
        Instant opened = START.plusMillis(random.nextLong(Duration.ofDays(40).toMillis()));
        String page = random.nextBoolean() ? "https://kopi.example/shop/" + random.nextInt(3) + "?q=1" : null;
        Stories.Opening opening = new Stories.Opening(
                UUID.randomUUID().toString(), customer, "Guest", random.nextBoolean() ? "en" : "id", page, opened);
        ConversationRef told = stories.tell(opening, story -> {
            Instant at = opened;
            story.customerSays(at, random.nextBoolean() ? "Hello" : "My order number is 1057.");
            for (int i = random.nextInt(25); i > 0; i--) {
                at = at.plusMillis(random.nextLong(1L << random.nextInt(4, 30)));
                try {
                    happens(random, story, at, staff.get(random.nextInt(staff.size())));
                } catch (IllegalStateException | Problem couldNotHappen) {
                    // The next thing may.
                }
            }
        });
        for (int i = random.nextInt(4); i > 0; i--) {
            append(random, told);
        }
        return told;
    }

    /** What colleagues do beside talking; whether the rules of the desk would let them is not what is counted. */
    private void append(Random random, ConversationRef one) {
        String person = "'AGENT', '" + staff.get(random.nextInt(staff.size())).id() + "', 'Bima'";
        String system = "'SYSTEM', null, null";
        List<String> what = List.of(
                "'transferred', " + person + ", '{\"team\": \"orders\", \"name\": \"orders\"}'",
                "'escalated', " + system + ", '{\"reason\": \"DANGER\"}'",
                "'assigned', " + person + ", '{}'",
                "'said', " + person + ", '{\"citations\": [], \"options\": []}'",
                "'attached', " + person + ", '{\"attachment\": \"" + new UUID(0, 7)
                        + "\", \"media\": \"a/b\", \"size\": 1}'",
                "'gave', " + person + ", '{\"gift\": \"" + new UUID(0, 7)
                        + "\", \"gesture\": \"points\", \"name\": \"Points\", \"currency\": \"EUR\", \"cost\": 1}'",
                "'pended', " + person + ", '{\"until\": \"2021-07-01T00:00:00Z\"}'",
                "'returned', " + system + ", '{\"reason\": \"DUE\", \"late\": " + random.nextBoolean() + "}'",
                "'tagged', " + person + ", '{\"reason\": \"delivery\"}'",
                "'rated', 'CUSTOMER', null, null, '{\"episode\": 1, \"csat\": 1, \"effort\": " + (1 + random.nextInt(7))
                        + ", \"cause\": \"WAIT\"}'");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    with last as (update conversation set last = last + 1 where id = '%s' returning id, last)
                    insert into entry (conversation, seq, episode, kind, role, author, author_name, facts, at)
                    select id, last, 1, %s,
                           (select max(at) from entry e where e.conversation = id) + interval '%d milliseconds' from last"""
                            .formatted(one.id(), what.get(random.nextInt(what.size())), random.nextLong(1L << 30)));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void happens(Random random, Story story, Instant at, Author person) {
        switch (random.nextInt(13)) {
            case 0 -> story.customerSays(at, "My order number is 1057.");
            case 1 -> story.customerSays(at, "And?");
            case 2, 3 ->
                story.botSays(at, "So.", List.of(new Citation("a-" + random.nextInt(3), "A"), new Citation("b", "B")));
            case 4 -> story.botHandsOver(at, random.nextBoolean() ? "UPSET" : "NOTHING_FOUND");
            case 5 -> story.agentTakes(at, person);
            case 6 -> story.agentSays(at, person, "Yes.");
            case 7 -> story.agentResolves(at, person);
            case 8 -> story.customerResolves(at, random.nextBoolean() ? true : null);
            case 9 -> story.endsInSilence(at);
            case 10 -> story.customerThumbs(at, random.nextBoolean());
            case 11 -> {
                story.botHandsOver(at, "ASKED_FOR_A_PERSON");
                story.agentTakes(at, person);
                story.agentSays(at, person, "What is your order number?");
            }
            default ->
                story.customerRates(
                        at,
                        random.nextInt(4) == 0 ? null : 1 + random.nextInt(5),
                        random.nextInt(3) == 0 ? random.nextBoolean() : null,
                        random.nextBoolean() ? "Fine" : null);
        }
    }

    private static Author author(Colleague person) {
        return Author.agent(person.id(), person.name());
    }
}
