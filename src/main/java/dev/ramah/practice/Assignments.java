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
import java.util.Collection;
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

    /**
     * What is assigned to these people and how far they are with it, the most urgent first.
     *
     * @param usual by what it is passed where a scenario has no marking of its own
     */
    @Transactional
    List<Standing> of(Collection<UUID> agents, Marking usual) {
        Instant now = clock.instant();
        return entities.createNativeQuery(
                        """
                        select s.id, s.scenario, s.agent, p.plot ->> 'title', cast(s.due as text), p.state <> 'APPROVED',
                               count(a.id) > 0,
                               coalesce(bool_or(a.score >= coalesce(cast(a.plot -> 'marking' ->> 'passes' as int), :passes)),
                                        false)
                          from practice_assignment s
                          join practice_scenario p on p.id = s.scenario
                          left join practice_attempt a
                            on a.agent = s.agent and a.scenario = s.scenario
                               and a.ended_at is not null and a.started_at >= s.assigned_at
                         where s.agent = any(:agents)
                         group by s.id, p.id
                         order by s.due, s.id""",
                        Object[].class)
                .setParameter("agents", agents.toArray(UUID[]::new))
                .setParameter("passes", usual.passes())
                .getResultStream()
                .map(each -> standing(each, now))
                .toList();
    }

    private static Standing standing(Object[] row, Instant now) {
        LocalDate due = LocalDate.parse((String) row[4]);
        boolean waits = (Boolean) row[5];
        boolean done = (Boolean) row[6];
        return new Standing(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (String) row[3],
                due,
                waits,
                done,
                (Boolean) row[7],
                !done && !waits && isOver(due, now));
    }

    private static boolean isOver(LocalDate day, Instant now) {
        return !day.plusDays(1).atStartOfDay().toInstant(LAST).isAfter(now);
    }
}
