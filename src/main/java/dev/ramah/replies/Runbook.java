package dev.ramah.replies;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Ending;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Receipt;
import dev.ramah.conversation.Routine;
import dev.ramah.conversation.State;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Colleague;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Makes of a macro what is to happen in one conversation now, and has it happen at once. */
@ApplicationScoped
class Runbook {

    private final CannedReplies replies;
    private final Sayings sayings;
    private final Blanks blanks;
    private final Conversations conversations;
    private final Clock clock;

    Runbook(CannedReplies replies, Sayings sayings, Blanks blanks, Conversations conversations, Clock clock) {
        this.replies = replies;
        this.sayings = sayings;
        this.blanks = blanks;
        this.conversations = conversations;
        this.clock = clock;
    }

    /**
     * Does all of it or nothing.
     *
     * @param after the newest entry that the agent has seen
     * @throws Problem INVALID when something is not known that a text needs
     */
    CompletableFuture<Receipt> run(
            Macro macro, State state, Colleague agent, String clientId, @Nullable Integer after) {
        List<Happened> steps = new ArrayList<>();
        for (Step step : macro.plan()) {
            steps.add(happens(step, state, agent));
        }
        return conversations.run(
                state.conversation(),
                Author.agent(agent.id(), agent.name()),
                clientId,
                new Routine(macro.id, after, steps));
    }

    private Happened happens(Step step, State state, Colleague agent) {
        return switch (step.kind()) {
            case SAY -> Happened.Said.plain(said(Objects.requireNonNull(step.reply()), state, agent));
            case NOTE -> new Happened.Noted(whole(Template.fill(step.words(), blanks.of(state, agent))));
            case TAG -> new Happened.Tagged(step.words());
            case PENDING ->
                new Happened.Pended(
                        step.words(),
                        clock.instant()
                                .plus(Duration.ofHours(Objects.requireNonNull(step.hours())))
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
            case TRANSFER -> {
                String team = Objects.requireNonNull(step.team());
                yield new Happened.Transferred(step.words(), null, team, team);
            }
            // How it ends, and whether the customer is asked, the conversation knows.
            case RESOLVE -> new Happened.Resolved(Ending.HELPED, false, true);
        };
    }

    private String said(UUID reply, State state, Colleague agent) {
        CannedReply found = replies.find(reply, agent)
                .orElseThrow(() -> Problem.conflict("What this macro says is not there any more."));
        return whole(sayings.of(List.of(found), state, agent).get(0).words());
    }

    private static String whole(Template.Filled filled) {
        if (!filled.missing().isEmpty()) {
            throw Problem.invalid(
                    "Not known here: " + String.join(", ", filled.missing()) + ". Say it yourself; nothing was done.");
        }
        return filled.text();
    }

    /** What it would say and note here, for whoever wants to look first. */
    List<Preview> preview(Macro macro, State state, Colleague agent) {
        return preview(macro, state.language(), blanks.of(state, agent), agent);
    }

    /** The same to somebody with this language, of whom this is known. */
    List<Preview> preview(Macro macro, String language, Map<Variable, String> known, Colleague agent) {
        return macro.plan().stream()
                .map(step -> switch (step.kind()) {
                    case SAY ->
                        replies.find(Objects.requireNonNull(step.reply()), agent)
                                .map(each -> sayings.of(List.of(each), language, known)
                                        .get(0))
                                .map(each -> new Preview(
                                        step,
                                        each.words().text(),
                                        each.language(),
                                        each.theirs(),
                                        each.words().missing()))
                                .orElse(new Preview(step, null, null, true, List.of()));
                    case NOTE -> {
                        Template.Filled filled = Template.fill(step.words(), known);
                        yield new Preview(step, filled.text(), null, true, filled.missing());
                    }
                    default -> new Preview(step, step.text(), null, true, List.of());
                })
                .toList();
    }

    /**
     * A step as it would be taken now.
     *
     * @param text what it says; null where there is nothing to say
     * @param language in which it is said to the customer
     * @param theirs whether that is the customer's language
     * @param missing what is not known for it
     */
    record Preview(Step step, @Nullable String text, @Nullable String language, boolean theirs, List<String> missing) {}
}
