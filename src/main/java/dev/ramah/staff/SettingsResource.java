package dev.ramah.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What people set, and who did. */
@Path("/api/settings")
@RolesAllowed("manager")
class SettingsResource {

    /** So many changes are shown; older ones stay in the table. */
    private static final int NEWEST = 100;

    record Person(UUID id, String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String name,
            Object value,
            int version,
            boolean mayChange,
            @Nullable Instant changedAt,
            @Nullable Person changedBy) {}

    record All(List<Row> settings) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeRow(
            Instant at, Person by, String what, String key, @Nullable JsonNode before, @Nullable JsonNode after) {}

    record Newest(List<ChangeRow> changes) {}

    record Wish(@NotNull JsonNode value, @Min(0) int version) {}

    private final Settings settings;
    private final Changes changes;
    private final Accounts accounts;
    private final SecurityIdentity identity;

    SettingsResource(Settings settings, Changes changes, Accounts accounts, SecurityIdentity identity) {
        this.settings = settings;
        this.changes = changes;
        this.accounts = accounts;
        this.identity = identity;
    }

    @GET
    public All all() {
        Map<UUID, Colleague> people = people();
        return new All(settings.all().stream().map(each -> row(each, people)).toList());
    }

    @GET
    @Path("/{name}")
    public Row one(@PathParam("name") String name) {
        return row(settings.standing(name), people());
    }

    /** In place of {@code version}, which is the one the change was made from. */
    @PUT
    @Path("/{name}")
    public Row change(@PathParam("name") String name, @NotNull @Valid Wish wish) {
        return row(settings.change(name, wish.value(), wish.version(), Colleague.of(identity)), people());
    }

    /** The newest changes, of everything or only of what is asked for. */
    @GET
    @Path("/changes")
    public Newest changes(@RestQuery @Nullable String what, @RestQuery @Nullable String key) {
        Map<UUID, Colleague> people = people();
        return new Newest(changes.newest(what, key, NEWEST).stream()
                .map(each -> new ChangeRow(
                        each.at, person(each.agent, people), each.what, each.key, each.before, each.after))
                .toList());
    }

    private Row row(Settings.Standing standing, Map<UUID, Colleague> people) {
        UUID by = standing.changedBy();
        return new Row(
                standing.setting().name(),
                standing.value(),
                standing.version(),
                Colleague.of(identity).role().includes(standing.setting().setBy()),
                standing.changedAt(),
                by == null ? null : person(by, people));
    }

    private static Person person(UUID id, Map<UUID, Colleague> people) {
        Colleague colleague = people.get(id);
        return new Person(id, colleague == null ? "" : colleague.name());
    }

    private Map<UUID, Colleague> people() {
        return accounts.byId();
    }
}
