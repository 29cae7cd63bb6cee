package dev.ramah.feedback;

import dev.ramah.conversation.Cause;
import dev.ramah.platform.Ids;
import dev.ramah.platform.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A low rating that somebody answers. What was said lies in the log, and only there. */
@Entity
@Table(name = "follow_up")
class FollowUp extends PanacheEntityBase {

    enum State {
        OPEN,
        ANSWERED,
        /** Without an answer, for a reason. */
        CLOSED,
        /** The customer's words were erased: there is nobody to answer. */
        GONE
    }

    @Id
    UUID id;

    @Column
    UUID conversation;

    @Column
    int episode;

    /** Null where something else was asked. */
    @Column
    @Nullable Integer csat;

    @Column
    @Nullable Integer nps;

    @Column
    @Nullable Integer effort;

    /** What it was for, of a low mark; null where they did not say. */
    @Column
    @Enumerated(EnumType.STRING)
    @Nullable Cause cause;

    @Column(name = "rated_at")
    Instant ratedAt;

    @Column
    Instant due;

    @Column
    @Enumerated(EnumType.STRING)
    State state = State.OPEN;

    /** Null while there is nobody who may. */
    @Column
    @Nullable UUID owner;

    @Column(name = "escalated_at")
    @Nullable Instant escalatedAt;

    @Column(name = "answered_at")
    @Nullable Instant answeredAt;

    @Column(name = "answered_by")
    @Nullable UUID answeredBy;

    @Column(name = "closed_at")
    @Nullable Instant closedAt;

    @Column
    @Nullable String reason;

    @Column
    @Nullable Integer again;

    /** The first good mark that the customer gave later; null while there is none. */
    @Embedded
    @Nullable GoodMark wonBack;

    protected FollowUp() {}

    FollowUp(UUID conversation, int episode, Instant ratedAt, Instant due) {
        this.id = Ids.next(ratedAt);
        this.conversation = conversation;
        this.episode = episode;
        this.ratedAt = ratedAt;
        this.due = due;
    }

    /** These are its marks: more may be given bit by bit. */
    void marked(Rating rating) {
        csat = rating.csat();
        nps = rating.nps();
        effort = rating.effort();
        cause = rating.isLow() ? rating.cause() : null;
    }

    static Optional<FollowUp> of(UUID conversation, int episode) {
        return FollowUp.<FollowUp>find("conversation = ?1 and episode = ?2", conversation, episode)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Nobody else changes it until the end of the transaction. */
    static FollowUp locked(UUID id) {
        return FollowUp.<FollowUp>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.notFound("There is no such follow-up."));
    }

    /**
     * Those of these that are open, the first that are due first. They are locked in the order in which they are when
     * somebody is erased, so that neither waits for the other for ever.
     */
    static List<FollowUp> open(List<UUID> ids) {
        return FollowUp.<FollowUp>find("id in ?1 and state = ?2 order by conversation, episode", ids, State.OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .sorted(Comparator.comparing((FollowUp each) -> each.due).thenComparing(each -> each.id))
                .toList();
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isLate(Instant now) {
        return isOpen() && due.isBefore(now);
    }

    /** Whether it is late, and nobody else has taken it for that. */
    boolean lies(Instant now) {
        return isLate(now) && escalatedAt == null;
    }

    void answered(UUID by, Instant at) {
        state = State.ANSWERED;
        owner = by;
        answeredBy = by;
        answeredAt = at;
    }

    void close(String why, Instant at) {
        state = State.CLOSED;
        reason = why;
        closedAt = at;
    }

    /** The words that staff wrote about it go; that it was there stays. */
    void forget() {
        state = isOpen() ? State.GONE : state;
        reason = reason == null ? null : "";
    }
}
