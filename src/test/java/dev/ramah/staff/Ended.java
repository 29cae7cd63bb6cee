package dev.ramah.staff;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers whose sessions were told to have ended. */
@Singleton
class Ended {

    final Set<UUID> told = ConcurrentHashMap.newKeySet();

    void on(@Observes SessionsEnded ended) {
        told.add(ended.account());
    }
}
