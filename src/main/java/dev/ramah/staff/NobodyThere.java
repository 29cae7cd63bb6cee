package dev.ramah.staff;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Presence where there is no desk. */
@DefaultBean
@Singleton
class NobodyThere implements Presence {

    @Override
    public String status(UUID account) {
        return "offline";
    }

    @Override
    public int open(UUID account) {
        return 0;
    }
}
