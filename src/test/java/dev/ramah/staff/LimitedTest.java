package dev.ramah.staff;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.RamahTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As in a shop: with limits, and with the first administrator in the settings. */
@RamahTest
@TestProfile(LimitedTest.Shop.class)
class LimitedTest {

    public static class Shop implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "ramah.limits.enabled", "true",
                    "ramah.admin.email", "Rani@kopi.example",
                    "ramah.admin.password", Cast.PASSWORD);
        }
    }

    @Inject
    First first;

    @BeforeEach
    void itStarts() {
        assertTrue(first.administrator().isEmpty(), "with the settings there is no link");
    }

    @Test
    void theAdministratorOfTheSettingsSignsIn() {
        Cast.login("rani@kopi.example", Cast.PASSWORD)
                .post("/api/login")
                .then()
                .statusCode(200)
                .body("me.role", equalTo("admin"));
    }

    @Test
    void theEleventhWrongPasswordIsNotEvenLookedAt() {
        for (int i = 0; i < 10; i++) {
            Cast.login("bima@kopi.example", "guess " + i)
                    .post("/api/login")
                    .then()
                    .statusCode(401);
        }
        Cast.login("BIMA@kopi.example", "guess 11")
                .post("/api/login")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("rate_limited"));
        Cast.login("rani@kopi.example", Cast.PASSWORD).post("/api/login").then().statusCode(200);
    }
}
