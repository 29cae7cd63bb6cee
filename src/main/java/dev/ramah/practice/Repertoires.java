package dev.ramah.practice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.platform.Ids;
import dev.ramah.staff.AgentRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;

/** Scenarios that somebody wrote instead of making them of a conversation. */
@ApplicationScoped
public class Repertoires {

    private final ObjectMapper json;
    private final Clock clock;

    Repertoires(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * Offers one for rehearsal at once.
     *
     * @throws dev.ramah.platform.Problem INVALID, saying what makes no sense in it
     */
    @Transactional
    public void offer(JsonNode written, AgentRef by) {
        try {
            Instant now = clock.instant();
            Plot plot = json.treeToValue(written, Plot.class).checked();
            StoredScenario scenario = new StoredScenario(Ids.next(now), plot, by.id(), now);
            scenario.approve(by.id(), now);
            scenario.persist();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A written scenario can't be read", e);
        }
    }
}
