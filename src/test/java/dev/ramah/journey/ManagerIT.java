package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The manager reads the day. */
@ExtendWith(Stage.Opens.class)
class ManagerIT {

    private static final String QUESTION = "Which grind do I take for a moka pot?";
    private static final String COMMENT = "A picture of the grind would help.";
    private static final Pattern ANSWERS = Pattern.compile("(\\d+) answers? of (\\d+) asked");

    @Test
    void theDaysFiguresCountTheNewestAnswerAndItsCommentOpensItsConversation(Stage stage) throws IOException {
        Person maya = stage.enters("Maya").signsIn("maya@kopi.example", "/insight");
        Matcher before = ANSWERS.matcher(figure(maya, "Response rate").innerText());
        assertTrue(before.find(), "The sample world's customers have answered.");
        int answers = Integer.parseInt(before.group(1));
        int asked = Integer.parseInt(before.group(2));

        Widget visitor = Widget.inTheShop(stage.enters("visitor"), "visitor");
        visitor.says(QUESTION);
        assertThat(visitor.source("Choose the right grind")).isVisible();
        visitor.saysThatSolvedIt();
        visitor.rates("Okay");
        visitor.adds(COMMENT);
        visitor.reads("You rated this chat: Okay.");

        maya.page.reload();
        assertThat(figure(maya, "Response rate"))
                .containsText("%d answers of %d asked".formatted(answers + 1, asked + 1));
        maya.button("Today").click();
        Locator comment =
                maya.page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(COMMENT));
        assertThat(comment).containsText("3 · Okay");
        assertThat(comment).containsText("bot alone");

        // Today is all that is drawn: a click on it opens who rated today.
        maya.page.locator("ramah-csat-chart canvas").click();
        assertThat(maya.page
                        .locator("ramah-behind")
                        .getByRole(AriaRole.LISTITEM)
                        .filter(new Locator.FilterOptions().setHasText("3 · Okay"))
                        .first())
                .isVisible();
        maya.page.keyboard().press("Escape");

        String csv = Files.readString(maya.page
                .waitForDownload(() -> maya.button("CSV What customers wrote").click())
                .path());
        assertTrue(csv.contains(COMMENT), csv);

        comment.getByRole(AriaRole.LINK).click();
        maya.page.waitForURL(Pattern.compile(".*/desk#.+"));
        Locator transcript = maya.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Transcript"));
        assertThat(transcript).containsText(QUESTION);
        assertThat(transcript).containsText(COMMENT);

        String link = maya.page.url().substring(maya.address.length());
        DeskPage ranis = DeskPage.on(stage.enters("Rani").followsALink("rani@kopi.example", link));
        assertThat(ranis.transcript()).containsText(COMMENT);
    }

    @Test
    void aNumberOpensTheEpisodesBehindItAndTheWeekIsDrawn(Stage stage) throws IOException {
        Person rani = stage.enters("Rani").signsIn("rani@kopi.example", "/insight");
        figure(rani, "Solved by the bot alone")
                .getByRole(AriaRole.BUTTON)
                .first()
                .click();
        Locator dialog =
                rani.page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Solved by the bot alone"));
        // What is slotted into the dialog is not inside of it for a locator.
        Locator behind = rani.page.locator("ramah-behind");
        Locator episodes = behind.getByRole(AriaRole.LISTITEM);
        assertThat(episodes.first()).containsText("Confirmed as solved");
        int counted = episodes.count();
        String csv = Files.readString(rani.page
                .waitForDownload(() -> behind.getByRole(AriaRole.BUTTON)
                        .filter(new Locator.FilterOptions().setHasText("CSV"))
                        .click())
                .path());
        assertTrue(csv.lines().count() > counted, csv);
        rani.page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
        rani.page.locator(".sentence").getByRole(AriaRole.BUTTON).first().click();
        assertThat(rani.page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Good answers (4 or 5)")))
                .isVisible();
        assertThat(episodes.first()).containsText(Pattern.compile("[45] ·"));
        rani.page.keyboard().press("Escape");
        assertThat(dialog).isHidden();

        Locator byLanguage = rani.page.locator("ramah-split[by=language]").getByRole(AriaRole.TABLE);
        assertThat(byLanguage).containsText("Marks 1 to 5");
        rani.button("Solved by the bot").click();
        assertThat(byLanguage).containsText("Solved by the bot alone");
        assertThat(rani.page.locator("ramah-split[by=agent]")).hasCount(0);

        assertThat(rani.page.getByRole(
                        AriaRole.IMG,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Conversations that began: most on"))))
                .isVisible();
        rani.page.getByLabel("What the squares show").selectOption("wait");
        assertThat(rani.page.getByRole(
                        AriaRole.IMG,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("^Half of the waits were over within: most on"))))
                .isVisible();
        rani.page.locator("ramah-week").getByText("The same as a table").click();
        assertThat(rani.page.locator("ramah-week").getByRole(AriaRole.TABLE)).isVisible();
        rani.page
                .locator("ramah-times-split")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Person"))
                .click();
        assertThat(rani.page.locator("ramah-times-split").getByRole(AriaRole.TABLE))
                .containsText("Bima");

        Locator recount = rani.button("Count anew");
        recount.click();
        assertThat(recount).isEnabled();
        assertThat(figure(rani, "Response rate")).containsText(ANSWERS);
    }

    private static Locator figure(Person manager, String name) {
        return manager.page
                .locator("dl > div")
                .filter(new Locator.FilterOptions()
                        .setHas(manager.page.getByText(name, new Page.GetByTextOptions().setExact(true))));
    }
}
