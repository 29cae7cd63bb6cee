package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A visitor asks, the bot answers from an article, and that was that. */
@ExtendWith(Stage.Opens.class)
class AnsweredIT {

    @Test
    void aQuestionIsAnsweredFromItsArticleAndRated(Stage stage) {
        Widget visitor = Widget.inTheShop(stage.enters("visitor"), "visitor");
        assertThat(visitor.dialog()).containsText("automated assistant");

        visitor.says("How long does delivery to Bali take?");
        visitor.reads("Java and Bali: 2-3 working days");

        visitor.source("Delivery times and costs in Indonesia").click();
        Locator article = visitor.article("Delivery times and costs in Indonesia");
        assertThat(article).containsText("Every parcel leaves from our roastery in Bandung");
        article.page().keyboard().press("Escape");
        assertThat(article).isHidden();
        assertThat(visitor.dialog()).isVisible();

        visitor.saysThatSolvedIt();
        visitor.reads("Marked as solved.");
        visitor.rates("Very good");
        visitor.adds("Quick and clear.");
        visitor.reads("You rated this chat: Very good. Thank you.");
    }

    @Test
    void aLowMarkSaysWhatItWasFor(Stage stage) {
        Person maya = stage.enters("Maya").signsIn("maya@kopi.example", "/insight");
        int before = forOurRules(maya);
        Widget visitor = Widget.inTheShop(stage.enters("visitor"), "visitor");
        visitor.says("How long does delivery to Bali take?");
        assertThat(visitor.source("Delivery times and costs in Indonesia")).isVisible();
        visitor.saysThatSolvedIt();
        Locator cause = visitor.dialog()
                .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("What was it about?"));
        assertThat(cause).isHidden();
        visitor.rates("Bad");
        assertThat(visitor.dialog()).containsText("Your rating is kept.");
        // The other faces are read and reached, and change nothing any more.
        Locator faces = visitor.dialog().getByRole(AriaRole.RADIOGROUP);
        assertThat(faces).hasAttribute("aria-disabled", "true");
        Locator good = faces.getByRole(
                AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Good").setExact(true));
        good.press("Enter");
        assertThat(faces.getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName("Bad").setExact(true)))
                .isChecked();
        assertThat(good).not().isChecked();
        Locator rules = cause.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Your rules"));
        rules.click();
        assertThat(rules).hasAttribute("aria-pressed", "true");
        visitor.adds("Too slow.");
        assertThat(cause).isHidden();
        visitor.reads("You rated this chat: Bad. Thank you.");
        // Rating it from the menu shows what was said, and asks nothing twice.
        visitor.ratesFromTheMenu();
        assertThat(rules).hasAttribute("aria-disabled", "true");
        assertThat(visitor.dialog()).containsText("Your rating is kept.");
        assertThat(faces).hasAttribute("aria-disabled", "true");
        assertThat(visitor.dialog().getByLabel("Anything to add? (optional)")).isHidden();

        maya.page.reload();
        assertThat(maya.page.locator("dl.strip")).containsText("our rules " + (before + 1));
    }

    /** How many low marks of these weeks were for our rules. */
    private static int forOurRules(Person maya) {
        Locator strip = maya.page.locator("dl.strip");
        assertThat(strip).containsText("low marks:");
        Matcher rules = Pattern.compile("our rules (\\d+)").matcher(strip.textContent());
        return rules.find() ? Integer.parseInt(rules.group(1)) : 0;
    }
}
