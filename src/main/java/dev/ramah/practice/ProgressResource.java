package dev.ramah.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.Settings;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is to rehearse what, and how far they are, for managers. People stand by name: nobody is ranked. */
@Path("/api/practice")
@RolesAllowed("manager")
class ProgressResource {

    private static final int MOST_PEOPLE = 200;
    private static final int SHOWN = 20;

    private final Assignments assignments;
    private final Scenarios scenarios;
    private final Accounts accounts;
    private final Settings settings;
    private final MarkingSetting marking;
    private final SecurityIdentity identity;

    ProgressResource(
            Assignments assignments,
            Scenarios scenarios,
            Accounts accounts,
            Settings settings,
            MarkingSetting marking,
            SecurityIdentity identity) {
        this.assignments = assignments;
        this.scenarios = scenarios;
        this.accounts = accounts;
        this.settings = settings;
        this.marking = marking;
        this.identity = identity;
    }

    record Assigning(
            @NotNull UUID scenario,
            @NotEmpty @Size(max = MOST_PEOPLE) List<@NotNull UUID> agents,
            @NotNull LocalDate due) {}

    record Assigned(UUID id, UUID scenario, String title, LocalDate due, boolean done, boolean passed, boolean late) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Try(
            UUID id,
            UUID scenario,
            String title,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Integer score,
            boolean passed) {}

    /** @param tries the newest of them; {@code over} counts all that are over */
    record Person(UUID id, String name, int over, List<Assigned> assigned, List<Try> tries) {}

    record Progress(List<Person> people) {}

    /** Assigns a scenario to people; again moves the day. */
    @POST
    @Path("/assignments")
    public Progress assign(@NotNull @Valid Assigning wish) {
        assignments.assign(
                wish.scenario(),
                wish.agents(),
                wish.due(),
                Colleague.of(identity).ref());
        return progress();
    }

    /** Takes an assignment back. */
    @DELETE
    @Path("/assignments/{id}")
    public Progress takeBack(@PathParam("id") UUID id) {
        assignments.takeBack(id);
        return progress();
    }

    @GET
    @Path("/progress")
    public Progress progress() {
        Map<UUID, List<Attempt>> attempts = assignments.attemptsByAgent();
        Map<UUID, List<Assignment>> assigned =
                assignments.all().stream().collect(Collectors.groupingBy(each -> each.agent));
        Map<UUID, String> titles =
                scenarios.all().stream().collect(Collectors.toMap(each -> each.id, each -> each.plot.title()));
        Marking usual = settings.of(marking);
        return new Progress(accounts.all().stream()
                .filter(each -> each.active() || attempts.containsKey(each.id()))
                .sorted(Comparator.comparing(Colleague::name))
                .map(each -> person(
                        each,
                        attempts.getOrDefault(each.id(), List.of()),
                        assigned.getOrDefault(each.id(), List.of()),
                        titles,
                        usual))
                .toList());
    }

    private Person person(
            Colleague who, List<Attempt> attempts, List<Assignment> assigned, Map<UUID, String> titles, Marking usual) {
        return new Person(
                who.id(),
                who.name(),
                (int) attempts.stream().filter(Attempt::isOver).count(),
                assigned.stream()
                        .map(each -> assigned(each, attempts, titles.getOrDefault(each.scenario, ""), usual))
                        .toList(),
                attempts.stream()
                        .limit(SHOWN)
                        .map(each -> new Try(
                                each.id,
                                each.scenario,
                                each.plot.title(),
                                each.startedAt,
                                each.endedAt,
                                each.score,
                                each.passes(usual)))
                        .toList());
    }

    private Assigned assigned(Assignment of, List<Attempt> attempts, String title, Marking usual) {
        return new Assigned(
                of.id,
                of.scenario,
                title,
                of.due,
                attempts.stream().anyMatch(of::isDoneBy),
                attempts.stream().anyMatch(each -> of.isDoneBy(each) && each.passes(usual)),
                assignments.isLate(of, attempts));
    }
}
