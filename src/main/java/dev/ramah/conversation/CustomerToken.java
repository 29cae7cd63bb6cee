package dev.ramah.conversation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a customer's browser shows to come back; only its fingerprint is kept. */
@Entity
@Table(name = "customer_token")
class CustomerToken extends PanacheEntityBase {

    @Id
    String hash;

    @Column
    UUID customer;

    @Column
    UUID conversation;

    /** Whether it opens all of this customer's conversations: only when the shop vouched for who it is. */
    @Column
    boolean everything;

    @Column(name = "expires_at")
    Instant expiresAt;

    Tokens.Right right() {
        return new Tokens.Right(customer, new ConversationRef(conversation), everything);
    }
}
