package dev.ramah.survey;

import dev.ramah.platform.Database;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Sees to it that everybody who is to be asked is, and that the log hears of every answer. */
@ApplicationScoped
class Rounds {

    private final Asks asks;
    private final GivenAnswers answers;

    Rounds(Asks asks, GivenAnswers answers) {
        this.asks = asks;
        this.answers = answers;
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void keepUp() {
        Database.ifThere(asks::catchUp);
        Database.ifThere(asks::askDue);
    }

    @Scheduled(every = "30s", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
    void tell() {
        Database.ifThere(answers::tellLeftBehind);
    }
}
