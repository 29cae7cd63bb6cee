package dev.ramah.desk;

import dev.ramah.staff.Setting;
import jakarta.inject.Singleton;

/** How visitors may be blocked, as managers have set it. */
@Singleton
class BlockingSetting implements Setting<Blocking> {

    @Override
    public String name() {
        return "blocking";
    }

    @Override
    public Class<Blocking> type() {
        return Blocking.class;
    }

    @Override
    public Blocking unset() {
        return Blocking.USUAL;
    }

    @Override
    public Blocking checked(Blocking value) {
        return value.checked();
    }
}
