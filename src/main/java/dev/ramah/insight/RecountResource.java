package dev.ramah.insight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts all figures anew from the log; they can be read meanwhile. */
@Path("/api/reports/recount")
class RecountResource {

    private final Rollups rollups;
    private final Editions editions;

    RecountResource(Rollups rollups, Editions editions) {
        this.rollups = rollups;
        this.editions = editions;
    }

    /**
     * How far it is.
     *
     * @param since when what is read was counted from the beginning; null before the first time
     * @param counting whether it is being counted anew
     * @param done how many conversations are, of about {@code of}
     */
    record State(@Nullable Instant since, boolean counting, long done, long of) {

        static State of(List<Edition> editions) {
            @Nullable Instant since = editions.stream()
                    .filter(Edition::isReady)
                    .map(Edition::readyAt)
                    .findFirst()
                    .orElse(null);
            return editions.stream()
                    .filter(each -> each.readyAt() == null)
                    .findFirst()
                    .map(each -> new State(since, true, each.done(), Math.max(each.of(), each.done())))
                    .orElseGet(() -> new State(since, false, 0, 0));
        }
    }

    @GET
    @RolesAllowed("manager")
    public State state() {
        return State.of(editions.all());
    }

    /** Begins; where it has begun already, it is done again after that. */
    @POST
    @RolesAllowed("admin")
    public Response begin() {
        rollups.recount(true);
        return Response.accepted(State.of(editions.all())).build();
    }
}
