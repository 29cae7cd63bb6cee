package dev.ramah.replies;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.ramah.cast.Agent;
import dev.ramah.cast.Present;
import dev.ramah.cast.Visitor;
import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who writes canned replies, who says them, and what they say to whom. */
@RamahTest
class RepliesResourceTest {

    @Inject
    Cast cast;

    private final Present present = new Present();

    /** Tests share the database: each has words of its own. */
    private final String word = "k" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void everybodyLeaves() throws Exception {
        present.leave();
    }

    @Test
    void whatIsPersonalIsNobodyElses() {
        String id = written(cast.bima(), "personal", null, Map.of("en", "Only mine " + word));
        found(cast.bima(), word).body("replies.id", contains(id));
        for (Colleague other : List.of(cast.ana(), cast.maya(), cast.rani())) {
            found(other, word).body("replies", empty());
            change(other, id, 1, "personal", null).statusCode(404);
            cast.as(other).delete("/api/replies/" + id + "?version=1").then().statusCode(404);
        }
        changes(id).body("changes", empty());
        cast.as(cast.bima()).delete("/api/replies/" + id + "?version=1").then().statusCode(204);
        found(cast.bima(), word).body("replies", empty());
    }

    @Test
    void aTeamWritesItsOwnAndWhatIsEveryonesIsWrittenByManagers() {
        String teams = written(cast.bima(), "team", "orders", Map.of("en", "The team's " + word));
        found(cast.ana(), word).body("replies", empty());
        found(cast.maya(), word).body("replies.id", contains(teams));
        change(cast.ana(), teams, 1, "team", "orders").statusCode(404);
        write(cast.ana(), "team", "orders", Map.of("en", "Not mine")).statusCode(403);

        write(cast.bima(), "everyone", null, Map.of("en", "Not mine")).statusCode(403);
        change(cast.bima(), teams, 1, "everyone", null).statusCode(403);
        String all = written(cast.maya(), "everyone", null, Map.of("en", "Everyone's " + word));
        found(cast.ana(), word).body("replies.id", contains(all));
        change(cast.ana(), all, 1, "everyone", null).statusCode(403);
        cast.as(cast.ana()).delete("/api/replies/" + all + "?version=1").then().statusCode(403);
    }

    /** A rehearsal has no conversation that would know more of its customer. */
    @Test
    void withoutAConversationTheySayWhatIsKnownOfSomebody() {
        String text = "{customer.name}, order {order} " + word + ", {order.status}. {agent.name}";
        written(cast.maya(), "everyone", null, Map.of("en", text, "id", "Kak {customer.name} " + word));
        cast.as(cast.bima())
                .get("/api/replies/said?language=en&customer=Robin Marsh&order=7001&q=" + word)
                .then()
                .statusCode(200)
                .body("replies.text", contains("Robin Marsh, order 7001 " + word + ", ⟦order.status⟧. Bima"))
                .body("replies[0].missing", contains("order.status"))
                .body("replies[0].theirs", equalTo(true));
        cast.as(cast.bima())
                .get("/api/replies/said?language=id&q=" + word)
                .then()
                .statusCode(200)
                .body("replies.text", contains("Kak ⟦customer.name⟧ " + word));
        String personal = written(cast.ana(), "personal", null, Map.of("en", "Mine " + word));
        cast.as(cast.bima()).get("/api/replies/said?q=" + word).then().body("replies.id", not(hasItem(personal)));
    }

    @Test
    void whoChangedItIsWrittenDownAndNobodyOverwritesWhatTheyHaveNotSeen() {
        String id = written(cast.maya(), "everyone", null, Map.of("en", "Hello"));
        change(cast.rani(), id, 1, "everyone", null)
                .statusCode(200)
                .body("version", equalTo(2))
                .body("changedBy", equalTo("Rani"))
                .body("changedAt", notNullValue());
        change(cast.maya(), id, 1, "everyone", null).statusCode(409);
        changes(id)
                .body("changes.by.name", equalTo(List.of("Rani", "Maya")))
                .body("changes[0].before.texts.en", equalTo("Hello"))
                .body("changes[0].after.texts.en", containsString("changed"));
    }

    @Test
    void whatMakesNoSenseIsNotStored() {
        write(cast.maya(), "everyone", null, Map.of("en", "Hi {customer.nmae}"))
                .statusCode(400)
                .body("detail", containsString("{customer.nmae}"));
        write(cast.maya(), "everyone", null, Map.of()).statusCode(400);
        write(cast.maya(), "everyone", null, Map.of("English", "Hi")).statusCode(400);
        write(cast.maya(), "nobody", null, Map.of("en", "Hi")).statusCode(400);
        write(cast.maya(), "team", null, Map.of("en", "Hi")).statusCode(400);
        String taken = "s" + word;
        save(cast.maya(), taken, "everyone", null, Map.of("en", "Hi")).statusCode(201);
        save(cast.maya(), taken, "everyone", null, Map.of("en", "Ho")).statusCode(409);
        save(cast.maya(), taken, "personal", null, Map.of("en", "Mine may be called so"))
                .statusCode(201);
    }

    @Test
    void itIsFoundByItsShortcutItsTitleAndItsTextTheBestFirst() {
        String text = id(save(cast.maya(), "a" + word, "everyone", null, Map.of("id", "Kopi dan " + word + "x")));
        String title = id(cast.as(cast.maya())
                .body(Map.of(
                        "shortcut",
                        "b" + word,
                        "title",
                        "On " + word + "x",
                        "scope",
                        "everyone",
                        "texts",
                        Map.of("en", "Yes")))
                .post("/api/replies")
                .then());
        String shortcut = id(save(cast.maya(), word + "x", "everyone", null, Map.of("en", "No")));
        found(cast.bima(), word + "x").body("replies.id", contains(shortcut, title, text));
    }

    @Test
    void itSpeaksTheCustomersLanguageAndSaysWhereItDoesNot() {
        written(
                cast.maya(),
                "everyone",
                null,
                Map.of("en", "Hello {customer.name} " + word, "id", "Halo {customer.name} " + word));
        Visitor sari = present.opened(Visitor.sari());
        said(cast.bima(), sari, word)
                .body("replies.text", contains("Halo Sari " + word))
                .body("replies.theirs", contains(true));
        Visitor hans = present.opened(Visitor.arrives(Map.of("name", "Hans", "language", "de")));
        said(cast.bima(), hans, word)
                .body("replies.text", contains("Hello Hans " + word))
                .body("replies.language", contains("en"))
                .body("replies.theirs", contains(false));
    }

    @Test
    void whatIsKnownIsFilledInAndWhatIsNotIsNamed() {
        written(
                cast.maya(),
                "everyone",
                null,
                Map.of("en", "{agent.name} of {shop} on {order} for {customer.name} " + word));
        Visitor nobody = present.opened(Visitor.arrives(Map.of("language", "en")));
        said(cast.bima(), nobody, word)
                .body("replies.text", contains(containsString("Bima of ")))
                .body("replies.text", contains(containsString("⟦order⟧")))
                .body("replies.missing[0]", contains("order", "customer.name"));
        nobody.says("Where is my order 1057?");
        said(cast.bima(), nobody, word)
                .body("replies.text", contains(containsString("on 1057 for ⟦customer.name⟧")))
                .body("replies.missing[0]", contains("customer.name"));
    }

    @Test
    void inAnotherTeamsConversationItSaysNothing() {
        Agent bima = present.sitsDown(cast.bima());
        Visitor tom = present.waiting();
        bima.takes(tom.conversation);
        bima.does("transfer", tom.conversation, Map.of("to", Map.of("team", "machines"), "reason", "A machine"));
        said(cast.bima(), tom, "").statusCode(403);
        said(cast.ana(), tom, "").statusCode(200);
        said(cast.maya(), tom, "").statusCode(200);
        cast.as(cast.bima())
                .get("/api/conversations/" + UUID.randomUUID() + "/replies")
                .then()
                .statusCode(404);
    }

    @Test
    void strangersReadAndWriteNothing() {
        given().get("/api/replies").then().statusCode(401);
        Visitor tom = present.opened(Visitor.tom());
        given().auth()
                .oauth2(tom.token)
                .get("/api/conversations/" + tom.conversation + "/replies")
                .then()
                .statusCode(401);
    }

    private ValidatableResponse write(Colleague who, String scope, @Nullable String team, Map<String, String> texts) {
        return save(who, "w" + UUID.randomUUID().toString().substring(0, 8), scope, team, texts);
    }

    private String written(Colleague who, String scope, @Nullable String team, Map<String, String> texts) {
        return id(write(who, scope, team, texts));
    }

    private static String id(ValidatableResponse saved) {
        return saved.statusCode(201).extract().path("id");
    }

    private ValidatableResponse save(
            Colleague who, String shortcut, String scope, @Nullable String team, Map<String, String> texts) {
        return cast.as(who)
                .body(wish(shortcut, scope, team, texts, 0))
                .post("/api/replies")
                .then();
    }

    private ValidatableResponse change(Colleague who, String id, int version, String scope, @Nullable String team) {
        return cast.as(who)
                .body(wish("c" + word, scope, team, Map.of("en", "It was changed"), version))
                .put("/api/replies/" + id)
                .then();
    }

    private static Map<String, @Nullable Object> wish(
            String shortcut, String scope, @Nullable String team, Map<String, String> texts, int version) {
        Map<String, @Nullable Object> wish = new HashMap<>();
        wish.put("shortcut", shortcut);
        wish.put("title", "Title");
        wish.put("scope", scope);
        wish.put("team", team);
        wish.put("texts", texts);
        wish.put("version", version);
        return wish;
    }

    private ValidatableResponse found(Colleague who, String words) {
        return cast.as(who).get("/api/replies?q=" + words).then().statusCode(200);
    }

    private ValidatableResponse said(Colleague who, Visitor customer, String words) {
        return cast.as(who)
                .get("/api/conversations/" + customer.conversation + "/replies?q=" + words)
                .then();
    }

    private ValidatableResponse changes(String id) {
        return cast.as(cast.rani())
                .get("/api/settings/changes?what=canned-replies&key=" + id)
                .then()
                .statusCode(200);
    }
}
