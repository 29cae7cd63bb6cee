package dev.ramah.theme;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.conversation.Cause;
import dev.ramah.platform.Csv;
import dev.ramah.platform.Ndjson;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What customers complain about, by meaning. A theme is named by its number, also by one that was merged into it. */
@Path("/api/themes")
@RolesAllowed("manager")
class ThemesResource {

    /** How many were unhappy about it in the last 24 hours, and how many the days before make one expect. */
    record Rising(int n, double expected) {}

    /** That it rose then, and nobody has seen it. */
    record Risen(Instant at, int n, double expected) {}

    /** How many rose and nobody has seen it. */
    record Unseen(int risen) {}

    /** What customers read about it in the chat. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(Map<String, String> texts, Instant since, Instant until, @Nullable Person by) {}

    record Person(UUID id, String name) {}

    /** What is done about it; {@code late} past its day, {@code wanting} how many asked to hear when it is fixed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cured(
            String state,
            @Nullable String cause,
            @Nullable Person owner,
            @Nullable LocalDate due,
            boolean late,
            @Nullable String reason,
            @Nullable Instant fixedAt,
            @Nullable Effect effect,
            int wanting,
            int told,
            Map<String, String> done,
            boolean doneShown,
            List<Person> mayOwn) {}

    /** What is to be done about it; {@code tell} by language, for those who asked for it. */
    record Wanted(
            @NotNull String state,
            @Nullable String cause,
            @Nullable UUID owner,
            @Nullable LocalDate due,
            @Nullable String reason,
            @Nullable Map<@NotNull String, @NotNull String> tell) {}

    /** "You said, we did", by language. */
    record Done(@NotNull Map<@NotNull String, @NotNull String> texts, boolean shown) {}

    /**
     * A theme over the last twelve weeks, the oldest first; {@code named} by people or {@code titled} by a chat model, and
     * else by its own words; {@code cost} is in hundredths of the currency.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            int number,
            String name,
            boolean named,
            boolean titled,
            boolean pinned,
            String state,
            Instant since,
            int volume,
            List<Integer> weeks,
            int customers,
            int rated,
            @Nullable Double mean,
            @Nullable Rising rise,
            @Nullable Risen risen,
            @Nullable Long cost,
            @Nullable String currency,
            List<Figures.Share> causes) {

        static final List<String> COLUMNS = List.of(
                "number",
                "name",
                "state",
                "since",
                "volume",
                "customers",
                "rated",
                "mean",
                "causeAnswer",
                "causeWait",
                "causeRule",
                "causePerson",
                "causeProduct",
                "causeUnsaid");

        /** The values under {@link #COLUMNS}. */
        List<@Nullable Object> cells() {
            List<@Nullable Object> cells =
                    new ArrayList<>(Arrays.asList(number, name, state, since, volume, customers, rated, mean));
            Arrays.stream(Cause.values()).forEach(each -> cells.add(of(each.wire())));
            cells.add(of(Cause.UNSAID));
            return cells;
        }

        private int of(String cause) {
            return causes.stream()
                    .filter(each -> each.key().equals(cause))
                    .mapToInt(Figures.Share::n)
                    .sum();
        }
    }

    /** All of them, and how many complaints are like too few others. */
    record Listed(List<Row> themes, int loose) {}

    /** Somebody's words; without them where they were erased. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            UUID id,
            UUID conversation,
            int episode,
            Instant at,
            @Nullable Integer csat,
            @Nullable String cause,
            String language,
            @Nullable String words) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(Row theme, List<Line> quotes, Figures.Who who, int complaints, @Nullable Shown notice, Cured cure) {}

    record Page(List<Line> complaints, int total) {}

    record Name(@Nullable String name) {}

    record Pin(@NotNull Boolean pinned) {}

    record Into(@NotNull Integer into) {}

    record Part(@NotNull List<@NotNull UUID> complaints, @Nullable String name) {}

    /** By language, and for how long; from now on where {@code from} is missing. */
    record Telling(
            @NotNull Map<@NotNull String, @NotNull String> texts, @Nullable Instant from, @NotNull Instant until) {}

    private final Themes themes;
    private final Decisions decisions;
    private final Figures figures;
    private final Rises rises;
    private final Notices notices;
    private final Cures cures;
    private final Accounts accounts;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final ObjectMapper json;

    ThemesResource(
            Themes themes,
            Decisions decisions,
            Figures figures,
            Rises rises,
            Notices notices,
            Cures cures,
            Accounts accounts,
            SecurityIdentity identity,
            Clock clock,
            ObjectMapper json) {
        this.themes = themes;
        this.decisions = decisions;
        this.figures = figures;
        this.rises = rises;
        this.notices = notices;
        this.cures = cures;
        this.accounts = accounts;
        this.identity = identity;
        this.clock = clock;
        this.json = json;
    }

    /** {@code cause}: only what was for this, as ratings have it, or {@code unsaid}. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Listed list(@RestQuery @Nullable String cause) {
        return new Listed(rows(cause), figures.loose());
    }

    @GET
    @Produces(Csv.ON_REQUEST)
    public Response table(@RestQuery @Nullable String cause) {
        return Response.ok(
                        Csv.of(Row.COLUMNS, rows(cause).stream().map(Row::cells).toList()), Csv.TYPE)
                .build();
    }

    @GET
    @Produces(Ndjson.ON_REQUEST)
    public Response lines(@RestQuery @Nullable String cause) {
        return Response.ok(Ndjson.of(rows(cause), json)).build();
    }

    private List<Row> rows(@Nullable String cause) {
        String of = Objects.requireNonNullElse(Cause.wanted(cause), "");
        themes.catchUp();
        return figures.all(of).stream().map(ThemesResource::row).toList();
    }

    /** Every page shows it beside the name of this one. */
    @GET
    @Path("/risen")
    public Unseen risen() {
        return new Unseen(rises.unseen());
    }

    /** Whoever asks has seen that it rose. */
    @PUT
    @Path("/{number}/seen")
    public Unseen seen(@PathParam("number") int number) {
        rises.seen(number);
        return risen();
    }

    @GET
    @Path("/{number}")
    public Whole one(@PathParam("number") int number) {
        Theme theme = themes.find(number);
        return new Whole(
                row(figures.of(theme)),
                figures.quotes(theme).stream().map(ThemesResource::line).toList(),
                figures.who(theme),
                figures.count(theme),
                shown(notices.of(theme)),
                cured(theme));
    }

    private Cured cured(Theme theme) {
        int[] told = cures.told(theme);
        boolean open = theme.state == Cure.State.OPEN || theme.state == Cure.State.FIXING;
        return new Cured(
                wire(theme.state),
                theme.cause,
                theme.owner == null ? null : person(theme.owner),
                theme.due,
                open && theme.due != null && theme.due.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                theme.reason,
                theme.fixedAt,
                cures.effect(theme),
                told[0],
                told[1],
                theme.done,
                theme.doneShown,
                cures.owners().stream()
                        .map(each -> new Person(each.id(), each.name()))
                        .toList());
    }

    private @Nullable Person person(UUID id) {
        return accounts.find(id).map(each -> new Person(each.id(), each.name())).orElse(null);
    }

    private static String wire(Cure.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Cure.State state(String wire) {
        return Arrays.stream(Cure.State.values())
                .filter(each -> wire(each).equals(wire))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("state is one of open, fixing, fixed and wont_fix."));
    }

    private @Nullable Shown shown(@Nullable Notice notice) {
        return notice == null ? null : new Shown(notice.texts, notice.since, notice.until, person(notice.by));
    }

    /**
     * Fifty at a time, the newest first; {@code page} counts from 0. With a {@code cause} those of the last twelve weeks that
     * were for it.
     */
    @GET
    @Path("/{number}/complaints")
    public Page complaints(@PathParam("number") int number, @RestQuery @Nullable String cause, @RestQuery int page) {
        Theme theme = themes.find(number);
        int which = Math.max(0, Math.min(page, 10_000));
        String of = Objects.requireNonNullElse(Cause.wanted(cause), "");
        List<Complaint> some = of.isEmpty() ? figures.complaints(theme, which) : figures.complaints(theme, of, which);
        return new Page(
                some.stream().map(ThemesResource::line).toList(),
                of.isEmpty() ? figures.count(theme) : figures.count(theme, of));
    }

    @PUT
    @Path("/{number}/name")
    public Whole rename(@PathParam("number") int number, @NotNull @Valid Name name) {
        return one(decisions.rename(number, Colleague.of(identity), name.name()));
    }

    @PUT
    @Path("/{number}/pin")
    public Whole pin(@PathParam("number") int number, @NotNull @Valid Pin pin) {
        return one(decisions.pin(number, Colleague.of(identity), pin.pinned()));
    }

    /** All of it becomes part of the other one, which is the answer. */
    @POST
    @Path("/{number}/merge")
    public Whole merge(@PathParam("number") int number, @NotNull @Valid Into into) {
        return one(decisions.merge(number, Colleague.of(identity), into.into()));
    }

    /** Some of it becomes a theme of its own, which is the answer. */
    @POST
    @Path("/{number}/split")
    public Whole split(@PathParam("number") int number, @NotNull @Valid Part part) {
        return one(decisions.split(number, Colleague.of(identity), part.complaints(), part.name()));
    }

    /** Everybody who opens the chat reads this until then; what stood about this theme is replaced. */
    @PUT
    @Path("/{number}/notice")
    public Whole show(@PathParam("number") int number, @NotNull @Valid Telling telling) {
        return one(notices.show(number, Colleague.of(identity), telling.texts(), telling.from(), telling.until()));
    }

    @DELETE
    @Path("/{number}/notice")
    public Whole takeDown(@PathParam("number") int number) {
        return one(notices.takeDown(number, Colleague.of(identity)));
    }

    /** What is behind it, and what is done about it. */
    @PUT
    @Path("/{number}/cure")
    public Whole cure(@PathParam("number") int number, @NotNull @Valid Wanted wanted) {
        Cure cure = new Cure(state(wanted.state()), wanted.cause(), wanted.owner(), wanted.due(), wanted.reason());
        return one(cures.set(number, Colleague.of(identity), cure, wanted.tell() == null ? Map.of() : wanted.tell()));
    }

    /** What customers said and what came of it, and whether they read it in the chat. */
    @PUT
    @Path("/{number}/done")
    public Whole done(@PathParam("number") int number, @NotNull @Valid Done done) {
        return one(cures.done(number, Colleague.of(identity), done.texts(), done.shown()));
    }

    private static Row row(Figures.Sum of) {
        Theme theme = of.theme();
        return new Row(
                theme.number,
                theme.name,
                theme.named,
                theme.titled,
                theme.pinned,
                wire(theme.state),
                theme.at,
                of.volume(),
                of.weeks(),
                of.customers(),
                of.rated(),
                of.mean(),
                of.rise() == null ? null : new Rising(of.rise().n(), of.rise().expected()),
                risen(theme),
                of.cost(),
                of.currency(),
                of.causes());
    }

    private static @Nullable Risen risen(Theme theme) {
        return theme.risenAt == null || theme.risenN == null || theme.risenExpected == null || !theme.hasRisen()
                ? null
                : new Risen(theme.risenAt, theme.risenN, theme.risenExpected);
    }

    private static Line line(Complaint of) {
        return new Line(
                of.id,
                of.conversation,
                of.episode,
                of.at,
                of.csat,
                of.cause == null ? null : of.cause.wire(),
                of.language,
                of.words);
    }
}
