package dev.ramah.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Duplicates;
import dev.ramah.customer.Guest;
import dev.ramah.customer.Identity;
import dev.ramah.platform.Address;
import dev.ramah.platform.Limit;
import dev.ramah.platform.Limits;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the widget asks over REST: open a conversation, list mine, forget this device. */
@Path("/api")
@PermitAll
class ConversationsResource {

    private final Conversations conversations;
    private final Blocks blocks;
    private final Customers customers;
    private final Duplicates duplicates;
    private final Tails tails;
    private final Tokens tokens;
    private final Languages languages;
    private final Limits limits;

    ConversationsResource(
            Conversations conversations,
            Blocks blocks,
            Tails tails,
            Customers customers,
            Duplicates duplicates,
            Tokens tokens,
            Languages languages,
            Limits limits) {
        this.conversations = conversations;
        this.blocks = blocks;
        this.customers = customers;
        this.duplicates = duplicates;
        this.tails = tails;
        this.tokens = tokens;
        this.languages = languages;
        this.limits = limits;
    }

    record Opening(
            @Size(max = 100) @Nullable String clientId,
            @Size(max = 200) @Nullable String name,
            @Email @Size(max = 254) @Nullable String email,
            @Size(max = 35) @Nullable String language,
            @Size(max = 2_000) @Nullable String page,
            @Size(max = 50) @Nullable Map<@NotNull @Size(max = 100) String, @Size(max = 1_000) String> attributes,
            @Valid @Nullable Identity identity) {}

    record Opened(UUID conversation, String token, Instant expires) {}

    @POST
    @Path("/conversations")
    public Response open(
            @NotNull @Valid Opening opening,
            @HeaderParam("Authorization") @Nullable String authorization,
            HttpServerRequest request) {
        limits.check(Limit.CONVERSATIONS, Address.of(request));
        Issued issued = repeated(opening).orElseGet(() -> anew(opening, bearer(authorization)));
        return Response.status(201)
                .entity(new Opened(
                        issued.state().conversation().id(),
                        issued.token().token(),
                        issued.token().expires()))
                .build();
    }

    private record Issued(State state, Tokens.Issued token) {}

    /**
     * The request was sent again because its answer was lost: it opens what it opened before. A client id is no
     * secret, so for somebody unproved this is only so while nothing was said, and it ends the token that was lost.
     */
    private Optional<Issued> repeated(Opening opening) {
        Optional<State> before = Optional.ofNullable(opening.clientId()).flatMap(conversations::openedAs);
        if (opening.identity() != null) {
            return before.filter(state -> guest(opening).id().equals(state.customer()))
                    .map(state -> new Issued(state, tokens.issue(state, true)));
        }
        return before.filter(state -> state.last() == 0 && !isVerified(state.customer()))
                .map(state -> {
                    tokens.revokeAll(state.conversation());
                    return new Issued(state, tokens.issue(state, false));
                });
    }

    private boolean isVerified(UUID customer) {
        return customers.find(customer).map(Guest::verified).orElse(false);
    }

    private Issued anew(Opening opening, Optional<String> oldToken) {
        Guest guest = guest(opening);
        Optional<Tokens.Right> anonymous = guest.verified()
                ? oldToken.flatMap(tokens::right).filter(each -> !each.everything())
                : Optional.empty();
        // A link in a mail may have let them in to a conversation of somebody whom the shop knows as another one.
        State state = anonymous
                .filter(right -> duplicates.join(right.customer(), guest.id()))
                .map(right -> conversations.goesOn(conversations.find(right.conversation())))
                .orElseGet(() -> opened(opening, guest));
        anonymous.ifPresent(right -> tokens.revoke(oldToken.orElseThrow()));
        return new Issued(state, tokens.issue(state, guest.verified()));
    }

    private Guest guest(Opening opening) {
        String language = languages.nearest(opening.language());
        return opening.identity() == null
                ? customers.anonymous(opening.name(), opening.email(), language, attributes(opening))
                : customers.identified(opening.identity(), opening.name(), opening.email(), language);
    }

    private State opened(Opening opening, Guest guest) {
        if (guest.verified()) {
            blocks.of(guest.id()).ifPresent(block -> {
                throw block.refusal();
            });
        }
        String language = languages.nearest(opening.language());
        // Two visitors may happen to use the same client id; it names the first one's conversation only.
        Optional<String> clientId = Optional.ofNullable(opening.clientId())
                .filter(each -> conversations.openedAs(each).isEmpty());
        return conversations.open(
                guest.id(), called(guest), language, Text.line(opening.page()), clientId.orElse(null));
    }

    record Mine(UUID conversation, String status, String turn, int last, Instant at) {}

    @GET
    @Path("/customer/conversations")
    public List<Mine> mine(@HeaderParam("Authorization") @Nullable String authorization) {
        Tokens.Right right = right(authorization);
        List<State> theirs = conversations.ofCustomer(right.customer()).stream()
                .filter(right::opens)
                .filter(each -> each.mergedInto() == null)
                .toList();
        return tails.ends(theirs).stream().map(ConversationsResource::mine).toList();
    }

    record Before(List<ObjectNode> entries) {}

    /** What was said in one that was merged into the one they are in; or in that itself. */
    @GET
    @Path("/customer/conversations/{id}/entries")
    public Before entries(@PathParam("id") UUID id, @HeaderParam("Authorization") @Nullable String authorization) {
        Tokens.Right right = right(authorization);
        State state = conversations.find(new ConversationRef(id));
        if (!right.opens(state) && !right.opens(conversations.goesOn(state))) {
            throw Problem.forbidden("This token does not open that conversation.");
        }
        return new Before(conversations.entries(state.conversation(), 0).stream()
                .filter(View.CUSTOMER::shows)
                .map(each -> EntryJson.of(each, View.CUSTOMER))
                .toList());
    }

    private static Mine mine(Tails.Tail end) {
        State state = end.stateOrProblem();
        return new Mine(
                state.conversation().id(),
                state.status().name().toLowerCase(Locale.ROOT),
                state.turn().name().toLowerCase(Locale.ROOT),
                end.lastFor(View.CUSTOMER),
                state.openedAt());
    }

    @DELETE
    @Path("/customer/token")
    public void forgetThisDevice(@HeaderParam("Authorization") @Nullable String authorization) {
        bearer(authorization).ifPresent(tokens::revoke);
    }

    private Tokens.Right right(@Nullable String authorization) {
        return bearer(authorization)
                .flatMap(tokens::right)
                .orElseThrow(() -> Problem.notSignedIn("This token is not known or has ended."));
    }

    private static Optional<String> bearer(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(each -> each.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(each -> each.substring(7).strip());
    }

    private static Map<String, String> attributes(Opening opening) {
        return opening.attributes() == null ? Map.of() : opening.attributes();
    }

    private static String called(Guest guest) {
        return guest.name() == null ? "" : guest.name();
    }
}
