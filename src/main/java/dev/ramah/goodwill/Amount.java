package dev.ramah.goodwill;

import dev.ramah.platform.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Amounts of money or points are kept as whole hundredths, so that sums are exact. */
final class Amount {

    /** A thousand million: more is a mistake in any currency. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private Amount() {}

    /**
     * Null for null.
     *
     * @throws Problem INVALID, naming the field, unless it is 0 to 1,000,000,000 with at most two decimals
     */
    static @Nullable Long hundredthsOrNull(String field, @Nullable BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        if (amount.signum() < 0
                || amount.compareTo(MOST) > 0
                || amount.stripTrailingZeros().scale() > 2) {
            throw Problem.invalid(field + " is an amount from 0 to 1,000,000,000 with at most two decimals.");
        }
        return amount.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
    }

    /** As clients see it, without idle zeros. */
    static BigDecimal decimal(long hundredths) {
        return hundredths % 100 == 0 ? BigDecimal.valueOf(hundredths / 100) : BigDecimal.valueOf(hundredths, 2);
    }
}
