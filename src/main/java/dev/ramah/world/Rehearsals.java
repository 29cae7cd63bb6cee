package dev.ramah.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.practice.Repertoires;
import dev.ramah.staff.Colleague;
import jakarta.inject.Singleton;

/** What newcomers of the sample shop practise on. */
@Singleton
class Rehearsals {

    private final Repertoires repertoires;

    Rehearsals(Repertoires repertoires) {
        this.repertoires = repertoires;
    }

    /** Approved by this manager. */
    void write(Colleague manager) {
        for (JsonNode each : Lines.of("scenarios.ndjson")) {
            repertoires.offer(each, manager.ref());
        }
    }
}
