package dev.ramah.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.Cause;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.EntryJson;
import dev.ramah.conversation.View;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.platform.Csv;
import dev.ramah.platform.Ndjson;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Customers who were unhappy, and who answers them. */
@Path("/api/follow-ups")
@RolesAllowed("manager")
class FollowUpsResource {

    record Person(UUID id, String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            UUID id,
            UUID conversation,
            int episode,
            @Nullable String customer,
            @Nullable Integer csat,
            @Nullable Integer nps,
            @Nullable Integer effort,
            @Nullable String cause,
            @Nullable String comment,
            Instant ratedAt,
            Instant due,
            boolean late,
            boolean escalated,
            String state,
            @Nullable Person owner,
            List<Person> crew,
            boolean mayAnswer,
            @Nullable Instant answeredAt,
            @Nullable Person answeredBy,
            @Nullable Integer again,
            @Nullable GoodMark wonBack,
            @Nullable Instant closedAt,
            @Nullable String reason) {}

    record Counts(int mine, int all, int late, int done) {}

    record Listed(List<Row> followUps, int total, Counts counts) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(Instant at, String what, @Nullable Person by, @Nullable Person to) {}

    record Whole(Row followUp, String language, List<ObjectNode> entries, List<Step> steps, List<Person> mayOwn) {}

    record Answer(@NotBlank @Size(max = 100) String clientId, @NotBlank String text) {}

    record Closing(@NotNull String reason) {}

    record Owner(@NotNull UUID agent) {}

    private final FollowUps followUps;
    private final Conversations conversations;
    private final Customers customers;
    private final Accounts accounts;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final ObjectMapper json;

    FollowUpsResource(
            FollowUps followUps,
            Conversations conversations,
            Customers customers,
            Accounts accounts,
            SecurityIdentity identity,
            Clock clock,
            ObjectMapper json) {
        this.followUps = followUps;
        this.conversations = conversations;
        this.customers = customers;
        this.accounts = accounts;
        this.identity = identity;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Fifty at a time; {@code page} counts from 0, {@code from} and {@code to} say when it was rated, {@code cause} what for:
     * as the rating has it, or {@code unsaid}.
     */
    @GET
    public Listed list(
            @RestQuery @Nullable String which,
            @RestQuery @Nullable String cause,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery int page) {
        followUps.catchUp();
        FollowUps.Which wanted = which(which);
        Cause.wanted(cause);
        Instant first = moment("from", from);
        Instant last = moment("to", to);
        Colleague me = Colleague.of(identity);
        return new Listed(
                rows(followUps.find(wanted, cause, me, first, last, Math.max(0, Math.min(page, 10_000)))),
                followUps.count(wanted, cause, me, first, last),
                new Counts(
                        followUps.count(FollowUps.Which.MINE, null, me, null, null),
                        followUps.count(FollowUps.Which.ALL, null, me, null, null),
                        followUps.count(FollowUps.Which.LATE, null, me, null, null),
                        followUps.count(FollowUps.Which.DONE, null, me, null, null)));
    }

    /** What became of those that were rated from {@code from} to before {@code to}. */
    @GET
    @Path("/outcomes")
    @Produces(MediaType.APPLICATION_JSON)
    public Outcomes outcomes(@RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        return became(from, to);
    }

    /** A line for all of them, and one for each thing that they were for. */
    @GET
    @Path("/outcomes")
    @Produces(Csv.ON_REQUEST)
    public Response outcomesAsTable(@RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        Outcomes became = became(from, to);
        return Response.ok(Csv.of(Outcomes.COLUMNS, became.cells()), Csv.TYPE).build();
    }

    /** The same lines. */
    @GET
    @Path("/outcomes")
    @Produces(Ndjson.ON_REQUEST)
    public Response outcomesAsLines(@RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        return Response.ok(Ndjson.of(became(from, to).rows(), json)).build();
    }

    private Outcomes became(@Nullable String from, @Nullable String to) {
        followUps.catchUp();
        Instant first = moment("from", from);
        Instant last = moment("to", to);
        return followUps.outcomes(first == null ? Instant.EPOCH : first, last == null ? clock.instant() : last);
    }

    /** How many wait for whoever asks; every page shows it beside its name. */
    @GET
    @Path("/own")
    public FollowUps.Own own() {
        return followUps.own(Colleague.of(identity));
    }

    @GET
    @Path("/{id}")
    public Whole one(@PathParam("id") UUID id) {
        // What the log says below is in what stands above it.
        followUps.catchUp();
        FollowUps.Case found = followUps.find(id);
        Map<UUID, Colleague> people = people();
        ConversationRef conversation = new ConversationRef(found.followUp().conversation);
        return new Whole(
                row(found),
                conversations.find(conversation).language(),
                conversations.entries(conversation, 0).stream()
                        .map(each -> EntryJson.of(each, View.STAFF))
                        .toList(),
                followUps.steps(id).stream()
                        .map(each -> new Step(
                                each.at, wire(each.what.name()), person(each.by, people), person(each.to, people)))
                        .toList(),
                followUps.candidates(found.complaint()).stream()
                        .map(each -> new Person(each.id(), each.name()))
                        .toList());
    }

    @POST
    @Path("/{id}/answer")
    public Row answer(@PathParam("id") UUID id, @NotNull @Valid Answer answer) {
        followUps.answer(id, Colleague.of(identity), answer.clientId(), answer.text());
        return row(followUps.find(id));
    }

    @POST
    @Path("/{id}/close")
    public Row close(@PathParam("id") UUID id, @NotNull @Valid Closing closing) {
        followUps.close(id, Colleague.of(identity), closing.reason());
        return row(followUps.find(id));
    }

    @PUT
    @Path("/{id}/owner")
    public Row hand(@PathParam("id") UUID id, @NotNull @Valid Owner owner) {
        followUps.hand(id, Colleague.of(identity), owner.agent());
        return row(followUps.find(id));
    }

    private Row row(FollowUps.Case of) {
        return rows(List.of(of)).get(0);
    }

    private List<Row> rows(List<FollowUps.Case> some) {
        Map<UUID, Colleague> people = people();
        return some.stream().map(each -> row(each, people)).toList();
    }

    private Row row(FollowUps.Case of, Map<UUID, Colleague> people) {
        FollowUp followUp = of.followUp();
        Complaint complaint = of.complaint();
        Rating rating = complaint.rating();
        Set<UUID> crew = complaint.crew();
        return new Row(
                followUp.id,
                followUp.conversation,
                followUp.episode,
                customers.find(complaint.customer()).map(Guest::name).orElse(null),
                followUp.csat,
                followUp.nps,
                followUp.effort,
                followUp.cause == null ? null : followUp.cause.wire(),
                rating == null ? null : rating.comment(),
                followUp.ratedAt,
                followUp.due,
                followUp.isLate(clock.instant()),
                followUp.escalatedAt != null,
                wire(followUp.state.name()),
                person(followUp.owner, people),
                crew.stream()
                        .map(each -> person(each, people))
                        .sorted(Comparator.comparing(Person::name))
                        .toList(),
                followUp.isOpen() && !crew.contains(Colleague.of(identity).id()),
                followUp.answeredAt,
                person(followUp.answeredBy, people),
                followUp.again,
                followUp.wonBack,
                followUp.closedAt,
                followUp.reason);
    }

    private Map<UUID, Colleague> people() {
        return accounts.byId();
    }

    private static @Nullable Person person(@Nullable UUID id, Map<UUID, Colleague> people) {
        if (id == null) {
            return null;
        }
        Colleague known = people.get(id);
        return new Person(id, known == null ? "" : known.name());
    }

    private static String wire(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static FollowUps.Which which(@Nullable String name) {
        try {
            return name == null
                    ? FollowUps.Which.ALL
                    : FollowUps.Which.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("which is one of mine, all, late, done, low, followed, in-time and won.");
        }
    }

    private static @Nullable Instant moment(String name, @Nullable String value) {
        try {
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(name + " is a time as in 2026-11-22T09:00:00Z.");
        }
    }
}
