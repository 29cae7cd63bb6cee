package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What managers print: on paper a report is as light as by day, whatever the screen was, and each chart has its table. */
@ExtendWith(Stage.Opens.class)
class PrintedIT {

    private static final List<String> CHARTS = List.of("ramah-csat-chart", "ramah-week");

    @Test
    void whatIsPrintedAtNightIsAsByDayAndEachChartHasItsTable(Stage stage) {
        Page page = stage.enters("Rani", Screen.DESKTOP_AT_NIGHT).signsIn("rani@kopi.example", "/insight").page;
        CHARTS.forEach(each -> page.locator(each + " canvas").waitFor());
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Locator days = page.locator("ramah-over-time").getByRole(AriaRole.TABLE);
        Locator hours = page.locator("ramah-week").getByRole(AriaRole.TABLE);
        assertThat(days).isHidden();
        assertThat(hours).isHidden();
        List<String> onScreen = looks(page);

        shows(page, Media.PRINT, ColorScheme.DARK);
        List<String> printed = looks(page);
        assertThat(days).isVisible();
        assertThat(hours).isVisible();
        assertTrue((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"));

        shows(page, Media.SCREEN, ColorScheme.LIGHT);
        shows(page, Media.PRINT, ColorScheme.LIGHT);
        assertEquals(looks(page), printed);
        for (int i = 0; i < printed.size(); i++) {
            assertNotEquals(onScreen.get(i), printed.get(i));
        }
    }

    private static void shows(Page page, Media media, ColorScheme colours) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(media).setColorScheme(colours));
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** The colours of paper and ink, and each chart as a picture. */
    private static List<String> looks(Page page) {
        String paper = (String) page.evaluate(
                "(({backgroundColor, color}) => backgroundColor + color)" + "(getComputedStyle(document.body))");
        return Stream.concat(Stream.of(paper), CHARTS.stream().map(each ->
                        (String) page.locator(each + " canvas").evaluate("canvas => canvas.toDataURL()")))
                .toList();
    }
}
