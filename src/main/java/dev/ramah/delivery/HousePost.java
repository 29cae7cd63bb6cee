package dev.ramah.delivery;

import dev.ramah.platform.Database;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Sends the mails of the house to its own people. Nothing of it runs where no mail server is set. */
@ApplicationScoped
class HousePost {

    private static final Logger LOG = Logger.getLogger(HousePost.class);

    private final HouseMails mails;
    private final Smtp smtp;

    HousePost(HouseMails mails, Smtp smtp) {
        this.mails = mails;
        this.smtp = smtp;
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void send() {
        if (!mails.isOpen()) {
            return;
        }
        try {
            Postman.findItsParts();
            for (List<Letter> due = mails.claim(); !due.isEmpty(); due = mails.claim()) {
                due.forEach(each -> mails.tried(each, smtp.send(each)));
            }
        } catch (RuntimeException fault) {
            if (!Database.isAway(fault)) {
                LOG.error("Mail of the house could not be sent; it is tried again", fault);
            }
        }
    }

    @Scheduled(every = "1h", delayed = "4m", concurrentExecution = ConcurrentExecution.SKIP)
    void dropOld() {
        Database.ifThere(mails::dropOld);
    }
}
