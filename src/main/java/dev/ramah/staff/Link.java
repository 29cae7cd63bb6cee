package dev.ramah.staff;

import dev.ramah.platform.Digests;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link that lets someone choose a password, once. */
@Entity
@Table(name = "staff_link")
class Link extends PanacheEntityBase {

    enum Purpose {
        INVITATION,
        RESET,
        FIRST;

        /** As clients see it. */
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @Column(name = "hash")
    String hash;

    @Column(name = "purpose")
    @Enumerated(EnumType.STRING)
    Purpose purpose;

    @Column(name = "account")
    @Nullable UUID account;

    @Column(name = "expires_at")
    Instant expiresAt;

    protected Link() {}

    Link(String token, Purpose purpose, @Nullable UUID account, Instant now, Duration length) {
        this.hash = Digests.sha256(token);
        this.purpose = purpose;
        this.account = account;
        this.expiresAt = now.plus(length);
    }

    static Optional<Link> of(String token, Instant now) {
        return find("hash = ?1 and expiresAt > ?2", Digests.sha256(token), now).firstResultOptional();
    }

    static void dropAll(UUID account) {
        delete("account", account);
    }

    static long dropFirst() {
        return delete("purpose", Purpose.FIRST);
    }

    /** Takes it away, and with it all that lead to the same; false when someone else was there in this moment. */
    boolean use() {
        long taken = purpose == Purpose.FIRST ? dropFirst() : delete("hash", hash);
        return taken > 0;
    }
}
