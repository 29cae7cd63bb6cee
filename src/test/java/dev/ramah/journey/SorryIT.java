package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Something arrived broken: a picture says it, and we say sorry with more than words. */
@ExtendWith(Stage.Opens.class)
class SorryIT {

    @Test
    void aPictureIsSeenOnTheOtherSideAndTwoKeysGiveAVoucher(Stage stage) throws IOException {
        DeskPage bima = DeskPage.of(stage.enters("Bima"));
        Person browser = stage.enters("Sari");
        Widget sari = Widget.inTheShop(browser, "sari");
        sari.asksForAPerson();
        sari.reads("A person will join you here.");
        sari.says("My grinder arrived broken.");
        sends(browser.page.locator("ramah-widget input[type=file]"), "broken grinder.png");
        assertThat(picture(sari.log(), "Picture from You: broken grinder.png")).isVisible();

        bima.takes("Sari Wulandari");
        Locator seen = picture(bima.transcript(), "Picture from Sari Wulandari: broken grinder.png");
        assertThat(seen).isVisible();
        // It is really drawn, not only promised a place.
        browser.page.waitForFunction(
                "picture => picture.complete && picture.naturalWidth === 600",
                picture(sari.log(), "Picture from You: broken grinder.png").elementHandle());
        seen.click();
        Locator large =
                bima.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("broken grinder.png"));
        assertThat(large).isVisible();
        bima.page().keyboard().press("Escape");
        assertThat(large).isHidden();
        sends(bima.page().locator("ramah-clip input[type=file]"), "new one.png");
        assertThat(picture(sari.log(), "Picture from Bima: new one.png")).isVisible();

        bima.page().locator("ramah-talk h1").focus();
        bima.page().keyboard().press("g");
        Locator hand = bima.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Give something"));
        assertThat(hand).containsText("Voucher Rp 25.000");
        bima.page().keyboard().press("1");
        assertThat(hand).isHidden();
        assertThat(sari.log()).containsText("A voucher of");
        assertThat(sari.log()).containsText("MAAF-");
        assertThat(bima.transcript()).containsText("You gave");
        // What it costs the shop is not the customer's to read.
        assertThat(sari.log().locator(".gift").last()).not().containsText("costs");
    }

    private static Locator picture(Locator in, String alt) {
        return in.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName(alt));
    }

    private static void sends(Locator input, String name) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB), "png", picture);
        input.setInputFiles(new FilePayload(name, "image/png", picture.toByteArray()));
    }
}
