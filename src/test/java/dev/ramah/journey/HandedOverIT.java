package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The bot cannot help; a person can, and knows everything that was said. */
@ExtendWith(Stage.Opens.class)
class HandedOverIT {

    private static final String REQUEST = "Can I still change the delivery address of my order 1057?";

    /** Others may be waiting too. */
    private static final Pattern PLACE = Pattern.compile("You are (next|number \\d+ in the queue)");

    @Test
    void aConversationIsHandedOverWithEverythingInItSolvedAndRated(Stage stage) {
        DeskPage bima = DeskPage.of(stage.enters("Bima"));
        Widget tom = Widget.inTheShop(stage.enters("Tom"), "tom");

        tom.says(REQUEST);
        assertThat(tom.source("Change the delivery address")).isVisible();
        tom.asksForAPerson();
        tom.reads("A person will join you here.");
        assertThat(tom.dialog()).containsText(PLACE);

        bima.takes("Tom Baker");
        // One screen, no click: what he wants, what is known and from where, what the bot said, why a person.
        assertThat(bima.brief()).containsText(REQUEST);
        assertThat(bima.brief()).containsText("1057");
        assertThat(bima.brief()).containsText("Asked for a person");
        assertThat(bima.brief()).containsText("Change the delivery address");
        assertThat(bima.about("Customer")).containsText("Tom Baker");
        assertThat(bima.about("Customer")).containsText("verified");
        assertThat(bima.about("Orders")).containsText("1057");
        assertThat(bima.transcript()).containsText(REQUEST);
        // Whose it is can be read beside all that can be done with it.
        assertTrue((boolean)
                bima.page().locator("ramah-talk header h1").evaluate("name => name.scrollWidth <= name.clientWidth"));

        tom.reads("Bima has joined the chat");
        bima.tries("Hello! What is your order number?");
        assertThat(bima.known()).containsText("1057");
        assertThat(bima.transcript()).not().containsText("What is your order number?");
        bima.waitsFor("The warehouse");
        tom.reads("We are on it. You will hear from us tomorrow at 09:00");
        assertThat(bima.transcript()).containsText("The warehouse");
        assertThat(tom.log()).not().containsText("warehouse");
        bima.replies("Hi Tom, I have moved it to your new address. It will be there tomorrow.");
        tom.reads("It will be there tomorrow.");
        assertThat(tom.dialog()).containsText("Bima is with you");
        bima.notes("Courier confirmed by phone.");
        tom.says("That was easy, thank you!");
        assertThat(bima.transcript()).containsText("That was easy, thank you!");
        assertThat(bima.transcript()).containsText("it waits no more");
        bima.resolves();
        bima.saysItWasAbout("orders");

        assertThat(tom.dialog()).containsText("How was this chat?");
        tom.rates("Very good");
        Locator question = tom.dialog().getByText("Did you have to repeat yourself?");
        assertThat(question).isVisible();
        tom.dialog()
                .getByText("No", new Locator.GetByTextOptions().setExact(true))
                .click();
        tom.adds("Did not have to explain anything twice.");
        assertThat(bima.transcript()).containsText("Did not have to explain anything twice.");
        assertThat(tom.log()).not().containsText("Courier confirmed by phone.");

        // On another device he reads on where he was, before he has written a word.
        Widget elsewhere = Widget.inTheShop(stage.enters("Tom elsewhere"), "tom");
        elsewhere.reads("It will be there tomorrow.");
    }
}
