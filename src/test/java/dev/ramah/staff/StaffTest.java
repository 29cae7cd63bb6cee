package dev.ramah.staff;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.RamahTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@RamahTest
class StaffTest {

    @Inject
    Cast cast;

    @Inject
    Ended ended;

    @Test
    void onlyAnAdministratorLetsPeopleInAndOut() {
        UUID bima = cast.bima().id();
        for (Colleague who : List.of(cast.ana(), cast.maya())) {
            cast.as(who)
                    .body(person("dewi@kopi.example", "kopi-nusantara"))
                    .post("/api/staff")
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
            for (String verb : List.of("deactivate", "activate", "reset")) {
                cast.as(who).post("/api/staff/" + bima + "/" + verb).then().statusCode(403);
            }
            cast.as(who)
                    .body(person("bima@kopi.example", null))
                    .put("/api/staff/" + bima)
                    .then()
                    .statusCode(403);
            cast.as(who).get("/api/staff").then().statusCode(200).body("email", hasItem("bima@kopi.example"));
            cast.as(who).get("/api/teams").then().statusCode(200);
        }
    }

    @Test
    void whoIsAddedWithAPasswordCanSignInAtOnce() {
        cast.as(cast.rani())
                .body(person("dewi@kopi.example", "a-good-password"))
                .post("/api/staff")
                .then()
                .statusCode(201)
                .body("id", notNullValue())
                .body("link", nullValue());
        Cast.login("dewi@kopi.example", "a-good-password")
                .post("/api/login")
                .then()
                .statusCode(200);
        cast.as(cast.rani())
                .body(person("DEWI@kopi.example", "a-good-password"))
                .post("/api/staff")
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
        cast.as(cast.rani())
                .body(person("not-an-address", "short"))
                .post("/api/staff")
                .then()
                .statusCode(400);
    }

    @Test
    void anInvitationLetsSomeoneInOnce() {
        String link = cast.as(cast.rani())
                .body(person("putu@kopi.example", null))
                .post("/api/staff")
                .then()
                .statusCode(201)
                .body("link", containsString("/join?token="))
                .extract()
                .path("link");
        String token = token(link);

        given().get("/api/join/" + token)
                .then()
                .statusCode(200)
                .body("purpose", equalTo("invitation"))
                .body("email", equalTo("putu@kopi.example"));
        join(token, "too-short", 400);
        String session = join(token, "putu's own password", 200);
        given().auth().oauth2(session).get("/api/me").then().statusCode(200).body("role", equalTo("agent"));
        join(token, "putu's own password", 404);
        given().get("/api/join/" + token).then().statusCode(404);
    }

    @Test
    void aResetLinkReplacesThePasswordAndEndsEverySession() {
        Colleague wayan = add("wayan@kopi.example");
        String before = cast.token(wayan);
        String link = cast.as(cast.rani())
                .post("/api/staff/" + wayan.id() + "/reset")
                .then()
                .statusCode(200)
                .extract()
                .path("link");

        given().get("/api/join/" + token(link)).then().body("purpose", equalTo("reset"));
        given().auth().oauth2(before).get("/api/me").then().statusCode(200);
        String after = join(token(link), "another password", 200);

        given().auth().oauth2(before).get("/api/me").then().statusCode(401);
        given().auth().oauth2(after).get("/api/me").then().statusCode(200);
        comesIn("wayan@kopi.example", 401);
    }

    @Test
    void deactivatingEndsSessionsAtOnceAndIsTold() {
        Colleague komang = add("komang@kopi.example");
        String token = cast.token(komang);
        given().auth().oauth2(token).get("/api/me").then().statusCode(200);

        rani(komang, "deactivate");

        given().auth().oauth2(token).get("/api/me").then().statusCode(401);
        comesIn("komang@kopi.example", 401);
        assertTrue(ended.told.contains(komang.id()));

        rani(komang, "activate");
        given().auth().oauth2(token).get("/api/me").then().statusCode(401);
        comesIn("komang@kopi.example", 200);
    }

    private void rani(Colleague who, String does) {
        cast.as(cast.rani()).post("/api/staff/" + who.id() + "/" + does).then().statusCode(204);
    }

    /** Tries to, with the password that everybody had at first. */
    private static void comesIn(String email, int status) {
        Cast.login(email, Cast.PASSWORD).post("/api/login").then().statusCode(status);
    }

    @Test
    void theLastAdministratorCanNeitherLeaveNorStepDown() {
        Colleague rani = cast.rani();
        cast.as(rani)
                .post("/api/staff/" + rani.id() + "/deactivate")
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
        cast.as(rani)
                .body(person("rani@kopi.example", null))
                .put("/api/staff/" + rani.id())
                .then()
                .statusCode(409);
        cast.as(rani).get("/api/me").then().body("role", equalTo("admin"));
    }

    private Colleague add(String email) {
        String id = cast.as(cast.rani())
                .body(person(email, Cast.PASSWORD))
                .post("/api/staff")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Colleague(UUID.fromString(id), email, email, StaffRole.AGENT, true, List.of(), List.of(), List.of());
    }

    private static Map<String, Object> person(String email, @Nullable String password) {
        Map<String, Object> person = new HashMap<>();
        person.put("email", email);
        person.put("name", "Someone");
        person.put("role", "agent");
        person.put("teams", List.of("orders"));
        if (password != null) {
            person.put("password", password);
        }
        return person;
    }

    private static String join(String token, String password, int status) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("password", password))
                .post("/api/join/" + token)
                .then()
                .statusCode(status)
                .extract()
                .path("token");
    }

    private static String token(String link) {
        return link.substring(link.indexOf('=') + 1);
    }
}
