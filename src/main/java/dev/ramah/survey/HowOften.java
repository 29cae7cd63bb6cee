package dev.ramah.survey;

import dev.ramah.platform.Problem;
import dev.ramah.staff.Setting;
import dev.ramah.staff.Settings;
import jakarta.inject.Singleton;

/** How often a customer is asked anything at most, over all surveys. */
@Singleton
class HowOften implements Setting<HowOften.Cap> {

    private static final int MOST = 20;

    private static final int LONGEST_DAYS = 365;

    /**
     * At most so often.
     *
     * @param most times, 1 to 20
     * @param days within which, 1 to 365
     */
    record Cap(int most, int days) {}

    private final Settings settings;

    HowOften(Settings settings) {
        this.settings = settings;
    }

    Cap now() {
        return settings.of(this);
    }

    @Override
    public String name() {
        return "asking";
    }

    @Override
    public Class<Cap> type() {
        return Cap.class;
    }

    @Override
    public Cap unset() {
        return new Cap(4, 60);
    }

    @Override
    public Cap checked(Cap value) {
        if (value.most < 1 || value.most > MOST) {
            throw Problem.invalid("most is 1 to " + MOST + ".");
        }
        if (value.days < 1 || value.days > LONGEST_DAYS) {
            throw Problem.invalid("days are 1 to " + LONGEST_DAYS + ".");
        }
        return value;
    }
}
