package dev.ramah.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A manager writes a survey and sees it as the customer does, who answers it in the chat with the keyboard. */
@ExtendWith(Stage.Opens.class)
class AskedIT {

    @Test
    void aSurveyIsWrittenAndAnsweredByKeyboard(Stage stage) {
        Person maya = stage.enters("Maya").signsIn("maya@kopi.example", "/settings");
        maya.opens("/settings#surveys");
        maya.button("New survey").click();
        maya.page.getByLabel("Name, for colleagues").fill("Was it easy?");
        maya.button("+ Effort (CES), 1 to 7").click();
        Locator preview =
                maya.page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("What the customer sees"));
        assertThat(preview).containsText("We made it easy to solve my problem.");
        maya.button("Save").click();
        assertThat(maya.page.getByRole(AriaRole.LIST).filter(new Locator.FilterOptions().setHasText("Was it easy?")))
                .isVisible();
        try {
            answersByKeyboard(stage.enters("a visitor"));
        } finally {
            off(stage, "Was it easy?");
        }
    }

    private static void answersByKeyboard(Person visitor) {
        Widget chat = Widget.inTheShop(visitor, "visitor");
        chat.says("How long does delivery to Bali take?");
        assertThat(chat.source("Delivery times and costs in Indonesia")).isVisible();
        chat.saysThatSolvedIt();
        Locator csat = visitor.page.getByRole(
                AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName("How satisfied are you with our help?"));
        Locator ces = visitor.page.getByRole(
                AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName("We made it easy to solve my problem."));
        Locator send = chat.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Send").setExact(true));
        csat.getByRole(AriaRole.RADIO).first().focus();
        visitor.page.keyboard().press("ArrowRight");
        assertThat(csat.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("2: Bad")))
                .isChecked();
        assertThat(visitor.page.getByRole(
                        AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName("What was it about? (optional)")))
                .isVisible();
        Locator wish = visitor.page.getByRole(
                AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Tell me when it is fixed"));
        wish.press("Space");
        ces.getByRole(AriaRole.RADIO).first().press("Enter");
        // What is missing is said where it is missing, and the focus stands there.
        assertThat(ces).hasAccessibleDescription("Please choose an answer.");
        assertThat(ces.getByRole(AriaRole.RADIO).first()).isFocused();
        visitor.page.keyboard().press("Space");
        visitor.page.keyboard().press("Enter");
        assertThat(visitor.page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Thank you!")))
                .isVisible();
        // What they asked for stands there, and can be taken back.
        assertThat(wish).isChecked();
        wish.press("Space");
        assertThat(wish).not().isChecked();
        assertThat(visitor.page
                        .getByRole(AriaRole.STATUS)
                        .filter(new Locator.FilterOptions().setHasText("Your answer is kept.")))
                .hasCount(2);
        assertThat(send).hasCount(1);
        chat.reads("You rated this chat: Bad.");
    }

    /** The other stories on this stage are asked what comes with it. */
    private static void off(Stage stage, String name) {
        String token = given().baseUri(stage.address())
                .contentType(ContentType.JSON)
                .body(Map.of("email", "maya@kopi.example", "password", "kopi-nusantara"))
                .post("/api/login")
                .path("token");
        JsonPath all = given().baseUri(stage.address())
                .auth()
                .oauth2(token)
                .get("/api/surveys")
                .jsonPath();
        List<Map<String, Object>> found = all.getList("surveys.findAll { it.name == '" + name + "' }");
        for (Map<String, Object> each : found) {
            Map<String, Object> off = new HashMap<>(each);
            off.put("on", false);
            assertEquals(
                    200,
                    given().baseUri(stage.address())
                            .auth()
                            .oauth2(token)
                            .contentType(ContentType.JSON)
                            .body(off)
                            .put("/api/surveys/" + each.get("id"))
                            .statusCode());
        }
    }
}
