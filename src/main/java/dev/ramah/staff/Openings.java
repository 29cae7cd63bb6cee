package dev.ramah.staff;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** When people are at work, for all rooms that ask. */
@ApplicationScoped
public class Openings {

    private final Settings settings;
    private final HoursSetting setting;

    Openings(Settings settings, HoursSetting setting) {
        this.settings = settings;
        this.setting = setting;
    }

    /** The hours of this team; null for those of the house. */
    public OpeningHours of(@Nullable String team) {
        return now().of(team);
    }

    /** Those of all. */
    public BusinessHours now() {
        return settings.of(setting);
    }
}
