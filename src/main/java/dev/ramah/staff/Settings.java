package dev.ramah.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Ticks;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What people have set, of all the rooms' {@link Setting}s. */
@ApplicationScoped
public class Settings {

    private static final Logger LOG = Logger.getLogger(Settings.class);

    // Other nodes hear of a change after this long at most; until then each message need not ask the database.
    private static final long KEPT_MILLIS = 1_000;

    private final List<Setting<?>> all;
    private final Changes changes;
    private final ObjectMapper json;
    private final Clock clock;
    private final Ticks ticks;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Settings(@All List<Setting<?>> all, Changes changes, ObjectMapper json, Clock clock, Ticks ticks) {
        this.all = all.stream().sorted(Comparator.comparing(Setting::name)).toList();
        this.changes = changes;
        this.json = json;
        this.clock = clock;
        this.ticks = ticks;
    }

    private record Known(Object value, long readAt) {}

    /** A setting as it stands; the version is 0, and nobody and no moment is named, until somebody has set it. */
    public record Standing(
            Setting<?> setting, Object value, int version, @Nullable UUID changedBy, @Nullable Instant changedAt) {}

    /** What is set, a second ago at most if another node was told; may ask the database. */
    public <T> T of(Setting<T> setting) {
        Known before = known.get(setting.name());
        if (before != null && ticks.millis() - before.readAt < KEPT_MILLIS) {
            return setting.type().cast(before.value);
        }
        long now = ticks.millis();
        Object value = QuarkusTransaction.joiningExisting()
                .call(() -> standing(setting, StoredSetting.findById(setting.name())))
                .value();
        known.put(setting.name(), new Known(value, now));
        return setting.type().cast(value);
    }

    /** All of them, by name. */
    @Transactional
    List<Standing> all() {
        return all.stream()
                .map(each -> standing(each, StoredSetting.findById(each.name())))
                .toList();
    }

    /**
     * One of them.
     *
     * @throws Problem if nothing is called that
     */
    @Transactional
    Standing standing(String name) {
        return standing(named(name), StoredSetting.findById(name));
    }

    /**
     * Sets it.
     *
     * @param version the one that was seen, 0 for none
     * @throws Problem if nothing is called that, the value makes no sense, they may not, or it was changed meanwhile
     */
    public Standing change(String name, JsonNode value, int version, Colleague by) {
        Setting<?> setting = named(name);
        if (!by.role().includes(setting.setBy())) {
            throw Problem.forbidden("Only administrators set this.");
        }
        JsonNode checked = json.valueToTree(checked(setting, value));
        Standing now = QuarkusTransaction.requiringNew().call(() -> keep(setting, checked, version, by.ref()));
        known.put(name, new Known(now.value, ticks.millis()));
        return now;
    }

    private Setting<?> named(String name) {
        return all.stream()
                .filter(each -> each.name().equals(name))
                .findAny()
                .orElseThrow(() -> Problem.notFound("There is no setting of this name."));
    }

    private <T> T checked(Setting<T> setting, JsonNode value) {
        @Nullable T read;
        try {
            // A number left out is a mistake, not a zero.
            read = json.readerFor(setting.type())
                    .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .readValue(value);
        } catch (JsonMappingException ofAnotherForm) {
            String part = ofAnotherForm.getPath().stream()
                    .map(each -> each.getFieldName() == null ? "" + each.getIndex() : each.getFieldName())
                    .collect(Collectors.joining("."));
            throw Problem.invalid("The value has not the form of this setting; look at: " + part);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (read == null) {
            throw Problem.invalid("The value is missing.");
        }
        return setting.checked(read);
    }

    private Standing keep(Setting<?> setting, JsonNode value, int version, AgentRef by) {
        @Nullable StoredSetting before = StoredSetting.findById(setting.name());
        JsonNode old = before == null ? null : before.value;
        Instant now = clock.instant();
        if (!StoredSetting.keep(setting.name(), value, version, by.id(), now)) {
            throw Problem.conflict("Somebody else changed this meanwhile. Load it again.");
        }
        changes.record(by, setting.name(), "", old, value);
        return new Standing(setting, read(setting, value), version + 1, by.id(), now);
    }

    private Standing standing(Setting<?> setting, @Nullable StoredSetting stored) {
        return stored == null
                ? new Standing(setting, setting.unset(), 0, null, null)
                : new Standing(
                        setting, read(setting, stored.value), stored.version, stored.changedBy, stored.changedAt);
    }

    /** What a newer or older version wrote and this one can't read is as if it were not set. */
    private Object read(Setting<?> setting, JsonNode value) {
        try {
            return json.treeToValue(value, setting.type());
        } catch (JsonProcessingException ofAnotherVersion) {
            LOG.warnf("The setting %s can't be read, so its default counts: %s", setting.name(), ofAnotherVersion);
            return setting.unset();
        }
    }
}
