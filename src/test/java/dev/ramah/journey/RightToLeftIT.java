package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In a shop that is read from right to left the chat is too: what one says oneself stands on the left. */
@ExtendWith(Stage.Opens.class)
class RightToLeftIT {

    private static final String SHOP =
            """
            <!doctype html><html lang="ar" dir="rtl"><title>متجر</title><body><h1>قهوة</h1>
            <script src="/widget.js" data-language="ar" data-shop="قهوة" async></script></body></html>
            """;

    @Test
    void theChatIsTurnedRound(Stage stage) {
        Person layla = stage.enters("Layla");
        layla.page.route(
                "**/arabic-shop",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody(SHOP)));
        layla.opens("/arabic-shop");
        layla.button("تحدث معنا").click();
        Locator box = layla.page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("رسالة"));

        box.fill("أريد التحدث مع موظف من فضلك");
        box.press("Enter");

        Locator log = layla.page.getByRole(AriaRole.LOG);
        assertThat(log).containsText("سأستدعي موظفاً");
        Locator own = log.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText("أنت:"));
        Locator bots = log.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText("آلي"));
        assertTrue(left(own.locator(".bubble")) < left(bots.locator(".bubble").first()), "one's own words stand left");
        layla.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "arabic.png")));
    }

    private static double left(Locator bubble) {
        BoundingBox box = bubble.boundingBox();
        return box == null ? Double.NaN : box.x;
    }
}
