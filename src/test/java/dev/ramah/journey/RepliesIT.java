package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is said and done often is written once, and then takes a few keys. */
@ExtendWith(Stage.Opens.class)
class RepliesIT {

    @Test
    void aReplyAndAMacroAreWrittenOnAPageAndUsedWithKeysAlone(Stage stage) {
        Person maya = stage.enters("Maya");
        maya.signsIn("maya@kopi.example", "/replies");
        maya.button("Write a reply").click();
        maya.page.getByLabel("Shortcut").fill("umbrella");
        maya.page.getByLabel("Title").fill("Umbrellas");
        maya.page.getByLabel("For whom").selectOption("everyone");
        maya.page.getByLabel("In English").fill("Hello {customer.name}, an umbrella comes with {order}.");
        maya.button("Save").click();
        assertThat(maya.page.getByRole(AriaRole.TABLE)).containsText("/umbrella");
        maya.button("Macros").click();
        maya.button("Make a macro").click();
        maya.page.getByLabel("Title").fill("Umbrella promised");
        maya.page.getByLabel("Key").selectOption("7");
        maya.page.getByLabel("For whom").selectOption("everyone");
        step(maya, "Step 1").selectOption("note");
        maya.page.getByLabel("The note").fill("Umbrella promised to {customer.name}");
        maya.button("Another step").click();
        step(maya, "Step 2").selectOption("resolve");
        maya.button("Save").click();
        assertThat(maya.page.getByRole(AriaRole.TABLE)).containsText("Umbrella promised");

        Widget tom = Widget.inTheShop(stage.enters("Tom"), "tom");
        tom.asksForAPerson();
        tom.reads("A person will join you here.");
        Person bima = stage.enters("Bima");
        DeskPage desk = DeskPage.of(bima);
        desk.takes("Tom Baker");
        Locator reply = bima.page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Reply").setExact(true));
        assertThat(reply).isFocused();
        Keyboard keys = bima.page.keyboard();
        keys.type("/umbr");
        assertThat(choices(bima, "Canned replies")).containsText("Umbrellas");
        keys.press("Enter");
        // Which of his orders nobody said: it is the agent's to fill in, and until then it does not go.
        assertThat(reply).hasValue("Hello Tom Baker, an umbrella comes with ⟦order⟧.");
        assertThat(bima.page.getByText("Not known: order.")).isVisible();
        keys.press("Enter");
        keys.type("1057");
        keys.press("Enter");
        tom.reads("an umbrella comes with 1057.");

        keys.press("Control+k");
        Locator palette =
                bima.page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Everything you can do"));
        assertThat(palette).isFocused();
        keys.type("private note");
        keys.press("Enter");
        assertThat(bima.page.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName("Private note").setExact(true)))
                .isFocused();
        keys.type("@may");
        assertThat(choices(bima, "Colleagues")).containsText("Maya");
        keys.press("Enter");
        keys.type("one umbrella less");
        keys.press("Enter");
        assertThat(desk.transcript()).containsText("one umbrella less");
        keys.press("Escape");
        keys.press("7");
        assertThat(desk.transcript()).containsText("Umbrella promised to Tom Baker");
        assertThat(desk.transcript().getByText("Resolved").last()).isVisible();

        maya.opens("/desk");
        maya.button("1 note names you").click();
        maya.page.getByText("one umbrella less").click();
        assertThat(maya.button("Notes that name you")).isVisible();
    }

    /** Not the button that leaves it out. */
    private static Locator step(Person person, String label) {
        return person.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** What is offered at the caret. */
    private static Locator choices(Person person, String name) {
        return person.page.getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName(name));
    }
}
