package dev.ramah.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.fault.History.Unknown;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL dies, refuses, is full, or is out of reach, while everybody talks. */
@ExtendWith(Ground.Opens.class)
class DatabaseFaultsIT {

    private static final int TALKERS = Form.of(10, 50);
    private static final int MESSAGES = Form.of(60, 400);

    private final History history = new History();
    private List<Talker> talkers = List.of();

    @AfterEach
    void everybodyLeaves() {
        talkers.forEach(Client::close);
    }

    /** The race: a batch is being written, or committed and not yet answered, as the server dies. */
    @Test
    void killedInABurst(Ground ground) throws SQLException {
        talkers = ground.talkers(TALKERS, history);
        try (Watcher rani = ground.watcher("rani", history)) {
            talkers.forEach(each -> rani.watches(each.conversation));
            for (int round = 0; round < Form.of(2, 20); round++) {
                Ground.burst(talkers, round * MESSAGES, (round + 1) * MESSAGES);
                // Some of the burst is stored by now and some is not, whatever the machine's speed.
                talkers.get(0).hasAtMostUnsettled(MESSAGES * 3 / 4);
                ground.killPostgres();
            }
            ground.judge("PostgreSQL killed in a burst", history, talkers, rani);
        }
    }

    /** The race: the transaction is committed, and whoever asked for it never hears so. */
    @Test
    void theAnswerToCommitIsLost(Ground ground) throws SQLException {
        talkers = ground.talkers(TALKERS, history);
        try (Watcher rani = ground.watcher("rani", history)) {
            talkers.forEach(each -> rani.watches(each.conversation));
            for (int round = 0; round < Form.of(6, 60); round++) {
                try (Watcher late = ground.watcher("late " + round, history)) {
                    // Sooner or later in what is done for whoever sat down just now.
                    ground.toDatabase.loses("COMMIT", 1 + round % 3);
                    for (int n = 0; n == 0 || ground.toDatabase.hasToLose(); n++) {
                        Ground.burst(talkers, round * 1_000 + n, round * 1_000 + n + 1);
                        talkers.forEach(Client::settles);
                    }
                    assertEquals(Set.of(), late.linesWelcomedAgain());
                }
            }
            ground.judge("The answer to COMMIT lost", history, talkers, rani);
            assertEquals(Set.of(), rani.linesWelcomedAgain());
        }
    }

    @Test
    void readOnlyForAWhile(Ground ground) throws SQLException, IOException {
        refusesForAWhile(
                ground,
                "PostgreSQL read-only",
                "alter database ramah set default_transaction_read_only = on",
                "alter database ramah reset default_transaction_read_only");
    }

    /** As when the disk is full: what is read works, what is written is refused (SQLSTATE 53100). */
    @Test
    void fullForAWhile(Ground ground) throws SQLException, IOException {
        ground.runInDatabase(
                """
                create or replace function full_disk() returns trigger language plpgsql as $$
                begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$""");
        refusesForAWhile(
                ground,
                "PostgreSQL full",
                "create trigger full_disk before insert on entry execute function full_disk()",
                "drop trigger full_disk on entry");
    }

    private void refusesForAWhile(Ground ground, String name, String begin, String end)
            throws SQLException, IOException {
        talkers = ground.talkers(TALKERS, history);
        Ground.burst(talkers, 0, MESSAGES / 2);
        talkers.forEach(Client::settles);
        int printed = ground.ramah.output().length();
        ground.runInDatabase(begin);
        ground.endAllSessions();
        Ground.burst(talkers, MESSAGES / 2, MESSAGES);
        history.await(TALKERS, Unknown.class, any -> true);
        assertTrue(talkers.stream().allMatch(each -> each.unsettled() > 0), "nothing is acknowledged meanwhile");
        ground.runInDatabase("set default_transaction_read_only = off", end);
        ground.endAllSessions();
        ground.judge(name, history, talkers);
        String said = ground.ramah.output().substring(printed);
        assertFalse(said.contains(" ERROR "), "a known state of the world, no fault of ours");
        assertFalse(said.contains("[org.hibernate"), "tried again and again, it is no news each time");
    }

    /** The race: a statement is under way, its answer never comes, and no connection is refused either. */
    @Test
    void outOfReachWithoutAWord(Ground ground) throws SQLException {
        talkers = ground.talkers(TALKERS, history);
        Ground.burst(talkers, 0, MESSAGES / 2);
        ground.toDatabase.become(Cable.State.HALF_OPEN);
        Ground.burst(talkers, MESSAGES / 2, MESSAGES);
        history.await(TALKERS * Form.of(1, 20), Unknown.class, any -> true);
        ground.toDatabase.become(Cable.State.SOUND);
        ground.judge("PostgreSQL out of reach", history, talkers);
    }
}
