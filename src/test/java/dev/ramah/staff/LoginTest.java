package dev.ramah.staff;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.platform.RamahTest;
import io.restassured.RestAssured;
import io.restassured.common.mapper.TypeRef;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RamahTest
class LoginTest {

    @Inject
    Cast cast;

    private Colleague bima;

    @BeforeEach
    void bimaWorksHere() {
        bima = cast.bima();
    }

    @Test
    void thePasswordOpensTheDesk() {
        String token = Cast.login("  Bima@Kopi.example", Cast.PASSWORD)
                .post("/api/login")
                .then()
                .statusCode(200)
                .body("me.name", equalTo("Bima"))
                .body("me.role", equalTo("agent"))
                .body("expires", notNullValue())
                .header("Set-Cookie", containsStringIgnoringCase("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .path("token");

        given().auth()
                .oauth2(token)
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("email", equalTo("bima@kopi.example"))
                .body("languages", hasItem("id"));
        given().cookie("ramah_session", token).get("/api/me").then().statusCode(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownEmailGetTheSameAnswer() {
        Map<String, Object> wrong = refused("bima@kopi.example");
        Map<String, Object> unknown = refused("nobody@kopi.example");
        assertEquals(wrong, unknown);
    }

    private static Map<String, Object> refused(String email) {
        return Cast.login(email, "not-the-password")
                .post("/api/login")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("not_signed_in"))
                .extract()
                .body()
                .as(new TypeRef<Map<String, Object>>() {});
    }

    @Test
    void aBodyWithoutAnEmailIsInvalidAndOneThatIsNoJsonMalformed() {
        given().contentType(ContentType.JSON)
                .body("{\"password\":\"x\"}")
                .post("/api/login")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("detail", containsString("email"));
        given().contentType(ContentType.JSON)
                .body("{\"email\":")
                .post("/api/login")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("malformed"));
        given().contentType(ContentType.JSON)
                .post("/api/login")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void signingOutEndsTheSession() {
        String token = cast.token(bima);
        given().auth().oauth2(token).post("/api/logout").then().statusCode(204);
        given().auth()
                .oauth2(token)
                .get("/api/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("not_signed_in"));
    }

    @Test
    void withTheCookieOnlyOurOwnPagesMayChangeThings() {
        String token = cast.token(bima);
        given().cookie("ramah_session", token)
                .header("Origin", "https://evil.example")
                .post("/api/logout")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("forbidden"));
        given().cookie("ramah_session", token).post("/api/logout").then().statusCode(403);
        given().cookie("ramah_session", token)
                .header("Origin", "http://localhost:" + RestAssured.port)
                .post("/api/logout")
                .then()
                .statusCode(204);
    }

    @Test
    void aTokenThatIsNotStaffsOpensNothing() {
        for (String call : new String[] {"/api/me", "/api/staff", "/api/teams"}) {
            given().auth().oauth2("a-customers-token").get(call).then().statusCode(401);
            given().get(call).then().statusCode(401);
        }
    }

    @Test
    void forgettingThePasswordShowsAdministratorsWhoWaitsForALink() {
        given().contentType(ContentType.JSON)
                .body(Map.of("email", "nobody@kopi.example"))
                .post("/api/forgot")
                .then()
                .statusCode(202);
        given().contentType(ContentType.JSON)
                .body(Map.of("email", "ana@kopi.example"))
                .post("/api/forgot")
                .then()
                .statusCode(202);
    }
}
