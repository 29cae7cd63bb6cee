package dev.ramah.practice;

import dev.ramah.staff.Setting;
import jakarta.inject.Singleton;

/** How rehearsals are marked, unless a scenario says otherwise. */
@Singleton
class MarkingSetting implements Setting<Marking> {

    @Override
    public String name() {
        return "practice";
    }

    @Override
    public Class<Marking> type() {
        return Marking.class;
    }

    @Override
    public Marking unset() {
        return Marking.USUAL;
    }

    @Override
    public Marking checked(Marking value) {
        return value.checked();
    }
}
