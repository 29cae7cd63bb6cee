package dev.ramah.goodwill;

import dev.ramah.conversation.Happened;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was given: as the gesture was then, by whom, and why. */
@Entity
@Table(name = "gift")
class Gift extends PanacheEntityBase {

    @Id
    UUID id;

    @Column
    UUID gesture;

    @Column
    UUID conversation;

    @Column
    int episode;

    @Column
    UUID agent;

    @Column(name = "agent_name")
    String agentName;

    @Column(name = "client_id")
    String clientId;

    @Column
    @Enumerated(EnumType.STRING)
    Kind kind;

    @Column
    String name;

    /** In hundredths, as the cost. */
    @Column
    @Nullable Long amount;

    @Column
    String currency;

    @Column
    @Nullable String code;

    @Column
    long cost;

    /** Null once the customer was forgotten: it may tell of them. */
    @Column
    @Nullable String reason;

    @Column
    Instant at;

    /** Whether an entry of the log tells of it. */
    @Column
    boolean told;

    /** As the log tells it. */
    Happened.Gave entry() {
        return new Happened.Gave(reason == null ? "" : reason, id, kind.wire(), name, amount, currency, code, cost);
    }

    /** As staff see it. */
    record View(
            UUID id,
            UUID conversation,
            Instant at,
            String by,
            Kind gesture,
            String name,
            @Nullable BigDecimal amount,
            String currency,
            @Nullable String code,
            BigDecimal cost,
            @Nullable String reason) {}

    View view() {
        return new View(
                id,
                conversation,
                at,
                agentName,
                kind,
                name,
                amount == null ? null : Amount.decimal(amount),
                currency,
                code,
                Amount.decimal(cost),
                reason);
    }
}
