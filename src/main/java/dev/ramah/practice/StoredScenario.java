package dev.ramah.practice;

import dev.ramah.platform.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A scenario: a draft that managers read, then approved for all, then perhaps put away. */
@Entity
@Table(name = "practice_scenario")
class StoredScenario extends PanacheEntityBase {

    enum State {
        DRAFT,
        APPROVED,
        /** Nobody begins it any more; what was made of it stays. */
        RETIRED
    }

    @Id
    UUID id;

    @Column
    @Enumerated(EnumType.STRING)
    State state = State.DRAFT;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Plot plot;

    @Column
    @Nullable UUID source;

    @Column
    @Nullable Integer episode;

    @Column
    int version = 1;

    @Column(name = "made_by")
    @Nullable UUID madeBy;

    @Column(name = "made_at")
    Instant madeAt;

    /** What was approved the last time; null before the first time. */
    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Plot cleared;

    @Column(name = "approved_by")
    @Nullable UUID approvedBy;

    @Column(name = "approved_at")
    @Nullable Instant approvedAt;

    protected StoredScenario() {}

    StoredScenario(UUID id, Plot plot, @Nullable UUID madeBy, Instant madeAt) {
        this.id = id;
        this.plot = plot;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    /** Nobody else changes it until the end of the transaction, in which this version was seen. */
    static StoredScenario locked(UUID id, int seen) {
        StoredScenario found = StoredScenario.<StoredScenario>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(StoredScenario::unknown);
        if (found.version != seen) {
            throw Problem.conflict("Somebody else changed this meanwhile. Load it again.");
        }
        return found;
    }

    static StoredScenario expect(UUID id) {
        return StoredScenario.<StoredScenario>findByIdOptional(id).orElseThrow(StoredScenario::unknown);
    }

    static Problem unknown() {
        return Problem.notFound("There is no such scenario.");
    }

    boolean wasApproved() {
        return cleared != null;
    }

    /** What is changed has to be approved again; whoever rehearses it now goes on with what they began with. */
    void write(Plot now) {
        plot = now.checked();
        if (state == State.APPROVED) {
            state = State.DRAFT;
            approvedBy = null;
            approvedAt = null;
        }
        version++;
    }

    /** From now on anybody of staff may rehearse it, and nothing leads back to whom it came from. */
    void approve(@Nullable UUID by, Instant at) {
        cleared = plot.checked();
        state = State.APPROVED;
        source = null;
        episode = null;
        approvedBy = by;
        approvedAt = at;
        version++;
    }

    void retire() {
        state = State.RETIRED;
        version++;
    }
}
