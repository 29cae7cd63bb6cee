package dev.ramah.customer;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import dev.ramah.staff.Colleague;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Someone who talks with us, or of whom the shop told us. */
@DynamicUpdate // what one transaction says of them must not bring back what another has changed meanwhile
@Entity
@Table(name = "customer")
class Customer extends PanacheEntityBase {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254; // RFC 5321, 4.5.3.1.3
    private static final int LONGEST_VALUE = 500;
    private static final int MOST_ATTRIBUTES = Union.MOST_ATTRIBUTES;

    @Id
    UUID id;

    @Column(name = "external_id")
    @Nullable String externalId;

    @Column(name = "name")
    @Nullable String name;

    @Column(name = "email")
    @Nullable String email;

    @Column(name = "language")
    String language;

    @Column(name = "attributes")
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> attributes = Map.of();

    @Column(name = "since")
    Instant since;

    @Column(name = "forgotten_at")
    @Nullable Instant forgottenAt;

    /** Who they turned out to be; never one who was merged as well. */
    @Column(name = "merged_into")
    @Nullable UUID mergedInto;

    @Column(name = "merged_at")
    @Nullable Instant mergedAt;

    /** Who of staff did it; null where they proved it themselves. */
    @Column(name = "merged_by")
    @Nullable UUID mergedBy;

    @Column(name = "merged_by_name")
    @Nullable String mergedByName;

    protected Customer() {}

    Customer(UUID id, String language, Instant now) {
        this.id = id;
        this.language = language;
        this.since = now;
    }

    /** Locked, for whoever is known by it may be turning out to be another one just now. */
    static Optional<Customer> withExternalId(String externalId) {
        return Customer.<Customer>find("externalId", externalId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The customer with this id, or who they turned out to be. */
    static Optional<Customer> staying(UUID id) {
        Optional<Customer> found = Customer.findByIdOptional(id);
        return found.flatMap(each -> each.mergedInto == null ? found : Customer.findByIdOptional(each.mergedInto));
    }

    /**
     * The same, if they were not forgotten.
     *
     * @throws Problem NOT_FOUND
     */
    static Customer there(UUID id) {
        return staying(id).filter(each -> each.forgottenAt == null).orElseThrow(Customer::nobody);
    }

    /**
     * The same, for somebody who is going to change them: waits for whoever is doing so.
     *
     * @throws Problem NOT_FOUND
     */
    static Customer locked(UUID id) {
        Customer found = Customer.<Customer>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(each -> each.forgottenAt == null)
                .orElseThrow(Customer::nobody);
        return found.mergedInto == null ? found : locked(found.mergedInto);
    }

    static Problem nobody() {
        return Problem.notFound("There is no customer with this id.");
    }

    /** Those who turned out to be this one, the latest first. */
    static List<Customer> mergedInto(UUID id) {
        return list("mergedInto = ?1 order by mergedAt desc, id", id);
    }

    /** Those whose name, e-mail or id in the shop contains the words, newest first; without words the newest. */
    static List<Customer> search(String words, int most) {
        return Customer.<Customer>find(
                        "forgottenAt is null and mergedInto is null and (?1 = '' or locate(?1, lower(name)) > 0 or locate(?1, lower(email)) > 0"
                                + " or locate(?1, lower(externalId)) > 0) order by since desc, id",
                        words)
                .page(0, most)
                .list();
    }

    /** Takes what is said about them; what isn't said stays as it was. */
    void describe(@Nullable String saidName, @Nullable String saidEmail) {
        name = saidName == null ? name : bounded("name", saidName, LONGEST_NAME);
        email = saidEmail == null ? email : bounded("email", saidEmail, LONGEST_EMAIL);
    }

    /** What staff put right; an empty value is none. */
    void correct(Correction correction) {
        name = correction.name() == null ? name : bounded("name", correction.name(), LONGEST_NAME);
        email = correction.email() == null ? email : bounded("email", correction.email(), LONGEST_EMAIL);
        language = correction.language() == null ? language : correction.language();
        if (correction.attributes() != null) {
            Map<String, String> all = new TreeMap<>(attributes);
            correction.attributes().forEach((key, value) -> {
                if (value == null || value.isBlank()) {
                    all.remove(key);
                } else {
                    all.put(key, value);
                }
            });
            note(all);
        }
    }

    void note(Map<String, String> said) {
        if (said.size() > MOST_ATTRIBUTES) {
            throw Problem.invalid("attributes must be at most " + MOST_ATTRIBUTES);
        }
        Map<String, String> all = new TreeMap<>();
        said.forEach((key, value) -> {
            String shortKey = bounded("attributes", key, LONGEST_NAME);
            String shortValue = bounded("attributes", value, LONGEST_VALUE);
            if (shortKey != null && shortValue != null) {
                all.put(shortKey, shortValue);
            }
        });
        attributes = all;
    }

    /** Puts these beside what is known; a null takes one away. */
    void change(Map<String, @Nullable String> said) {
        Map<String, String> all = new TreeMap<>(attributes);
        said.forEach((key, value) -> {
            if (value == null) {
                all.remove(key);
            } else {
                all.put(key, value);
            }
        });
        note(all);
    }

    /** Takes over from somebody who turned out to be them what is missing here. */
    void absorb(Guest other) {
        Union union = Union.of(guest(), other);
        name = name == null ? union.filling("name") : name;
        email = email == null ? union.filling("email") : email;
        externalId = externalId == null ? union.filling("identity") : externalId;
        attributes = union.attributes();
        since = since.isBefore(other.since()) ? since : other.since();
    }

    /** They turned out to be that one: nothing is kept here any more. */
    void mergesInto(UUID other, Instant now, @Nullable Colleague by) {
        blank();
        mergedInto = other;
        mergedAt = now;
        mergedBy = by == null ? null : by.id();
        mergedByName = by == null ? null : by.name();
    }

    Instant mergedAt() {
        return Objects.requireNonNull(mergedAt, "was not merged");
    }

    private void blank() {
        externalId = null;
        name = null;
        email = null;
        attributes = Map.of();
    }

    void forget(Instant now) {
        blank();
        forgottenAt = forgottenAt == null ? now : forgottenAt;
    }

    Guest guest() {
        return new Guest(id, name, email, externalId, externalId != null, language, Map.copyOf(attributes), since);
    }

    private static @Nullable String bounded(String what, String text, int longest) {
        if (text.length() > longest) {
            throw Problem.invalid(what + " must have at most " + longest + " characters");
        }
        return Text.line(text);
    }
}
