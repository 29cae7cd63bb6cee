package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Maya assigns a scenario, Bima answers it in the desk's console, and no queue knows of it. */
@ExtendWith(Stage.Opens.class)
class PractisedIT {

    private static final String SCENARIO = "Water on the kitchen floor, and already asked twice";

    @Test
    void whatIsAssignedIsPractisedByKeyboardSurvivesAReloadAndSaysWhatItGot(Stage stage) {
        Person maya = stage.enters("Maya").signsIn("maya@kopi.example", "/practice#team");
        maya.page.getByLabel("Scenario").selectOption(SCENARIO);
        maya.page
                .getByLabel("Bima", new Page.GetByLabelOptions().setExact(true))
                .check();
        maya.button("Assign").click();
        Locator his = maya.page.locator("section.who").filter(new Locator.FilterOptions().setHasText("Bima"));
        assertThat(his).containsText(SCENARIO);

        Person bima = stage.enters("Bima").signsIn("bima@kopi.example", "/practice");
        Page page = bima.page;
        Locator card = page.locator("li.card").filter(new Locator.FilterOptions().setHasText(SCENARIO));
        assertThat(card).containsText("Assigned");
        card.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.NOTE)).containsText("Nothing here goes to a customer");
        Locator brief = page.locator(".side ramah-brief");
        assertThat(brief).containsText("KN-7001");
        Locator transcript = page.locator("ramah-transcript");
        Locator box = box(page);
        box.fill("/late");
        assertThat(bima.page.getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName("Canned replies")))
                .containsText("A parcel is late");
        box.press("Enter");
        assertThat(box).hasValue(Pattern.compile("order KN-7001 is late, Robin Marsh"));
        box.fill("As it says in ");
        page.locator(".side").getByLabel("Find an article").fill("leaking");
        linkTo(page, "The espresso machine is leaking").click();
        assertThat(box).hasValue(Pattern.compile("As it says in The espresso .* http.*#machine-leaking/en"));
        answers(page, "Could you tell me your order number?");
        assertThat(transcript).containsText("Read what I wrote.");
        answers(page, "Please take the tank out, wipe its valve and the seat, and push it in until it clicks.");
        assertThat(transcript).containsText("Now it clicked.");
        page.reload();
        assertThat(transcript).containsText("Now it clicked.");
        assertThat(transcript.locator("li.words.agent")).hasCount(2);
        bima.button("End and see the result").click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("How it was marked")))
                .isVisible();
        Locator marks = page.locator(".marks");
        assertThat(marks).containsText("One thing was asked that the customer had told.");
        assertThat(marks).containsText(Pattern.compile("An answer says what the article says"));
        assertThat(page.locator(".pairs")).containsText("Hello, what seems to be the problem?");

        maya.page.reload();
        assertThat(his).containsText("Passed");
    }

    /** The desk's macros and articles are at hand, as far as a rehearsal has a use for them. */
    @Test
    void aMacroPutsItsWordsInAndALinkedArticleIsReadBesideTheRehearsal(Stage stage) {
        Person ana = stage.enters("Ana").signsIn("ana@kopi.example", "/practice");
        Page page = ana.page;
        page.locator("li.card")
                .filter(new Locator.FilterOptions().setHasText(SCENARIO))
                .getByRole(AriaRole.BUTTON)
                .click();
        Locator side = page.locator(".side");
        Locator carrier =
                side.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("Ask the carrier"));
        assertThat(carrier)
                .containsText("Left out: note: Carrier asked about KN-7001. · wait 24 hours for The carrier");
        carrier.getByRole(AriaRole.BUTTON).click();
        Locator box = box(page);
        assertThat(box).hasValue(Pattern.compile("order KN-7001 is late, Robin Marsh"));
        box.fill("");
        box.press("Escape");
        page.keyboard().press("1");
        assertThat(box).hasValue(Pattern.compile("order KN-7001 is late, Robin Marsh"));

        box.fill("As it says in ");
        side.getByLabel("Find an article").fill("leaking");
        linkTo(page, "The espresso machine is leaking").click();
        box.press("Enter");
        String before = page.url();
        page.locator("ramah-transcript").getByRole(AriaRole.LINK).click();
        Locator article = side.getByRole(AriaRole.HEADING, namedHeading("The espresso machine is leaking"));
        assertThat(article).isFocused();
        assertThat(side).containsText("tank");
        AccessibilityIT.findsNothing(page, "a rehearsal with an article beside it");
        assertEquals(before, page.url());
        ana.button("All articles").press("Enter");
        assertThat(side.getByLabel("Find an article")).hasValue("leaking");
    }

    private static Locator linkTo(Page page, String article) {
        return page.locator(".side")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Put the link to “" + article));
    }

    private static Locator box(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Reply"));
    }

    private static void answers(Page page, String text) {
        Locator box = box(page);
        box.fill(text);
        box.press("Enter");
    }

    private static Locator.GetByRoleOptions namedHeading(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
