package dev.ramah.replies;

import dev.ramah.platform.Ids;
import dev.ramah.platform.Problem;
import dev.ramah.replies.Audience.Scope;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Changes;
import dev.ramah.staff.Colleague;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The door to macros: who may run them and who may make them. */
@ApplicationScoped
public class Macros {

    /** As the record of changes calls them. */
    static final String WHAT = "macros";

    private static final int MOST = 500;

    private final CannedReplies replies;
    private final Accounts accounts;
    private final Changes changes;
    private final Clock clock;

    Macros(CannedReplies replies, Accounts accounts, Changes changes, Clock clock) {
        this.replies = replies;
        this.accounts = accounts;
        this.changes = changes;
        this.clock = clock;
    }

    /** Those that they may run, their own first: of two with the same key the first one is meant. */
    @Transactional
    List<Macro> of(Colleague who) {
        return Macro.<Macro>listAll().stream()
                .filter(each -> each.audience().mayUse(who))
                .sorted(Comparator.<Macro, Scope>comparing(each -> each.scope)
                        .thenComparing(each -> each.title)
                        .thenComparing(each -> each.id))
                .toList();
    }

    /**
     * One that they may run.
     *
     * @throws Problem NOT_FOUND
     */
    @Transactional
    Macro find(UUID id, Colleague who) {
        return Macro.<Macro>findByIdOptional(id)
                .filter(each -> each.audience().mayUse(who))
                .orElseThrow(Macros::missing);
    }

    /**
     * Makes one for everyone.
     *
     * @param key the digit that starts it
     * @param steps each with its {@code kind}, and what that needs: reply, text, hours, team
     * @param by a manager
     */
    @Transactional
    public void everyones(String title, String key, List<Map<String, String>> steps, Colleague by) {
        List<Step> plan = steps.stream().map(Step::stored).toList();
        add(Macro.Plan.of(title, key, plan, new Audience(Scope.EVERYONE, null, null)), by);
    }

    @Transactional
    Macro add(Macro.Plan plan, Colleague by) {
        check(plan, by);
        if (Macro.count() >= MOST) {
            throw Problem.conflict("There are " + MOST + " macros. Delete some first.");
        }
        Macro added = new Macro(Ids.next(clock.instant()));
        added.write(plan, clock.instant(), by.id());
        keep(added);
        record(by, added.id, null, shown(added));
        return added;
    }

    /** @param version the one that was changed; another one in the meantime is a conflict */
    @Transactional
    Macro change(UUID id, int version, Macro.Plan plan, Colleague by) {
        Macro macro = mine(id, version, by);
        check(plan, by);
        Map<String, Object> before = shown(macro);
        macro.write(plan, clock.instant(), by.id());
        keep(macro);
        record(by, id, before, shown(macro));
        return macro;
    }

    @Transactional
    void delete(UUID id, int version, Colleague by) {
        Macro macro = mine(id, version, by);
        macro.delete();
        record(by, id, shown(macro), null);
    }

    /** What it says must be for all who may run it, and its team must have somebody. */
    private void check(Macro.Plan plan, Colleague by) {
        requireMayChange(plan.audience(), by);
        for (Step step : plan.steps()) {
            UUID reply = step.reply();
            if (reply != null) {
                Optional<CannedReply> said = replies.find(reply, by);
                if (said.isEmpty()) {
                    throw Problem.notFound("There is no such canned reply.");
                }
                if (!said.get().audience().includes(plan.audience())) {
                    throw Problem.invalid("Not all who may run this may say " + said.get().title + ".");
                }
            }
            String team = step.team();
            if (team != null
                    && accounts.all().stream().noneMatch(each -> each.teams().contains(team))) {
                throw Problem.notFound("There is no team " + team + ".");
            }
        }
    }

    private static Macro mine(UUID id, int version, Colleague by) {
        Macro macro = Macro.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (macro == null || !macro.audience().mayUse(by)) {
            throw missing();
        }
        requireMayChange(macro.audience(), by);
        if (macro.version != version) {
            throw Problem.conflict("Somebody changed this meanwhile. Look at it again.");
        }
        return macro;
    }

    private static Problem missing() {
        return Problem.notFound("There is no such macro.");
    }

    private static void requireMayChange(Audience audience, Colleague by) {
        if (!audience.mayChange(by)) {
            throw Problem.forbidden(
                    audience.scope() == Scope.EVERYONE
                            ? "What is for everyone is made by managers."
                            : "Only this team makes what is the team's.");
        }
    }

    private static void keep(Macro macro) {
        try {
            macro.persistAndFlush();
        } catch (ConstraintViolationException taken) {
            throw Problem.conflict("The key " + macro.key + " has a macro already.");
        }
    }

    /** As the record of changes keeps it; null for what is personal, which is nobody else's to read. */
    private static @Nullable Map<String, Object> shown(Macro macro) {
        if (macro.scope == Scope.PERSONAL) {
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", macro.title);
        values.put("key", macro.key == null ? "" : macro.key);
        values.put("scope", macro.scope.wire());
        values.put("team", macro.team == null ? "" : macro.team);
        values.put("steps", List.copyOf(macro.steps));
        return values;
    }

    private void record(
            Colleague by, UUID id, @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
        if (before != null || after != null) {
            changes.record(by.ref(), WHAT, id.toString(), before, after);
        }
    }
}
