package dev.ramah.practice;

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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who is to rehearse what, and how far they are, for managers. People stand by name: nobody is ranked. */
@Path("/api/practice")
@RolesAllowed("manager")
class ProgressResource {

    private static final int MOST_PEOPLE = 200;
    private static final int SHOWN = 20;

    private final Assignments assignments;
    private final Attempts attempts;
    private final Accounts accounts;
    private final Settings settings;
    private final MarkingSetting marking;
    private final SecurityIdentity identity;

    ProgressResource(
            Assignments assignments,
            Attempts attempts,
            Accounts accounts,
            Settings settings,
            MarkingSetting marking,
            SecurityIdentity identity) {
        this.assignments = assignments;
        this.attempts = attempts;
        this.accounts = accounts;
        this.settings = settings;
        this.marking = marking;
        this.identity = identity;
    }

    record Assigning(
            @NotNull UUID scenario,
            @NotEmpty @Size(max = MOST_PEOPLE) List<@NotNull UUID> agents,
            @NotNull LocalDate due) {}

    /** @param tries the newest of them; {@code over} counts all that are over */
    record Person(UUID id, String name, int over, List<Standing> assigned, List<Tried> tries) {}

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
        Marking usual = settings.of(marking);
        List<Colleague> staff = accounts.all();
        List<UUID> ids = staff.stream().map(Colleague::id).toList();
        Map<UUID, Integer> over = attempts.over();
        Map<UUID, List<Tried>> tries = attempts.newest(ids, SHOWN, usual);
        Map<UUID, List<Standing>> assigned =
                assignments.of(ids, usual).stream().collect(Collectors.groupingBy(Standing::agent));
        return new Progress(staff.stream()
                .filter(each -> each.active() || over.containsKey(each.id()))
                .sorted(Comparator.comparing(Colleague::name))
                .map(each -> new Person(
                        each.id(),
                        each.name(),
                        over.getOrDefault(each.id(), 0),
                        assigned.getOrDefault(each.id(), List.of()),
                        tries.getOrDefault(each.id(), List.of())))
                .toList());
    }
}
