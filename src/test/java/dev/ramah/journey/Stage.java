package dev.ramah.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.ramah.cast.Agent;
import dev.ramah.platform.BuiltOnce;
import dev.ramah.platform.Installation;
import dev.ramah.platform.Ports;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where the stories play: the packaged application with the sample world and one browser, both started once for all
 * of them and stopped at the end. Everybody who enters has a browser context of their own, and leaves after the test.
 */
final class Stage implements AutoCloseable {

    /** Long enough for a machine that is busy with other things; nothing waits this long that works. */
    static final double PATIENCE_MILLIS = 60_000;

    /** Signs identities and opens the shop's events. */
    static final String SECRET = "a secret of the stage";

    private final Installation installation;
    private final int otherPort;
    private final Playwright playwright;
    private final Browser browser;
    private final List<Person> present = new ArrayList<>();

    private Stage(Installation installation, int otherPort, Playwright playwright, Browser browser) {
        this.installation = installation;
        this.otherPort = otherPort;
        this.playwright = playwright;
        this.browser = browser;
    }

    @SuppressWarnings("MustBeClosedChecker") // the stage holds them until it closes
    private static Stage built() throws IOException, InterruptedException {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Browsers.playwright();
        Browser browser = Browsers.open(playwright);
        int otherPort = Ports.free();
        Installation installation = Installation.fresh(
                "journeys",
                Map.of(
                        "RAMAH_DEMO",
                        "true",
                        "RAMAH_SITE_SECRET",
                        SECRET,
                        "RAMAH_LIMITS_ENABLED",
                        "false",
                        "RAMAH_ORIGINS",
                        "http://localhost:" + otherPort));
        Stage stage = new Stage(installation.start(), otherPort, playwright, browser);
        stage.asksEachTime();
        return stage;
    }

    /** In each story people are asked how it was, whatever they were asked in others. */
    private void asksEachTime() {
        try (Agent rani = rani()) {
            RequestSpecification as = RestAssured.given().auth().oauth2(rani.token);
            Map<String, Object> survey = as.get("/api/surveys").path("surveys[0]");
            Map<String, Object> rules = as.get("/api/surveys").path("surveys[0].rules");
            Map<String, Object> eachTime = new HashMap<>(rules);
            eachTime.put("pauseDays", 0);
            Map<String, Object> changed = new HashMap<>(survey);
            changed.put("rules", eachTime);
            as.contentType(ContentType.JSON)
                    .body(changed)
                    .put("/api/surveys/" + survey.get("id"))
                    .then()
                    .statusCode(200);
            as.body(Map.of("value", Map.of("most", 20, "days", 1), "version", 0))
                    .put("/api/settings/asking")
                    .then()
                    .statusCode(200);
        }
    }

    private Agent rani() {
        RestAssured.port = installation.port();
        return Agent.signsIn("rani@kopi.example", "kopi-nusantara");
    }

    /** Somebody who was here before on no device of theirs: no cookie, nothing kept. */
    Person enters(String name) {
        return enters(name, Screen.DESKTOP);
    }

    Person enters(String name, Screen screen) {
        Person person = new Person(name, installation.url(""), browser.newContext(screen.options()));
        present.add(person);
        return person;
    }

    /** Where the application is. */
    String address() {
        return installation.url("");
    }

    /** Where all of it is kept, for what nobody could play. */
    Connection database() throws IOException, SQLException {
        return installation.database();
    }

    /** A port of this machine whose pages may carry the widget; nothing listens there. */
    int otherPort() {
        return otherPort;
    }

    private void everybodyLeaves(boolean failed) {
        List<Person> leaving = List.copyOf(present);
        present.clear();
        if (failed) {
            leaving.forEach(Person::leavesAPicture);
        }
        leaving.forEach(Person::leaves);
        leaving.forEach(Person::hadNothingToComplainAbout);
    }

    /** Whom a story left waiting, or with somebody, is done with: the next one begins at a desk that is empty. */
    private void clearsUp() {
        try (Agent rani = rani()) {
            List<String> left = RestAssured.given()
                    .auth()
                    .oauth2(rani.token)
                    .get("/api/inbox?view=all&status=open&size=100")
                    .path("items.findAll { it.turn != 'bot' }.conversation");
            for (String each : left) {
                rani.takes(each);
                rani.resolves(each);
            }
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        installation.close();
    }

    /** Gives the stage to tests that ask for it as a parameter. */
    static final class Opens extends BuiltOnce<Stage> implements BeforeEachCallback, AfterEachCallback {

        Opens() {
            super(Stage.class);
        }

        @Override
        protected Stage build() throws IOException, InterruptedException {
            return built();
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            RestAssured.port = the().installation.port();
        }

        @Override
        public void afterEach(ExtensionContext context) {
            try {
                the().everybodyLeaves(context.getExecutionException().isPresent());
            } finally {
                the().clearsUp();
            }
        }
    }
}
