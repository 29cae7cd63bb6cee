package dev.ramah.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The log read for what was asked and how it was answered. */
@ApplicationScoped
public class Exchanges {

    private static final String NEWEST =
            """
            with newest as (
                select conversation, episode, max(at) as last from entry
                 where at >= :from and at < :to and kind <> 'rated'
                 group by conversation, episode order by last desc limit :most)
            select %s, c.customer, c.language,
                   (select cast(r.facts ->> 'csat' as int) from entry r
                     where r.conversation = e.conversation and r.kind = 'rated' and r.facts ->> 'csat' is not null
                       and cast(r.facts ->> 'episode' as int) = e.episode
                     order by r.seq desc limit 1)
              from newest n
              join conversation c on c.id = n.conversation
              join entry e on e.conversation = n.conversation and e.episode = n.episode and e.kind <> 'rated'
              left join words w on w.conversation = e.conversation and w.seq = e.seq and e.kind = 'said'
             order by n.last desc, e.conversation, e.episode, e.seq"""
                    .formatted(EntryRow.COLUMNS);

    private static final int CUSTOMER = 12;
    private static final int LANGUAGE = CUSTOMER + 1;
    private static final int CSAT = LANGUAGE + 1;

    private final Session entities;

    Exchanges(Session entities) {
        this.entities = entities;
    }

    /** Episodes with something said or done between these times, the newest first, and so many at most. */
    @Transactional
    public List<Exchange> between(Instant from, Instant to, int most) {
        List<Exchange> exchanges = new ArrayList<>();
        entities.createNativeQuery(NEWEST, Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("most", most)
                .getResultList()
                .forEach(row -> add(row, exchanges));
        return exchanges;
    }

    private static void add(Object[] row, List<Exchange> exchanges) {
        Entry entry = EntryRow.of(row).entry("");
        Exchange last = exchanges.isEmpty() ? null : exchanges.get(exchanges.size() - 1);
        if (last == null || !last.conversation().equals(entry.conversation()) || last.episode() != entry.episode()) {
            last = new Exchange(
                    entry.conversation(),
                    (UUID) row[CUSTOMER],
                    entry.episode(),
                    (String) row[LANGUAGE],
                    new ArrayList<>(),
                    row[CSAT] == null ? 0 : (int) row[CSAT]);
            exchanges.add(last);
        }
        last.entries().add(entry);
    }
}
