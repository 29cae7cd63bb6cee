package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was said is found again, by whoever is sent the link as well; and colleagues do not write over each other. */
@ExtendWith(Stage.Opens.class)
class FoundAgainIT {

    @Test
    void anAgentFindsWhatWasSaidAndAColleagueOpensTheLink(Stage stage) {
        Widget customer = Widget.inTheShop(stage.enters("customer"), "visitor");
        customer.asksForAPerson();
        customer.reads("A person will join you here.");
        customer.says("The narwhals on my parcel were torn.");

        Person bima = stage.enters("Bima");
        DeskPage his = DeskPage.of(bima);
        bima.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("All"))
                .click();
        Locator search = bima.page.getByRole(AriaRole.SEARCHBOX);
        Locator hit = bima.page.getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("narwhals"));
        search.fill("narwhal parcel");
        search.press("Enter");
        // It is found a moment after it was said, and the list looks again by itself.
        hit.first().click();
        assertThat(his.transcript()).containsText("The narwhals on my parcel were torn.");
        String link = bima.page.url();

        Person ana = stage.enters("Ana");
        DeskPage hers = DeskPage.of(ana);
        ana.page.navigate(link);
        assertThat(hers.transcript()).containsText("The narwhals on my parcel were torn.");
        assertThat(ana.page.getByRole(AriaRole.SEARCHBOX)).hasValue("narwhal parcel");
        assertThat(bima.page.getByText("Also here:")).isVisible();
        hers.notes("Ask the courier for a photo.");
        assertThat(his.transcript()).containsText("Ask the courier for a photo.");
    }
}
