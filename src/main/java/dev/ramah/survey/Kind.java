package dev.ramah.survey;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.ramah.feedback.Rating;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a question asks for. The first three are measures, each of its own: none is ever counted as another. */
enum Kind {
    /** How satisfied, from 1 to 5. */
    CSAT(1, 5),
    /** How likely they are to recommend us, from 0 to 10. */
    NPS(0, 10),
    /** How much they agree that it was easy, from 1 to 7. */
    CES(1, 7),
    /** A scale of the managers' own, with ends of its own: no measure. */
    SCALE(0, 0),
    /** One of some. */
    CHOICE(0, 0),
    /** In their words. */
    TEXT(0, 0),
    /** Yes, which is 1, or no, which is 0. */
    YES_NO(0, 1);

    /** Where the answer begins and ends; a scale of the managers' own says so itself. */
    final int min;

    final int max;

    Kind(int min, int max) {
        this.min = min;
        this.max = max;
    }

    /** As clients see it. */
    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a rating says of it; null where it says nothing, or can't. */
    @Nullable Integer of(Rating rating) {
        return switch (this) {
            case CSAT -> rating.csat();
            case NPS -> rating.nps();
            case CES -> rating.effort();
            case SCALE, CHOICE, TEXT, YES_NO -> null;
        };
    }

    boolean isMeasure() {
        return this == CSAT || this == NPS || this == CES;
    }

    /** Whether the answer is one of some numbers that lie in an order. */
    boolean isScale() {
        return isMeasure() || this == SCALE;
    }

    /** Whether the answer is a number. */
    boolean isNumber() {
        return isScale() || this == YES_NO;
    }
}
