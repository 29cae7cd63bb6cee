package dev.ramah.conversation;

import dev.ramah.customer.Guest;
import dev.ramah.customer.Moves;
import dev.ramah.platform.Database;
import dev.ramah.platform.Forgets;
import dev.ramah.platform.Problem;
import dev.ramah.staff.AgentRef;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * The door to who may not write for a while. Every message asks, so those who may not are in memory: a node that did not
 * block somebody itself hears of it when the customer does, from the log, and looks every two seconds besides. A block is
 * over when its time is, without anybody doing anything.
 */
@ApplicationScoped
public class Blocks implements Forgets, Listens, Moves {

    private volatile Map<UUID, Instant> until = Map.of();

    private final Session entities;
    private final Clock clock;

    Blocks(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * A block that counts.
     *
     * @param agent who made it
     */
    public record Block(UUID customer, UUID agent, Instant until, String reason) {

        /** Says until when and why. */
        Problem refusal() {
            return Problem.forbidden("You can write here again after " + until + ". The reason: " + reason);
        }
    }

    /** @throws Problem FORBIDDEN while this customer is blocked; why stands in their conversation */
    void check(UUID customer) {
        Instant end = until.get(customer);
        if (end != null && end.isAfter(clock.instant())) {
            throw Problem.forbidden("You can write here again after " + end + ".");
        }
    }

    /** The block of this customer, if there is one now. */
    @Transactional
    public Optional<Block> of(UUID customer) {
        return entities.createNativeQuery(
                        "select agent, until, reason from blocked where customer = :customer and until > :now",
                        Object[].class)
                .setParameter("customer", customer)
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(row -> new Block(customer, (UUID) row[0], (Instant) row[1], (String) row[2]))
                .findFirst();
    }

    /** From now on until then; a longer or shorter one takes the place of what was. */
    @Transactional
    public void keep(State state, AgentRef by, Instant end, String reason) {
        entities.createNativeMutationQuery(
                        """
                        insert into blocked (customer, conversation, agent, at, until, reason)
                            values (:customer, :conversation, :agent, :at, :until, :reason)
                            on conflict (customer) do update set conversation = excluded.conversation,
                                   agent = excluded.agent, at = excluded.at, until = excluded.until, reason = excluded.reason""")
                .setParameter("customer", state.customer())
                .setParameter("conversation", state.conversation().id())
                .setParameter("agent", by.id())
                .setParameter("at", clock.instant())
                .setParameter("until", end)
                .setParameter("reason", reason)
                .executeUpdate();
    }

    /** They may write again. */
    @Transactional
    public void end(UUID customer) {
        entities.createNativeMutationQuery(
                        "update blocked set until = :now where customer = :customer and until > :now")
                .setParameter("customer", customer)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Who was told that they are blocked writes no more from then on, at whatever node. */
    @Override
    public void told(Told told) {
        for (Entry each : told.entries()) {
            if (each.what() instanceof Happened.Blocked blocked) {
                Map<UUID, Instant> now = new HashMap<>(until);
                now.put(told.state().customer(), Instant.parse(blocked.until()));
                until = Map.copyOf(now);
            }
        }
    }

    @Override
    public boolean cares(ConversationRef conversation, Set<String> kinds) {
        return kinds.contains("blocked");
    }

    /** Reads who is blocked now; whoever has just changed it asks for it at once. Some are still known as who they were. */
    @Transactional
    public void read() {
        until = entities
                .createNativeQuery(
                        """
                        select customer, until from blocked where until > :now
                        union all
                        select was.id, until from blocked join customer was on was.merged_into = customer
                         where until > :now""",
                        Object[].class)
                .setParameter("now", clock.instant())
                .getResultList()
                .stream()
                .collect(Collectors.toUnmodifiableMap(row -> (UUID) row[0], row -> (Instant) row[1]));
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void readAgain() {
        Database.ifThere(this::read);
    }

    /** Of two blocks the longer one counts. */
    @Override
    @Transactional
    public void move(UUID from, Guest to) {
        entities.createNativeMutationQuery(
                        """
                        with gone as (delete from blocked where customer = :from returning *)
                        insert into blocked (customer, conversation, agent, at, until, reason)
                            select :to, conversation, agent, at, until, reason from gone
                            on conflict (customer) do update set conversation = excluded.conversation,
                                   agent = excluded.agent, at = excluded.at, until = excluded.until, reason = excluded.reason
                                where excluded.until > blocked.until""")
                .setParameter("from", from)
                .setParameter("to", to.id())
                .executeUpdate();
    }

    @Override
    @Transactional
    public void forget(UUID customer) {
        entities.createNativeMutationQuery("update blocked set reason = '' where customer = :customer")
                .setParameter("customer", customer)
                .executeUpdate();
    }
}
