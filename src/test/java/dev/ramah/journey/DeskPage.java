package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The desk, as an agent uses it. */
final class DeskPage {

    private final Person person;
    private final Page page;

    private DeskPage(Person person) {
        this.person = person;
        this.page = person.page;
    }

    static DeskPage of(Person agent) {
        agent.signsIn(agent.name.toLowerCase(java.util.Locale.ROOT) + "@kopi.example", "/desk");
        DeskPage desk = new DeskPage(agent);
        assertThat(agent.page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Online")))
                .isChecked();
        return desk;
    }

    /** On a page that is open already. */
    static DeskPage on(Person person) {
        return new DeskPage(person);
    }

    void takes(String customer) {
        person.button("Take " + customer).click();
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(customer).setLevel(1)))
                .isVisible();
    }

    Page page() {
        return page;
    }

    /** The hand-over brief. */
    Locator brief() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Hand-over brief"));
    }

    /** The part about the customer that has this heading: Customer, Orders, Earlier conversations. */
    Locator about(String heading) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(heading).setExact(true));
    }

    Locator transcript() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Transcript"));
    }

    void replies(String text) {
        writes("Reply", text);
    }

    /** Writes a reply and sends it; it may not go at once. */
    void tries(String text) {
        Locator box = page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Reply").setExact(true));
        box.fill(text);
        box.press("Enter");
    }

    /** What the draft asks for although it is known. */
    Locator known() {
        return page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Already known"));
    }

    /** Promises the customer to come back tomorrow. */
    void waitsFor(String whom) {
        page.keyboard().press("Escape");
        page.keyboard().press("p");
        page.getByLabel("For whom").fill(whom);
        person.button("Promise").click();
    }

    /** After it is resolved: one of the suggestions. */
    void saysItWasAbout(String reason) {
        person.button(reason).click();
        assertThat(transcript()).containsText("About: " + reason);
    }

    void notes(String text) {
        person.page.keyboard().press("Escape");
        person.page.keyboard().press("n");
        writes("Private note", text);
    }

    private void writes(String kind, String text) {
        Locator box = page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(kind).setExact(true));
        box.fill(text);
        box.press("Enter");
        assertThat(transcript().getByText(text)).isVisible();
    }

    void resolves() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Resolve"))
                .click();
        assertThat(transcript().getByText("Resolved").last()).isVisible();
    }
}
