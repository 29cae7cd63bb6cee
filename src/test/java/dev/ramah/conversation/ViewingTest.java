package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** One screen gets every entry once and in order, whenever it is written. */
class ViewingTest {

    private static final ConversationRef TALK = new ConversationRef(UUID.randomUUID());

    private final List<String> shown = new ArrayList<>();

    @Test
    void whatIsWrittenWhileTheLogIsReadIsReadBehindItAndShownOnce() {
        Viewing screen = new Viewing(TALK, View.STAFF, this::show, new LongAdder());
        assertTrue(screen.live(List.of(live(3))), "it reads already");
        screen.tell("typing");
        assertTrue(screen.live(List.of(live(4))));
        assertEquals(List.of(), shown);
        assertFalse(screen.begin("welcome", 1, List.of(said(2), said(3)), true), "the fourth is not there yet");
        assertTrue(screen.page(List.of(said(4)), true));
        assertTrue(screen.live(List.of(live(5))));
        assertEquals(List.of("welcome", "2", "3", "4", "5"), shown);
    }

    @Test
    void pagesFollowEachOtherWhateverIsTold() {
        Viewing screen = new Viewing(TALK, View.STAFF, this::show, new LongAdder());
        assertFalse(screen.begin("welcome", 0, List.of(said(1), said(2)), false));
        assertTrue(screen.live(List.of(live(3), live(5))), "it reads on anyway");
        screen.tell("typing");
        assertFalse(screen.page(List.of(said(3), said(4)), false));
        assertTrue(screen.page(List.of(said(5)), true));
        assertEquals(List.of("welcome", "1", "2", "typing", "3", "4", "5"), shown);
    }

    @Test
    void whatTheLogAlreadyHadIsNotShownAgainWhenItIsTold() {
        Viewing screen = new Viewing(TALK, View.STAFF, this::show, new LongAdder());
        screen.begin("welcome", 0, List.of(said(1), said(2)), true);
        assertTrue(screen.live(List.of(live(2))));
        screen.tell("typing");
        assertEquals(List.of("welcome", "1", "2", "typing"), shown);
    }

    /** Another look at the same conversation has begun on this screen: what is late would stand among what it shows. */
    @Test
    void whatIsLateIsNotShownOnceItHasEnded() {
        Viewing screen = new Viewing(TALK, View.STAFF, this::show, new LongAdder());
        screen.begin("welcome", 0, List.of(said(1)), true);
        screen.end();
        assertTrue(screen.live(List.of(live(2))));
        screen.page(List.of(said(3)), true);
        screen.tell("typing");
        assertEquals(List.of("welcome", "1"), shown);
    }

    @Test
    void theCustomersScreenHasGapsWhereNotesAre() {
        Viewing screen = new Viewing(TALK, View.CUSTOMER, this::show, new LongAdder());
        screen.begin("welcome", 0, List.of(said(1), entry(2, new Happened.Noted("Private")), said(3)), true);
        assertEquals(List.of("welcome", "1", "3"), shown);
    }

    @Test
    void whatComesTooEarlyIsLeftOutAndReadWithWhatIsMissing() {
        Viewing screen = new Viewing(TALK, View.STAFF, this::show, new LongAdder());
        screen.begin("welcome", 0, List.of(said(1)), true);
        assertFalse(screen.live(List.of(live(3))));
        assertEquals(1, screen.upTo());
        assertTrue(screen.live(List.of(live(2), live(3))), "it is asked for once");
        assertTrue(screen.page(List.of(said(2), said(3)), true));
        assertTrue(screen.live(List.of(live(3))), "told twice");
        assertEquals(List.of("welcome", "1", "2", "3"), shown);
    }

    @Test
    void anEntryThatIsNotForTheScreenLeavesNoHole() {
        Viewing screen = new Viewing(TALK, View.CUSTOMER, this::show, new LongAdder());
        screen.begin("welcome", 0, List.of(), true);
        assertTrue(screen.live(List.of(new Viewing.Shown(1, null), live(2))));
        assertEquals(List.of("welcome", "2"), shown);
    }

    private static Viewing.Shown live(int seq) {
        return new Viewing.Shown(seq, "\"seq\":" + seq + ",");
    }

    private void show(String frame) {
        shown.add(frame.contains("\"seq\":") ? frame.replaceAll(".*\"seq\":(\\d+),.*", "$1") : frame);
    }

    private static Entry said(int seq) {
        return entry(seq, Happened.Said.plain("Word " + seq));
    }

    private static Entry entry(int seq, Happened what) {
        return new Entry(TALK, seq, 1, Instant.EPOCH, Author.customer("Sari"), null, what, false);
    }
}
