package dev.ramah.survey;

import dev.ramah.platform.Database;
import dev.ramah.platform.OneNode;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Sees to it that everybody who is to be asked is, and that the log hears of every answer. */
@ApplicationScoped
class Rounds {

    private final Asks asks;
    private final GivenAnswers given;
    private final Answers answers;
    private final OneNode one;

    Rounds(Asks asks, GivenAnswers given, Answers answers, OneNode one) {
        this.asks = asks;
        this.given = given;
        this.answers = answers;
        this.one = one;
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void keepUp() {
        Database.ifThere(asks::catchUp);
        Database.ifThere(asks::askDue);
    }

    @Scheduled(every = "30s", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
    void tell() {
        Database.ifThere(given::tellLeftBehind);
    }

    @Scheduled(every = "15m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void addUp() {
        Database.ifThere(() -> one.atATime("answers", answers::addUp));
    }
}
