package dev.ramah.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The log read by episodes instead of by conversations. */
@ApplicationScoped
public class Episodes {

    /** Rows that travel from the database at once: a report over a year must not lie in memory as rows. */
    private static final int FETCHED = 1_000;

    /** A rating says itself which episode it is about; everything else belongs to the one it happened in. */
    private static final String TOUCHED =
            """
            with touched as (
                select distinct conversation,
                       case when kind = 'rated' then cast(facts ->> 'episode' as int) else episode end as episode
                  from entry
                 where at >= :from and at < :to)
            select %s, t.episode as of, c.language
              from touched t
              join conversation c on c.id = t.conversation
              join entry e on e.conversation = t.conversation
               and t.episode = case when e.kind = 'rated' then cast(e.facts ->> 'episode' as int) else e.episode end
              left join words w on e.kind = 'rated' and w.conversation = e.conversation and w.seq = e.seq
             order by e.conversation, t.episode, e.seq"""
                    .formatted(EntryRow.COLUMNS);

    /** Where the episode and the language stand in a row, behind the entry. */
    private static final int OF = 12;

    private static final int LANGUAGE = OF + 1;

    private final Session entities;

    Episodes(Session entities) {
        this.entities = entities;
    }

    /**
     * Whole episodes, also what lies outside of these times, of which at least one entry lies within: {@code from}
     * included, {@code to} not. Each is folded as it arrives.
     */
    @Transactional
    public <T> List<T> touched(Instant from, Instant to, Function<EpisodeLog, T> fold) {
        List<T> folded = new ArrayList<>();
        try (Stream<Object[]> rows = entities.createNativeQuery(TOUCHED, Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setFetchSize(FETCHED)
                .getResultStream()) {
            @Nullable EpisodeLog open = null;
            for (Iterator<Object[]> each = rows.iterator(); each.hasNext(); ) {
                Object[] row = each.next();
                if (open == null || !isOf(open, row)) {
                    if (open != null) {
                        folded.add(fold.apply(open));
                    }
                    open = begin(row);
                }
                open.entries().add(EntryRow.of(row).entry(""));
            }
            if (open != null) {
                folded.add(fold.apply(open));
            }
        }
        return folded;
    }

    private static boolean isOf(EpisodeLog episode, Object[] row) {
        return episode.conversation().id().equals(row[0]) && episode.episode() == (int) row[OF];
    }

    private static EpisodeLog begin(Object[] row) {
        return new EpisodeLog(
                new ConversationRef((UUID) row[0]), (int) row[OF], (String) row[LANGUAGE], new ArrayList<>());
    }
}
