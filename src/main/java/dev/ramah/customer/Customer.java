package dev.ramah.customer;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Someone who talks with us, or of whom the shop told us. */
@Entity
@Table(name = "customer")
class Customer extends PanacheEntityBase {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254; // RFC 5321, 4.5.3.1.3
    private static final int LONGEST_VALUE = 500;
    private static final int MOST_ATTRIBUTES = 20;

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

    protected Customer() {}

    Customer(UUID id, String language, Instant now) {
        this.id = id;
        this.language = language;
        this.since = now;
    }

    static Optional<Customer> withExternalId(String externalId) {
        return find("externalId", externalId).firstResultOptional();
    }

    /** Those whose name, e-mail or id in the shop contains the words, newest first; without words the newest. */
    static List<Customer> search(String words, int most) {
        return Customer.<Customer>find(
                        "forgottenAt is null and (?1 = '' or locate(?1, lower(name)) > 0 or locate(?1, lower(email)) > 0"
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

    /** Takes over from an earlier, nameless visit what is missing here. */
    void absorb(Customer visit) {
        name = name == null ? visit.name : name;
        email = email == null ? visit.email : email;
        if (attributes.isEmpty()) {
            attributes = new TreeMap<>(visit.attributes);
        }
    }

    void forget(Instant now) {
        externalId = null;
        name = null;
        email = null;
        attributes = Map.of();
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
