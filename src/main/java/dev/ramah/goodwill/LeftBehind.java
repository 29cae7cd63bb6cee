package dev.ramah.goodwill;

import dev.ramah.platform.Database;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Sees to it that whatever was given is told. */
@ApplicationScoped
class LeftBehind {

    private final Gifts gifts;

    LeftBehind(Gifts gifts) {
        this.gifts = gifts;
    }

    @Scheduled(every = "30s", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
    void tell() {
        Database.ifThere(gifts::tellLeftBehind);
    }
}
