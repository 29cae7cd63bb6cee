package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Maya reads what customers complain about, names it, and tells whoever opens the chat; all of it by keyboard. */
@ExtendWith(Stage.Opens.class)
class ThemesIT {

    private static final String NAME = "Parcels to the islands";
    private static final String LATE = "Parcel to Bali is late, five days now";
    private static final String NOTICE = "Parcels to the islands take two days longer this week.";

    @Test
    void aThemeIsReadNamedAndToldInTheChatUntilItIsTakenDown(Stage stage) {
        Person maya = stage.enters("Maya").signsIn("maya@kopi.example", "/themes");
        Page page = maya.page;
        Locator first = page.locator("ramah-themes .list a").first();
        first.press("Enter");
        Locator theme = page.locator("ramah-theme");
        assertThat(theme.locator("h2")).isVisible();
        assertThat(theme.locator("blockquote").first()).isVisible();

        maya.button("Rename").press("Enter");
        Locator name = page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true));
        assertThat(name).isFocused();
        name.fill(NAME);
        name.press("Enter");
        assertThat(theme.locator("h2")).hasText(NAME);
        assertThat(first).containsText(NAME);

        Locator telling = theme.locator("ramah-theme-notice details").first();
        if (telling.getAttribute("open") == null) {
            telling.locator("summary").first().press("Enter");
        }
        telling.getByLabel("English").fill(NOTICE);
        maya.button("Show it in the chat").press("Enter");
        assertThat(maya.button("Take it down")).isVisible();
        try {
            Person visitor = stage.enters("a visitor");
            Widget chat = Widget.inTheShop(visitor, "visitor");
            Locator news =
                    chat.dialog().getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("News from us"));
            assertThat(news).containsText(NOTICE);
            visitor.button("Put away: " + NOTICE).press("Enter");
            assertThat(news).hasCount(0);
        } finally {
            maya.button("Take it down").press("Enter");
            assertThat(maya.button("Take it down")).hasCount(0);
        }
    }

    /** Of the sample world's complaints a single one was said to be for the answer. */
    @Test
    void aThemeWithoutANameIsNotCalledByItsWordsAndJoinsOneThatTheFilterLeavesOut(Stage stage) throws Exception {
        Person maya = stage.enters("Maya").signsIn("maya@kopi.example", "/themes");
        Page page = maya.page;
        Locator list = page.locator("ramah-themes .list a");
        assertThat(list.first()).isVisible();
        String number = themeOf(LATE, stage);
        Locator listed = page.locator("ramah-themes .list a[href='#" + number + "']");
        listed.click();
        Locator theme = page.locator("ramah-theme");
        assertThat(theme.locator("h2")).isVisible();
        String whole = theme.locator("h2").textContent();
        maya.button("Split …").click();
        theme.getByRole(AriaRole.CHECKBOX).and(page.getByLabel(LATE)).check();
        maya.button("Make a theme of 1").click();
        assertThat(theme.locator("h2")).not().hasText(whole);
        String split = theme.locator("h2").textContent();
        assertThat(theme.locator("ramah-theme-notice").getByLabel("English"))
                .hasValue("We know that something is wrong at the moment, and we are on it.");
        maya.button("You said, we did …").click();
        assertThat(theme.locator("ramah-theme-cure").getByLabel("English"))
                .hasValue("You told us what goes wrong. We did: ");
        maya.button("Cancel").click();

        page.getByLabel("What it was for").selectOption("The answer");
        assertThat(listed).hasCount(0);
        assertThat(list.filter(new Locator.FilterOptions().setHasText(split))).hasCount(1);
        maya.button("Merge …").click();
        Locator into = theme.getByLabel("It becomes part of");
        assertThat(into).isFocused();
        assertThat(into).containsText(whole);
        into.selectOption(number);
        maya.button("Merge").click();
        assertThat(theme.locator("h2")).hasText(whole);
        assertThat(listed).containsText(whole);
    }

    private static String themeOf(String words, Stage stage) throws Exception {
        try (Connection database = stage.database();
                PreparedStatement statement = database.prepareStatement(
                        "select t.number from complaint c join theme t on t.id = c.theme where c.words like ? || '%'")) {
            statement.setString(1, words);
            try (ResultSet found = statement.executeQuery()) {
                assertTrue(found.next());
                return found.getString(1);
            }
        }
    }
}
