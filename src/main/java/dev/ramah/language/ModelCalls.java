package dev.ramah.language;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Each call of the chat model, with what came of it and no word of anybody: what may be spent in a conversation and in
 * a day is counted here, for all nodes and over restarts.
 */
@ApplicationScoped
public class ModelCalls {

    private final Session entities;
    private final ModelBudget budget;
    private final Clock clock;

    ModelCalls(Session entities, ModelBudget budget, Clock clock) {
        this.entities = entities;
        this.budget = budget;
        this.clock = clock;
    }

    /** Begins a call; empty when there is nothing left to spend, which is kept as well. A day is one of UTC. */
    @Transactional
    public Optional<Long> begin(UUID conversation) {
        return begin(conversation, isLeft(conversation), false);
    }

    /** The same for a rehearsal, whose calls may also not be more than their share of the day's. */
    @Transactional
    public Optional<Long> beginPractice(UUID rehearsal) {
        long share = (long) budget.callsPerDay() * budget.practicePercent() / 100;
        return begin(rehearsal, isLeft(rehearsal) && count("practice and at >= ?1", today()) < share, true);
    }

    private boolean isLeft(UUID conversation) {
        return count("conversation = ?1", conversation) < budget.callsPerConversation()
                && count("at >= ?1", today()) < budget.callsPerDay();
    }

    private Instant today() {
        return clock.instant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }

    private Optional<Long> begin(UUID conversation, boolean may, boolean practice) {
        long call = entities.createNativeQuery(
                        """
                        insert into model_call (conversation, at, outcome, practice) values (?1, ?2, ?3, ?4)
                        returning id""",
                        Long.class)
                .setParameter(1, conversation)
                .setParameter(2, clock.instant())
                .setParameter(3, may ? "ASKED" : "MODEL_SPENT")
                .setParameter(4, practice)
                .getSingleResult();
        return may ? Optional.of(call) : Optional.empty();
    }

    /** What came of it. */
    @Transactional
    public void ended(long call, String outcome) {
        entities.createNativeMutationQuery("update model_call set outcome = ?2 where id = ?1")
                .setParameter(1, call)
                .setParameter(2, outcome)
                .executeUpdate();
    }

    private long count(String condition, Object value) {
        return entities.createNativeQuery(
                        "select count(*) from model_call where outcome <> 'MODEL_SPENT' and " + condition, Long.class)
                .setParameter(1, value)
                .getSingleResult();
    }
}
