package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.IntStream;

/** The chat in the shop's corner, as a customer uses it. */
final class Widget {

    private final Person person;
    private final Page page;

    private Widget(Person person) {
        this.person = person;
        this.page = person.page;
    }

    /** In the shop, as Sari, Tom or nobody in particular ({@code visitor}). */
    static Widget inTheShop(Person person, String as) {
        person.opens("/shop?language=en&as=" + as);
        Widget widget = new Widget(person);
        person.button("Chat with us").click();
        return widget;
    }

    /** On a page that is open already, with the chat as it was left. */
    static Widget on(Person person) {
        return new Widget(person);
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Kopi Nusantara"));
    }

    Locator box() {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message"));
    }

    Locator log() {
        return page.getByRole(AriaRole.LOG);
    }

    void says(String text) {
        box().fill(text);
        box().press("Enter");
    }

    void reads(String text) {
        assertThat(log().getByText(text).last()).isVisible();
    }

    /** The customer's own words on the screen are these, in this order. */
    void hasSaid(List<String> words) {
        Locator own = log().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText("You:"));
        assertThat(own).hasCount(words.size());
        IntStream.range(0, words.size()).forEach(i -> assertThat(own.nth(i)).containsText(words.get(i)));
    }

    /** The newest answer's way to this article. */
    Locator source(String title) {
        return person.button("Open the article: " + title).last();
    }

    Locator article(String title) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
    }

    /** Before they say what the bot may hand over by itself: then there is nothing to press any more. */
    void asksForAPerson() {
        person.button("Talk to a person").click();
    }

    void saysThatSolvedIt() {
        person.button("That solved it").click();
    }

    void rates(String face) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(face).setExact(true))
                .click();
    }

    void ratesFromTheMenu() {
        person.button("More").click();
        person.button("Rate this chat").click();
    }

    void adds(String comment) {
        page.getByLabel("Anything to add? (optional)").fill(comment);
        person.button("Done").click();
    }
}
