package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import dev.ramah.cast.Shoppers;
import dev.ramah.cast.Shoppers.Talk;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Maya reads whether customers come back, of a shop that has enough of them. */
@ExtendWith(Stage.Opens.class)
class ComeBackIT {

    /** How many colours and shades a picture has in which something is drawn. */
    private static final String SHADES =
            """
            canvas => new Set(new Uint32Array(canvas.getContext('2d')
                .getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size""";

    @Test
    void whoComesBackIsDrawnAndTabledAndNothingIsSaidOfAFew(Stage stage) throws Exception {
        enoughCustomers(stage);
        Person maya = stage.enters("Maya").signsIn("maya@kopi.example", "/loyalty");
        assertThat(maya.page.getByText("This is correlation, not cause.")).isVisible();
        assertThat(maya.page.getByText(Pattern.compile("^Of \\d{3} customers who were served, \\d{3} have ordered")))
                .isVisible();

        Locator satisfaction = comparison(maya, "By satisfaction");
        Locator drawn = satisfaction.getByRole(
                AriaRole.IMG, new Locator.GetByRoleOptions().setName(Pattern.compile("^By satisfaction: the share")));
        assertThat(drawn).isVisible();
        assertTrue((int) drawn.locator("canvas").first().evaluate(SHADES) > 10, "Nothing is drawn");
        assertThat(satisfaction).containsText("Drawn is what there would be if all groups had bought as often before");
        assertThat(satisfaction).containsText(Pattern.compile("of 99\\.\\d% certainty each"));
        assertThat(row(satisfaction, "In between (3)")).containsText("Not shown: fewer than 100 customers or 30");
        assertThat(row(satisfaction, "Happy (4 or 5)").locator("td").first()).containsText(Pattern.compile("2\\d\\d"));

        satisfaction.getByText("The same as a table").click();
        Locator days = satisfaction.getByRole(
                AriaRole.TABLE, new Locator.GetByRoleOptions().setName("By satisfaction, by day"));
        assertThat(row(days, "30")).containsText(Pattern.compile("\\d+%.*as they are:\\s*\\d+%", Pattern.DOTALL));

        Locator both = maya.page.locator("table.both");
        for (String group : new String[] {"both", "words", "deeds", "neither"}) {
            assertThat(both.locator("td").filter(new Locator.FilterOptions().setHasText("loyal in " + group)))
                    .containsText(Pattern.compile("2\\d%.*1\\d\\d"));
        }
        both.getByRole(AriaRole.BUTTON).first().click();
        assertThat(maya.page.locator("ramah-behind").getByRole(AriaRole.LISTITEM))
                .hasCount(20);
    }

    @Test
    void onAPhoneNothingIsCutOff(Stage stage) throws Exception {
        enoughCustomers(stage);
        Person maya = stage.enters("Maya", Screen.AT_400_PERCENT).signsIn("maya@kopi.example", "/loyalty");
        assertThat(comparison(maya, "By satisfaction")).isVisible();
        maya.page.waitForLoadState(LoadState.NETWORKIDLE);
        int over = (int) maya.page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assertTrue(over <= 0, "It is " + over + " px too wide");
    }

    private static Locator comparison(Person manager, String heading) {
        return manager.page
                .locator("ramah-comparison")
                .filter(new Locator.FilterOptions()
                        .setHas(manager.page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(heading).setExact(true))));
    }

    private static Locator row(Locator table, String name) {
        return table.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(table.page()
                                .getByRole(
                                        AriaRole.ROWHEADER,
                                        new Page.GetByRoleOptions()
                                                .setName(name)
                                                .setExact(true))))
                .first();
    }

    /** Those of the sample world are few, and come on top of these. */
    private static void enoughCustomers(Stage stage) throws Exception {
        Instant opened = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(150, ChronoUnit.DAYS);
        Talk happy = new Talk(null, true, false, false, 5, 10, null);
        Talk unhappy = new Talk(Duration.ofMinutes(20), false, false, true, 1, 3, null);
        try (Connection database = stage.database();
                Shoppers shoppers = new Shoppers(database)) {
            shoppers.add("happy-and-new", happy, opened, 180, 80, 0);
            shoppers.add("happy-and-old", happy, opened, 60, 40, 2);
            shoppers.add("unhappy-and-new", unhappy, opened, 160, 60, 0);
            shoppers.add("unhappy-and-old", unhappy, opened, 80, 50, 2);
            shoppers.add("in-between", new Talk(null, false, false, false, 3, null, null), opened, 60, 20, 0);
            shoppers.add("left", new Talk(null, false, false, false, null, null, null), opened, 70, 55, 0);
        }
    }
}
