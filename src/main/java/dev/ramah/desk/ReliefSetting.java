package dev.ramah.desk;

import dev.ramah.staff.Setting;
import jakarta.inject.Singleton;

/** What people get after a conversation that was too much, as managers have set it. */
@Singleton
class ReliefSetting implements Setting<ReliefRules> {

    @Override
    public String name() {
        return "relief";
    }

    @Override
    public Class<ReliefRules> type() {
        return ReliefRules.class;
    }

    @Override
    public ReliefRules unset() {
        return ReliefRules.USUAL;
    }

    @Override
    public ReliefRules checked(ReliefRules value) {
        return value.checked();
    }
}
