package dev.ramah.goodwill;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.State;
import dev.ramah.desk.Reader;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import dev.ramah.platform.Text;
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
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives something in a conversation, and shows what may be given and what was. */
@Path("/api/conversations/{id}/gifts")
@RolesAllowed("agent")
class GiftsResource {

    private final Gifts gifts;
    private final Gestures gestures;
    private final Conversations conversations;
    private final SecurityIdentity identity;

    GiftsResource(Gifts gifts, Gestures gestures, Conversations conversations, SecurityIdentity identity) {
        this.gifts = gifts;
        this.gestures = gestures;
        this.conversations = conversations;
        this.identity = identity;
    }

    /** A gesture as somebody may give it here and now; {@code most} is the most of it, for a refund. */
    record Offer(
            UUID id,
            Kind kind,
            String name,
            @Nullable BigDecimal amount,
            BigDecimal cost,
            boolean may,
            @Nullable BigDecimal most) {}

    /** What is left of what they may give today, and this customer may get. */
    record Hand(
            String currency,
            int days,
            BigDecimal today,
            BigDecimal customer,
            List<Offer> gestures,
            List<Gift.View> given) {}

    @GET
    public Hand hand(@PathParam("id") UUID id) {
        State state = readable(id);
        Allowance.Limits limits = gifts.limits();
        Gifts.Left left = gifts.left(Colleague.of(identity), state.customer());
        BigDecimal today = Amount.decimal(left.aDay());
        BigDecimal customer = Amount.decimal(left.aCustomer());
        return new Hand(
                limits.money(),
                limits.days(),
                today,
                customer,
                gestures.all(false).stream()
                        .map(each -> offer(each, today.min(customer)))
                        .toList(),
                gifts.in(state.conversation()));
    }

    private static Offer offer(Gesture.View of, BigDecimal left) {
        BigDecimal amount = of.amount();
        BigDecimal most = of.kind() == Kind.REFUND && amount != null ? amount.min(left) : null;
        boolean may = most == null ? of.cost().compareTo(left) <= 0 && left.signum() > 0 : most.signum() > 0;
        return new Offer(of.id(), of.kind(), of.name(), amount, of.cost(), may, most);
    }

    record Giving(
            @NotNull @Size(min = 1, max = 100) String clientId,
            @NotNull UUID gesture,
            @Nullable BigDecimal amount,
            @NotNull @Size(max = 300) String reason,
            @Nullable Boolean again) {}

    @POST
    public Response give(@PathParam("id") UUID id, @NotNull @Valid Giving giving) {
        if (!Text.isStorable(giving.clientId())) {
            throw Problem.invalid("clientId has 1 to 100 characters.");
        }
        State state = readable(id);
        Colleague colleague = Colleague.of(identity);
        Gifts.Wish wish =
                new Gifts.Wish(giving.gesture(), giving.amount(), giving.reason(), Boolean.TRUE.equals(giving.again()));
        return Response.status(201)
                .entity(gifts.give(colleague, state, giving.clientId(), wish))
                .build();
    }

    private State readable(UUID id) {
        State state = conversations.find(new ConversationRef(id));
        if (!new Reader(Colleague.of(identity)).mayRead(state)) {
            throw new Problem(Code.FORBIDDEN, "This conversation belongs to another team.");
        }
        return state;
    }
}
