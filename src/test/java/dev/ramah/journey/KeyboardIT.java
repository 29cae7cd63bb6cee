package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody touches a mouse. */
@ExtendWith(Stage.Opens.class)
class KeyboardIT {

    @Test
    void aCustomerAndAnAgentGetThroughWithKeysAlone(Stage stage) {
        Person customer = stage.enters("customer").opens("/shop?language=en&as=visitor");
        Widget widget = Widget.on(customer);
        Keyboard theirs = customer.page.keyboard();
        reach(customer, customer.button("Chat with us"));
        theirs.press("Enter");
        assertThat(widget.box()).isFocused();
        theirs.type("My parcel is wet and the bags are torn.");
        theirs.press("Enter");
        widget.hasSaid(List.of("My parcel is wet and the bags are torn."));
        reach(customer, customer.button("Talk to a person").or(customer.button("Stop waiting")));
        if (customer.button("Talk to a person").isVisible()) {
            theirs.press("Enter");
        }
        widget.reads("A person will join you here.");

        Person agent = stage.enters("Bima");
        DeskPage desk = DeskPage.of(agent);
        Keyboard keys = agent.page.keyboard();
        Locator title = agent.page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("Visitor").setLevel(1));
        assertThat(agent.page.getByText("My parcel is wet").first()).isVisible();
        // To the filter, to this conversation's row, take it, write, note, resolve.
        keys.press("/");
        keys.type("parcel is wet");
        keys.press("Enter");
        keys.press("t");
        assertThat(title).isVisible();
        Locator reply = agent.page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Reply"));
        assertThat(reply).isFocused();
        keys.type("I am sorry. A new parcel leaves today.");
        keys.press("Enter");
        widget.reads("A new parcel leaves today.");
        keys.press("Escape");
        keys.press("n");
        keys.type("Carrier told.");
        keys.press("Enter");
        assertThat(desk.transcript()).containsText("Carrier told.");
        keys.press("Escape");
        keys.press("e");
        assertThat(desk.transcript().getByText("Resolved").last()).isVisible();

        reach(customer, customer.page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Very bad")));
        for (int i = 0; i < 4; i++) {
            theirs.press("ArrowRight");
        }
        theirs.press("Space");
        widget.reads("You rated this chat: Very good.");
        theirs.press("Escape");
        assertThat(widget.dialog()).isHidden();
        assertThat(customer.button("Chat with us")).isFocused();
    }

    /** Tabs on until the focus is here; a page that has no way to it fails. */
    private static void reach(Person person, Locator wanted) {
        assertThat(wanted).isVisible();
        for (int i = 0; i < 60; i++) {
            boolean here = (boolean) wanted.evaluate("it => it.getRootNode().activeElement === it");
            if (here) {
                return;
            }
            person.page.keyboard().press("Tab");
        }
        assertThat(wanted).isFocused();
    }
}
