package dev.ramah.delivery;

import dev.ramah.conversation.Happened;
import dev.ramah.conversation.View;
import dev.ramah.platform.Ids;
import dev.ramah.platform.Problem;
import dev.ramah.platform.WebAddress;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One of the shop's programs that wants to hear of what happens here. */
@Entity
@DynamicUpdate // what moves by itself is not written back by whoever changes something else
@Table(name = "webhook")
class Webhook extends PanacheEntityBase {

    /** What is older is news to nobody: one that was off for longer goes on here. */
    private static final Duration NEWS = Duration.ofDays(14);

    @Id
    UUID id;

    @Column
    String address;

    /** Of which kinds it hears; none is all. */
    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> kinds = new ArrayList<>();

    /** Whether it gets what only colleagues see. */
    @Column
    boolean notes;

    @Column
    String secret;

    @Column
    boolean active;

    /** Counts the changes that people make. */
    @Column
    int version;

    @Column(name = "created_at")
    Instant createdAt;

    @Column
    long settled;

    @Column(name = "failing_since")
    @Nullable Instant failingSince;

    @Column(name = "stopped_at")
    @Nullable Instant stoppedAt;

    @Column(name = "stopped_why")
    @Nullable String stoppedWhy;

    protected Webhook() {}

    Webhook(long settled, Instant now) {
        this.id = Ids.next(now);
        this.secret = Ids.secret();
        this.createdAt = now;
        this.settled = settled;
        this.version = 1;
    }

    /** What people decide about it; {@code kinds} none is all. */
    record Wish(String address, List<String> kinds, boolean notes, boolean active) {

        /** @throws Problem INVALID, saying why */
        Wish checked(boolean privateToo) {
            WebAddress target = WebAddress.of(address, privateToo);
            List<String> known = known();
            for (String kind : kinds) {
                if (!known.contains(kind)) {
                    throw Problem.invalid("kinds are some of " + String.join(", ", known) + ".");
                }
                if (Happened.isPrivate(kind) && !notes) {
                    throw Problem.invalid(kind + " is for colleagues only: it needs notes.");
                }
            }
            return new Wish(
                    target.uri().toString(), kinds.stream().distinct().sorted().toList(), notes, active);
        }
    }

    /** All kinds that one may hear of. */
    static List<String> known() {
        return Stream.concat(Happened.kinds().stream(), Bulletins.KINDS.stream())
                .sorted()
                .toList();
    }

    Wish wish() {
        return new Wish(address, List.copyOf(kinds), notes, active);
    }

    /** From now on it is as wished; one that is turned on gets another chance. */
    void become(Wish wish) {
        address = wish.address();
        kinds = new ArrayList<>(wish.kinds());
        notes = wish.notes();
        if (wish.active() && !active) {
            failingSince = null;
            stoppedAt = null;
            stoppedWhy = null;
        }
        active = wish.active();
    }

    boolean hears(String kind) {
        return (kinds.isEmpty() || kinds.contains(kind)) && (notes || !Happened.isPrivate(kind));
    }

    /** What happened before this is not delivered. */
    Instant oldest(Instant now) {
        Instant oldest = now.minus(NEWS);
        return createdAt.isAfter(oldest) ? createdAt : oldest;
    }

    View view() {
        return notes ? View.STAFF : View.CUSTOMER;
    }
}
