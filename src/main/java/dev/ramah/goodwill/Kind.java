package dev.ramah.goodwill;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a gesture is. */
public enum Kind {
    /** Money off the next order. */
    VOUCHER,
    /** The next order is sent for nothing. */
    FREE_SHIPPING,
    POINTS,
    /** Money back, as much as is chosen when it is given. */
    REFUND;

    /** As clients see it. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
