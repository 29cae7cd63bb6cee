package dev.ramah.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.State;
import dev.ramah.delivery.Mails;
import dev.ramah.desk.Reader;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Colleagues see whether a customer is asked about the newest episode, have them asked, or say not to. */
@Path("/api/conversations/{id}/survey")
@RolesAllowed("agent")
class ByHandResource {

    private final Asks asks;
    private final SurveyLinks links;
    private final Conversations conversations;
    private final Mails mails;
    private final Accounts accounts;
    private final SecurityIdentity identity;

    ByHandResource(
            Asks asks,
            SurveyLinks links,
            Conversations conversations,
            Mails mails,
            Accounts accounts,
            SecurityIdentity identity) {
        this.asks = asks;
        this.links = links;
        this.conversations = conversations;
        this.mails = mails;
        this.accounts = accounts;
        this.identity = identity;
    }

    /**
     * Where it stands.
     *
     * @param state due, asked, answered or refused; null while nothing is decided
     * @param refusal why they are not asked
     * @param by who asked by hand, or said not to
     * @param link the path of the page that asks, for whoever made it
     * @param survey what they are asked, or going to be
     * @param surveys what a colleague may have them asked, in the order in which it is looked at
     * @param mayAsk whether a colleague may have them asked; {@code against}: what stands against it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(
            @Nullable String state,
            @Nullable String refusal,
            @Nullable String channel,
            @Nullable Instant askedAt,
            @Nullable Instant answeredAt,
            @Nullable String skipped,
            @Nullable String note,
            @Nullable String by,
            @Nullable String link,
            @Nullable String survey,
            List<Choice> surveys,
            boolean mayAsk,
            boolean maySkip,
            boolean mail,
            @Nullable String against) {}

    /** A survey that is on; {@code against}: what keeps this customer from it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Choice(UUID id, String name, @Nullable String against) {}

    @GET
    public Standing standing(@PathParam("id") UUID id) {
        return view(readable(id));
    }

    /** {@code channel} is widget, mail or link; without {@code survey} it is the first that nothing stands against. */
    record Wanted(@Nullable UUID survey, @NotNull Channel channel) {}

    @POST
    public Standing ask(@PathParam("id") UUID id, @NotNull @Valid Wanted wanted) {
        State state = readable(id);
        asks.byHand(state.conversation(), Colleague.of(identity), wanted.survey(), wanted.channel());
        return view(state);
    }

    /** {@code why} is would_hurt, asked_not_to, no_customer or other, which needs a note. */
    record Skipping(@NotNull String why, @Nullable @Size(max = 300) String note) {}

    @POST
    @Path("/skip")
    public Standing skip(@PathParam("id") UUID id, @NotNull @Valid Skipping skipping) {
        State state = readable(id);
        Ask.Skip why = Arrays.stream(Ask.Skip.values())
                .filter(each -> wire(each).equals(skipping.why()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("why is would_hurt, asked_not_to, no_customer or other."));
        @Nullable String note = Text.line(skipping.note());
        if (note != null && !Text.isStorable(note)) {
            throw Problem.invalid("note can't be kept.");
        }
        if (note == null && why == Ask.Skip.OTHER) {
            throw Problem.invalid("note says why.");
        }
        asks.skip(state.conversation(), Colleague.of(identity), why, note);
        return view(state);
    }

    private State readable(UUID id) {
        return new Reader(Colleague.of(identity)).readable(conversations.find(new ConversationRef(id)));
    }

    private Standing view(State state) {
        Asks.Standing standing = asks.standing(state.conversation());
        @Nullable Ask ask = standing.ask();
        boolean over = !conversations.find(state.conversation()).isOpen();
        boolean asked = ask != null && ask.askedAt != null;
        boolean mine = ask != null && Colleague.of(identity).id().equals(ask.by);
        return new Standing(
                ask == null ? null : wire(ask.state),
                ask == null || ask.refusal == null ? null : ask.refusal.wire(),
                ask == null || ask.channel == null ? null : ask.channel.wire(),
                ask == null ? null : ask.askedAt,
                ask == null ? null : ask.answeredAt,
                ask == null || ask.skipped == null ? null : wire(ask.skipped),
                ask == null ? null : ask.note,
                ask == null || ask.by == null
                        ? null
                        : accounts.find(ask.by).map(Colleague::name).orElse(""),
                ask != null && mine && ask.channel == Channel.LINK && ask.state == Ask.State.ASKED
                        ? links.path(ask)
                        : null,
                standing.survey(),
                standing.choices().stream()
                        .map(each -> new Choice(
                                each.survey().id,
                                each.survey().name,
                                each.against() == null ? null : each.against().wire()))
                        .toList(),
                over && !asked && standing.refusal() == null,
                !asked,
                mails.mayInvite(state.conversation()),
                standing.refusal() == null ? null : standing.refusal().wire());
    }

    private static String wire(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
    }
}
