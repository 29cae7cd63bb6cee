package dev.ramah.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody in front of a browser. What goes wrong behind their back is collected, and fails the story at its end. */
final class Person {

    final String name;
    final String address;
    final Page page;
    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();

    /** Whether they opened a page for staff and have not signed in yet. */
    private boolean atTheDoor;

    Person(String name, String address, BrowserContext context) {
        this.name = name;
        this.address = address;
        this.context = context;
        context.setDefaultTimeout(Stage.PATIENCE_MILLIS);
        context.onWebError(fault -> complaints.add("A script failed: " + fault.error()));
        context.onConsoleMessage(message -> {
            // A failed load is told by its answer, below; a lost socket is part of one of the stories.
            boolean told = message.text().startsWith("Failed to load resource")
                    || message.text().startsWith("WebSocket connection");
            if (message.type().equals("error") && !told) {
                complaints.add("The console said: " + message.text());
            }
        });
        context.onResponse(this::look);
        this.page = context.newPage();
    }

    private void look(Response response) {
        boolean isExpected =
                response.status() == 401 && (atTheDoor || response.url().endsWith("/api/me"));
        if (response.status() >= 400 && !isExpected) {
            complaints.add(response.status() + " " + response.url());
        }
    }

    Person opens(String path) {
        page.navigate(address + path);
        return this;
    }

    /** A member of staff comes in by the front door, password and all. */
    Person signsIn(String email, String path) {
        opens("/login?next=" + path);
        return showsWhoTheyAre(email, path);
    }

    /** Somebody follows a link to a page that is for staff only: the door is in between. */
    Person followsALink(String email, String path) {
        atTheDoor = true;
        opens(path);
        page.waitForURL("**/login?*");
        return showsWhoTheyAre(email, path);
    }

    private Person showsWhoTheyAre(String email, String path) {
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("kopi-nusantara");
        button("Sign in").click();
        page.waitForURL(address + path);
        atTheDoor = false;
        return this;
    }

    Locator button(String label) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    void leavesAPicture() {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", "failed-" + name.replace(' ', '-') + ".png")));
    }

    void leaves() {
        context.close();
    }

    void hadNothingToComplainAbout() {
        assertEquals(List.of(), complaints, name + "'s browser complained");
    }
}
