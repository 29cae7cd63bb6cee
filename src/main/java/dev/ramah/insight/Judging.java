package dev.ramah.insight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.ramah.platform.Digests;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Openings;
import dev.ramah.staff.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The hours and targets of now, by which episodes are judged. */
@ApplicationScoped
class Judging {

    /** Whatever order the database keeps them in, the same settings are the same text. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final int ENOUGH = 16;

    private final Openings openings;
    private final Targets targets;
    private final Accounts accounts;

    Judging(Openings openings, Targets targets, Accounts accounts) {
        this.openings = openings;
        this.targets = targets;
        this.accounts = accounts;
    }

    Terms terms() {
        return new Terms(openings.now(), targets.now(), accounts.all());
    }

    /** Changes when hours or targets do. */
    String fingerprint() {
        try {
            String all = JSON.writeValueAsString(List.of(openings.now(), targets.now()));
            return Digests.sha256(all).substring(0, ENOUGH);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Settings that were read as JSON can't be written so", e);
        }
    }
}
