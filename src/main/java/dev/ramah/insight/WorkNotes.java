package dev.ramah.insight;

import dev.ramah.conversation.Conversations;
import dev.ramah.platform.Forgets;
import dev.ramah.staff.AgentRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** The door to what people note about episodes that they were in. They are about customers too, and go with them. */
@ApplicationScoped
class WorkNotes implements Forgets {

    private final StatelessSession session;
    private final Conversations conversations;
    private final Clock clock;

    WorkNotes(StatelessSession session, Conversations conversations, Clock clock) {
        this.session = session;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** Theirs, of these conversations. */
    @Transactional
    Map<Episode.Id, String> of(AgentRef agent, Collection<UUID> in) {
        return session.createNativeQuery(
                        "select conversation, number, text from work_note where agent = :agent and conversation = any(:in)",
                        Object[].class)
                .setParameter("agent", agent.id())
                .setParameter("in", in.toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> new Episode.Id((UUID) row[0], (Integer) row[1]), row -> (String) row[2]));
    }

    /** Notes it in place of what they noted before; an empty text takes that away. */
    @Transactional
    void write(AgentRef agent, Episode.Id about, String text) {
        if (text.isEmpty()) {
            session.createNativeMutationQuery(
                            "delete from work_note where agent = :agent and conversation = :conversation and number = :number")
                    .setParameter("agent", agent.id())
                    .setParameter("conversation", about.conversation())
                    .setParameter("number", about.number())
                    .executeUpdate();
            return;
        }
        session.createNativeMutationQuery(
                        """
                        insert into work_note (agent, conversation, number, text, written_at)
                        values (:agent, :conversation, :number, :text, :now)
                            on conflict (agent, conversation, number)
                            do update set text = excluded.text, written_at = excluded.written_at""")
                .setParameter("agent", agent.id())
                .setParameter("conversation", about.conversation())
                .setParameter("number", about.number())
                .setParameter("text", text)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Override
    @Transactional
    public void forget(UUID customer) {
        UUID[] theirs = conversations.ofCustomer(customer).stream()
                .map(each -> each.conversation().id())
                .toArray(UUID[]::new);
        session.createNativeMutationQuery("delete from work_note where conversation = any(:theirs)")
                .setParameter("theirs", theirs)
                .executeUpdate();
    }
}
