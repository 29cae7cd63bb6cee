package dev.ramah.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@RamahTest
class WebTest {

    @Test
    void everyRefusalIsAProblem() {
        problem(given().get("/api/nothing-here").then(), 404);
        problem(given().get("/api").then(), 404);
        problem(given().delete("/api/login").then(), 405);
        problem(
                given().contentType(ContentType.TEXT)
                        .body("hello")
                        .post("/api/login")
                        .then(),
                415);
        problem(given().get("/api/me").then(), 401);
    }

    private static void problem(ValidatableResponse response, int status) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body(not(containsString("Exception")));
    }

    @Test
    void aLargeBodyIsRefusedBeforeItIsRead() {
        problem(
                given().contentType(ContentType.JSON)
                        .body("x".repeat(70_000))
                        .post("/api/login")
                        .then(),
                413);
    }

    @Test
    void pagesMayLoadOnlyWhatIsOurs() {
        given().get("/nothing-here")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY"));
        given().get("/api/me").then().header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void onlyListedShopsReachTheWidgetsCallsAndNobodyStaffs() {
        preflight("https://shop.example", "/api/conversations")
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "https://shop.example")
                .header("Access-Control-Allow-Credentials", nullValue());
        preflight("https://evil.example", "/api/conversations")
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
        preflight("https://shop.example", "/api/staff").header("Access-Control-Allow-Origin", nullValue());
        preflight("https://shop.example", "/api/customers").header("Access-Control-Allow-Origin", nullValue());
    }

    private static ValidatableResponse preflight(String origin, String path) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .options(path)
                .then();
    }
}
