package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.ramah.cast.Visitor;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A colleague has customers asked what no rule asks, in the chat or by a link, or says not to; the link needs no mouse. */
@ExtendWith(Stage.Opens.class)
class ByHandIT {

    private static final String PARCEL = "About the parcel";

    @Test
    void aColleagueAsksInTheChatByALinkOrNotAtAll(Stage stage) {
        String recommend = add("Recommend us", 1, List.of(question("nps", "nps", "Would you recommend us?", Map.of())));
        String parcel = add(PARCEL, 0, everyKind());
        try (Visitor tom = left();
                Visitor sari = left();
                Visitor other = left()) {
            // What can't be asked stands first, and doesn't stand in the way.
            first(recommend);
            Person bima = stage.enters("Bima");
            bima.signsIn("bima@kopi.example", "/desk");
            Locator which = opens(bima, tom);
            assertThat(which).hasValue(parcel);
            AccessibilityIT.findsNothing(bima.page, "the desk, where a survey is chosen");
            which.selectOption(recommend);
            assertThat(survey(bima)).containsText("Asking by hand is not possible: just had a chat.");
            assertThat(bima.button("Ask in the chat")).hasCount(0);
            // With the keyboard, as in any list.
            which.focus();
            bima.page.keyboard().press("A");
            assertThat(which).hasValue(parcel);
            bima.button("Ask in the chat").press("Enter");
            assertThat(survey(bima)).containsText("Going to be asked.");
            given().auth()
                    .oauth2(tom.token)
                    .get("/api/customer/survey")
                    .then()
                    .body("survey.questions[0].text", Matchers.equalTo("How was the parcel?"));

            opens(bima, sari);
            bima.button("Make a link").press("Enter");
            assertThat(survey(bima)).containsText("Asked by link");
            assertThat(bima.button("Copy the link")).isVisible();

            opens(bima, other);
            bima.button("Don’t ask …").press("Enter");
            Locator why = bima.page.getByLabel("Why not?");
            assertThat(why).isFocused();
            why.press("Escape");
            assertThat(bima.button("Don’t ask …")).isFocused();
            bima.button("Don’t ask …").press("Enter");
            why.selectOption("would_hurt");
            bima.button("Don’t ask").press("Enter");
            assertThat(survey(bima)).containsText("Not asked: it would hurt");
            assertThat(survey(bima).getByRole(AriaRole.HEADING)).isFocused();
            given().auth()
                    .oauth2(other.token)
                    .get("/api/customer/survey")
                    .then()
                    .body("survey", Matchers.nullValue());
        } finally {
            off(recommend);
            off(parcel);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE_AT_NIGHT"})
    void theLinkIsAnsweredByKeyboardAlone(Screen screen, Stage stage) {
        String parcel = add(PARCEL, 0, everyKind());
        try (Visitor tom = left()) {
            String link = as("bima@kopi.example")
                    .body(Map.of("channel", "link", "survey", parcel))
                    .post("/api/conversations/" + tom.conversation + "/survey")
                    .path("link");
            Person customer = stage.enters("a customer", screen).opens(link);
            Page page = customer.page;
            assertThat(group(page, "How was the parcel?")).isVisible();
            assertThat(page).hasTitle("How was it? · Kopi Nusantara");
            assertThat(page.locator("main")).containsText("Kopi Nusantara");
            AccessibilityIT.findsNothing(page, "the page behind a link");
            // Sent too early: what is missing is said where it is missing, and the focus goes there.
            customer.button("Send").press("Enter");
            assertThat(radio(page, "1: Very bad")).isFocused();
            assertThat(group(page, "How was the parcel?")).hasAccessibleDescription("Please choose an answer.");
            AccessibilityIT.findsNothing(page, "the page behind a link, with something missing");
            chooses(page, "Space", "1: Very bad");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            // The first of what it was about is passed over; then a scale whose ends say what they mean.
            chooses(page, "ArrowRight", "1");
            page.keyboard().press("ArrowLeft");
            assertThat(radio(page, "0: Fell apart")).isChecked();
            page.keyboard().press("Tab");
            chooses(page, "ArrowDown", "It was wet");
            page.keyboard().press("Tab");
            chooses(page, "ArrowRight", "No");
            page.keyboard().press("Tab");
            page.keyboard().type("The box was soaked.");
            page.keyboard().press("Tab");
            assertThat(page.getByLabel("Tell me when it is fixed")).isFocused();
            page.keyboard().press("Space");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Thank you!")))
                    .isFocused();
            AccessibilityIT.findsNothing(page, "the page behind a link, answered");
            as("rani@kopi.example")
                    .get("/api/reports/answers")
                    .then()
                    .body(
                            "rows.findAll { it.survey == '" + parcel + "' }.answers",
                            Matchers.equalTo(List.of(1, 1, 1, 1, 1)));
        } finally {
            off(parcel);
        }
    }

    /** Presses it, and what has the focus then is chosen, and is this. */
    private static void chooses(Page page, String key, String name) {
        page.keyboard().press(key);
        assertThat(radio(page, name)).isChecked();
        assertThat(radio(page, name)).isFocused();
    }

    private static Locator radio(Page page, String name) {
        return page.getByRole(
                AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator group(Page page, String name) {
        return page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator survey(Person of) {
        return of.page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName("Survey").setExact(true));
    }

    private static Locator opens(Person who, Visitor whose) {
        who.page.navigate("about:blank");
        who.opens("/desk#" + whose.conversation);
        return who.page.getByLabel("Which survey");
    }

    /** Somebody who ended it without a word: no rule has them asked. */
    static Visitor left() {
        Visitor visitor = Visitor.tom();
        visitor.does("resolve", Map.of());
        visitor.line().awaitEntry("resolved");
        return visitor;
    }

    static RequestSpecification as(String email) {
        String token = given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", "kopi-nusantara"))
                .post("/api/login")
                .path("token");
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static String add(String name, int afterDays, List<Map<String, Object>> questions) {
        Response made =
                as("maya@kopi.example").body(wish(name, afterDays, questions)).post("/api/surveys");
        made.then().statusCode(201);
        return made.path("id");
    }

    private static void first(String survey) {
        as("maya@kopi.example").post("/api/surveys/" + survey + "/first").then().statusCode(200);
    }

    /** The other stories on this stage are asked what comes with it. */
    static void off(String survey) {
        RequestSpecification maya = as("maya@kopi.example");
        Map<String, Object> found = maya.get("/api/surveys").path("surveys.find { it.id == '" + survey + "' }");
        Map<String, Object> off = new HashMap<>(found);
        off.put("on", false);
        maya.body(off).put("/api/surveys/" + survey).then().statusCode(200);
    }

    private static Map<String, Object> wish(String name, int afterDays, List<Map<String, Object>> questions) {
        return Map.of(
                "name",
                name,
                "on",
                true,
                "form",
                Map.of(
                        "language",
                        "en",
                        "primary",
                        String.valueOf(questions.get(0).get("key")),
                        "standard",
                        false,
                        "questions",
                        questions),
                "rules",
                Map.of("on", List.of(), "afterDays", afterDays, "share", 100, "pauseDays", 0, "channel", "widget"));
    }

    static List<Map<String, Object>> everyKind() {
        return List.of(
                question("csat", "csat", "How was the parcel?", Map.of()),
                question(
                        "box",
                        "scale",
                        "And its box?",
                        Map.of("scale", Map.of("min", 0, "max", 3, "low", Map.of("en", "Fell apart")))),
                question(
                        "why",
                        "choice",
                        "What was it?",
                        Map.of("options", List.of(option("late", "It was late"), option("wet", "It was wet")))),
                question("again", "yes_no", "Will you be back?", Map.of()),
                question("more", "text", "Anything to add?", Map.of()));
    }

    static Map<String, Object> question(String key, String kind, String text, Map<String, ?> more) {
        Map<String, Object> question = new HashMap<>(more);
        question.putAll(Map.of("key", key, "kind", kind, "required", true, "text", Map.of("en", text)));
        return question;
    }

    private static Map<String, Object> option(String key, String text) {
        return Map.of("key", key, "text", Map.of("en", text));
    }
}
