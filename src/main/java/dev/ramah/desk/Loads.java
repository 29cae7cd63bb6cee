package dev.ramah.desk;

import dev.ramah.conversation.Handovers;
import dev.ramah.conversation.Handovers.Work;
import dev.ramah.routing.Weights;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How much everybody has in hand, as weight and as number. */
@ApplicationScoped
class Loads {

    private final Handovers handovers;
    private final Needs needs;
    private final Clock clock;

    Loads(Handovers handovers, Needs needs, Clock clock) {
        this.handovers = handovers;
        this.needs = needs;
        this.clock = clock;
    }

    /**
     * What somebody has in hand.
     *
     * @param weight in hundredths of an ordinary conversation
     * @param conversations without those that wait for somebody else
     */
    record Load(int weight, int conversations) {

        static final Load NONE = new Load(0, 0);

        Load and(Load more) {
            return new Load(weight + more.weight, conversations + more.conversations);
        }
    }

    /** Everything at this moment: what each person has, and what each conversation weighs, also one that waits. */
    record Snapshot(Map<UUID, Load> people, Map<UUID, Integer> weights) {

        Load of(UUID agent) {
            return people.getOrDefault(agent, Load.NONE);
        }

        int weightOf(UUID conversation) {
            return weights.getOrDefault(conversation, Weights.ORDINARY);
        }

        /** They get this one too. */
        void give(UUID agent, UUID conversation) {
            people.merge(agent, new Load(weightOf(conversation), 1), Load::and);
        }
    }

    Snapshot now() {
        Weights weights = needs.rules().weights();
        Instant now = clock.instant();
        Snapshot snapshot = new Snapshot(new HashMap<>(), new HashMap<>());
        for (Work each : handovers.work()) {
            int weight =
                    weights.of(new Weights.Work(each.pending(), each.upset(), each.messages(), silence(each, now)));
            snapshot.weights.put(each.conversation().id(), weight);
            if (each.holder() != null) {
                snapshot.people.merge(each.holder(), new Load(weight, each.pending() ? 0 : 1), Load::and);
            }
        }
        return snapshot;
    }

    private static Duration silence(Work work, Instant now) {
        return work.ourWordSince() == null ? Duration.ZERO : Duration.between(work.ourWordSince(), now);
    }
}
