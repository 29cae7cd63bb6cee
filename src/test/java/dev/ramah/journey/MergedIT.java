package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody wrote from two devices about the same, and nobody knew that it was one person. */
@ExtendWith(Stage.Opens.class)
class MergedIT {

    private static final String RINA = "Rina Hartono";

    @Test
    void twoCustomersAndTheirConversationsBecomeOneAndBothWindowsGoOn(Stage stage) {
        DeskPage bima = DeskPage.of(stage.enters("Bima"));
        Widget laptop = rina(stage.enters("Rina"), "My beans came wet.");
        bima.takes(RINA);
        Widget phone = rina(stage.enters("Rina on her phone"), "It is me again, about the wet beans.");
        bima.takes(RINA);
        assertThat(bima.transcript()).containsText("It is me again, about the wet beans.");

        button(bima.page(), "Is this somebody else as well?").click();
        Locator twice = dialog(bima, "One person, here twice?");
        assertThat(twice).containsText("same e-mail");
        twice.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(RINA))
                .click();
        twice.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Make them one"))
                .click();
        assertThat(bima.about("Customer")).containsText("made one by Bima");

        button(bima.page(), "Merge …").click();
        Locator same = dialog(bima, "About the same?");
        assertThat(same).containsText("My beans came wet.");
        same.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Merge").setExact(true))
                .click();
        assertThat(bima.transcript()).containsText("You merged another conversation into this one.");
        assertThat(bima.transcript()).containsText("My beans came wet.");

        phone.reads("Your other conversation goes on here");
        phone.hasSaid(List.of("It is me again, about the wet beans.", "My beans came wet."));
        phone.says("Now it is one.");
        laptop.reads("Now it is one.");
        bima.replies("I have both before me.");
        phone.reads("I have both before me.");
        laptop.reads("I have both before me.");
    }

    /** The page says who she is, and nobody has proved it. */
    private static Widget rina(Person person, String first) {
        Widget widget = Widget.inTheShop(person, "visitor");
        person.page.evaluate("ramah.identify({name: '" + RINA + "', email: 'rina@example.com'})");
        widget.asksForAPerson();
        widget.reads("A person will join you here.");
        widget.says(first);
        widget.reads(first);
        return widget;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator dialog(DeskPage of, String name) {
        return of.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name));
    }
}
