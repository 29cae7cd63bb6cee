package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The train goes into a tunnel. */
@ExtendWith(Stage.Opens.class)
class ConnectionIT {

    private static final String BEFORE = "How long does delivery to Bali take?";
    private static final String AS_IT_BROKE = "I need it before Friday.";
    private static final String FIRST = "And a second thing:";
    private static final String SECOND = "Which grind do I take for a moka pot?";
    private static final String AFTER_RELOADING = "Sorry, I am on a train.";

    @Test
    void whatWasTypedMeanwhileIsSentOnceAndInOrder(Stage stage) {
        Person person = stage.enters("visitor on a train");
        Wire wire = Wire.of(person.page);
        Widget visitor = Widget.inTheShop(person, "visitor");
        visitor.says(BEFORE);
        visitor.reads("Java and Bali: 2-3 working days");

        // This one arrives, but the answer that says so is lost: it must not be there twice.
        wire.losesAnswers();
        visitor.says(AS_IT_BROKE);
        visitor.reads("Sending…");
        wire.carries(AS_IT_BROKE);
        wire.breaks();
        visitor.says(FIRST);
        visitor.says(SECOND);
        assertThat(visitor.dialog()).containsText("No connection. What you write is kept");
        visitor.hasSaid(List.of(BEFORE, AS_IT_BROKE, FIRST, SECOND));

        // The page is reloaded in the tunnel: what is not sent yet is still there.
        person.page.reload();
        visitor.hasSaid(List.of(AS_IT_BROKE, FIRST, SECOND));
        visitor.says(AFTER_RELOADING);

        wire.mends();
        visitor.hasSaid(List.of(BEFORE, AS_IT_BROKE, FIRST, SECOND, AFTER_RELOADING));
        assertThat(visitor.log()).not().containsText("Sending…");
        assertThat(visitor.dialog()).not().containsText("No connection");

        // Now from the desk's memory alone: a reload continues the same conversation.
        person.page.reload();
        visitor.hasSaid(List.of(BEFORE, AS_IT_BROKE, FIRST, SECOND, AFTER_RELOADING));
        assertThat(visitor.box()).isVisible();
    }
}
