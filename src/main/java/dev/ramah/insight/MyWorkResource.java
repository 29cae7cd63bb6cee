package dev.ramah.insight;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.AgentRef;
import dev.ramah.staff.Colleague;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of staff did, for themselves. Nobody else reads it; managers read what customers were unhappy with, cause
 * by cause, and what was noted about it, of one person at a time: there is no list to compare people in.
 */
@Path("/api/my-work")
class MyWorkResource {

    private static final int LONGEST_NOTE = 1_000;

    private final Reports reports;
    private final WorkNotes notes;
    private final Accounts accounts;
    private final SecurityIdentity identity;

    MyWorkResource(Reports reports, WorkNotes notes, Accounts accounts, SecurityIdentity identity) {
        this.reports = reports;
        this.notes = notes;
        this.accounts = accounts;
        this.identity = identity;
    }

    @GET
    @RolesAllowed("agent")
    public MyWork mine(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return reports.workOf(me(), reports.range(from, to, zone));
    }

    /** {@code more} says whether there are some on the next page. */
    record Page(List<MyEpisode> items, boolean more) {}

    /** Twenty of my episodes, the newest first; {@code what} is {@code rated}, {@code low}, or {@code all} that began. */
    @GET
    @Path("/episodes")
    @RolesAllowed("agent")
    public Page episodes(
            @QueryParam("what") @DefaultValue("low") String what,
            @QueryParam("page") @DefaultValue("0") String page,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        return page(me(), which(what), page, reports.range(from, to, zone));
    }

    private Page page(AgentRef agent, What what, String page, Range range) {
        List<MyEpisode> found = reports.episodesOf(agent, what, range, CommentsResource.first(page));
        return new Page(found.stream().limit(Reports.PAGE).toList(), found.size() > Reports.PAGE);
    }

    private static What which(String name) {
        return switch (name) {
            case "low" -> What.LOW;
            case "rated" -> What.RATED;
            case "all" -> What.BEGAN;
            default -> throw Problem.invalid("what is low, rated or all.");
        };
    }

    /** What I note about an episode that I was in. */
    record Note(@NotNull @Size(max = LONGEST_NOTE) String text) {}

    /** Notes something about one of mine, in place of what I had noted; an empty text takes it away. */
    @PUT
    @Path("/episodes/{conversation}/{episode}/note")
    @RolesAllowed("agent")
    public Note note(
            @PathParam("conversation") UUID conversation, @PathParam("episode") int number, @NotNull Note note) {
        Episode.Id about = new Episode.Id(conversation, number);
        if (!Text.isStorable(note.text)) {
            throw Problem.invalid("text has characters that can't be kept.");
        }
        if (!reports.wasIn(me(), about)) {
            throw Problem.notFound("This is no conversation that you were in.");
        }
        Note kept = new Note(note.text.strip());
        notes.write(me(), about, kept.text);
        return kept;
    }

    /**
     * What customers were unhappy with in conversations of one person.
     *
     * @param alone of those they had alone; {@code tookPart} of those that others were in as well
     * @param low twenty of the episodes; {@code more} says whether there are some on the next page
     */
    record Causes(
            String name,
            Map<String, Integer> alone,
            Map<String, Integer> tookPart,
            List<MyEpisode> low,
            boolean more) {}

    /** Of somebody else, for managers: the causes of low marks, and those episodes with what was noted about them. */
    @GET
    @Path("/of/{agent}")
    @RolesAllowed("manager")
    public Causes causes(
            @PathParam("agent") UUID agent,
            @QueryParam("page") @DefaultValue("0") String page,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone) {
        Colleague who = accounts.find(agent).orElseThrow(() -> Problem.notFound("Nobody of staff has this id."));
        Range range = reports.range(from, to, zone);
        MyWork work = reports.workOf(who.ref(), range);
        Page low = page(who.ref(), What.LOW, page, range);
        return new Causes(who.name(), work.alone().causes(), work.tookPart().causes(), low.items(), low.more());
    }

    private AgentRef me() {
        return Colleague.of(identity).ref();
    }
}
