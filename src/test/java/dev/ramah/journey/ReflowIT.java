package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** At 400 % on a desktop's screen, which leaves 320 by 256: nothing is cut off and nothing scrolls sideways. */
@ExtendWith(Stage.Opens.class)
class ReflowIT {

    @Test
    void everyPageFoldsToOneColumn(Stage stage) {
        Person rani = stage.enters("Rani", Screen.AT_400_PERCENT).signsIn("rani@kopi.example", "/insight");
        List<String> others = List.of("/", "/privacy", "/login", "/join", "/continue", "/desk");
        for (String path :
                Stream.concat(others.stream(), StaffPages.ALL.stream()).toList()) {
            rani.opens(path);
            rani.page.reload();
            folds(rani.page, path);
        }
    }

    @Test
    void theChatCanBeReadAndWritten(Stage stage) {
        Person person = stage.enters("customer", Screen.AT_400_PERCENT);
        Widget visitor = Widget.inTheShop(person, "visitor");
        folds(person.page, "the chat");
        visitor.says("How long does delivery to Bali take?");
        visitor.source("Delivery times and costs in Indonesia").scrollIntoViewIfNeeded();
        assertThat(visitor.source("Delivery times and costs in Indonesia")).isInViewport();
        visitor.box().scrollIntoViewIfNeeded();
        assertThat(visitor.box()).isInViewport();
        folds(person.page, "the chat with an answer");
    }

    private static void folds(Page page, String where) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        int over = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assertTrue(over <= 0, where + " is " + over + " px too wide");
    }
}
