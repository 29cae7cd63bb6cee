package dev.ramah.survey;

import dev.ramah.delivery.Mails;
import dev.ramah.platform.Ids;
import dev.ramah.platform.OneAtATime;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import dev.ramah.staff.AgentRef;
import dev.ramah.staff.Changes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The door to the surveys that managers write. Questions that change are a new version; who was asked the old one answers that. */
@ApplicationScoped
class Questionnaires {

    private static final int MOST = 30;

    private static final int LONGEST_NAME = 80;

    private final Mails mails;
    private final Changes changes;
    private final Session entities;
    private final Clock clock;

    Questionnaires(Mails mails, Changes changes, Session entities, Clock clock) {
        this.mails = mails;
        this.changes = changes;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * A survey as managers see it.
     *
     * @param number the version of its questions
     * @param version counts every change
     * @param asked how many were asked it, ever, in any version
     */
    record View(
            UUID id,
            String name,
            boolean on,
            Form form,
            int number,
            Rules rules,
            int version,
            long asked,
            long answered) {}

    /** What somebody wants it to be. */
    record Wish(String name, boolean on, Form form, Rules rules) {}

    /** All, in the order in which they are looked at. */
    @Transactional
    List<View> all() {
        Map<UUID, long[]> counts = new java.util.HashMap<>();
        entities.createNativeQuery(
                        """
                        select survey, count(*), count(answered_at) from survey_ask
                         where asked_at is not null and survey is not null group by survey""",
                        Object[].class)
                .getResultList()
                .forEach(row -> counts.put(
                        (UUID) row[0], new long[] {((Number) row[1]).longValue(), ((Number) row[2]).longValue()}));
        return Questionnaire.inOrder().stream()
                .map(each -> view(each, counts.getOrDefault(each.id, new long[2])))
                .toList();
    }

    private static View view(Questionnaire of, long[] counts) {
        return new View(of.id, of.name, of.on, of.asked(), of.form, of.rules, of.version, counts[0], counts[1]);
    }

    /** Looked at before all others, as the newest wish of somebody. */
    @Transactional
    View add(Wish wish, AgentRef by) {
        lock();
        List<Questionnaire> all = Questionnaire.inOrder();
        if (all.size() >= MOST) {
            throw Problem.conflict("There are " + MOST + " surveys already. Change one of them.");
        }
        int first = all.stream().mapToInt(each -> each.place).min().orElse(1);
        Instant now = clock.instant();
        Questionnaire made = new Questionnaire(Ids.next(now), first - 1);
        set(made, wish);
        made.persist();
        keep(made, wish, now);
        View after = view(made, new long[2]);
        changes.record(by, "survey", made.id.toString(), null, after);
        return after;
    }

    /**
     * Changes it, in place of the version that was seen.
     *
     * @throws Problem CONFLICT if somebody changed it meanwhile, INVALID, NOT_FOUND
     */
    @Transactional
    View change(UUID id, int version, Wish wish, AgentRef by) {
        Questionnaire found = Questionnaire.<Questionnaire>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.notFound("There is no such survey."));
        if (found.version != version) {
            throw Problem.conflict("Somebody else changed this meanwhile. Load it again.");
        }
        View before = view(found, new long[2]);
        Instant now = clock.instant();
        set(found, wish);
        keep(found, wish, now);
        changes.record(by, "survey", id.toString(), before, view(found, new long[2]));
        return all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private void set(Questionnaire it, Wish wish) {
        @Nullable String name = Text.line(wish.name());
        if (name == null || name.length() > LONGEST_NAME || !Text.isStorable(name)) {
            throw Problem.invalid("name has 1 to " + LONGEST_NAME + " characters.");
        }
        // What is off may wait for a mail server.
        wish.rules().check(wish.form(), mails.hasLinks() || !wish.on());
        it.name = name;
        it.on = wish.on();
        it.rules = wish.rules();
        it.version += 1;
    }

    /** The questions as a version of their own, if they are others. */
    private static void keep(Questionnaire it, Wish wish, Instant now) {
        if (it.form > 0 && wish.form().equals(it.asked())) {
            return;
        }
        Form form = wish.form().checked();
        // What the chat asks with five faces is one question that nobody has changed.
        Form own = new Form(form.language(), form.questions(), form.primary(), false);
        if (it.form > 0 && own.equals(it.asked())) {
            return;
        }
        it.form += 1;
        new QuestionnaireForm(it.id, it.form, own, now).persist();
    }

    /** It is looked at before all others from now on. */
    @Transactional
    List<View> first(UUID id, AgentRef by) {
        lock();
        List<Questionnaire> all = Questionnaire.inOrder();
        Questionnaire found = all.stream()
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no such survey."));
        if (!found.equals(all.get(0))) {
            int before = all.indexOf(found) + 1;
            found.place = all.get(0).place - 1;
            changes.record(by, "survey", id.toString(), Map.of("place", before), Map.of("place", 1));
        }
        return all();
    }

    private void lock() {
        OneAtATime.hold(entities, "surveys");
    }
}
