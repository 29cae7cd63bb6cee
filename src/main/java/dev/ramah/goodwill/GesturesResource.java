package dev.ramah.goodwill;

import dev.ramah.staff.Colleague;
import dev.ramah.staff.StaffRole;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** What may be given: managers say, everybody of staff sees. */
@Path("/api/gestures")
@RolesAllowed("agent")
class GesturesResource {

    private final Gestures gestures;
    private final SecurityIdentity identity;

    GesturesResource(Gestures gestures, SecurityIdentity identity) {
        this.gestures = gestures;
        this.identity = identity;
    }

    record All(List<Gesture.View> gestures) {}

    @GET
    public All all() {
        return new All(gestures.all(Colleague.of(identity).role() != StaffRole.AGENT));
    }

    @POST
    @RolesAllowed("manager")
    public Response add(@NotNull Gesture.Wish wish) {
        return Response.status(201)
                .entity(gestures.add(Colleague.of(identity).ref(), wish))
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("manager")
    public Gesture.View change(@PathParam("id") UUID id, @NotNull Gesture.Wish wish) {
        return gestures.change(Colleague.of(identity).ref(), id, wish);
    }
}
