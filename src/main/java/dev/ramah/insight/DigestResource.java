package dev.ramah.insight;

import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The digest as it would be now; when it goes out is a setting. */
@Path("/api/digest")
@RolesAllowed("manager")
class DigestResource {

    private final Dispatches dispatches;
    private final SecurityIdentity identity;

    DigestResource(Dispatches dispatches, SecurityIdentity identity) {
        this.dispatches = dispatches;
        this.identity = identity;
    }

    /** {@code mail} says whether mail is set up at all; {@code to} is who gets one that is asked for now. */
    record Preview(boolean mail, String to, String subject, String text) {}

    @GET
    @Path("/preview")
    public Preview preview() {
        DigestLetter letter = dispatches.preview();
        return new Preview(dispatches.isMailOpen(), Colleague.of(identity).email(), letter.subject(), letter.text());
    }

    /** Mails one to whoever asks, now. */
    @POST
    @Path("/send")
    public Response send() {
        dispatches.sendTo(Colleague.of(identity));
        return Response.accepted().build();
    }
}
