package dev.ramah.attachment;

import dev.ramah.attachment.Attachments.Sent;
import dev.ramah.conversation.Author;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Keys;
import dev.ramah.conversation.State;
import dev.ramah.desk.Reader;
import dev.ramah.platform.Address;
import dev.ramah.platform.Limit;
import dev.ramah.platform.Limits;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import dev.ramah.platform.Text;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a conversation, for the customer with their token and for staff who may read it. Open to all, as only the
 * token tells which of the two somebody is.
 */
@Path("/api/conversations/{id}/attachments")
@PermitAll
class AttachmentsResource {

    private static final int LONGEST_CLIENT_ID = 100;

    private final Attachments attachments;
    private final Addresses addresses;
    private final Uploads uploads;
    private final Conversations conversations;
    private final Keys keys;
    private final Limits limits;
    private final SecurityIdentity identity;

    AttachmentsResource(
            Attachments attachments,
            Addresses addresses,
            Uploads uploads,
            Conversations conversations,
            Keys keys,
            Limits limits,
            SecurityIdentity identity) {
        this.attachments = attachments;
        this.addresses = addresses;
        this.uploads = uploads;
        this.conversations = conversations;
        this.keys = keys;
        this.limits = limits;
        this.identity = identity;
    }

    record File(
            UUID attachment,
            @Nullable Integer seq,
            String name,
            String media,
            int size,
            @Nullable Integer width,
            @Nullable Integer height,
            String url,
            Instant until) {}

    /** The body is the file itself, of whatever type it says it is; {@code name} is only shown. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response send(
            @PathParam("id") UUID id,
            @QueryParam("clientId") @Nullable String clientId,
            @QueryParam("name") @Nullable String name,
            @HeaderParam("Authorization") @Nullable String authorization,
            HttpServerRequest request,
            InputStream body) {
        Sender sender = sender(new ConversationRef(id), authorization);
        if (clientId == null
                || clientId.isBlank()
                || clientId.length() > LONGEST_CLIENT_ID
                || !Text.isStorable(clientId)) {
            throw Problem.invalid("clientId has 1 to " + LONGEST_CLIENT_ID + " characters.");
        }
        if (sender.isCustomer()) {
            limits.check(Limit.MESSAGES, id.toString());
        }
        byte[] raw = uploads.read(sender.isCustomer() ? Address.of(request) : sender.name(), body);
        Sent sent = attachments.send(sender, clientId, name, Inspection.of(raw));
        return Response.status(201).entity(file(sent.attachment(), sent.seq())).build();
    }

    record Files(List<File> attachments) {}

    /** Each with an address that opens it for some minutes; also those of conversations that go on in this one. */
    @GET
    public Files files(@PathParam("id") UUID id, @HeaderParam("Authorization") @Nullable String authorization) {
        State state = reader(new ConversationRef(id), authorization);
        return new Files(Stream.concat(Stream.of(state.conversation()), state.absorbed().stream())
                .flatMap(each -> attachments.of(each).stream())
                .map(each -> file(each, null))
                .toList());
    }

    private File file(Attachment of, @Nullable Integer seq) {
        Instant end = addresses.end();
        return new File(of.id, seq, of.name, of.media, of.size, of.width, of.height, addresses.of(of.id, end), end);
    }

    private State reader(ConversationRef conversation, @Nullable String authorization) {
        return identity.isAnonymous() ? keys.open(token(authorization), conversation) : readable(conversation);
    }

    private Sender sender(ConversationRef conversation, @Nullable String authorization) {
        if (identity.isAnonymous()) {
            return new Sender(keys.openToWrite(token(authorization), conversation), null);
        }
        State state = readable(conversation);
        Colleague colleague = Colleague.of(identity);
        if (!colleague.id().equals(state.holder())) {
            // The log looks again; but nobody has to send ten megabytes to hear it.
            throw new Problem(Code.NOT_HOLDER, "Take this conversation first.");
        }
        return new Sender(state, Author.agent(colleague.id(), colleague.name()));
    }

    private State readable(ConversationRef conversation) {
        State state = conversations.find(conversation);
        if (!new Reader(Colleague.of(identity)).mayRead(state)) {
            throw Problem.forbidden("This conversation belongs to another team.");
        }
        return state;
    }

    private static String token(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw Problem.notSignedIn("Send the customer's token, or sign in.");
        }
        return authorization.substring(7).strip();
    }
}
