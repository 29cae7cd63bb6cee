package dev.ramah.desk;

import dev.ramah.conversation.State;
import dev.ramah.platform.HouseClock;
import dev.ramah.routing.Weights;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The door to who is spared for a while: after a conversation that they confirmed was abusive, or after heavy ones in a
 * row. Times are the database's, since any node may give or end what another began.
 */
@ApplicationScoped
class Reliefs {

    /** Heavy conversations further apart than this are not in a row: there was a night between them. */
    private static final Duration SHIFT = Duration.ofHours(12);

    private final Session entities;
    private final Accounts accounts;
    private final Settings settings;
    private final ReliefSetting setting;
    private final Needs needs;
    private final HouseClock clock;

    Reliefs(
            Session entities,
            Accounts accounts,
            Settings settings,
            ReliefSetting setting,
            Needs needs,
            HouseClock clock) {
        this.entities = entities;
        this.accounts = accounts;
        this.settings = settings;
        this.setting = setting;
        this.needs = needs;
        this.clock = clock;
    }

    /**
     * What somebody has now.
     *
     * @param until the end of a pause; null for an easier one
     */
    record Given(Relief relief, @Nullable Instant until) {

        boolean isPause() {
            return relief == Relief.PAUSE;
        }
    }

    /** Everybody who has something. */
    @Transactional
    Map<UUID, Given> now() {
        return entities
                .createNativeQuery(
                        "select agent, relief, until from relief where not over and (until is null or until > :now)",
                        Object[].class)
                .setParameter("now", clock.now())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> (UUID) row[0], row -> new Given(Relief.valueOf((String) row[1]), (Instant) row[2])));
    }

    /** Those to whom nothing is offered now. */
    @Transactional
    Set<UUID> pausing() {
        return now().entrySet().stream()
                .filter(each -> each.getValue().isPause())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether somebody has confirmed that this episode was abusive. */
    @Transactional
    boolean isAbusive(State state) {
        return !entities.createNativeQuery(
                        "select 1 from abusive where conversation = :conversation and episode = :episode",
                        Integer.class)
                .setParameter("conversation", state.conversation().id())
                .setParameter("episode", state.episode())
                .getResultList()
                .isEmpty();
    }

    /** Whoever holds it says that it is abusive; said twice is said once. */
    @Transactional
    void confirm(State state, Colleague who) {
        int first = entities.createNativeMutationQuery(
                        """
                        insert into abusive (conversation, episode, agent, at) values (:conversation, :episode, :agent, :at)
                            on conflict do nothing""")
                .setParameter("conversation", state.conversation().id())
                .setParameter("episode", state.episode())
                .setParameter("agent", who.id())
                .setParameter("at", clock.now())
                .executeUpdate();
        if (first == 1) {
            give(who, "ABUSIVE");
        }
    }

    /** They are done with one: if it was the last of too many heavy ones in a row they are spared. */
    @Transactional
    void doneWithOne(UUID agent) {
        ReliefRules rules = settings.of(setting);
        Optional<Colleague> spared = accounts.find(agent).filter(who -> rules.of(who) != Relief.NOTHING);
        if (spared.isEmpty()) {
            // Whatever they had, nothing would follow from it.
            return;
        }
        long heavy = entities.createNativeQuery(
                        """
                        select count(*) filter (where heavy)
                          from (select (e.reason in ('UPSET', 'DANGER') or e.said >= :lengthy) as heavy
                                  from (select a.conversation, a.at,
                                               (select max(x.facts ->> 'reason') from entry x
                                                 where x.conversation = a.conversation and x.episode = a.episode
                                                   and x.kind = 'escalated' and x.facts ->> 'reason' in ('UPSET', 'DANGER')) as reason,
                                               (select count(*) from entry x
                                                 where x.conversation = a.conversation and x.episode = a.episode
                                                   and x.kind = 'said' and x.role <> 'BOT') as said
                                          from entry a
                                          join conversation c on c.id = a.conversation
                                         where a.kind = 'assigned' and a.author = :agent and a.at > :since
                                           and a.at > coalesce((select r.began from relief r where r.agent = :agent), :since)
                                           and c.holder is distinct from :agent
                                         order by a.at desc limit :most) as e) as latest""",
                        Long.class)
                .setParameter("lengthy", needs.rules().weights().lengthyAfterMessages())
                .setParameter("agent", agent)
                .setParameter("since", clock.now().minus(SHIFT))
                .setParameter("most", rules.heavyInARow())
                .getSingleResult();
        if (heavy >= rules.heavyInARow()) {
            give(spared.get(), "HEAVY");
        }
    }

    private void give(Colleague who, String why) {
        ReliefRules rules = settings.of(setting);
        Relief relief = rules.of(who);
        if (relief == Relief.NOTHING) {
            return;
        }
        Instant now = clock.now();
        entities.createNativeMutationQuery(
                        """
                        insert into relief (agent, relief, began, until, why, over) values (:agent, :relief, :now, :until, :why, false)
                            on conflict (agent) do update set relief = excluded.relief, began = excluded.began,
                                   until = excluded.until, why = excluded.why, over = false""")
                .setParameter("agent", who.id())
                .setParameter("relief", relief.name())
                .setParameter("now", now)
                .setParameter(
                        "until",
                        relief == Relief.PAUSE ? now.plus(Duration.ofMinutes(rules.pauseMinutes())) : null,
                        Instant.class)
                .setParameter("why", why)
                .executeUpdate();
    }

    /** They have taken one: if it is an ordinary one, that was the easier one. */
    @Transactional
    void took(UUID agent, int weight) {
        if (!Weights.isHeavy(weight)) {
            end(agent, "relief = 'EASIER'");
        }
    }

    /** They go on by themselves. */
    @Transactional
    void over(UUID agent) {
        end(agent, "true");
    }

    private void end(UUID agent, String which) {
        entities.createNativeMutationQuery(
                        "update relief set over = true where agent = :agent and not over and " + which)
                .setParameter("agent", agent)
                .executeUpdate();
    }
}
