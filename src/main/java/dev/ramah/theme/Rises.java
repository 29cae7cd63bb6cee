package dev.ramah.theme;

import dev.ramah.platform.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * Sees which themes rise, whether or not anybody reads of themes, and keeps it until somebody has seen it. Each node looks;
 * which of them is the first to see it is all the same.
 */
@ApplicationScoped
class Rises {

    private final Figures figures;
    private final Clock clock;

    Rises(Figures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @Scheduled(every = "3m", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepLooking() {
        Database.ifThere(this::look);
    }

    void look() {
        Map<UUID, Rise> rises = QuarkusTransaction.requiringNew().call(figures::rises);
        rises.forEach((theme, rise) ->
                QuarkusTransaction.requiringNew().run(() -> locked(theme).rises(rise, clock.instant())));
    }

    /** How many rose and nobody has seen it. */
    @Transactional
    int unseen() {
        return (int) Theme.count("risenAt is not null and risenSeenAt is null and mergedInto is null");
    }

    /** Somebody has seen that it rose; again changes nothing. */
    @Transactional
    void seen(int number) {
        Theme theme = locked(Theme.of(number).id);
        if (theme.hasRisen()) {
            theme.risenSeenAt = clock.instant();
        }
    }

    private static Theme locked(UUID id) {
        return Theme.findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
