package dev.ramah.conversation;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an entry lies in the database: a skeleton that stays, and the words beside it that can be erased. Written by
 * {@link Ink}.
 */
record EntryRow(
        UUID conversation,
        int seq,
        int episode,
        String kind,
        Role role,
        @Nullable UUID author,
        @Nullable String authorName,
        Instant at,
        @Nullable String clientId,
        String facts,
        @Nullable String words,
        boolean erased) {

    /** What to select, of {@code entry e left join words w}, for {@link #of}. */
    static final String COLUMNS =
            """
            e.conversation, e.seq, e.episode, e.kind, e.role, e.author, e.author_name, e.at, e.client_id,
            cast(e.facts as text), w.text, e.erased""";

    static EntryRow of(Object[] row) {
        return new EntryRow(
                (UUID) row[0],
                (int) row[1],
                (int) row[2],
                (String) row[3],
                Role.valueOf((String) row[4]),
                (UUID) row[5],
                (String) row[6],
                (Instant) row[7],
                (String) row[8],
                (String) row[9],
                (String) row[10],
                (boolean) row[11]);
    }

    /** The entry; the customer is called by the name of now, for the log keeps no names of customers. */
    Entry entry(String customerName) {
        return entry(customerName, HappenedJson.join(kind, facts, words));
    }

    /** The same, where it is known what happened. */
    Entry entry(String customerName, Happened what) {
        return new Entry(new ConversationRef(conversation), seq, episode, at, by(customerName), clientId, what, erased);
    }

    private Author by(String customerName) {
        return switch (role) {
            case CUSTOMER -> Author.customer(customerName);
            case BOT -> Author.bot();
            case SYSTEM -> Author.system();
            case AGENT -> Author.agent(Objects.requireNonNull(author), String.valueOf(authorName));
        };
    }
}
