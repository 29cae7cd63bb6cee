package dev.ramah.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ramah.conversation.Author;
import dev.ramah.conversation.Blocks;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.State;
import dev.ramah.platform.Faults;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.Settings;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Keeps a visitor from writing for a while. They read why, until when, and how to object. */
@Path("/api/conversations/{id}/block")
@RolesAllowed("agent")
class BlockResource {

    private final Conversations conversations;
    private final Blocks blocks;
    private final Settings settings;
    private final BlockingSetting setting;
    private final SecurityIdentity identity;
    private final Clock clock;

    BlockResource(
            Conversations conversations,
            Blocks blocks,
            Settings settings,
            BlockingSetting setting,
            SecurityIdentity identity,
            Clock clock) {
        this.conversations = conversations;
        this.blocks = blocks;
        this.settings = settings;
        this.setting = setting;
        this.identity = identity;
        this.clock = clock;
    }

    record Wish(@NotBlank @Size(max = 500) String reason, @NotNull @Min(1) Integer hours) {}

    /** {@code until} is there while they are blocked, {@code mostHours} is how long a block may be. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(int mostHours, @Nullable Instant until, @Nullable String reason) {}

    @GET
    public Standing standing(@PathParam("id") UUID id) {
        Optional<Blocks.Block> block = blocks.of(readable(id).customer());
        return new Standing(
                settings.of(setting).mostHours(),
                block.map(Blocks.Block::until).orElse(null),
                block.map(Blocks.Block::reason).orElse(null));
    }

    /** Whoever holds it, or a manager. */
    @POST
    public Standing block(@PathParam("id") UUID id, @NotNull @Valid Wish wish) {
        State state = readable(id);
        Colleague who = Colleague.of(identity);
        if (!who.id().equals(state.holder()) && !new Reader(who).isManager()) {
            throw new Problem(Code.NOT_HOLDER, "Whoever has this conversation can do this, or a manager.");
        }
        Blocking blocking = settings.of(setting);
        if (wish.hours() > blocking.mostHours()) {
            throw Problem.invalid("hours are at most " + blocking.mostHours() + ".");
        }
        Instant until = clock.instant().plus(Duration.ofHours(wish.hours())).truncatedTo(ChronoUnit.SECONDS);
        // First they can't write, then they are told: in the other order words could come between.
        blocks.keep(state, who.ref(), until, wish.reason().strip());
        blocks.read();
        try {
            conversations
                    .block(
                            state.conversation(),
                            Author.agent(who.id(), who.name()),
                            new Happened.Blocked(wish.reason().strip(), until.toString(), blocking.objection()))
                    .join();
        } catch (CompletionException fault) {
            throw Faults.asProblem(fault);
        }
        return new Standing(blocking.mostHours(), until, wish.reason().strip());
    }

    /** Whoever blocked them, or a manager, lets them write again. */
    @DELETE
    public void end(@PathParam("id") UUID id) {
        State state = readable(id);
        Colleague who = Colleague.of(identity);
        Optional<Blocks.Block> block = blocks.of(state.customer());
        if (block.isPresent() && !block.get().agent().equals(who.id()) && !new Reader(who).isManager()) {
            throw Problem.forbidden("Whoever blocked them can do this, or a manager.");
        }
        blocks.end(state.customer());
        blocks.read();
    }

    private State readable(UUID id) {
        State state = conversations.find(new ConversationRef(id));
        if (!new Reader(Colleague.of(identity)).mayRead(state)) {
            throw Problem.forbidden("This conversation belongs to another team.");
        }
        return state;
    }
}
