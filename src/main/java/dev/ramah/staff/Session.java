package dev.ramah.staff;

import dev.ramah.platform.Digests;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A browser that is signed in; it holds the token, we hold the token's hash. */
@Entity
@Table(name = "staff_session")
class Session extends PanacheEntityBase {

    // Written this seldom, so that reading who someone is seldom writes.
    private static final Duration NOTE_USE_EVERY = Duration.ofMinutes(5);

    @Id
    @Column(name = "hash")
    String hash;

    @Column(name = "account")
    UUID account;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "used_at")
    Instant usedAt;

    protected Session() {}

    Session(String token, UUID account, Instant now, Duration length) {
        this.hash = Digests.sha256(token);
        this.account = account;
        this.expiresAt = now.plus(length);
        this.usedAt = now;
    }

    static Optional<Session> of(String token) {
        return findByIdOptional(Digests.sha256(token));
    }

    /** Those with these hashes whose account is active. */
    static List<Session> ofActive(Set<String> hashes) {
        return list("hash in ?1 and account in (select a.id from Account a where a.deactivatedAt is null)", hashes);
    }

    static long endAll(UUID account) {
        return delete("account", account);
    }

    static void dropExpired(UUID account, Instant now) {
        delete("account = ?1 and expiresAt <= ?2", account, now);
    }

    boolean isOver(Instant now, Duration idle) {
        return !now.isBefore(expiresAt) || !now.isBefore(usedAt.plus(idle));
    }

    void used(Instant now) {
        if (!now.isBefore(usedAt.plus(NOTE_USE_EVERY))) {
            usedAt = now;
        }
    }
}
