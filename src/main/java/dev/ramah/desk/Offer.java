package dev.ramah.desk;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

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

    protected Offer() {}

    Offer(UUID conversation, UUID agent, Instant until) {
        this.conversation = conversation;
        this.agent = agent;
        this.until = until;
    }
}
