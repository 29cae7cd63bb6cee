package dev.ramah.desk;

import dev.ramah.desk.Floor.Availability;
import dev.ramah.platform.HouseClock;
import dev.ramah.platform.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The door to who of staff is there, at any node. Each node brings those who sit at it, again and again. */
@ApplicationScoped
class Attendances {

    private final Node node;
    private final Session entities;
    private final HouseClock clock;

    Attendances(Node node, Session entities, HouseClock clock) {
        this.node = node;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * A member of staff who has been there at least once.
     *
     * @param here whether they sit at a node that is alive
     * @param goneSince null while they are here, and where nobody has noticed yet that they aren't
     * @param why why they are away, as far as they said
     */
    record Present(
            UUID agent,
            Availability chosen,
            boolean here,
            Instant idleSince,
            @Nullable Instant goneSince,
            @Nullable Absence why) {}

    private record Row(Present present, boolean atThisNode) {

        boolean isAsItIs(Set<UUID> sitting) {
            return atThisNode == sitting.contains(present.agent) && present.here == (present.goneSince == null);
        }
    }

    /** Everyone, after it was written down who sits at this node now. Usually nothing has changed and it only reads. */
    @Transactional
    List<Present> with(Set<UUID> sitting) {
        List<Row> rows = rows();
        Set<UUID> known = rows.stream().map(each -> each.present.agent).collect(Collectors.toSet());
        if (!known.containsAll(sitting) || !rows.stream().allMatch(each -> each.isAsItIs(sitting))) {
            write(sitting);
            rows = rows();
        }
        return rows.stream().map(Row::present).toList();
    }

    private List<Row> rows() {
        return entities
                .createNativeQuery(
                        """
                        select p.agent, p.chosen, p.idle_since, p.gone_since, p.why,
                               exists (select from attendance a where a.agent = p.agent),
                               exists (select from attendance a where a.agent = p.agent and a.node = :node)
                          from presence p""",
                        Object[].class)
                .setParameter("node", node.id())
                .getResultList()
                .stream()
                .map(row -> new Row(
                        new Present(
                                (UUID) row[0],
                                Availability.valueOf((String) row[1]),
                                (Boolean) row[5],
                                (Instant) row[2],
                                (Instant) row[3],
                                row[4] == null ? null : Absence.valueOf((String) row[4])),
                        (Boolean) row[6]))
                .toList();
    }

    /** A node that was taken for dead has no row; what it brings counts when it has come in again. */
    private void write(Set<UUID> sitting) {
        UUID[] agents = sitting.toArray(UUID[]::new);
        Instant now = clock.now();
        entities.createNativeMutationQuery(
                        """
                        insert into presence (agent, chosen, idle_since)
                            select agent, 'ONLINE', :now from unnest(cast(:agents as uuid[])) as sitting (agent)
                             order by agent
                            on conflict do nothing""")
                .setParameter("now", now)
                .setParameter("agents", agents)
                .executeUpdate();
        entities.createNativeMutationQuery(
                        """
                        insert into attendance (node, agent)
                            select n.id, agent from node n, unnest(cast(:agents as uuid[])) as sitting (agent)
                             where n.id = :node
                            on conflict do nothing""")
                .setParameter("node", node.id())
                .setParameter("agents", agents)
                .executeUpdate();
        entities.createNativeMutationQuery(
                        "delete from attendance where node = :node and agent <> all (cast(:agents as uuid[]))")
                .setParameter("node", node.id())
                .setParameter("agents", agents)
                .executeUpdate();
        // Rows that another node is changing are left to it, so that two never wait for each other in a circle.
        entities.createNativeMutationQuery(
                        """
                        update presence set gone_since = case when here then null else cast(:now as timestamptz) end
                          from (select p.agent as who, exists (select from attendance a where a.agent = p.agent) as here
                                  from presence p for update of p skip locked) as seen
                         where agent = who and here <> (gone_since is null)""")
                .setParameter("now", now)
                .executeUpdate();
    }

    /** What they say of themselves from now on; it is also written down that they said so. */
    @Transactional
    void choose(UUID agent, Availability availability, @Nullable Absence why) {
        entities.createNativeMutationQuery(
                        """
                        with said as (insert into status_said (agent, at, chosen, why)
                                          values (:agent, :now, :chosen, cast(:why as text)) on conflict do nothing)
                        update presence set chosen = :chosen, why = cast(:why as text) where agent = :agent""")
                .setParameter("chosen", availability.name())
                .setParameter("why", why == null ? null : why.name())
                .setParameter("now", clock.now())
                .setParameter("agent", agent)
                .executeUpdate();
    }

    /** They finished something then; every node that hears of it may say so. */
    @Transactional
    void busyUntil(UUID agent, Instant moment) {
        entities.createNativeMutationQuery(
                        "update presence set idle_since = greatest(idle_since, :moment) where agent = :agent")
                .setParameter("moment", moment)
                .setParameter("agent", agent)
                .executeUpdate();
    }
}
