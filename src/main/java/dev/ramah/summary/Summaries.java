package dev.ramah.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.platform.Forgets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The door to summaries that were made: for each hand-over one in a language, asked for once. */
@ApplicationScoped
public class Summaries implements Forgets {

    private final Session entities;
    private final ObjectMapper json;
    private final Clock clock;

    Summaries(Session entities, ObjectMapper json, Clock clock) {
        this.entities = entities;
        this.json = json;
        this.clock = clock;
    }

    /** All of this conversation. */
    @Transactional
    public List<Summary> of(ConversationRef conversation) {
        return entities
                .createNativeQuery(
                        """
                        select cast(words as text) from summary
                         where conversation = :conversation and words is not null order by seq, language""",
                        String.class)
                .setParameter("conversation", conversation.id())
                .getResultList()
                .stream()
                .map(this::summary)
                .toList();
    }

    /** Whether it is for this node to make it: whoever asks first does, and nobody asks a model twice. */
    @Transactional
    boolean claim(ConversationRef conversation, int seq, String language) {
        return entities.createNativeMutationQuery(
                                """
                                insert into summary (conversation, seq, language, at)
                                values (:conversation, :seq, :language, :at) on conflict do nothing""")
                        .setParameter("conversation", conversation.id())
                        .setParameter("seq", seq)
                        .setParameter("language", language)
                        .setParameter("at", clock.instant())
                        .executeUpdate()
                == 1;
    }

    /** Keeps it, unless words that it is from were erased while it was written; says whether it did. */
    @Transactional
    boolean keep(ConversationRef conversation, Summary summary) {
        // Whoever erases holds this row.
        entities.createNativeQuery("select id from conversation where id = :conversation for share", UUID.class)
                .setParameter("conversation", conversation.id())
                .getResultList();
        long erased = entities.createNativeQuery(
                        """
                        select count(*) from entry
                         where conversation = :conversation and erased and seq = any(:from)""",
                        Long.class)
                .setParameter("conversation", conversation.id())
                .setParameter("from", summary.entries().toArray(Integer[]::new))
                .getSingleResult();
        return erased == 0
                && entities.createNativeMutationQuery(
                                        """
                                        update summary set words = cast(:words as jsonb)
                                         where conversation = :conversation and seq = :seq and language = :language""")
                                .setParameter("words", words(summary))
                                .setParameter("conversation", conversation.id())
                                .setParameter("seq", summary.seq())
                                .setParameter("language", summary.language())
                                .executeUpdate()
                        == 1;
    }

    /** That they were made stays, so that none is made of what is left. */
    @Override
    @Transactional
    public void forget(UUID customer) {
        List<UUID> theirs = entities.createNativeQuery(
                        "select id from conversation where customer = :customer order by id for update", UUID.class)
                .setParameter("customer", customer)
                .getResultList();
        entities.createNativeMutationQuery("update summary set words = null where conversation = any(:theirs)")
                .setParameter("theirs", theirs.toArray(UUID[]::new))
                .executeUpdate();
    }

    private String words(Summary summary) {
        try {
            return json.writeValueAsString(summary);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Summary summary(String words) {
        try {
            return json.readValue(words, Summary.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A summary that was kept can't be read", e);
        }
    }
}
