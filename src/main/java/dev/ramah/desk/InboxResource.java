package dev.ramah.desk;

import dev.ramah.conversation.Inboxes;
import dev.ramah.conversation.Reach;
import dev.ramah.conversation.Selection;
import dev.ramah.conversation.Shelf;
import dev.ramah.conversation.Status;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists of conversations by view: whose they are, who waits, to whom somebody promised something, all. */
@Path("/api/inbox")
@RolesAllowed("agent")
class InboxResource {

    private static final Duration LATELY = Duration.ofDays(90);

    private static final int MOST_REASONS = 50;

    private final Inboxes inboxes;
    private final Deadlines deadlines;
    private final Accounts accounts;
    private final SecurityIdentity identity;
    private final Clock clock;

    InboxResource(Inboxes inboxes, Deadlines deadlines, Accounts accounts, SecurityIdentity identity, Clock clock) {
        this.inboxes = inboxes;
        this.deadlines = deadlines;
        this.accounts = accounts;
        this.identity = identity;
        this.clock = clock;
    }

    record Page(List<Listed> items, @Nullable String next) {}

    /** A page of a view; {@code next} asks for the one behind it, and is missing at the end. */
    @GET
    public Page page(
            @QueryParam("view") @Nullable String view,
            @QueryParam("language") @Size(max = 8) @Nullable String language,
            @QueryParam("reason") @Size(max = 60) @Nullable String reason,
            @QueryParam("status") @Nullable String status,
            @QueryParam("after") @Nullable String after,
            @QueryParam("size") @DefaultValue("40") @Min(1) @Max(100) int size) {
        Reader reader = new Reader(Colleague.of(identity));
        Selection wanted = new Choice(view, language, reason, status).of(reader.reach(accounts.all()));
        Inboxes.Page page = inboxes.page(wanted, after, size);
        List<Inboxes.Row> rows = page.rows().stream()
                .filter(each -> reader.mayRead(each.state()))
                .toList();
        Map<UUID, List<Deadline>> due =
                deadlines.of(rows.stream().map(Inboxes.Row::state).toList());
        return new Page(
                rows.stream()
                        .map(each -> Listed.of(
                                each,
                                due.getOrDefault(each.state().conversation().id(), List.of())))
                        .toList(),
                page.next());
    }

    /**
     * How many conversations the short views have, up to {@value Inboxes#MOST_COUNTED}, and what conversations were
     * about lately.
     */
    record Counts(Map<String, Integer> views, List<String> reasons) {}

    @GET
    @Path("/counts")
    public Counts counts() {
        Reach reach = new Reader(Colleague.of(identity)).reach(accounts.all());
        Map<String, Integer> views = new LinkedHashMap<>();
        for (Shelf each : List.of(Shelf.MINE, Shelf.TEAM, Shelf.WAITING, Shelf.PROMISED)) {
            Selection open = new Selection(each, reach, null, null, Status.OPEN);
            views.put(each.name().toLowerCase(Locale.ROOT), inboxes.count(open));
        }
        return new Counts(views, inboxes.reasons(clock.instant().minus(LATELY), MOST_REASONS));
    }
}
