package dev.ramah.conversation;

import dev.ramah.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Conversations that are over before they are written, each with its own times: a sample world's past. They pass
 * the same verbs as live ones; nobody is told, for nobody is there to hear it.
 */
@ApplicationScoped
public class Stories {

    private final StatelessSession session;
    private final Survey survey;

    Stories(StatelessSession session, Survey survey) {
        this.session = session;
        this.survey = survey;
    }

    /** Who wrote to us, from where, and when; {@code clientId} names the story. */
    public record Opening(
            String clientId, UUID customer, String customerName, String language, @Nullable String page, Instant at) {

        public Opening {
            // As exact as the database keeps it, which would round up: a story does not begin before it was opened.
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Whether this story is in the log. */
    @Transactional
    public boolean isTold(String clientId) {
        return Conversation.count("clientId", clientId) > 0;
    }

    /** Writes what the plot makes happen, all of it or nothing. */
    @Transactional(TxType.REQUIRES_NEW)
    public ConversationRef tell(Opening opening, Consumer<Story> plot) {
        Instant lastAsked = session.createQuery(
                        "select max(askedAt) from Conversation where customer = :customer", Instant.class)
                .setParameter("customer", opening.customer())
                .getSingleResult();
        Conversation opened = new Conversation(
                Ids.next(opening.at()), opening.customer(), opening.customerName(), opening.language(), opening.at());
        opened.page = opening.page();
        opened.clientId = opening.clientId();
        session.insert(opened);
        ConversationRef conversation = new ConversationRef(opened.id);
        session.doWork(connection -> {
            Ink ink = new Ink(connection);
            // The log writes only what it has read.
            Conversation told = Objects.requireNonNull(
                    ink.lock(List.of(opened.id), List.of()).conversations().get(opened.id));
            plot.accept(new Story(
                    told, at -> survey.dueAfter(told.state(), told.askedAt == null ? lastAsked : told.askedAt, at)));
            // What is long past is not waiting to be read.
            told.customerSeen = told.last;
            told.staffSeen = told.last;
            ink.write(told.takeFresh(), List.of(told));
        });
        return conversation;
    }
}
