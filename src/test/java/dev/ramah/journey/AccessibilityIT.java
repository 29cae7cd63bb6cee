package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** axe-core finds nothing to say about any page: by day on a desktop, by night on a phone. */
@ExtendWith(Stage.Opens.class)
class AccessibilityIT {

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE_AT_NIGHT"})
    void pagesForEverybody(Screen screen, Stage stage) {
        Person anybody = stage.enters("anybody", screen);
        for (String path : List.of("/", "/privacy", "/login", "/join", "/continue")) {
            anybody.opens(path);
            findsNothing(anybody.page, path);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE_AT_NIGHT"})
    void theShopAndItsChat(Screen screen, Stage stage) {
        Person person = stage.enters("customer", screen);
        Widget visitor = Widget.inTheShop(person, "visitor");
        findsNothing(person.page, "the chat, fresh");
        visitor.says("How long does delivery to Bali take?");
        visitor.source("Delivery times and costs in Indonesia").click();
        assertThat(visitor.article("Delivery times and costs in Indonesia")).containsText("Bandung");
        findsNothing(person.page, "the chat with an article");
        person.page.keyboard().press("Escape");
        visitor.saysThatSolvedIt();
        visitor.rates("Good");
        visitor.reads("You rated this chat: Good.");
        findsNothing(person.page, "the chat with its survey");
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE_AT_NIGHT"})
    void theDesk(Screen screen, Stage stage) {
        Widget customer = Widget.inTheShop(stage.enters("customer"), "sari");
        customer.asksForAPerson();
        customer.reads("A person will join you here.");
        Person bima = stage.enters("Bima", screen);
        DeskPage desk = DeskPage.of(bima);
        findsNothing(bima.page, "the desk's lists");
        desk.takes("Sari Wulandari");
        findsNothing(bima.page, "the desk with a conversation");
        desk.resolves();
        findsNothing(bima.page, "the desk with a conversation that is over");
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE_AT_NIGHT"})
    void pagesForStaff(Screen screen, Stage stage) {
        Person rani = stage.enters("Rani", screen);
        rani.signsIn("rani@kopi.example", "/insight");
        for (String path : StaffPages.ALL) {
            // Another part of the same page would not be loaded anew.
            rani.page.navigate("about:blank");
            rani.opens(path);
            findsNothing(rani.page, path);
        }
    }

    /** Nor about another page, where a story stands on one. */
    static void findsNothing(Page page, String where) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        // Legacy: what it found is put together in the page itself, which has no frames of other origins; the other way
        // opens one more page each time.
        List<String> found = new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .map(rule -> rule.getImpact() + ": " + rule.getHelp() + " at "
                                + rule.getNodes().stream()
                                        .map(node -> node.getTarget() + " " + node.getHtml())
                                        .toList())
                        .toList();
        assertEquals(List.of(), found, where);
    }
}
