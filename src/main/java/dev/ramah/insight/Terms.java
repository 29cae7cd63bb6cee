package dev.ramah.insight;

import dev.ramah.staff.BusinessHours;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.OpeningHours;
import dev.ramah.staff.ServiceTarget;
import dev.ramah.staff.ServiceTargets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By what episodes are judged: when people are at work, and how fast customers are to be helped. All episodes are judged
 * by those of now, also the ones of last year, so that they can be compared.
 */
final class Terms {

    private final BusinessHours hours;
    private final ServiceTargets targets;
    private final Map<UUID, Colleague> staff;

    Terms(BusinessHours hours, ServiceTargets targets, Collection<Colleague> staff) {
        this.hours = hours;
        this.targets = targets;
        this.staff = staff.stream().collect(Collectors.toMap(Colleague::id, Function.identity()));
    }

    Episode applied(Episode episode) {
        @Nullable String team = team(episode);
        OpeningHours open = hours.of(team);
        ServiceTarget target = targets.of(team);
        @Nullable Instant asked = asked(episode);
        return episode.with(new Served(
                team,
                open.isOpen(episode.opened()),
                asked,
                episode.waits().stream()
                        .map(each -> within(open, each).toMillis())
                        .toList(),
                episode.firstResponse() == null ? null : Served.millis(within(open, episode.firstResponse())),
                Served.millis(handling(episode, open)),
                episode.resolution()
                        .map(each -> Served.millis(within(open, each)))
                        .orElse(null),
                asked == null ? null : firstKept(episode, asked, target, open),
                resolutionKept(episode, target, open)));
    }

    private @Nullable String team(Episode episode) {
        if (episode.team() != null) {
            return episode.team();
        }
        return episode.people().keySet().stream()
                .findFirst()
                .map(staff::get)
                .flatMap(each -> each.teams().stream().min(Comparator.naturalOrder()))
                .orElse(null);
    }

    private static @Nullable Instant asked(Episode episode) {
        if (episode.firstResponse() != null) {
            return episode.firstResponse().from();
        }
        return episode.reason() == null || episode.waits().isEmpty()
                ? null
                : episode.waits().get(0).from();
    }

    private static @Nullable Duration handling(Episode episode, OpeningHours open) {
        return episode.handling().isEmpty()
                ? null
                : episode.held().stream().map(each -> within(open, each)).reduce(Duration.ZERO, Duration::plus);
    }

    private static @Nullable Boolean firstKept(
            Episode episode, Instant asked, ServiceTarget target, OpeningHours open) {
        if (episode.firstResponse() != null) {
            return ServiceTarget.kept(
                    target.firstResponse(),
                    target.between(asked, episode.firstResponse().to(), open));
        }
        if (episode.ended() == null) {
            return null;
        }
        // Nobody came. Whoever left before that was late says nothing of whether somebody would have come.
        @Nullable Boolean inTime = ServiceTarget.kept(target.firstResponse(), target.between(asked, episode.ended(), open));
        return Boolean.FALSE.equals(inTime) ? Boolean.FALSE : null;
    }

    private static @Nullable Boolean resolutionKept(Episode episode, ServiceTarget target, OpeningHours open) {
        if (episode.ended() == null || episode.people().isEmpty()) {
            return null;
        }
        return ServiceTarget.kept(target.resolution(), target.between(episode.opened(), episode.ended(), open));
    }

    private static Duration within(OpeningHours open, Span span) {
        return open.openBetween(span.from(), span.to());
    }
}
