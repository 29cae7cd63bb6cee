package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody was unhappy and said so; they read an answer in the chat and say how it looks to them now. */
@ExtendWith(Stage.Opens.class)
class FollowedUpIT {

    private static final String COMMENT = "Nobody told me about the two days of Nyepi.";
    private static final String ANSWER = "I am sorry. The article on delivery names Nyepi from today on.";

    @Test
    void aLowMarkIsAnsweredReadInTheChatAndRatedAgain(Stage stage) {
        Widget visitor = Widget.inTheShop(stage.enters("a visitor"), "visitor");
        visitor.says("How long does delivery to Bali take?");
        assertThat(visitor.source("Delivery times and costs in Indonesia")).isVisible();
        visitor.saysThatSolvedIt();
        visitor.rates("Bad");
        visitor.adds(COMMENT);
        visitor.reads("You rated this chat: Bad. Thank you.");

        Person maya = stage.enters("Maya").signsIn("maya@kopi.example", "/follow-ups");
        Page page = maya.page;
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("All open"))
                .press("Enter");
        Locator line = page.locator("ramah-follow-ups .list a").filter(new Locator.FilterOptions().setHasText(COMMENT));
        line.press("Enter");
        Locator sheet = page.locator("ramah-follow-up");
        assertThat(sheet.locator("blockquote")).hasText(COMMENT);
        assertThat(sheet).containsText("bot alone");
        // By keyboard to somebody else and back: it takes part of a second, and the focus is where it was.
        Locator owner = page.getByLabel("Owner");
        owner.focus();
        goesTo(owner, "ArrowDown", "Rani");
        goesTo(owner, "ArrowUp", "Maya (you)");
        Locator nav = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Pages"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Follow-ups"));
        assertThat(nav).containsText("wait for you");
        page.getByLabel("Your answer to").fill(ANSWER);
        assertThat(maya.button("Send")).isEnabled();
        maya.button("Send").press("Enter");
        assertThat(sheet).containsText("answered by Maya");

        visitor.reads("about your feedback");
        visitor.reads(ANSWER);
        Locator again = visitor.log()
                .getByRole(AriaRole.RADIOGROUP, new Locator.GetByRoleOptions().setName("How does it look to you now?"));
        Locator good = again.getByRole(
                AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Good").setExact(true));
        good.press("Enter");
        visitor.reads("Now you rate it: Good. Thank you.");
        assertThat(again).hasCount(0);

        page.reload();
        assertThat(sheet).containsText("now 4");
        sheet.getByText("What was done").press("Enter");
        assertThat(sheet).containsText("The customer rated again");
    }

    @Test
    void onAPhoneWhatWasOpenedStandsAlone(Stage stage) {
        Page page = stage.enters("Maya", Screen.PHONE).signsIn("maya@kopi.example", "/follow-ups").page;
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("All open"))
                .click();
        Locator low = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("What became of low marks"));
        assertThat(low).isVisible();
        page.locator("ramah-follow-ups .list a").last().press("Enter");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Back to the list")))
                .isFocused();
        assertThat(low).isHidden();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Follow-ups")))
                .isInViewport();
    }

    private static void goesTo(Locator owner, String key, String name) {
        owner.page().keyboard().press(key);
        assertThat(owner.locator("option:checked")).hasText(name);
        assertThat(owner).isEnabled();
        assertThat(owner).isFocused();
    }
}
