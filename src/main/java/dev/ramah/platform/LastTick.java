package dev.ramah.platform;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Once the application stops, nothing is begun any more because its time has come: what it needs is closed piece by
 * piece, the database before the schedule.
 */
@ApplicationScoped
class LastTick {

    private final Scheduler scheduler;

    LastTick(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void stop(@Observes ShutdownDelayInitiatedEvent stopping) {
        scheduler.pause();
    }
}
