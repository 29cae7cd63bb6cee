package dev.ramah.insight;

import dev.ramah.conversation.Ending;
import dev.ramah.expectation.Trait;
import dev.ramah.expectation.Traits;
import java.time.Duration;
import java.util.Set;

/**
 * What is known of an episode that is over, whether it was rated or not. Whether its customer came back later is left out:
 * of yesterday's nobody knows, so it would say something else of new episodes than of old ones.
 */
final class EpisodeTraits {

    /** Why a person was called, where it was the mood. */
    private static final Set<String> UPSET = Set.of("UPSET", "DANGER");

    private static final double SECONDS = 60;

    private EpisodeTraits() {}

    /** @param askedAgain whether the guard found that something was asked for that they had told */
    static Traits of(Episode episode, boolean askedAgain) {
        Duration wait = episode.waits().stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
        Duration took = episode.resolution().map(Span::length).orElse(Duration.ZERO);
        int up = (int) episode.thumbs().stream().filter(Episode.Thumb::up).count();
        return Traits.none()
                .with(Trait.WAITED, minutes(wait))
                .with(Trait.LATE, Boolean.FALSE.equals(episode.served().firstKept()))
                .with(Trait.ASKED_AGAIN, askedAgain)
                .with(Trait.AGAIN, episode.ties().again())
                .with(Trait.UPSET, upset(episode))
                .with(Trait.ROSE, episode.temper().rose())
                .with(Trait.SETTLED, episode.temper().settled())
                .with(Trait.THUMBS_DOWN, episode.thumbs().size() - up)
                .with(Trait.THUMBS_UP, up)
                .with(Trait.MET_A_PERSON, !episode.people().isEmpty())
                .with(Trait.HANDED_ON, episode.people().size() > 1)
                .with(Trait.CONFIRMED, episode.ending() == Ending.CONFIRMED)
                .with(Trait.LEFT, episode.ending() == Ending.LEFT)
                .with(Trait.GAVE_UP, episode.ending() == Ending.GAVE_UP)
                .with(Trait.TOOK, minutes(took.minus(wait)))
                .with(Trait.PROMISE_BROKEN, !episode.late().isEmpty());
    }

    private static double upset(Episode episode) {
        boolean heard = episode.reason() != null && UPSET.contains(episode.reason());
        return Math.log1p(Math.max(heard ? 1 : 0, episode.temper().upset())) / Math.log(2);
    }

    private static double minutes(Duration length) {
        return Math.log1p(Math.max(0, length.toSeconds() / SECONDS));
    }
}
