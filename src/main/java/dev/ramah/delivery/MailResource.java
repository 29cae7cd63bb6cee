package dev.ramah.delivery;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.CustomerKeys;
import dev.ramah.conversation.State;
import dev.ramah.platform.Address;
import dev.ramah.platform.Limit;
import dev.ramah.platform.Limits;
import dev.ramah.platform.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What customers do with our mails, and who may put an end to that. */
@Path("/api")
class MailResource {

    private final Mails mails;
    private final CustomerKeys keys;
    private final Postman postman;
    private final Limits limits;

    MailResource(Mails mails, CustomerKeys keys, Postman postman, Limits limits) {
        this.mails = mails;
        this.keys = keys;
        this.postman = postman;
        this.limits = limits;
    }

    record Link(@NotBlank @Size(max = 200) String link) {}

    /** A token that opens the link's conversation only. */
    @POST
    @Path("/mail/link")
    @PermitAll // whoever has the link has read the mail
    public CustomerKeys.Key open(@NotNull @Valid Link link, HttpServerRequest request) {
        limits.check(Limit.CONVERSATIONS, Address.of(request));
        return mails.opened(link.link())
                .map(keys::cut)
                .orElseThrow(() -> Problem.notFound("This link is not known or has ended."));
    }

    record Post(boolean on) {}

    /** Whether there is mail at all. */
    @GET
    @Path("/mail")
    @RolesAllowed("agent")
    public Post post() {
        return new Post(mails.isOpen());
    }

    record Revoked(int links) {}

    /** None of the links to this conversation works any more. */
    @DELETE
    @Path("/mail/links/{conversation}")
    @RolesAllowed("manager")
    public Revoked revoke(@PathParam("conversation") UUID conversation) {
        return new Revoked(mails.revoke(new ConversationRef(conversation)));
    }

    /** {@code conversation} is the token's own where it isn't said. */
    record Wanted(@Nullable UUID conversation, @NotBlank @Size(max = 254) String email) {}

    record Sending(String email) {}

    /** Sends the customer what was said, to an address of their choice. */
    @POST
    @Path("/customer/transcript")
    @PermitAll // a customer is no member of staff: they show their token
    public Sending transcript(
            @HeaderParam("Authorization") @Nullable String authorization, @NotNull @Valid Wanted wanted) {
        State state = keys.opened(authorization, wanted.conversation())
                .orElseThrow(() -> Problem.notSignedIn("This token does not open that conversation."));
        Sending sending = new Sending(mails.transcript(state.conversation(), wanted.email()));
        postman.soon();
        return sending;
    }
}
