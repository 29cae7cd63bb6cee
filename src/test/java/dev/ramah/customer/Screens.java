package dev.ramah.customer;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers whose words were told to be gone. */
@Singleton
class Screens {

    final Set<UUID> cleared = ConcurrentHashMap.newKeySet();

    void on(@Observes Forgotten forgotten) {
        cleared.add(forgotten.customer());
    }
}
