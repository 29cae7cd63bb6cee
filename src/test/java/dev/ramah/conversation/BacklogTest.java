package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.customer.Customers;
import dev.ramah.platform.Frame;
import dev.ramah.platform.RamahTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever was away for long reads on a page at a time, as fast as they can and not faster. */
@RamahTest
class BacklogTest {

    private static final int SAID = 2 * Tails.PAGE + 50;

    @Inject
    Customers customers;

    @Inject
    Conversations conversations;

    @Inject
    Viewings viewings;

    private final SlowScreen screen = new SlowScreen();
    private ConversationRef talk;

    /** Has room for a page only when it is told so. */
    private static final class SlowScreen implements Viewing.Screen {

        final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

        @Override
        public void show(String frame) {
            frames.add(frame);
        }

        @Override
        public void whenThereIsRoom(Runnable next) {
            waiting.add(next);
        }

        void hasRoom() throws InterruptedException {
            Runnable next = waiting.poll(60, TimeUnit.SECONDS);
            assertTrue(next != null, "nobody waits for room");
            next.run();
        }

        boolean hasEntries() {
            return frames.stream().anyMatch(each -> Frame.parse(each).type().equals("entry"));
        }

        /** Those of the next entries, of this many. */
        List<Integer> numbers(int many) throws Exception {
            List<Integer> numbers = new ArrayList<>();
            while (numbers.size() < many) {
                String shown = frames.poll(60, TimeUnit.SECONDS);
                assertTrue(shown != null, "only " + numbers);
                Frame frame = Frame.parse(shown);
                if (frame.type().equals("entry")) {
                    numbers.add(frame.integer("seq"));
                }
            }
            return numbers;
        }
    }

    @BeforeEach
    void tomHasSaidALot() {
        UUID tom = customers.anonymous("Tom", null, "en", Map.of()).id();
        talk = conversations.open(tom, "Tom", "en", null, null).conversation();
        conversations.customerAsksForPerson(talk, "human").join();
        CompletableFuture.allOf(IntStream.range(1, SAID)
                        .mapToObj(i -> conversations.customerSays(talk, "say " + i, "Word " + i, null))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    @Test
    void aSlowReaderGetsAPageAndTheRestWhenThereIsRoom() throws Exception {
        viewings.open(talk, View.STAFF, 0, screen, BacklogTest::welcome).join();

        assertEquals(numbers(1, Tails.PAGE), screen.numbers(Tails.PAGE));
        conversations.customerSays(talk, "meanwhile", "Meanwhile", null).join();
        assertFalse(screen.hasEntries(), "what is said meanwhile waits in the log");

        screen.hasRoom();
        assertEquals(numbers(Tails.PAGE + 1, 2 * Tails.PAGE), screen.numbers(Tails.PAGE));
        screen.hasRoom();
        assertEquals(numbers(2 * Tails.PAGE + 1, SAID + 1), screen.numbers(51));

        conversations.customerSays(talk, "live", "Live", null).join();
        assertEquals(List.of(SAID + 2), screen.numbers(1));
        assertEquals(0, screen.waiting.size());
    }

    @Test
    void manyWhoComeBackAtOnceEachGoOnFromWhereTheyWere() throws Exception {
        List<Integer> cursors = List.of(0, 0, 7, SAID - 1, SAID, Tails.PAGE);
        List<SlowScreen> screens = cursors.stream().map(any -> new SlowScreen()).toList();
        CompletableFuture.allOf(IntStream.range(0, cursors.size())
                        .mapToObj(i ->
                                viewings.open(talk, View.STAFF, cursors.get(i), screens.get(i), BacklogTest::welcome))
                        .toArray(CompletableFuture[]::new))
                .join();
        for (int i = 0; i < cursors.size(); i++) {
            int first = cursors.get(i) + 1;
            int page = Math.min(Tails.PAGE, SAID - cursors.get(i));
            assertEquals(numbers(first, first + page - 1), screens.get(i).numbers(page));
        }
    }

    @Test
    void whoLeavesIsReadForNoMore() throws Exception {
        Viewing viewing =
                viewings.open(talk, View.STAFF, 0, screen, BacklogTest::welcome).join();
        screen.numbers(Tails.PAGE);
        viewings.close(viewing);
        screen.hasRoom();
        SlowScreen other = new SlowScreen();
        viewings.open(talk, View.STAFF, 0, other, BacklogTest::welcome).join();
        assertEquals(0, screen.waiting.size());
        assertFalse(screen.hasEntries());
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    private static ObjectNode welcome(State state) {
        return Frame.of("welcome");
    }
}
