package dev.ramah.conversation;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The door to who is in a person's hands: who waits for one, who has one, and how long it took. */
@ApplicationScoped
public class Handovers {

    private final Session entities;

    Handovers(Session entities) {
        this.entities = entities;
    }

    /** Who waits for a person: those who lost theirs first, then by the time they have waited. */
    @Transactional
    public List<State> waiting() {
        return Conversations.states(Conversation.list(
                "turn", Sort.descending("headOfQueue").and("waitingSince").and("id"), Turn.QUEUE));
    }

    @Transactional
    public List<State> heldBy(UUID agent) {
        return Conversations.states(Conversation.list("holder", Sort.by("openedAt"), agent));
    }

    /** Everyone who holds a conversation that does not wait for somebody else, and how many. */
    @Transactional
    public Map<UUID, Integer> held() {
        return entities.createQuery(
                        "select holder, count(*) from Conversation where holder is not null and pendingUntil is null group by holder",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Long) row[1]).intValue()));
    }

    /** What waits for somebody else than us, the next promise first. */
    @Transactional
    public List<State> promised() {
        return Conversation.<Conversation>find(
                        "pendingUntil is not null", Sort.by("pendingUntil").and("id"))
                .stream()
                .map(Conversation::state)
                .toList();
    }

    /** When somebody asked for a person, and when one took over. */
    public record Wait(Instant asked, Instant taken) {}

    /** The waits that ended after this moment. */
    @Transactional
    public List<Wait> waitsSince(Instant moment) {
        return entities
                .createNativeQuery(
                        """
                        select asked, taken from (
                            select (select max(e.at) from entry e
                                     where e.conversation = a.conversation and e.episode = a.episode and e.seq < a.seq
                                       and e.kind in ('escalated', 'transferred', 'requeued')) as asked,
                                   a.at as taken
                              from entry a
                             where a.kind = 'assigned' and a.at > :moment) as waits
                         where asked is not null""",
                        Object[].class)
                .setParameter("moment", moment)
                .getResultList()
                .stream()
                .map(row -> new Wait((Instant) row[0], (Instant) row[1]))
                .toList();
    }
}
