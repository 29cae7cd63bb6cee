package dev.ramah.replies;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.State;
import dev.ramah.desk.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * The door to notes that name somebody. They are read from the log, so none is lost with a process; what is kept is only
 * how far each has read.
 */
@ApplicationScoped
class Notes {

    /** Whoever was called longer ago was told some other way. */
    private static final Duration BACK = Duration.ofDays(90);

    private static final int MOST = 100;

    private final Conversations conversations;
    private final Session entities;
    private final Clock clock;

    Notes(Conversations conversations, Session entities, Clock clock) {
        this.conversations = conversations;
        this.entities = entities;
        this.clock = clock;
    }

    /** A note that names somebody and that they have not read. */
    record Mention(UUID conversation, int seq, Instant at, String by, String customer, String text) {}

    /** Those for this reader, the newest first, of conversations that they may read. */
    @Transactional
    List<Mention> unread(Reader reader) {
        UUID me = reader.colleague().id();
        return entities
                .createNativeQuery(
                        """
                        select e.conversation, e.seq, e.at, e.author_name, w.text
                          from entry e
                          join words w on w.conversation = e.conversation and w.seq = e.seq
                          left join mention_read r on r.account = :me and r.conversation = e.conversation
                         where e.kind = 'noted' and (e.facts -> 'mentions') @> cast(:named as jsonb)
                           and e.at >= :from and e.author <> :me and w.text is not null
                           and e.seq > coalesce(r.seq, 0)
                         order by e.at desc limit :most""",
                        Object[].class)
                .setParameter("me", me)
                .setParameter("named", "[\"" + me + "\"]")
                .setParameter("from", clock.instant().minus(BACK))
                .setParameter("most", MOST)
                .getResultList()
                .stream()
                .flatMap(row -> {
                    State state = conversations.find(new ConversationRef((UUID) row[0]));
                    return reader.mayRead(state)
                            ? Stream.of(new Mention(
                                    (UUID) row[0],
                                    (int) row[1],
                                    (Instant) row[2],
                                    (String) row[3],
                                    state.customerName(),
                                    (String) row[4]))
                            : Stream.<Mention>empty();
                })
                .toList();
    }

    /** They have read it up to this entry; what is farther stays. */
    @Transactional
    void read(UUID account, State state, int seq) {
        entities.createNativeMutationQuery(
                        """
                        insert into mention_read (account, conversation, seq) values (:account, :conversation, :seq)
                        on conflict (account, conversation)
                            do update set seq = greatest(mention_read.seq, excluded.seq)""")
                .setParameter("account", account)
                .setParameter("conversation", state.conversation().id())
                .setParameter("seq", Math.min(seq, state.last()))
                .executeUpdate();
    }
}
