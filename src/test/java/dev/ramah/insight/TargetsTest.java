package dev.ramah.insight;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.Author;
import dev.ramah.conversation.Stories;
import dev.ramah.conversation.Story;
import dev.ramah.platform.Patience;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two conversations of a Friday in April 2019, one of which lies over a weekend, judged by what managers have set. */
@RamahTest
class TargetsTest {

    private static final String DAYS = "from=2019-04-05&to=2019-04-10";

    @Inject
    Cast cast;

    @Inject
    Stories stories;

    @Inject
    Rollups rollups;

    private final Present present = new Present();

    private String token = "";
    private Object targetsBefore = Map.of();
    private Object hoursBefore = Map.of();

    @BeforeEach
    void twoConversations() {
        token = cast.token(cast.maya());
        targetsBefore = standing("targets").get("value");
        hoursBefore = standing("hours").get("value");
        Author bima = Author.agent(cast.bima().id(), "Bima");
        tell("april-quick", "2019-04-05T10:00:00Z", story -> {
            story.customerSays(at("2019-04-05T10:00:00Z"), "A person, please");
            story.botHandsOver(at("2019-04-05T10:00:00Z"), "ASKED_FOR_A_PERSON");
            story.agentTakes(at("2019-04-05T10:02:00Z"), bima);
            story.agentSays(at("2019-04-05T10:05:00Z"), bima, "Here I am");
            story.agentResolves(at("2019-04-05T10:20:00Z"), bima);
        });
        tell("april-weekend", "2019-04-05T16:50:00Z", story -> {
            story.customerSays(at("2019-04-05T16:50:00Z"), "A person, please");
            story.botHandsOver(at("2019-04-05T16:50:00Z"), "ASKED_FOR_A_PERSON");
            story.agentTakes(at("2019-04-08T09:00:00Z"), bima);
            story.agentSays(at("2019-04-08T09:10:00Z"), bima, "Good morning");
            story.agentResolves(at("2019-04-08T11:50:00Z"), bima);
        });
        set("hours", Map.of("house", hours("UTC"), "teams", Map.of()));
    }

    @AfterEach
    void asItWas() throws Exception {
        present.leave();
        set("targets", targetsBefore);
        set("hours", hoursBefore);
        rollups.count();
    }

    @Test
    void timesOfWorkingHoursStandBesideThoseOfTheClock() {
        rollups.count();
        read("/api/reports/times?by=opening&" + DAYS)
                .body("rows.key", contains("inside"))
                .body("rows[0].firstResponse.p90", equalTo(231_600f))
                .body("rows[0].inHours.firstResponse.median", equalTo(300f))
                .body("rows[0].inHours.firstResponse.p90", equalTo(1_200f))
                .body("rows[0].inHours.wait.p90", equalTo(600f))
                .body("rows[0].inHours.resolution.p90", equalTo(10_800f));
        read("/api/reports/overview?" + DAYS).body("inHours.handling.p90", equalTo(10_200f));
    }

    @Test
    void targetsAreKeptByTheTimeThatCountsAndTheMissedOnesAreBehindTheNumber() {
        set("targets", targets(30, 60, true));
        rollups.count();
        read("/api/reports/targets?by=target&" + DAYS)
                .body("targets.house.firstResponse", equalTo(30))
                .body("rows.key", contains("orders"))
                .body("rows[0].firstResponse.kept", equalTo(2))
                .body("rows[0].firstResponse.low", lessThan(0.35f))
                .body("rows[0].resolution.kept", equalTo(1))
                .body("rows[0].resolution.of", equalTo(2));
        read("/api/reports/episodes?what=resolution_missed&by=target&key=orders&" + DAYS)
                .body("total", equalTo(1))
                .body("items[0].opened", equalTo("2019-04-05T16:50:00Z"));
        set("targets", targets(30, 60, false));
        rollups.count();
        read("/api/reports/targets?by=day&" + DAYS).body("rows[0].firstResponse.kept", equalTo(1));
        read("/api/reports/episodes?what=first_missed&" + DAYS).body("total", equalTo(1));
        assertTrue(maya().accept("text/csv")
                .get("/api/reports/targets?by=target&" + DAYS)
                .asString()
                .startsWith("target,firstResponse kept,firstResponse of"));
    }

    @Test
    void whatManagersChangeIsJudgedAnewByItself() throws Exception {
        set("targets", targets(1, null, false));
        Patience.until("they are judged anew", () -> {
            rollups.keepUp();
            return missed() == 2;
        });
        assertEquals(2, missed());
    }

    private int missed() {
        JsonPath table = read("/api/reports/targets?by=day&" + DAYS).extract().jsonPath();
        return table.getList("rows").isEmpty()
                ? 0
                : table.getInt("rows[0].firstResponse.of") - table.getInt("rows[0].firstResponse.kept");
    }

    @Test
    void aRowOfTheDeskSaysWhenTheCustomerIsToBeHelped() throws Exception {
        set("targets", targets(5, 60, false));
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.opened(Visitor.tom());
        tom.says("Where is my grinder?");
        tom.asksForPerson();
        assertEquals(List.of("first", "resolution"), deadlines(tom.conversation));
        bima.takes(tom.conversation);
        bima.says(tom.conversation, "Here I am");
        assertEquals(List.of("resolution"), deadlines(tom.conversation));
        bima.resolves(tom.conversation);
        assertEquals(List.of(), deadlines(tom.conversation));
    }

    private List<String> deadlines(String conversation) {
        return maya().get("/api/inbox?view=all")
                .jsonPath()
                .getList("items.find { it.conversation == '" + conversation + "' }.deadlines.what", String.class);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        put("targets", targets(0, null, false)).statusCode(400).body("detail", containsString("firstResponse"));
        put("targets", Map.of("teams", Map.of())).statusCode(400).body("detail", containsString("house"));
        maya().get("/api/settings").then().body("settings.name", hasItems("targets", "hours"));
        cast.as(cast.bima()).get("/api/reports/targets").then().statusCode(403);
    }

    private static Map<String, Object> targets(@Nullable Integer first, @Nullable Integer resolution, boolean open) {
        Map<String, @Nullable Object> house = new HashMap<>();
        house.put("firstResponse", first);
        house.put("resolution", resolution);
        house.put("openHours", open);
        return Map.of("house", house, "teams", Map.of());
    }

    private static Map<String, Object> hours(String zone) {
        List<Map<String, String>> day = List.of(Map.of("from", "09:00", "to", "17:00"));
        return Map.of(
                "zone",
                zone,
                "holidays",
                List.of(),
                "week",
                Map.of("MONDAY", day, "TUESDAY", day, "WEDNESDAY", day, "THURSDAY", day, "FRIDAY", day));
    }

    private JsonPath standing(String setting) {
        return maya().get("/api/settings/" + setting).jsonPath();
    }

    private void set(String setting, Object value) {
        put(setting, value).statusCode(200);
    }

    private ValidatableResponse put(String setting, Object value) {
        return maya().body(Map.of("value", value, "version", standing(setting).getInt("version")))
                .put("/api/settings/" + setting)
                .then();
    }

    private ValidatableResponse read(String path) {
        return maya().get(path).then().statusCode(200);
    }

    private void tell(String name, String opened, Consumer<Story> plot) {
        if (!stories.isTold(name)) {
            stories.tell(new Stories.Opening(name, UUID.randomUUID(), "", "en", null, at(opened)), plot);
        }
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    private RequestSpecification maya() {
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
