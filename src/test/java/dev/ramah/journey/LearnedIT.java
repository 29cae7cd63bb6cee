package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person answered once, the bot answers from then on. */
@ExtendWith(Stage.Opens.class)
class LearnedIT {

    private static final String QUESTION = "Do you teach latte art on Sundays?";
    private static final String ANSWER = "Yes, every Sunday at ten in our Bandung roastery; a seat is Rp150.000.";

    @Test
    void aManagerMakesAnArticleOfWhatAnAgentAnswered(Stage stage) {
        DeskPage bima = DeskPage.of(stage.enters("Bima"));
        Widget tom = Widget.inTheShop(stage.enters("Tom"), "tom");
        tom.says(QUESTION);
        bima.takes("Tom Baker");
        bima.replies(ANSWER);
        tom.reads(ANSWER);
        bima.resolves();

        Person maya = stage.enters("Maya").signsIn("maya@kopi.example", "/articles");
        tab(maya, "Test bench").click();
        maya.page
                .getByLabel("Question", new Page.GetByLabelOptions().setExact(true))
                .fill(QUESTION);
        maya.button("Add").click();
        maya.button("Run all").click();
        assertThat(maya.page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(QUESTION)))
                .containsText("passes");

        tab(maya, "Gaps").click();
        maya.page
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(QUESTION))
                .click();
        assertThat(maya.page.getByLabel("The answer to all of them")).hasValue(ANSWER);
        maya.button("Make a draft of it").click();
        assertThat(maya.page.getByLabel("Title, as a customer would ask")).hasValue(QUESTION);
        maya.button("Publish").click();
        assertThat(maya.page.getByText("With it 1 question of the test bench no longer passes:"))
                .isVisible();
        maya.button("Publish all the same").click();
        assertThat(maya.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("What became of them")))
                .isVisible();

        Widget visitor = Widget.inTheShop(stage.enters("visitor"), "visitor");
        visitor.says(QUESTION);
        assertThat(visitor.source(QUESTION)).isVisible();
    }

    private static Locator tab(Person person, String name) {
        return person.page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
