package dev.ramah.delivery;

import dev.ramah.conversation.ConversationRef;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry on its way to one webhook, or there. */
@Entity
@Table(name = "webhook_delivery")
class Delivery extends PanacheEntityBase {

    @Id
    UUID id;

    @Column
    UUID webhook;

    @Column
    UUID conversation;

    @Column
    int seq;

    @Column
    String kind;

    @Column
    Instant at;

    /** When it is tried next, or by when a try that is being made is over; null when there is nothing more to do. */
    @Column(name = "due_at")
    @Nullable Instant dueAt;

    @Column
    boolean arrived;

    @Column
    int tries;

    @Column(name = "tried_since")
    @Nullable Instant triedSince;

    @Column(name = "tried_at")
    @Nullable Instant triedAt;

    /** As it was sent last; null before the first try and when the customer was erased since. */
    @Column
    @Nullable String body;

    @Column
    @Nullable Integer status;

    @Column
    @Nullable Integer millis;

    @Column
    @Nullable String problem;

    @Column
    @Nullable String response;

    protected Delivery() {}

    ConversationRef ref() {
        return new ConversationRef(conversation);
    }

    /** The same whenever it is sent, and to whomever. */
    String event() {
        return conversation + "." + seq;
    }

    /** How a try went. */
    void tried(Answer answer, Pauses pauses, Instant now) {
        triedAt = now;
        triedSince = triedSince == null ? now : triedSince;
        status = answer.status();
        millis = answer.millis();
        problem = answer.problem();
        // Whoever was erased meanwhile must not come back in an echo.
        response = body == null ? null : answer.body();
        if (answer.isFine()) {
            arrived = true;
            dueAt = null;
        } else {
            dueAt = now.plus(pauses.after(tries));
        }
    }

    /** It is not tried any more; what comes after it in its conversation goes on. */
    void giveUp() {
        dueAt = null;
    }

    /** It is sent once more. */
    void again(Instant now) {
        if (dueAt == null || dueAt.isAfter(now)) {
            dueAt = now;
            triedSince = null;
        }
    }

    /** {@code waiting}, {@code arrived} or {@code failed}. */
    String state() {
        return dueAt != null ? "waiting" : arrived ? "arrived" : "failed";
    }
}
