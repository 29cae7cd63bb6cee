package dev.ramah.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.fault.History.Delivered;
import dev.ramah.fault.History.Failed;
import dev.ramah.fault.History.Invoked;
import dev.ramah.fault.History.Looked;
import dev.ramah.fault.History.Message;
import dev.ramah.fault.History.Ok;
import dev.ramah.fault.History.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The judge is judged: a sound history passes, and each way to break the promise is found and called by its name. */
class PromiseTest {

    private static final String C = "conversation";

    private final History history = new History();
    private final List<Stored> log = new ArrayList<>();

    @Test
    void aSoundHistoryBreaksNothing() {
        // Tom is on two lines, one of which breaks; Bima looks on and writes a note that Tom never sees.
        looks("tom 1", "tom", false, 0);
        looks("bima 1", "bima", true, 0);
        says("m1", "line 1");
        stored(1, "m1");
        acknowledged("m1", 1, "m1");
        shown("tom 1", 1, "m1");
        shown("bima 1", 1, "m1");
        says("m2", "line 1");
        stored(2, "m2");
        history.add(new Unknown(message("m2")));
        log.add(new Stored(C, 3, "noted", "bima", "n1", "Careful"));
        history.add(new Delivered("bima 1", 2, "said", "m2"));
        history.add(new Delivered("bima 1", 3, "noted", "Careful"));
        looks("tom 2", "tom", false, 1);
        shown("tom 2", 2, "m2");
        says("m2", "line 2");
        acknowledged("m2", 2, null);
        says("m3", "line 2");
        history.add(new Failed(message("m3"), "too_long"));
        says("m4", "line 2");
        history.add(new Unknown(message("m4")));

        breaks();
    }

    @Test
    void anAcknowledgedMessageThatIsNotStored() {
        says("m1", "line");
        acknowledged("m1", 1, "m1");
        breaks(Promise.ACKNOWLEDGED_IS_STORED);
    }

    @Test
    void aMessageThatIsStoredTwice() {
        says("m1", "line");
        stored(1, "m1");
        stored(2, "m1");
        breaks(Promise.STORED_AT_MOST_ONCE);
    }

    @Test
    void aMessageOfWhichNobodyKnowsThatIsStoredTwice() {
        says("m1", "line");
        history.add(new Unknown(message("m1")));
        stored(1, "m1");
        stored(2, "m1");
        breaks(Promise.STORED_AT_MOST_ONCE);
    }

    @Test
    void anAcknowledgementWithAnotherNumber() {
        says("m1", "line");
        stored(1, "m1");
        acknowledged("m1", 2, null);
        breaks(Promise.ACKNOWLEDGED_AS_IT_IS_STORED);
    }

    @Test
    void anAcknowledgementWithAnotherText() {
        says("m1", "line");
        stored(1, "m1");
        acknowledged("m1", 1, "something else");
        breaks(Promise.ACKNOWLEDGED_AS_IT_IS_STORED);
    }

    @Test
    void twoAcknowledgementsOfWhichOneIsWrong() {
        says("m1", "line");
        stored(1, "m1");
        acknowledged("m1", 1, "m1");
        acknowledged("m1", 7, null);
        breaks(Promise.ACKNOWLEDGED_AS_IT_IS_STORED, Promise.ACKNOWLEDGEMENTS_AGREE);
    }

    @Test
    void aRefusedMessageThatIsStored() {
        says("m1", "line");
        history.add(new Failed(message("m1"), "too_long"));
        stored(1, "m1");
        breaks(Promise.REFUSED_IS_NOT_STORED);
    }

    @Test
    void aTextThatChangedOnItsWay() {
        says("m1", "line");
        log.add(new Stored(C, 1, "said", History.CUSTOMER, "m1", "M1"));
        breaks(Promise.STORED_AS_IT_WAS_SENT);
    }

    @Test
    void aMessageThatOvertookTheOneBeforeIt() {
        says("m1", "line");
        says("m2", "line");
        stored(1, "m2");
        stored(2, "m1");
        breaks(Promise.STORED_IN_THE_ORDER_OF_SENDING);
    }

    @Test
    void messagesOfTwoLinesHaveNoOrder() {
        says("m1", "line 1");
        says("m2", "line 2");
        stored(1, "m2");
        stored(2, "m1");
        breaks();
    }

    @Test
    void aGapInTheNumbers() {
        stored(1, "m1");
        stored(3, "m3");
        breaks(Promise.NUMBERS_HAVE_NO_GAP);
    }

    @Test
    void aConversationThatTwoPeopleHold() {
        log.add(new Stored(C, 1, "assigned", "bima", null, ""));
        log.add(new Stored(C, 2, "assigned", "ana", null, ""));
        breaks(Promise.ONE_PERSON_HOLDS_IT);
    }

    @Test
    void aConversationThatChangesHands() {
        log.add(new Stored(C, 1, "assigned", "bima", null, ""));
        log.add(new Stored(C, 2, "requeued", "SYSTEM", null, ""));
        log.add(new Stored(C, 3, "assigned", "ana", null, ""));
        breaks();
    }

    @Test
    void aBotThatAnswersTwice() {
        stored(1, "m1");
        log.add(new Stored(C, 2, "said", "BOT", null, "Hello"));
        log.add(new Stored(C, 3, "said", "BOT", null, "Hello"));
        breaks(Promise.THE_BOT_ANSWERS_ONCE);
    }

    @Test
    void aDeliveryOfWhatIsNotStored() {
        looks("tom 1", "tom", false, 0);
        shown("tom 1", 1, "m1");
        breaks(Promise.DELIVERED_IS_STORED);
    }

    @Test
    void aDeliveryWithAnotherText() {
        looks("tom 1", "tom", false, 0);
        stored(1, "m1");
        shown("tom 1", 1, "something else");
        breaks(Promise.DELIVERED_IS_STORED);
    }

    @Test
    void aNoteThatTheCustomerSees() {
        looks("tom 1", "tom", false, 0);
        log.add(new Stored(C, 1, "noted", "bima", "n1", "Careful"));
        history.add(new Delivered("tom 1", 1, "noted", "Careful"));
        breaks(Promise.NOBODY_SEES_WHAT_IS_NOT_FOR_THEM);
    }

    @Test
    void aDeliveryThatComesTwice() {
        looks("tom 1", "tom", false, 0);
        stored(1, "m1");
        shown("tom 1", 1, "m1");
        shown("tom 1", 1, "m1");
        breaks(Promise.DELIVERED_ONCE_AND_IN_ORDER);
    }

    @Test
    void aDeliveryOfWhatTheViewerHadBefore() {
        looks("tom 1", "tom", false, 1);
        stored(1, "m1");
        shown("tom 1", 1, "m1");
        breaks(Promise.DELIVERED_ONCE_AND_IN_ORDER);
    }

    @Test
    void deliveriesInAnotherOrder() {
        looks("tom 1", "tom", false, 0);
        stored(1, "m1");
        stored(2, "m2");
        shown("tom 1", 2, "m2");
        shown("tom 1", 1, "m1");
        breaks(Promise.DELIVERED_ONCE_AND_IN_ORDER);
    }

    @Test
    void aViewingThatSkipsAnEntry() {
        looks("tom 1", "tom", false, 0);
        looks("tom 2", "tom", false, 0);
        stored(1, "m1");
        stored(2, "m2");
        shown("tom 1", 2, "m2");
        shown("tom 2", 1, "m1");
        shown("tom 2", 2, "m2");
        breaks(Promise.NOTHING_IS_SKIPPED);
    }

    @Test
    void anEntryThatNeverReachesSomebody() {
        looks("tom 1", "tom", false, 0);
        looks("bima 1", "bima", true, 0);
        stored(1, "m1");
        shown("tom 1", 1, "m1");
        breaks(Promise.STORED_REACHES_EVERYBODY);
    }

    private void says(String id, String line) {
        history.add(new Invoked(message(id), line, id));
    }

    private void acknowledged(String id, int seq, @Nullable String text) {
        history.add(new Ok(message(id), seq, text));
    }

    private void stored(int seq, String id) {
        log.add(new Stored(C, seq, "said", History.CUSTOMER, id, id));
    }

    private void looks(String viewing, String viewer, boolean staff, int after) {
        history.add(new Looked(viewing, viewer, C, staff, after));
    }

    private void shown(String viewing, int seq, String text) {
        history.add(new Delivered(viewing, seq, "said", text));
    }

    private void breaks(Promise... promises) {
        assertEquals(Set.of(promises), Promise.broken(history, log).keySet());
    }

    private static Message message(String id) {
        return new Message(C, History.CUSTOMER, id);
    }
}
