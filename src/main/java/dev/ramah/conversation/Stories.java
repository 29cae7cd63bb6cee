package dev.ramah.conversation;

import dev.ramah.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
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
            String clientId, UUID customer, String customerName, String language, @Nullable String page, Instant at) {}

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
        Conversation conversation = new Conversation(
                Ids.next(opening.at()), opening.customer(), opening.customerName(), opening.language(), opening.at());
        conversation.page = opening.page();
        conversation.clientId = opening.clientId();
        session.insert(conversation);
        plot.accept(new Story(
                conversation, at -> survey.isDue(conversation.askedAt == null ? lastAsked : conversation.askedAt, at)));
        // What is long past is not waiting to be read.
        conversation.customerSeen = conversation.last;
        conversation.staffSeen = conversation.last;
        session.doWork(connection -> new Ink(connection).write(conversation.takeFresh(), List.of(conversation)));
        return new ConversationRef(conversation.id);
    }
}
