package dev.ramah.insight;

import dev.ramah.desk.Repeats;
import dev.ramah.desk.ToldWaits;
import dev.ramah.survey.Tallies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What other rooms know of episodes and the log does not say: who was asked by mail or by a link, what was asked again, and
 * who was told how long to wait. Whenever any of it changes of a conversation, that is among the news of the log.
 */
@ApplicationScoped
class Elsewhere {

    private final Tallies asks;
    private final Repeats repeats;
    private final ToldWaits waits;

    Elsewhere(Tallies asks, Repeats repeats, ToldWaits waits) {
        this.asks = asks;
        this.repeats = repeats;
        this.waits = waits;
    }

    /** What adds it to the episodes of these conversations; it needs no database any more. */
    UnaryOperator<Episode> of(Collection<UUID> conversations) {
        Map<Episode.Id, Tallies.Asked> asked = new HashMap<>();
        asks.asked(conversations).forEach(each -> asked.put(new Episode.Id(each.conversation(), each.episode()), each));
        Set<Repeats.Counted> again = repeats.foundIn(conversations);
        Map<Episode.Id, List<ToldWait>> told = waits.in(conversations).stream()
                .collect(Collectors.groupingBy(
                        each -> new Episode.Id(each.conversation(), each.episode()),
                        Collectors.mapping(ToldWait::of, Collectors.toList())));
        return episode -> {
            Tallies.@Nullable Asked asking = asked.get(episode.id());
            Episode whole = asking == null ? episode : episode.with(asking);
            whole = whole.withTold(told.getOrDefault(episode.id(), List.of()));
            return again.contains(new Repeats.Counted(episode.conversation(), episode.number()))
                    ? whole.withAskedAgain()
                    : whole;
        };
    }
}
