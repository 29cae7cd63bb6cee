package dev.ramah.bot;

import dev.ramah.platform.Problem;
import dev.ramah.staff.Setting;
import dev.ramah.staff.Settings;
import jakarta.inject.Singleton;

/** How bold the bot is: what the managers set, else what the application was started with. */
@Singleton
class Boldness implements Setting<Boldness.Risks> {

    /**
     * Shares, 0 to 1, of the questions that no article answers.
     *
     * @param answer that may be answered all the same
     * @param ask that may at most be asked back about, instead of going to a person
     */
    record Risks(double answer, double ask) {}

    private final BotConfig config;
    private final Settings settings;

    Boldness(BotConfig config, Settings settings) {
        this.config = config;
        this.settings = settings;
    }

    Risks now() {
        return settings.of(this);
    }

    @Override
    public String name() {
        return "boldness";
    }

    @Override
    public Class<Risks> type() {
        return Risks.class;
    }

    @Override
    public Risks unset() {
        return new Risks(config.risk(), config.askRisk());
    }

    @Override
    public Risks checked(Risks value) {
        if (!isShare(value.answer) || !isShare(value.ask)) {
            throw Problem.invalid("Risks are shares from 0 to 1.");
        }
        if (value.ask < value.answer) {
            throw Problem.invalid("The risk to ask back is at least the risk to answer.");
        }
        return value;
    }

    static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
