package dev.ramah.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The colleagues, and for administrators the way to let them in and out. */
@Path("/api")
@RolesAllowed("admin")
class StaffResource {

    record Person(
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 200) String password,
            @NotNull StaffRole role,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 50) String> languages,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 50) String> skills,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 50) String> teams) {

        Newcomer newcomer() {
            return Newcomer.of(email, name, role, languages, skills, teams);
        }
    }

    /** One line of the list; {@code invited} has no password yet, {@code askedResetAt} waits for a link. */
    record Row(
            UUID id,
            String name,
            String email,
            StaffRole role,
            boolean active,
            boolean invited,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant askedResetAt,
            String status,
            List<String> languages,
            List<String> skills,
            List<String> teams,
            int open) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Added(UUID id, @Nullable String link) {}

    record NewLink(String link) {}

    private final Accounts accounts;
    private final Links links;
    private final Presence presence;

    StaffResource(Accounts accounts, Links links, Presence presence) {
        this.accounts = accounts;
        this.links = links;
        this.presence = presence;
    }

    @GET
    @Path("/staff")
    @RolesAllowed("agent")
    public List<Row> all() {
        return accounts.accounts().stream().map(this::row).toList();
    }

    @GET
    @Path("/teams")
    @RolesAllowed("agent")
    public List<String> teams() {
        return accounts.all().stream()
                .flatMap(each -> each.teams().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @POST
    @Path("/staff")
    public Response add(@NotNull @Valid Person person, UriInfo here) {
        Added added;
        if (person.password() == null) {
            Links.Invited invited = links.invite(person.newcomer());
            added = new Added(invited.id(), link(here, invited.token()));
        } else {
            added = new Added(accounts.add(person.newcomer(), person.password()).id(), null);
        }
        return Response.status(Response.Status.CREATED).entity(added).build();
    }

    @PUT
    @Path("/staff/{id}")
    public Colleague change(@PathParam("id") UUID id, @NotNull @Valid Person person) {
        return accounts.change(id, person.newcomer());
    }

    @POST
    @Path("/staff/{id}/deactivate")
    public void deactivate(@PathParam("id") UUID id) {
        accounts.deactivate(id);
    }

    @POST
    @Path("/staff/{id}/activate")
    public void activate(@PathParam("id") UUID id) {
        accounts.activate(id);
    }

    @POST
    @Path("/staff/{id}/reset")
    public NewLink reset(@PathParam("id") UUID id, UriInfo here) {
        return new NewLink(link(here, links.renew(id)));
    }

    private Row row(Account account) {
        return new Row(
                account.id,
                account.name,
                account.email,
                account.role,
                account.active(),
                !account.joined(),
                account.askedResetAt,
                presence.status(account.id),
                account.languages,
                account.skills,
                account.teams,
                presence.open(account.id));
    }

    private static String link(UriInfo here, String token) {
        return here.getBaseUriBuilder()
                .path("join")
                .queryParam("token", token)
                .build()
                .toString();
    }
}
