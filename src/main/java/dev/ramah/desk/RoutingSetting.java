package dev.ramah.desk;

import dev.ramah.routing.Rules;
import dev.ramah.staff.Setting;
import jakarta.inject.Singleton;

/** Who gets whom, as managers have set it. */
@Singleton
class RoutingSetting implements Setting<Rules> {

    private final int capacity;

    RoutingSetting(DeskConfig config) {
        this.capacity = config.capacity();
    }

    @Override
    public String name() {
        return "routing";
    }

    @Override
    public Class<Rules> type() {
        return Rules.class;
    }

    @Override
    public Rules unset() {
        return Rules.usual(capacity);
    }

    @Override
    public Rules checked(Rules value) {
        return value.checked();
    }
}
