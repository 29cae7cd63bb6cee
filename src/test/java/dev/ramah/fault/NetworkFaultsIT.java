package dev.ramah.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.fault.History.Failed;
import dev.ramah.fault.History.Ok;
import dev.ramah.platform.Patience;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lines to the clients break, fall silent, or there are too many of them. */
@ExtendWith(Ground.Opens.class)
class NetworkFaultsIT {

    private static final int TALKERS = Form.of(10, 50);
    private static final int MESSAGES = Form.of(40, 200);

    /** More than may come back in one second. */
    private static final int STOPPED = 250;

    private static final String WORDS = "x".repeat(4_000);

    private final History history = new History();
    private final List<Talker> talkers = new ArrayList<>();

    @AfterEach
    void everybodyLeaves() {
        talkers.forEach(Client::close);
    }

    /**
     * The race: frames are under way in both directions as nothing passes any more. Clients give such a line up, and so
     * does the server, by itself: neither is told.
     */
    @ParameterizedTest
    @EnumSource(names = "SOUND", mode = EnumSource.Mode.EXCLUDE)
    void aBrokenNetwork(Cable.State weather, Ground ground) throws SQLException {
        talkers.addAll(ground.talkers(TALKERS, history));
        try (Watcher rani = ground.watcher("rani", history)) {
            talkers.forEach(each -> rani.watches(each.conversation));
            for (int round = 0; round < Form.of(1, 10); round++) {
                Ground.burst(talkers, round * MESSAGES, round * MESSAGES + MESSAGES / 2);
                ground.toClients.become(weather);
                Ground.burst(talkers, round * MESSAGES + MESSAGES / 2, (round + 1) * MESSAGES);
                talkers.forEach(Talker::losesItsLine);
                if (weather == Cable.State.DEAF || weather == Cable.State.HALF_OPEN) {
                    Patience.until("the server gave the lines up", () -> ground.connectedCustomers() == 0);
                }
                ground.toClients.become(Cable.State.SOUND);
                talkers.forEach(Client::settles);
            }
            ground.judge("Network " + weather, history, talkers, rani);
        }
    }

    /** The race: the first is being written as the others come, on both lines. */
    @Test
    void aThousandTimesTheSameIdOverTwoLines(Ground ground) throws SQLException {
        Talker phone = ground.talker("phone", history);
        Talker laptop = phone.again("laptop", ground.ramah::port);
        talkers.addAll(List.of(phone, laptop));
        for (int i = 0; i < 500; i++) {
            phone.say(phone.conversation, "same", "Only once, please");
            laptop.say(phone.conversation, "same", "Only once, please");
        }
        history.await(1_000, Ok.class, any -> true);
        ground.judge("1,000 times the same id", history, talkers);
        assertEquals(
                1, history.all(Ok.class).stream().map(Ok::seq).distinct().count(), "every acknowledgement is the same");
        assertEquals(
                1,
                ground.log(talkers).stream()
                        .filter(each -> "same".equals(each.clientId()))
                        .count());
    }

    @Test
    void manyClientsAtOnce(Ground ground) throws SQLException {
        talkers.addAll(ground.talkers(Form.of(500, 5_000), history));
        Ground.burst(talkers, 0, 3);
        talkers.forEach(Client::cut);
        Ground.burst(talkers, 3, 4);
        ground.judge("Many clients at once, and back at once", history, talkers);
    }

    /** Whoever floods is told to wait; the messages that were refused are not stored, and the others notice nothing. */
    @Test
    void aSenderWhoFloods(Ground ground) throws SQLException {
        List<Talker> others = ground.talkers(TALKERS, history);
        talkers.addAll(others);
        History flood = new History();
        try (Talker flooder = ground.talker("flooder", flood)) {
            int many = Ground.FRAMES_A_MINUTE + 1_000;
            for (int n = 0; n < many; n++) {
                flooder.say(n);
            }
            Ground.burst(others, 0, MESSAGES);
            flood.await(1_000, Failed.class, each -> each.code().equals("rate_limited"));
            flood.await(Ground.MESSAGES_A_MINUTE, Ok.class, any -> true);
            ground.judge("While one floods", history, others);
        }
        System.out.printf("The flooder: %s%n", flood);
    }

    /**
     * Whoever reads a byte a second while 50 MB wait is dropped, before what waits for them fills the memory. The others
     * notice nothing; and once they read again, they go on from where they were.
     */
    @Test
    void readersWhoHardlyRead(Ground ground) throws SQLException, IOException {
        int readers = Form.of(6, 20);
        History slow = new History();
        try (Cable thin = new Cable(ground.ramah.port());
                Talker reader = ground.talker("reader", slow)) {
            reader.say(0);
            reader.settles();
            reader.isLeftByTheBot();
            reader.rests();
            ground.fill(reader.conversation, 50 * 1024 * 1024 / WORDS.length(), WORDS);
            thin.trickles(1_000_000);
            List<RawSocket> lines = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                lines.add(new RawSocket(thin.port(), "/ws/chat"));
            }
            thin.trickles(1);
            lines.forEach(each -> each.text("{\"type\":\"hello\",\"after\":0,\"token\":\"" + reader.token + "\"}"));
            talkers.addAll(ground.talkers(TALKERS, history));
            Ground.burst(talkers, 0, MESSAGES);
            Patience.until("they are dropped", () -> ground.connectedCustomers() == TALKERS);
            ground.judge("While some hardly read", history, talkers);
            reader.comesBack();
            ground.judge("Somebody who reads again", slow, List.of(reader));
            assertTrue(
                    reader.closes().stream().noneMatch(how -> how.startsWith("1013")),
                    "whoever reads is not dropped for all that waits: " + reader.closes());
            for (RawSocket each : lines) {
                each.close();
            }
        }
        assertFalse(ground.ramah.output().contains("OutOfMemoryError"), "the memory is bounded");
    }

    /** The race: some of the burst is being written, and the bot is thinking, as the application is told to stop. */
    @Test
    void anOrderlyStop(Ground ground) throws Exception {
        talkers.addAll(ground.talkers(STOPPED, history));
        int printed = ground.ramah.output().length();
        Ground.burst(talkers, 0, 2);
        talkers.forEach(Client::settles);
        Ground.burst(talkers, 2, 4);
        ground.ramah.close();
        List<List<String>> ends = talkers.stream().map(Client::closes).toList();
        ground.ramah.start();
        // On a busy machine somebody may just have had enough of waiting, and have no line that could be closed.
        List<List<String>> untold = ends.stream()
                .filter(each -> !each.contains("silent"))
                .filter(each -> each.stream().noneMatch(how -> how.matches("1012 .*retry in \\d+ s")))
                .toList();
        assertEquals(List.of(), untold, "everybody is told when to come back");
        long moments = ends.stream()
                .flatMap(List::stream)
                .filter(how -> how.startsWith("1012"))
                .distinct()
                .count();
        assertTrue(moments > 1, "not all at once");
        Ground.burst(talkers, 4, 5);
        ground.judge("An orderly stop", history, talkers);
        assertFalse(ground.ramah.output().substring(printed).contains(" ERROR "), "nothing went wrong");
    }
}
