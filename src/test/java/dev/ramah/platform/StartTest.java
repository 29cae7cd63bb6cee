package dev.ramah.platform;

import static io.restassured.RestAssured.when;

import org.junit.jupiter.api.Test;

@RamahTest
class StartTest {

    @Test
    void isReadyOnceTheDatabaseAnswers() {
        when().get("/q/health/ready").then().statusCode(200);
    }
}
