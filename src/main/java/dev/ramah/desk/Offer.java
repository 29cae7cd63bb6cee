package dev.ramah.desk;

import dev.ramah.routing.Criterion;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A waiting conversation, held out to one agent until a moment. */
@Entity
@Table(name = "offer")
class Offer extends PanacheEntityBase {

    @Id
    UUID conversation;

    @Column
    UUID agent;

    @Column
    Instant until;

    /** What made this agent righter for it than the next best; null where there was nobody else. */
    @Column
    @Enumerated(EnumType.STRING)
    @Nullable Criterion because;

    protected Offer() {}

    Offer(UUID conversation, UUID agent, Instant until) {
        this.conversation = conversation;
        this.agent = agent;
        this.until = until;
    }
}
