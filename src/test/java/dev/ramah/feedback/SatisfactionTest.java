package dev.ramah.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.conversation.Happened;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SatisfactionTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final Satisfaction sum = new Satisfaction();

    @Test
    void goodAnswersAreTheFoursAndFives() {
        marks(5, 4, 3, 1, 5);
        assertEquals(5, sum.answers());
        assertEquals(OptionalDouble.of(0.6), sum.csat());
        assertEquals(List.of(1, 0, 1, 1, 2), sum.distribution());
    }

    @Test
    void whoAnswersUnaskedCountsInTheMarksAndNotInTheRate() {
        sum.addAsked(true);
        sum.addAsked(false);
        sum.addAsked(false);
        sum.addAsked(false);
        marks(5, 2);
        assertEquals(4, sum.asked());
        assertEquals(2, sum.answers());
        assertEquals(OptionalDouble.of(0.25), sum.responseRate());
    }

    @Test
    void nothingIsNoShare() {
        assertTrue(sum.csat().isEmpty());
        assertTrue(sum.responseRate().isEmpty());
        assertTrue(sum.interval().isEmpty());
        assertTrue(sum.nps().isEmpty());
        assertEquals(List.of(0, 0, 0, 0, 0), sum.distribution());
    }

    /** The figures of 8 in 10 are in every table of the interval; the ends must hold at none and all. */
    @Test
    void theIntervalIsWilsons() {
        Wilson most = Wilson.of(8, 10);
        assertEquals(0.4902, most.low(), 0.00005);
        assertEquals(0.9433, most.high(), 0.00005);
        Wilson none = Wilson.of(0, 5);
        assertEquals(0, none.low());
        assertEquals(0.4345, none.high(), 0.00005);
        Wilson all = Wilson.of(4, 4);
        assertEquals(0.5101, all.low(), 0.00005);
        assertEquals(1, all.high());
    }

    @Test
    void promotersLessDetractors() {
        for (int nps : new int[] {10, 9, 8, 7, 6}) {
            sum.add(rating(null, nps, null, null));
        }
        assertEquals(OptionalDouble.of(20), sum.nps());
        assertEquals(5, sum.recommendations());
        assertEquals(0, sum.answers());
    }

    @Test
    void onlyWhoWasAskedWhetherTheyRepeatedThemselvesCounts() {
        sum.add(rating(5, null, null, true));
        sum.add(rating(5, null, 2, false));
        sum.add(rating(5, null, 5, null));
        assertEquals(1, sum.repeated());
        assertEquals(2, sum.repeatedOf());
        assertEquals(OptionalDouble.of(3.5), sum.effort());
    }

    @Test
    void aRatingGrowsFieldByFieldAndTheFirstWordStays() {
        Rating rating = Rating.first(NOW, said(2, null, "Slow"))
                .then(said(null, true, null))
                .then(said(4, null, null));
        assertEquals(new Rating(NOW, 2, null, null, true, null, "Slow"), rating);
    }

    private void marks(int... marks) {
        for (int each : marks) {
            sum.add(rating(each, null, null, null));
        }
    }

    private static Rating rating(
            @Nullable Integer csat, @Nullable Integer nps, @Nullable Integer effort, @Nullable Boolean repeated) {
        return new Rating(NOW, csat, nps, effort, repeated, null, null);
    }

    private static Happened.Rated said(@Nullable Integer csat, @Nullable Boolean repeated, @Nullable String comment) {
        return new Happened.Rated(1, csat, null, null, repeated, comment);
    }
}
