package dev.ramah.feedback;

import dev.ramah.platform.Problem;
import dev.ramah.staff.Setting;
import dev.ramah.staff.Settings;
import jakarta.inject.Singleton;

/** Which ratings are answered, and how soon. */
@Singleton
class Following implements Setting<Following.Rule> {

    private static final int HIGHEST = 4;

    /** Thirty days. Later nobody remembers what it was about. */
    private static final int LONGEST = 720;

    /**
     * What is answered, and when.
     *
     * @param upTo the highest satisfaction that is answered, 1 to 4; where something else was asked its low marks are
     * @param hours within which, from the rating on, 1 to 720
     */
    record Rule(int upTo, int hours) {

        boolean isAnswered(Rating rating) {
            return rating.csat() == null ? rating.isLow() : rating.csat() <= upTo;
        }
    }

    private final Settings settings;

    Following(Settings settings) {
        this.settings = settings;
    }

    Rule now() {
        return settings.of(this);
    }

    @Override
    public String name() {
        return "follow-up";
    }

    @Override
    public Class<Rule> type() {
        return Rule.class;
    }

    @Override
    public Rule unset() {
        return new Rule(2, 48);
    }

    @Override
    public Rule checked(Rule value) {
        if (value.upTo < 1 || value.upTo > HIGHEST) {
            throw Problem.invalid("upTo is a mark from 1 to " + HIGHEST + ".");
        }
        if (value.hours < 1 || value.hours > LONGEST) {
            throw Problem.invalid("hours are 1 to " + LONGEST + ".");
        }
        return value;
    }
}
