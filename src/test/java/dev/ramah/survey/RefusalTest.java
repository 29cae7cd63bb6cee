package dev.ramah.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is asked, by rules on plain values: the first that stands against it is the reason that is kept. */
class RefusalTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID SURVEY = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final Rules rules =
            new Rules(Set.of(Occasion.RESOLVED), 0, 100, List.of(), List.of(), List.of(), 14, Channel.WIDGET, null);

    @Test
    void whoeverTheSurveyIsForIsAsked() {
        assertEquals(Optional.empty(), first(rules, sari()));
    }

    @Test
    void itMustHaveEndedInOneOfTheWays() {
        assertEquals(Optional.of(Refusal.ENDED_OTHERWISE), first(rules, sari().with(Occasion.LEFT)));
        Rules abandoned =
                new Rules(Set.of(Occasion.LEFT), 0, 100, List.of(), List.of(), List.of(), 14, Channel.WIDGET, null);
        assertEquals(Optional.empty(), first(abandoned, sari().with(Occasion.LEFT)));
    }

    @Test
    void languageTeamAndReasonSayWhomItIsFor() {
        assertEquals(Optional.of(Refusal.LANGUAGE), first(only(List.of("en"), List.of(), List.of()), sari()));
        assertEquals(Optional.empty(), first(only(List.of("en", "id"), List.of(), List.of()), sari()));
        assertEquals(Optional.of(Refusal.TEAM), first(only(List.of(), List.of("machines"), List.of()), sari()));
        assertEquals(Optional.empty(), first(only(List.of(), List.of("machines", "orders"), List.of()), sari()));
        assertEquals(Optional.of(Refusal.REASON), first(only(List.of(), List.of(), List.of("refund")), sari()));
        assertEquals(Optional.empty(), first(only(List.of(), List.of(), List.of("delivery")), sari()));
    }

    @Test
    void ofAShareThoseAreAskedWhoseNumberIsBelowIt() {
        Rules third =
                new Rules(Set.of(Occasion.RESOLVED), 0, 30, List.of(), List.of(), List.of(), 14, Channel.WIDGET, null);
        assertEquals(Optional.empty(), first(third, sari().drawing(29)));
        assertEquals(Optional.of(Refusal.SHARE), first(third, sari().drawing(30)));
    }

    @Test
    void aGiftComesBeforeNoSurvey() {
        assertEquals(Optional.of(Refusal.GOODWILL), first(rules, sari().given(true)));
        assertEquals(
                Optional.of(Refusal.GOODWILL),
                Refusal.first(rules, sari().given(true).asking(), true));
    }

    @Test
    void byMailTheyMustBeReachable() {
        Rules mail =
                new Rules(Set.of(Occasion.RESOLVED), 1, 100, List.of(), List.of(), List.of(), 14, Channel.MAIL, null);
        assertEquals(Optional.of(Refusal.NO_ADDRESS), first(mail, sari().unreachable()));
        assertEquals(Optional.empty(), first(rules, sari().unreachable()));
    }

    @Test
    void theSameSurveyIsNotAskedAgainWithinItsDays() {
        assertEquals(Optional.of(Refusal.AGAIN), first(rules, sari().asked(SURVEY, false, 13)));
        assertEquals(Optional.empty(), first(rules, sari().asked(SURVEY, false, 14)));
        assertEquals(Optional.empty(), first(rules, sari().asked(OTHER, false, 1)));
        // Nobody knows which one it was: then it may have been this one.
        assertEquals(Optional.of(Refusal.AGAIN), first(rules, sari().asked(null, false, 13)));
    }

    @Test
    void npsIsAskedOnceAQuarterWhicheverSurveyItWasIn() {
        assertEquals(
                Optional.of(Refusal.NPS_LATELY), first(rules, sari().forNps().asked(OTHER, true, 91)));
        assertEquals(Optional.empty(), first(rules, sari().forNps().asked(OTHER, true, 92)));
        assertEquals(Optional.empty(), first(rules, sari().asked(OTHER, true, 1)));
    }

    @Test
    void theCapCountsAllSurveysAndAlsoByHand() {
        Known twice = sari().asked(OTHER, false, 20).asked(OTHER, false, 59);
        assertEquals(Optional.empty(), first(rules, twice));
        Known often = twice.asked(OTHER, false, 30);
        assertEquals(Optional.of(Refusal.CAP), first(rules, often));
        assertEquals(Optional.of(Refusal.CAP), Refusal.first(rules, often.asking(), true));
        assertEquals(Optional.empty(), first(rules, twice.asked(OTHER, false, 60)));
        // What they are going to be asked counts as well.
        assertEquals(Optional.of(Refusal.CAP), first(rules, twice.asked(OTHER, false, -5)));
    }

    @Test
    void byHandOnlyCountsWhatKeepsCustomersFromTooMuch() {
        Rules nobody = new Rules(
                Set.of(), 0, 1, List.of("en"), List.of("machines"), List.of("refund"), 365, Channel.WIDGET, null);
        assertEquals(Optional.of(Refusal.ENDED_OTHERWISE), first(nobody, sari()));
        assertEquals(
                Optional.empty(),
                Refusal.first(nobody, sari().asked(SURVEY, false, 20).asking(), true));
        assertEquals(
                Optional.of(Refusal.NPS_LATELY),
                Refusal.first(nobody, sari().forNps().asked(OTHER, true, 20).asking(), true));
    }

    private static Optional<Refusal> first(Rules rules, Known who) {
        return Refusal.first(rules, who.asking(), false);
    }

    private Rules only(List<String> languages, List<String> teams, List<String> reasons) {
        return new Rules(Set.of(Occasion.RESOLVED), 0, 100, languages, teams, reasons, 14, Channel.WIDGET, null);
    }

    private static Known sari() {
        return new Known(Occasion.RESOLVED, false, 0, false, true, List.of());
    }

    /** Sari, who speaks Indonesian and was helped by the team for orders, about a delivery. */
    private record Known(
            Occasion occasion, boolean nps, int draw, boolean given, boolean reachable, List<Asking.Before> before) {

        Known with(Occasion other) {
            return new Known(other, nps, draw, given, reachable, before);
        }

        Known drawing(int number) {
            return new Known(occasion, nps, number, given, reachable, before);
        }

        Known forNps() {
            return new Known(occasion, true, draw, given, reachable, before);
        }

        /** The record's own accessor says whether; this one makes it so. */
        Known given(boolean so) {
            return new Known(occasion, nps, draw, so, reachable, before);
        }

        Known unreachable() {
            return new Known(occasion, nps, draw, given, false, before);
        }

        Known asked(@Nullable UUID survey, boolean forNps, int daysAgo) {
            Asking.Before one = new Asking.Before(survey, forNps, NOW.minus(Duration.ofDays(daysAgo)));
            return new Known(
                    occasion,
                    nps,
                    draw,
                    given,
                    reachable,
                    Stream.concat(before.stream(), Stream.of(one)).toList());
        }

        Asking asking() {
            return new Asking(
                    SURVEY,
                    nps,
                    occasion,
                    "id",
                    Set.of("orders"),
                    Set.of("delivery", "UPSET"),
                    draw,
                    given,
                    false,
                    reachable,
                    NOW,
                    before,
                    new HowOften.Cap(3, 60));
        }
    }
}
