package dev.ramah.conversation;

import dev.ramah.platform.Problem;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Several steps that an agent takes at once, as a macro has them.
 *
 * @param macro which macro it is
 * @param after the newest entry that the agent has seen; null for the customer's newest words
 * @param steps what is to happen, in this order: said, noted, tagged, pended, transferred or resolved
 */
public record Routine(UUID macro, @Nullable Integer after, List<Happened> steps) {

    /** @throws Problem INVALID without a step */
    public Routine {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw Problem.invalid("There is nothing to do.");
        }
    }

    /** With words as they may be stored; {@code mentions} finds whom a note names. */
    Routine clean(Function<String, List<UUID>> mentions) {
        return new Routine(
                macro, after, steps.stream().map(each -> clean(each, mentions)).toList());
    }

    private static Happened clean(Happened step, Function<String, List<UUID>> mentions) {
        if (step instanceof Happened.Said said) {
            return Happened.Said.plain(Words.clean(said.text()));
        }
        if (step instanceof Happened.Noted noted) {
            String words = Words.clean(noted.text());
            return new Happened.Noted(words, mentions.apply(words));
        }
        if (step instanceof Happened.Pended pended) {
            return new Happened.Pended(Words.clean(pended.text()), pended.until());
        }
        if (step instanceof Happened.Transferred to) {
            return new Happened.Transferred(Words.clean(to.text()), to.agent(), to.team(), to.to());
        }
        return step;
    }

    /** Whether only its holder may do all of this. */
    boolean needsHolder() {
        return steps.stream().anyMatch(each -> !(each instanceof Happened.Noted || each instanceof Happened.Tagged));
    }
}
