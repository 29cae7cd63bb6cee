package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The README's pictures, so that they show what there is. Run with {@code -Dramah.pictures=true} it writes the ones
 * that are committed.
 */
@ExtendWith(Stage.Opens.class)
class PicturesIT {

    private static final Path FOLDER = Boolean.getBoolean("ramah.pictures")
            ? Path.of("src", "test", "resources", "pictures")
            : Path.of("target", "pictures");

    @Test
    void ofTheWidgetTheDeskAndTheManagersPage(Stage stage) {
        Person customer = stage.enters("Sari");
        Widget sari = Widget.inTheShop(customer, "sari");
        sari.says("How long does delivery to Bali take?");
        assertThat(sari.source("Delivery times and costs in Indonesia")).isVisible();
        sari.source("Delivery times and costs in Indonesia").click();
        assertThat(sari.article("Delivery times and costs in Indonesia")).containsText("Bandung");
        picture(customer.page, "widget");
        customer.page.keyboard().press("Escape");

        Widget waiting = Widget.inTheShop(stage.enters("visitor"), "visitor");
        waiting.says("My parcel arrived wet and one of the bags is torn.");
        waiting.reads("A person will join you here.");

        sari.says("Could order 1042 go to my sister in Denpasar instead?");
        sari.asksForAPerson();
        Person bima = stage.enters("Bima");
        DeskPage desk = DeskPage.of(bima);
        assertThat(sari.dialog()).containsText("A person will join you here.");
        desk.takes("Sari Wulandari");
        desk.replies("Hello Sari, of course. Please tell me her address and I will change the label.");
        sari.reads("I will change the label.");
        sari.says("Thank you! Jalan Veteran 12, Denpasar.");
        assertThat(desk.transcript()).containsText("Jalan Veteran 12");
        picture(bima.page, "desk");
        desk.resolves();

        Person maya = stage.enters("Maya").signsIn("maya@kopi.example", "/insight");
        assertThat(maya.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("How it went")))
                .isVisible();
        picture(maya.page, "insight");
    }

    private static void picture(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
