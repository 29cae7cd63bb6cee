package dev.ramah.goodwill;

import dev.ramah.platform.Problem;
import dev.ramah.staff.Setting;
import dev.ramah.staff.StaffRole;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much of the shop's money each role may give away. Until somebody says so, nobody may give anything. */
@Singleton
class Allowance implements Setting<Allowance.Limits> {

    static final String NAME = "goodwill";

    private static final int MOST_DAYS = 366;

    /**
     * What one role may give, in the shop's currency.
     *
     * @param aDay one of them in 24 hours
     * @param aCustomer a customer gets in so many days, from all of staff
     */
    record Limit(@Nullable BigDecimal aDay, @Nullable BigDecimal aCustomer) {

        private static final Limit NOTHING = new Limit(BigDecimal.ZERO, BigDecimal.ZERO);

        long hundredthsADay() {
            return orNothing(Amount.hundredthsOrNull("aDay", aDay));
        }

        long hundredthsACustomer() {
            return orNothing(Amount.hundredthsOrNull("aCustomer", aCustomer));
        }

        private static long orNothing(@Nullable Long hundredths) {
            return hundredths == null ? 0 : hundredths;
        }
    }

    /**
     * The whole setting.
     *
     * @param currency as in ISO 4217
     * @param days in which what a customer got counts
     */
    record Limits(
            @Nullable String currency,
            int days,
            @Nullable Limit agent,
            @Nullable Limit manager,
            @Nullable Limit admin) {

        Limit of(StaffRole role) {
            Limit limit =
                    switch (role) {
                        case AGENT -> agent;
                        case MANAGER -> manager;
                        case ADMIN -> admin;
                    };
            return limit == null ? Limit.NOTHING : limit;
        }

        String money() {
            return currency == null ? "USD" : currency;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Limits> type() {
        return Limits.class;
    }

    @Override
    public Limits unset() {
        return new Limits("USD", 30, Limit.NOTHING, Limit.NOTHING, Limit.NOTHING);
    }

    @Override
    public Limits checked(Limits value) {
        if (value.days() < 1 || value.days() > MOST_DAYS) {
            throw Problem.invalid("days is 1 to " + MOST_DAYS + ".");
        }
        for (StaffRole role : StaffRole.values()) {
            Limit limit = value.of(role);
            if (limit.hundredthsACustomer() > 0 && limit.hundredthsADay() == 0) {
                throw Problem.invalid(role.wire() + ": who may give a customer something needs something for a day.");
            }
        }
        return new Limits(
                currency(value.currency()),
                value.days(),
                value.of(StaffRole.AGENT),
                value.of(StaffRole.MANAGER),
                value.of(StaffRole.ADMIN));
    }

    private static String currency(@Nullable String code) {
        try {
            return Currency.getInstance(code == null ? "" : code.strip().toUpperCase(Locale.ROOT))
                    .getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("currency is one of ISO 4217, like IDR or EUR.");
        }
    }
}
