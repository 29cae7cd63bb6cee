package dev.ramah.theme;

import dev.ramah.platform.Problem;
import dev.ramah.theme.Grouping.Centre;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Complaints that mean the same. It has a number for ever and a name that only people change once it is known. Who changes
 * something of it writes that only, lest what was done about it meanwhile be undone by who moves its middle.
 */
@DynamicUpdate
@Entity
class Theme extends PanacheEntityBase {

    @Id
    UUID id;

    @Column
    int number;

    @Column
    String name = "";

    /** Whether people named it. */
    @Column
    boolean named;

    /** Whether a chat model named it: its own words do not any more, but people may. */
    @Column
    boolean titled;

    /** When a chat model is asked for a name; null when it said one, or nobody has to ask. */
    @Column(name = "title_due")
    @Nullable Instant titleDue;

    @Column
    boolean pinned;

    @Column(name = "merged_into")
    @Nullable UUID mergedInto;

    @Column
    Instant at;

    @Column
    byte[] sum;

    @Column
    @Enumerated(EnumType.STRING)
    Cure.State state = Cure.State.OPEN;

    @Column
    @Nullable String cause;

    @Column
    @Nullable UUID owner;

    @Column
    @Nullable LocalDate due;

    @Column
    @Nullable String reason;

    @Column(name = "fixed_at")
    @Nullable Instant fixedAt;

    /** "You said, we did", by language. */
    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> done = Map.of();

    @Column(name = "done_shown")
    boolean doneShown;

    /** When more was heard of it in a day than chance explains, last; null for never. */
    @Column(name = "risen_at")
    @Nullable Instant risenAt;

    @Column(name = "risen_n")
    @Nullable Integer risenN;

    @Column(name = "risen_expected")
    @Nullable Double risenExpected;

    /** Null until somebody has seen that. */
    @Column(name = "risen_seen_at")
    @Nullable Instant risenSeenAt;

    protected Theme() {}

    Theme(UUID id, int number, Instant at, byte[] sum) {
        this.id = id;
        this.number = number;
        this.at = at;
        this.titleDue = at;
        this.sum = sum;
    }

    static Optional<Theme> numbered(int number) {
        return Theme.<Theme>find("number", number).firstResultOptional().map(Theme::staying);
    }

    /**
     * The theme of this number, or the one that it is part of now.
     *
     * @throws Problem NOT_FOUND
     */
    static Theme of(int number) {
        return numbered(number).orElseThrow(() -> Problem.notFound("There is no theme " + number + "."));
    }

    /** This one, or the one that it is part of now. */
    Theme staying() {
        return mergedInto == null ? this : Theme.<Theme>findById(mergedInto).staying();
    }

    Centre centre() {
        float[] values = new float[sum.length / Float.BYTES];
        ByteBuffer.wrap(sum).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new Centre(id, values);
    }

    /** That is what is done about it; when it was fixed stays while it is. */
    void is(Cure cure, Instant now) {
        boolean fixed = cure.state() == Cure.State.FIXED;
        fixedAt = !fixed ? null : state == Cure.State.FIXED ? fixedAt : now;
        state = cure.state();
        cause = cure.cause();
        owner = cure.owner();
        due = cure.due();
        reason = cure.reason();
    }

    /** Whether it rose and nobody has seen it yet. */
    boolean hasRisen() {
        return risenAt != null && risenSeenAt == null;
    }

    /** It rises: that is told until somebody has seen it, and of what goes on for days once a day. */
    void rises(Rise rise, Instant now) {
        if (hasRisen() || (risenAt != null && now.isBefore(risenAt.plus(Rise.WITHIN)))) {
            return;
        }
        risenAt = now;
        risenN = rise.n();
        risenExpected = rise.expected();
        risenSeenAt = null;
    }

    /** The middle of nothing, to which nothing is near. */
    Centre nowhere() {
        return new Centre(id, new float[sum.length / Float.BYTES]);
    }

    void isAt(Centre centre) {
        sum = bytes(centre);
    }

    static byte[] bytes(Centre centre) {
        float[] values = centre.sum();
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }
}
