package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In a shop that is read from right to left the chat is too: what one says oneself stands on the left. */
@ExtendWith(Stage.Opens.class)
class RightToLeftIT {

    /** A page of ours becomes the shop: one that a test made up would be no page of this machine to the browser. */
    private static final String BECOME_ARABIC =
            """
            () => {
              document.documentElement.lang = 'ar'
              document.documentElement.dir = 'rtl'
              document.body.innerHTML = '<h1>قهوة</h1>'
              const script = document.createElement('script')
              script.src = '/widget.js'
              script.dataset.language = 'ar'
              document.head.append(script)
            }
            """;

    @Test
    void theChatIsTurnedRound(Stage stage) {
        Person layla = stage.enters("Layla");
        layla.opens("/privacy");
        layla.page.evaluate(BECOME_ARABIC);
        layla.button("تحدث معنا").click();
        Locator box = layla.page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("رسالة"));

        box.fill("أريد التحدث مع موظف من فضلك");
        box.press("Enter");

        Locator log = layla.page.getByRole(AriaRole.LOG);
        assertThat(log).containsText("سأستدعي موظفاً");
        Locator own = log.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText("أنت:"));
        Locator bots = log.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText("آلي"));
        assertTrue(left(own.locator(".bubble")) < left(bots.locator(".bubble").first()), "one's own words stand left");
    }

    private static double left(Locator bubble) {
        BoundingBox box = bubble.boundingBox();
        return box == null ? Double.NaN : box.x;
    }
}
