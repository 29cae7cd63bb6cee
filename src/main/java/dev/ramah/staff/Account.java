package dev.ramah.staff;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Someone who works here. Nobody is deleted: what they said and did keeps their name. */
@Entity
@Table(name = "account")
class Account extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "email")
    String email;

    @Column(name = "name")
    String name;

    @Column(name = "password")
    @Nullable String password;

    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    StaffRole role;

    @Column(name = "languages")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> languages;

    @Column(name = "skills")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> skills;

    @Column(name = "teams")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> teams;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "deactivated_at")
    @Nullable Instant deactivatedAt;

    @Column(name = "asked_reset_at")
    @Nullable Instant askedResetAt;

    protected Account() {}

    Account(UUID id, Newcomer newcomer, Instant now) {
        this.id = id;
        this.createdAt = now;
        describe(newcomer);
    }

    static String normal(String email) {
        return Objects.requireNonNullElse(Text.line(email), "").toLowerCase(Locale.ROOT);
    }

    static Optional<Account> withEmail(String email) {
        return find("email", normal(email)).firstResultOptional();
    }

    static Account expect(UUID id) {
        return Account.<Account>findByIdOptional(id)
                .orElseThrow(() -> Problem.notFound("There is nobody with this id."));
    }

    static List<Account> inOrder() {
        return list("order by lower(name), email");
    }

    /** Those who can administrate now, locked, so that two of them can't remove each other at once. */
    static List<Account> administrators() {
        return Account.<Account>find(
                        "role = ?1 and deactivatedAt is null and password is not null order by id", StaffRole.ADMIN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    final void describe(Newcomer now) {
        email = normal(now.email());
        name = Objects.requireNonNullElse(Text.line(now.name()), email);
        role = now.role();
        languages = now.languages();
        skills = now.skills();
        teams = now.teams();
    }

    void rename(@Nullable String chosen) {
        name = Objects.requireNonNullElse(Text.line(chosen), name);
    }

    void choose(String hash) {
        password = hash;
        askedResetAt = null;
    }

    void deactivate(Instant now) {
        if (active()) {
            deactivatedAt = now;
        }
    }

    void activate() {
        deactivatedAt = null;
    }

    void askReset(Instant now) {
        if (active()) {
            askedResetAt = now;
        }
    }

    boolean active() {
        return deactivatedAt == null;
    }

    /** Whether they took their invitation. */
    boolean joined() {
        return password != null;
    }

    AgentRef ref() {
        return new AgentRef(id);
    }

    Colleague colleague() {
        return new Colleague(
                id, name, email, role, active(), List.copyOf(languages), List.copyOf(skills), List.copyOf(teams));
    }
}
