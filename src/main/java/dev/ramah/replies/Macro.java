package dev.ramah.replies;

import dev.ramah.platform.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Several steps that are taken with one key. */
@Entity
@Table(name = "macro")
class Macro extends PanacheEntityBase {

    private static final int MOST_STEPS = 10;

    @Id
    UUID id;

    @Column
    String title;

    /** The digit that starts it. */
    @Column
    @Nullable String key;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<Map<String, String>> steps = List.of();

    @Column
    @Enumerated(EnumType.STRING)
    Audience.Scope scope;

    @Column
    @Nullable String team;

    @Column
    @Nullable UUID owner;

    /** Counts the changes, so that nobody overwrites one they have not seen. */
    @Column
    int version;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    UUID changedBy;

    protected Macro() {}

    Macro(UUID id) {
        this.id = id;
    }

    /** What somebody wants it to do, as far as that can be told without looking anything up. */
    record Plan(String title, @Nullable String key, List<Step> steps, Audience audience) {

        /** @throws Problem INVALID, saying what makes no sense */
        static Plan of(@Nullable String title, @Nullable String key, List<Step> steps, Audience audience) {
            String line = Title.checked(title);
            if (key != null && !key.matches("[1-9]")) {
                throw Problem.invalid("key is a digit from 1 to 9.");
            }
            if (steps.isEmpty() || steps.size() > MOST_STEPS) {
                throw Problem.invalid("A macro has 1 to " + MOST_STEPS + " steps.");
            }
            if (steps.subList(0, steps.size() - 1).stream().anyMatch(Step::isAnEnd)) {
                throw Problem.invalid("Waiting, handing on and resolving come last, and only one of them.");
            }
            return new Plan(line, key, List.copyOf(steps), audience);
        }
    }

    void write(Plan plan, Instant at, UUID by) {
        title = plan.title();
        key = plan.key();
        steps = plan.steps().stream().map(Step::stored).toList();
        scope = plan.audience().scope();
        team = plan.audience().team();
        owner = plan.audience().owner();
        version++;
        changedAt = at;
        changedBy = by;
    }

    Audience audience() {
        return new Audience(scope, team, owner);
    }

    List<Step> plan() {
        return steps.stream().map(Step::stored).toList();
    }

    /** @throws Problem CONFLICT, naming a macro that says this canned reply */
    static void requireNoneSays(UUID reply) {
        Optional<Macro> says = Macro.<Macro>listAll().stream()
                .filter(each -> each.plan().stream().anyMatch(step -> reply.equals(step.reply())))
                .findFirst();
        says.ifPresent(macro -> {
            throw Problem.conflict("The macro " + macro.title + " says this. Change it first.");
        });
    }
}
