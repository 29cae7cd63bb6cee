package dev.ramah.staff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who changed what of the things that people set. */
@ApplicationScoped
public class Changes {

    private final ObjectMapper json;
    private final Clock clock;

    Changes(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * Notes a change, together with the change itself or not at all.
     *
     * @param what the kind of thing, such as a setting's name
     * @param key which of them; empty where there is only one
     * @param before how it was, without secrets, as something that can be written as JSON; null when it is new
     * @param after how it is; null when it is gone
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(AgentRef by, String what, String key, @Nullable Object before, @Nullable Object after) {
        Instant now = clock.instant();
        Change change = new Change(Ids.next(now), now, by.id(), what, key);
        change.before = asJson(before);
        change.after = asJson(after);
        change.persist();
    }

    /** The newest changes first. */
    @Transactional
    List<Change> newest(@Nullable String what, @Nullable String key, int most) {
        return Change.newest(what, key, most);
    }

    private @Nullable JsonNode asJson(@Nullable Object value) {
        return value == null ? null : json.valueToTree(value);
    }
}
