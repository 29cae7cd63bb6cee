package dev.ramah.staff;

import jakarta.enterprise.context.ApplicationScoped;

/** How fast customers are to be helped, for all rooms that ask. */
@ApplicationScoped
public class Targets {

    private final Settings settings;
    private final TargetsSetting setting;

    Targets(Settings settings, TargetsSetting setting) {
        this.settings = settings;
        this.setting = setting;
    }

    public ServiceTargets now() {
        return settings.of(setting);
    }
}
