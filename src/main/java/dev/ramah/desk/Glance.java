package dev.ramah.desk;

import dev.ramah.conversation.Handovers;
import dev.ramah.conversation.State;
import dev.ramah.desk.Floor.Availability;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The desk at one moment, for whoever looks at it from further away. Every node sees the same. */
@ApplicationScoped
public class Glance {

    private final Handovers handovers;
    private final Floor floor;

    Glance(Handovers handovers, Floor floor) {
        this.handovers = handovers;
        this.floor = floor;
    }

    /**
     * What it looks like.
     *
     * @param waiting how many customers wait for a person, the longest of them since {@code longestSince}
     * @param online how many of staff are there and take conversations, as of the last second; {@code away} how many are
     *     there and do not
     * @param inHand how many conversations people have, but for those that wait for somebody else
     */
    public record Now(int waiting, @Nullable Instant longestSince, int online, int away, int inHand) {}

    /** As it is. */
    public Now now() {
        List<State> waiting = handovers.waiting();
        return new Now(
                waiting.size(),
                waiting.stream()
                        .map(State::waitingSince)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                (int) floor.count(Availability.ONLINE),
                (int) floor.count(Availability.AWAY),
                handovers.held().values().stream().mapToInt(Integer::intValue).sum());
    }
}
