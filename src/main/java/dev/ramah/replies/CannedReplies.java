package dev.ramah.replies;

import dev.ramah.platform.Ids;
import dev.ramah.platform.Problem;
import dev.ramah.replies.Audience.Scope;
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

/** The door to canned replies: who may say them and who may write them. */
@ApplicationScoped
public class CannedReplies {

    /** As the record of changes calls them. */
    static final String WHAT = "canned-replies";

    /** Nobody finds anything among more; also what keeps a mistaken script from filling the database. */
    private static final int MOST = 2_000;

    private final Changes changes;
    private final Clock clock;

    CannedReplies(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** Those that they may say and that fit these words, the best first; no words fit all. */
    @Transactional
    List<CannedReply> of(Colleague who, String words) {
        return CannedReply.<CannedReply>listAll().stream()
                .filter(each -> each.audience().mayUse(who))
                .filter(each -> each.fits(words) != CannedReply.NOT_AT_ALL)
                .sorted(Comparator.<CannedReply>comparingInt(each -> each.fits(words))
                        .thenComparing(each -> each.scope)
                        .thenComparing(each -> each.shortcut)
                        .thenComparing(each -> each.id))
                .toList();
    }

    /** One that they may say. */
    @Transactional
    Optional<CannedReply> find(UUID id, Colleague who) {
        return CannedReply.<CannedReply>findByIdOptional(id)
                .filter(each -> each.audience().mayUse(who));
    }

    /**
     * Writes one for everyone.
     *
     * @param texts by language, a two-letter tag
     * @param by a manager
     * @return what macros call it by
     */
    @Transactional
    public UUID everyones(String shortcut, String title, Map<String, String> texts, Colleague by) {
        Audience everyone = new Audience(Scope.EVERYONE, null, null);
        return add(CannedReply.Wording.of(shortcut, title, texts, everyone), by).id;
    }

    /**
     * Writes a new one.
     *
     * @throws Problem FORBIDDEN, or CONFLICT where the shortcut is taken among those of the same people
     */
    @Transactional
    CannedReply add(CannedReply.Wording wording, Colleague by) {
        requireMayChange(wording.audience(), by);
        if (CannedReply.count() >= MOST) {
            throw Problem.conflict("There are " + MOST + " canned replies. Delete some first.");
        }
        CannedReply added = new CannedReply(Ids.next(clock.instant()));
        added.write(wording, clock.instant(), by.id());
        keep(added);
        record(by, added.id, null, Shown.of(added));
        return added;
    }

    /**
     * Changes one.
     *
     * @param version the one that was changed; another one in the meantime is a conflict
     * @throws Problem NOT_FOUND, FORBIDDEN, CONFLICT
     */
    @Transactional
    CannedReply change(UUID id, int version, CannedReply.Wording wording, Colleague by) {
        CannedReply reply = mine(id, version, by);
        requireMayChange(wording.audience(), by);
        Shown before = Shown.of(reply);
        if (!wording.audience().equals(reply.audience())) {
            Macro.requireNoneSays(id);
        }
        reply.write(wording, clock.instant(), by.id());
        keep(reply);
        record(by, id, before, Shown.of(reply));
        return reply;
    }

    /** Deletes one that no macro says. */
    @Transactional
    void delete(UUID id, int version, Colleague by) {
        CannedReply reply = mine(id, version, by);
        Macro.requireNoneSays(id);
        reply.delete();
        record(by, id, Shown.of(reply), null);
    }

    private static CannedReply mine(UUID id, int version, Colleague by) {
        CannedReply reply = CannedReply.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (reply == null || !reply.audience().mayUse(by)) {
            throw Problem.notFound("There is no such canned reply.");
        }
        requireMayChange(reply.audience(), by);
        if (reply.version != version) {
            throw Problem.conflict("Somebody changed this meanwhile. Look at it again.");
        }
        return reply;
    }

    private static void requireMayChange(Audience audience, Colleague by) {
        if (!audience.mayChange(by)) {
            throw Problem.forbidden(
                    audience.scope() == Scope.EVERYONE
                            ? "What is for everyone is written by managers."
                            : "Only this team writes what is the team's.");
        }
    }

    private static void keep(CannedReply reply) {
        try {
            reply.persistAndFlush();
        } catch (ConstraintViolationException taken) {
            throw Problem.conflict("There is one with the shortcut " + reply.shortcut + " already.");
        }
    }

    /** As the record of changes keeps it. */
    private record Shown(Audience audience, Map<String, Object> values) {

        static Shown of(CannedReply reply) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("shortcut", reply.shortcut);
            values.put("title", reply.title);
            values.put("scope", reply.scope.wire());
            values.put("team", reply.team == null ? "" : reply.team);
            values.put("texts", Map.copyOf(reply.texts));
            return new Shown(reply.audience(), values);
        }

        /** What is personal is nobody else's to read. */
        @Nullable Map<String, Object> forAll() {
            return audience.scope() == Scope.PERSONAL ? null : values;
        }
    }

    private void record(Colleague by, UUID id, @Nullable Shown before, @Nullable Shown after) {
        Map<String, Object> was = before == null ? null : before.forAll();
        Map<String, Object> is = after == null ? null : after.forAll();
        if (was != null || is != null) {
            changes.record(by.ref(), WHAT, id.toString(), was, is);
        }
    }
}
