package dev.ramah.feedback;

import dev.ramah.platform.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody did with a follow-up, or what became of it by itself. */
@Entity
@Table(name = "follow_up_step")
class FollowUpStep extends PanacheEntityBase {

    enum What {
        /** Given to somebody who may answer. */
        GIVEN,
        HANDED,
        /** It was late, and went to somebody else. */
        ESCALATED,
        ANSWERED,
        CLOSED,
        AGAIN
    }

    @Id
    UUID id;

    @Column(name = "follow_up")
    UUID followUp;

    @Column
    Instant at;

    @Column
    @Enumerated(EnumType.STRING)
    What what;

    @Column(name = "by_whom")
    @Nullable UUID by;

    @Column(name = "to_whom")
    @Nullable UUID to;

    protected FollowUpStep() {}

    FollowUpStep(UUID followUp, Instant at, What what, @Nullable UUID by, @Nullable UUID to) {
        this.id = Ids.next(at);
        this.followUp = followUp;
        this.at = at;
        this.what = what;
        this.by = by;
        this.to = to;
    }

    static List<FollowUpStep> of(UUID followUp) {
        return list("followUp", Sort.by("id"), followUp);
    }
}
