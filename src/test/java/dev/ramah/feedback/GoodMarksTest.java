package dev.ramah.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Stories;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Duplicates;
import dev.ramah.platform.Problem;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whatever happens in whatever order, and however often it is read: won back is whoever the log says was. */
@RamahTest
class GoodMarksTest {

    /** All of it happened within this time, none of it so long ago that it would be late by now. */
    private static final Duration LONG = Duration.ofHours(20);

    /** The first good mark after each low one, counted from the log. */
    private static final String RECOUNT =
            """
            select f.conversation, f.episode, good.conversation, good.episode, good.at, good.csat
              from follow_up f
              left join lateral (
                   select e.conversation, cast(e.facts ->> 'episode' as int) as episode, e.at,
                          cast(e.facts ->> 'csat' as int) as csat
                     from conversation c
                     join conversation o on o.customer = c.customer
                     join entry e on e.conversation = o.id
                      and e.kind in ('rated', 'reconsidered') and cast(e.facts ->> 'csat' as int) >= 4
                    where c.id = f.conversation and e.at > f.rated_at
                      and (o.id > c.id
                           or (o.id = c.id and cast(e.facts ->> 'episode' as int)
                                               + cast(e.kind = 'reconsidered' as int) > f.episode))
                    order by e.at, e.conversation limit 1) good on true
             where f.rated_at >= ? and f.rated_at < ?
             order by f.rated_at desc, f.id""";

    @Inject
    Cast cast;

    @Inject
    Stories stories;

    @Inject
    Customers customers;

    @Inject
    Duplicates duplicates;

    @Inject
    FollowUps followUps;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    private final List<UUID> people = Collections.synchronizedList(new ArrayList<>());
    private Instant start = Instant.EPOCH;

    @BeforeEach
    void peopleCame() {
        start = clock.instant().minus(Duration.ofHours(30)).truncatedTo(ChronoUnit.MILLIS);
        for (int i = 0; i < 6; i++) {
            people.add(customers.anonymousSince(start, "Guest", null, "en").id());
        }
    }

    /** Nobody has to answer them. */
    @AfterEach
    void theyAreErased() {
        people.forEach(each -> tries(() -> customers.forget(each)));
    }

    @RepeatedTest(3)
    void whatIsKeptIsWhatTheLogSays(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        long settled = settled();
        List<ConversationRef> told = new ArrayList<>();
        int won = 0;
        for (int step = 0; step < 12; step++) {
            for (int i = random.nextInt(8); i >= 0; i--) {
                happens(random, told);
            }
            if (random.nextInt(4) == 0) {
                // As after a copy was restored, or where whoever read it died.
                readAgainFrom(settled);
            }
            followUps.catchUp();
            won = areRight();
        }
        assertFalse(won == 0, "Somebody is won back in each of these histories");
        theyAreErased();
        followUps.catchUp();
        assertEquals(won, areRight(), "The marks of who is erased stay");
    }

    @Test
    void manyNodesAtOnceKeepTheSame() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Object>> work = new ArrayList<>();
            List<ConversationRef> told = Collections.synchronizedList(new ArrayList<>());
            for (int i = 0; i < 40; i++) {
                Random random = new Random(i);
                work.add(() -> {
                    happens(random, told);
                    return told;
                });
                work.add(() -> {
                    followUps.catchUp();
                    return told;
                });
            }
            for (Future<Object> each : nodes.invokeAll(work)) {
                each.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        followUps.catchUp();
        areRight();
    }

    /** A good mark whose transaction ends after others were read: it came first, and is told last. */
    @Test
    void aGoodMarkThatIsCommittedLateIsNotLost() throws Exception {
        UUID tom = people.get(0);
        ConversationRef low = tell(tom, start, 1);
        ConversationRef later = tell(tom, start.plusSeconds(600), 3);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            marks(connection, later, "rated", 5, start.plusSeconds(900));
            tell(tom, start.plusSeconds(300), 4);
            followUps.catchUp();
            areRight();
            assertEquals(start.plusSeconds(310), kept(low).at());
            connection.commit();
        }
        ConversationRef earlier = tell(tom, start.plusSeconds(60), 5);
        followUps.catchUp();
        areRight();
        Kept kept = kept(low);
        assertEquals(earlier.id(), kept.in(), "The first one, whenever it was told");
        assertEquals(start.plusSeconds(70), kept.at());
    }

    /** What is kept of a low mark. */
    private record Kept(UUID in, Instant at) {}

    private Kept kept(ConversationRef low) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select won_conversation, won_at from follow_up where conversation = ?")) {
            statement.setObject(1, low.id());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Kept(
                        row.getObject(1, UUID.class), row.getTimestamp(2).toInstant());
            }
        }
    }

    private void happens(Random random, List<ConversationRef> told) throws SQLException {
        UUID one = people.get(random.nextInt(people.size()));
        switch (random.nextInt(8)) {
            case 0 -> {
                UUID other = people.get(random.nextInt(people.size()));
                tries(() -> duplicates.merge(one, other, cast.maya()));
            }
            case 1 -> {
                if (random.nextInt(4) == 0) {
                    tries(() -> customers.forget(one));
                }
            }
            case 2, 3 -> {
                if (!told.isEmpty()) {
                    String kind = random.nextBoolean() ? "rated" : "reconsidered";
                    try (Connection connection = database.getConnection()) {
                        connection.setAutoCommit(false);
                        marks(connection, told.get(random.nextInt(told.size())), kind, mark(random), some(random));
                        connection.commit();
                    }
                }
            }
            default -> told.add(tell(one, some(random), mark(random), mark(random)));
        }
    }

    /** Whoever is gone or was merged can't be once more. */
    private static void tries(Runnable what) {
        try {
            what.run();
        } catch (Problem gone) {
            assertFalse(gone.detail().isEmpty());
        }
    }

    private Instant some(Random random) {
        return start.plusMillis(random.nextLong(LONG.toMillis()));
    }

    private static int mark(Random random) {
        return List.of(1, 1, 2, 3, 4, 5).get(random.nextInt(6));
    }

    /** Each episode ten seconds after the one before, and rated with its mark. */
    private ConversationRef tell(UUID customer, Instant opened, int... marks) {
        Stories.Opening opening =
                new Stories.Opening(UUID.randomUUID().toString(), customer, "Guest", "en", null, opened);
        return stories.tell(opening, story -> {
            Instant at = opening.at();
            for (int mark : marks) {
                story.customerSays(at, "Hello");
                story.customerResolves(at, true);
                at = at.plusSeconds(10);
                story.customerRates(at, mark, null, null);
            }
        });
    }

    /** Whether the rules of the log would let them is not what is looked at. */
    private static void marks(Connection connection, ConversationRef in, String kind, int csat, Instant at)
            throws SQLException {
        try (PreparedStatement idle = connection.prepareStatement("set local idle_in_transaction_session_timeout = 0");
                PreparedStatement next =
                        connection.prepareStatement("update conversation set last = last + 1 where id = ?");
                PreparedStatement mark = connection.prepareStatement(
                        """
                        insert into entry (conversation, seq, episode, kind, role, at, facts)
                        select id, last, 1, ?, 'CUSTOMER', ?, jsonb_build_object('episode', 1, 'csat', cast(? as int))
                          from conversation where id = ?""")) {
            idle.execute();
            next.setObject(1, in.id());
            next.executeUpdate();
            mark.setString(1, kind);
            mark.setTimestamp(2, java.sql.Timestamp.from(at));
            mark.setInt(3, csat);
            mark.setObject(4, in.id());
            mark.executeUpdate();
        }
    }

    private long settled() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("select settled from follow_up_cursor");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void readAgainFrom(long settled) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("update follow_up_cursor set settled = ?")) {
            statement.setLong(1, settled);
            statement.executeUpdate();
        }
    }

    /** Whether the number, the list behind it and the mark beside each are what the log says; how many are won back. */
    private int areRight() throws SQLException {
        Instant to = start.plus(LONG).plus(Duration.ofMinutes(1));
        List<List<Object>> log = recount(to);
        assertEquals(log, listed(FollowUps.Which.LOW, to));
        List<List<Object>> won =
                log.stream().filter(each -> !each.get(2).equals("")).toList();
        assertEquals(won, listed(FollowUps.Which.WON, to));
        assertEquals(won.size(), followUps.count(FollowUps.Which.WON, null, cast.maya(), start, to));
        Outcomes outcomes = followUps.outcomes(start, to);
        assertEquals(won.size(), outcomes.wonBack().n());
        assertEquals(log.size(), outcomes.low());
        assertEquals(
                won.size(),
                outcomes.causes().stream().mapToInt(each -> each.wonBack().n()).sum());
        return won.size();
    }

    private List<List<Object>> recount(Instant to) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(RECOUNT)) {
            statement.setTimestamp(1, java.sql.Timestamp.from(start));
            statement.setTimestamp(2, java.sql.Timestamp.from(to));
            List<List<Object>> all = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    boolean won = row.getObject(3) != null;
                    all.add(List.of(
                            row.getObject(1),
                            row.getInt(2),
                            won ? row.getObject(3) : "",
                            row.getInt(4),
                            won ? row.getTimestamp(5).toInstant() : "",
                            row.getInt(6)));
                }
            }
            return all;
        }
    }

    /** All pages of it. */
    private List<List<Object>> listed(FollowUps.Which which, Instant to) {
        List<List<Object>> all = new ArrayList<>();
        List<FollowUps.Case> page;
        do {
            page = followUps.find(which, null, cast.maya(), start, to, all.size() / FollowUps.PAGE);
            page.forEach(each -> all.add(columns(each.followUp())));
        } while (page.size() == FollowUps.PAGE);
        return all;
    }

    private static List<Object> columns(FollowUp of) {
        GoodMark won = of.wonBack;
        return won == null
                ? List.of(of.conversation, of.episode, "", 0, "", 0)
                : List.of(of.conversation, of.episode, won.conversation(), won.episode(), won.at(), won.csat());
    }
}
