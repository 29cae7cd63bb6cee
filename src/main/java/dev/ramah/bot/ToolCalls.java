package dev.ramah.bot;

import dev.ramah.customer.Guest;
import dev.ramah.customer.Moves;
import dev.ramah.platform.Exports;
import dev.ramah.platform.Forgets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The log of what was looked up at the shop for whom; the arguments may hold a customer's words. */
@ApplicationScoped
class ToolCalls implements Forgets, Exports, Moves {

    /** @param status of the HTTP answer; null where there was none */
    record Call(
            UUID conversation,
            UUID customer,
            String tool,
            String arguments,
            String outcome,
            @Nullable Integer status,
            long millis) {}

    record Looked(String tool, String arguments, String outcome, Instant at) {}

    private final Session entities;
    private final Clock clock;

    ToolCalls(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional
    void made(Call call) {
        entities.createNativeMutationQuery(
                        "insert into tool_call (conversation, customer, tool, arguments, outcome, status, millis, at)"
                                + " values (?1, ?2, ?3, ?4, ?5, cast(?6 as integer), ?7, ?8)")
                .setParameter(1, call.conversation())
                .setParameter(2, call.customer())
                .setParameter(3, call.tool())
                .setParameter(4, call.arguments())
                .setParameter(5, call.outcome())
                .setParameter(6, call.status() == null ? null : String.valueOf(call.status()))
                .setParameter(7, call.millis())
                .setParameter(8, clock.instant())
                .executeUpdate();
    }

    @Override
    public String name() {
        return "looked up";
    }

    @Override
    public List<Looked> export(UUID customer) {
        return entities
                .createNativeQuery(
                        "select tool, arguments, outcome, at from tool_call where customer = ?1 order by id",
                        Object[].class)
                .setParameter(1, customer)
                .getResultList()
                .stream()
                .map(row -> new Looked((String) row[0], (String) row[1], (String) row[2], (Instant) row[3]))
                .toList();
    }

    @Override
    @Transactional
    public void move(UUID from, Guest to) {
        entities.createNativeMutationQuery("update tool_call set customer = ?1 where customer = ?2")
                .setParameter(1, to.id())
                .setParameter(2, from)
                .executeUpdate();
    }

    @Override
    @Transactional
    public void forget(UUID customer) {
        entities.createNativeMutationQuery("update tool_call set arguments = '{}' where customer = ?1")
                .setParameter(1, customer)
                .executeUpdate();
    }
}
