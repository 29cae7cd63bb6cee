package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Something is done about what customers complain about: who asked to hear of it does, and everybody reads it. */
@ExtendWith(Stage.Opens.class)
class CuredIT {

    private static final String COMMENT = "My parcel to Bali came six days late and nobody told me.";
    private static final String CAUSE = "The courier came in the afternoon.";
    private static final String FIXED = "The courier comes in the morning now, so parcels to Bali leave a day earlier.";
    private static final String DONE = "You said: parcels to Bali are late. We did: they leave a day earlier.";

    /** The theme that the complaint has joined, once its wish is known there. */
    private static final String JOINED =
            """
            async words => {
              const get = async path => (await fetch(`/api/themes${path}`)).json()
              for (const { number } of (await get('')).themes) {
                const { complaints } = await get(`/${number}/complaints`)
                const { cure } = await get(`/${number}`)
                if (cure.wanting > 0 && complaints.some(each => each.words === words)) return String(number)
              }
              return null
            }""";

    /** Everybody who asked for it was told. */
    private static final String TOLD =
            """
            async number => {
              const { cure } = await (await fetch(`/api/themes/${number}`)).json()
              return cure.told === cure.wanting
            }""";

    @Test
    void whoAskedToHearOfItDoesAndEverybodyReadsWhatWasDone(Stage stage) {
        Person customer = stage.enters("a customer");
        Widget unhappy = Widget.inTheShop(customer, "visitor");
        unhappy.says("How long does delivery to Bali take?");
        assertThat(unhappy.source("Delivery times and costs in Indonesia")).isVisible();
        unhappy.saysThatSolvedIt();
        unhappy.rates("Bad");
        Locator tell = customer.button("Tell me when it is fixed");
        tell.press("Enter");
        assertThat(tell).hasAttribute("aria-pressed", "true");
        unhappy.adds(COMMENT);

        Person maya = stage.enters("Maya").signsIn("maya@kopi.example", "/themes");
        Page page = maya.page;
        String number = (String) until(page, JOINED, COMMENT);
        Locator line = page.locator("ramah-themes .list a[href='#" + number + "']");
        line.press("Enter");
        Locator cure = page.locator("ramah-theme-cure");
        assertThat(cure).containsText("asked to hear when it is fixed");
        try {
            maya.button("Change").press("Enter");
            Locator state = cure.getByLabel("State");
            assertThat(state).isFocused();
            state.selectOption("fixed");
            cure.getByLabel("Cause").fill(CAUSE);
            Locator words = cure.getByLabel("English");
            assertThat(words).hasValue(Pattern.compile("It is fixed now"));
            words.fill(FIXED);
            maya.button("Save").press("Enter");
            assertThat(cure).containsText(CAUSE);
            assertThat(cure).containsText("Since it was fixed");
            assertThat(line).containsText("Fixed");
            unhappy.reads("Maya about your feedback");
            unhappy.reads(FIXED);
            until(page, TOLD, number);
            page.reload();
            assertThat(cure).containsText("was told");

            says(maya, cure, true);
            Widget chat = Widget.inTheShop(stage.enters("a visitor"), "visitor");
            Locator news =
                    chat.dialog().getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("News from us"));
            assertThat(news).containsText(DONE);
        } finally {
            says(maya, cure, false);
            opensAgain(maya, cure);
        }
    }

    private static void says(Person maya, Locator cure, boolean shown) {
        maya.button("You said, we did …").press("Enter");
        cure.getByLabel("English").fill(DONE);
        cure.getByLabel("Customers read it in the chat").setChecked(shown);
        maya.button("Save").press("Enter");
        assertThat(cure.getByText("Customers read what you did.")).hasCount(shown ? 1 : 0);
    }

    /** The other stories on this stage find it as it was. */
    private static void opensAgain(Person maya, Locator cure) {
        maya.button("Change").press("Enter");
        cure.getByLabel("State").selectOption("open");
        maya.button("Save").press("Enter");
        assertThat(cure.getByText("Since it was fixed")).hasCount(0);
    }

    private static Object until(Page page, String holds, String of) {
        return page.waitForFunction(holds, of, new Page.WaitForFunctionOptions().setPollingInterval(250))
                .jsonValue();
    }
}
