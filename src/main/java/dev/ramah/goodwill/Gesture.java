package dev.ramah.goodwill;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Something that may be given. */
@Entity
@Table(name = "gesture")
public class Gesture extends PanacheEntityBase {

    private static final int LONGEST_NAME = 60;

    /** Codes are read out and typed: capitals, digits and hyphens. */
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,11}");

    @Id
    UUID id;

    @Column
    @Enumerated(EnumType.STRING)
    Kind kind;

    @Column
    String name;

    /** In hundredths: the money of a voucher, the points, the most of a refund; null for what has none. */
    @Column
    @Nullable Long amount;

    /** What it costs the shop, in hundredths; of a refund it is what is given. */
    @Column
    long cost;

    /** What its codes begin with; null where the customer gets none. */
    @Column
    @Nullable String code;

    @Column
    boolean active;

    @Column
    int version;

    /** What a manager says of it; {@code version} is that of the one they saw. */
    public record Wish(
            @Nullable Kind kind,
            @Nullable String name,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal cost,
            @Nullable String code,
            @Nullable Boolean active,
            @Nullable Integer version) {}

    /** As clients see it. */
    public record View(
            UUID id,
            Kind kind,
            String name,
            @Nullable BigDecimal amount,
            BigDecimal cost,
            @Nullable String code,
            boolean active,
            int version) {}

    /**
     * Becomes what was wished.
     *
     * @throws Problem INVALID where that makes no sense
     */
    void become(Wish wish) {
        if (wish.kind() == null) {
            throw Problem.invalid("kind is voucher, free_shipping, points or refund.");
        }
        String line = Text.line(wish.name());
        if (line == null || line.length() > LONGEST_NAME || !Text.isStorable(line)) {
            throw Problem.invalid("name has 1 to " + LONGEST_NAME + " characters.");
        }
        kind = wish.kind();
        name = line;
        amount = kind == Kind.FREE_SHIPPING ? null : amount(wish);
        cost = cost(wish);
        code = code(wish.code());
        active = !Boolean.FALSE.equals(wish.active());
    }

    private Long amount(Wish wish) {
        Long hundredths = Amount.hundredthsOrNull("amount", wish.amount());
        if (hundredths == null || hundredths == 0) {
            throw Problem.invalid("amount is more than 0.");
        }
        if (kind == Kind.POINTS && hundredths % 100 != 0) {
            throw Problem.invalid("amount is a whole number of points.");
        }
        return hundredths;
    }

    private long cost(Wish wish) {
        Long said = Amount.hundredthsOrNull("cost", wish.cost());
        if (kind == Kind.REFUND) {
            return Objects.requireNonNull(amount);
        }
        if (said == null && kind == Kind.VOUCHER) {
            return Objects.requireNonNull(amount);
        }
        if (said == null) {
            throw Problem.invalid("cost is what it costs the shop.");
        }
        return said;
    }

    private @Nullable String code(@Nullable String wish) {
        String line = Text.line(wish);
        if (line == null || kind == Kind.POINTS || kind == Kind.REFUND) {
            return null;
        }
        if (!CODE.matcher(line).matches()) {
            throw Problem.invalid("code has up to 12 capitals, digits and hyphens.");
        }
        return line;
    }

    View view() {
        return new View(
                id,
                kind,
                name,
                amount == null ? null : Amount.decimal(amount),
                Amount.decimal(cost),
                code,
                active,
                version);
    }
}
