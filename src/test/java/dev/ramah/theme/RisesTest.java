package dev.ramah.theme;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.RamahTest;
import dev.ramah.staff.Cast;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** More is heard of something than chance explains, and nobody has the page open. */
@RamahTest
class RisesTest {

    @Inject
    Cast cast;

    @Inject
    Unhappy unhappy;

    @Inject
    Rises rises;

    @Inject
    Complaints complaints;

    @Inject
    Clock clock;

    @Test
    void aRiseIsKeptUntilSomebodyHasSeenItThoughNobodyReadsThePage() {
        int before = rises.unseen();
        Instant from = clock.instant();
        // So long there have been complaints at least: before a week nobody knows what is usual.
        unhappy.tell(
                "en",
                1,
                "An old story",
                "My old hat is too tall",
                clock.instant().minus(Duration.ofDays(30)));
        int number = unhappy.theme(unhappy.tell(
                        "en",
                        1,
                        List.of(
                                "The escalator smells of blue cheese",
                                "Blue cheese, all the way up the escalator",
                                "Your escalator has a smell of blue cheese",
                                "A smell of blue cheese on the escalator",
                                "The escalator smelled of blue cheese again",
                                "Why does the escalator smell of blue cheese",
                                "An escalator that smells of blue cheese",
                                "Blue cheese is what the escalator smells of"))
                .get(0)
                .conversation());
        rises.look();
        Instant risen = Objects.requireNonNull(theme(number).risenAt);
        assertTrue(rises.unseen() > before, "Kept without anybody reading of themes");
        assertEquals(8, theme(number).risenN);
        assertTrue(risenSince(from).contains(number));

        int unseen = rises.unseen();
        cast.as(cast.maya()).get("/api/themes/risen").then().statusCode(200).body("risen", equalTo(unseen));
        cast.as(cast.ana()).get("/api/themes/risen").then().statusCode(403);
        read(number).body("theme.risen.n", equalTo(8)).body("theme.risen.at", notNullValue());
        rises.look();
        assertEquals(risen, theme(number).risenAt, "It is the same rise");

        for (int i = 0; i < 2; i++) {
            cast.as(cast.maya())
                    .put("/api/themes/" + number + "/seen")
                    .then()
                    .statusCode(200)
                    .body("risen", equalTo(unseen - 1));
        }
        read(number).body("theme.risen", nullValue());
        rises.look();
        assertEquals(unseen - 1, rises.unseen(), "Who has seen it is not told again on the same day");
        assertTrue(risenSince(from).contains(number), "A letter about these days still says so");
    }

    @Test
    void ofWhatGoesOnItIsToldOnceADay() {
        Theme theme = new Theme();
        Instant day = Instant.parse("2026-06-01T00:00:00Z");
        Rise rise = new Rise(9, 0.5, 1e-6);
        theme.rises(rise, day);
        theme.rises(new Rise(20, 0.5, 1e-9), day.plus(Duration.ofDays(3)));
        assertEquals(day, theme.risenAt, "Until somebody has seen it");
        theme.risenSeenAt = day.plusSeconds(60);
        theme.rises(rise, day.plusSeconds(86_399));
        assertEquals(day, theme.risenAt);
        theme.rises(rise, day.plusSeconds(86_400));
        assertNotEquals(day, theme.risenAt);
        assertTrue(theme.hasRisen());
    }

    private List<Integer> risenSince(Instant from) {
        return complaints.risenBetween(from, clock.instant().plusSeconds(1)).stream()
                .map(Complaints.Known::number)
                .toList();
    }

    private static Theme theme(int number) {
        return QuarkusTransaction.requiringNew().call(() -> Theme.of(number));
    }

    private ValidatableResponse read(int number) {
        return cast.as(cast.maya()).get("/api/themes/" + number).then().statusCode(200);
    }
}
