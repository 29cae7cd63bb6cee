package dev.ramah.practice;

import dev.ramah.platform.Ids;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.AgentRef;
import dev.ramah.staff.Changes;
import dev.ramah.staff.Colleague;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** The door to who is to rehearse what. */
@ApplicationScoped
class Assignments {

    /** The last place on earth where a day ends: nobody is late before their own day is over. */
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    /** Nobody plans further ahead. */
    private static final Duration LATEST = Duration.ofDays(400);

    private static final int MOST = 500;

    private final Accounts accounts;
    private final Changes changes;
    private final Session entities;
    private final Clock clock;

    Assignments(Accounts accounts, Changes changes, Session entities, Clock clock) {
        this.accounts = accounts;
        this.changes = changes;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Assigns a scenario to people; to whom it was assigned before, the day moves and what they did since still counts.
     *
     * @throws Problem INVALID for a day that is over, NOT_FOUND for who or what is not there
     */
    @Transactional
    void assign(UUID scenario, Collection<UUID> agents, LocalDate due, AgentRef by) {
        Instant now = clock.instant();
        if (isOver(due, now)
                || due.isAfter(now.plus(LATEST).atZone(ZoneOffset.UTC).toLocalDate())) {
            throw Problem.invalid("due is a day to come, within " + LATEST.toDays() + " days.");
        }
        if (StoredScenario.expect(scenario).state != StoredScenario.State.APPROVED) {
            throw Problem.conflict("Only what is approved can be assigned.");
        }
        Map<UUID, Colleague> staff = accounts.byId();
        for (UUID agent : agents) {
            Colleague who = staff.get(agent);
            if (who == null || !who.active()) {
                throw Problem.notFound("Nobody who works here has the id " + agent + ".");
            }
            entities.createNativeMutationQuery(
                            """
                            insert into practice_assignment (id, scenario, agent, due, assigned_by, assigned_at)
                            values (:id, :scenario, :agent, :due, :by, :at)
                            on conflict (scenario, agent) do update set due = excluded.due""")
                    .setParameter("id", Ids.next(now))
                    .setParameter("scenario", scenario)
                    .setParameter("agent", agent)
                    .setParameter("due", due)
                    .setParameter("by", by.id())
                    .setParameter("at", now)
                    .executeUpdate();
            changes.record(by, "practice", scenario.toString(), null, Map.of("agent", agent, "due", due.toString()));
        }
    }

    /** Takes one back; again changes nothing. */
    @Transactional
    void takeBack(UUID id) {
        Assignment.deleteById(id);
    }

    /** What is assigned to somebody, the most urgent first. */
    @Transactional
    List<Assignment> of(AgentRef agent) {
        return Assignment.list("agent = ?1 order by due, id", agent.id());
    }

    @Transactional
    List<Assignment> all() {
        return Assignment.<Assignment>find("order by due, id").page(0, MOST).list();
    }

    /** Rehearsals of everybody that are over, and those that run: what managers see of them is what they got. */
    @Transactional
    Map<UUID, List<Attempt>> attemptsByAgent() {
        Map<UUID, List<Attempt>> byAgent = new HashMap<>();
        Attempt.<Attempt>find("order by startedAt desc, id desc")
                .page(0, 2 * MOST)
                .list()
                .forEach(each -> byAgent.computeIfAbsent(each.agent, none -> new ArrayList<>())
                        .add(each));
        return byAgent;
    }

    boolean isLate(Assignment of, Collection<Attempt> attempts) {
        return isOver(of.due, clock.instant()) && attempts.stream().noneMatch(of::isDoneBy);
    }

    private static boolean isOver(LocalDate day, Instant now) {
        return !day.plusDays(1).atStartOfDay().toInstant(LAST).isAfter(now);
    }
}
