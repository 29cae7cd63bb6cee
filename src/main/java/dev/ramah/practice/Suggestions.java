package dev.ramah.practice;

import dev.ramah.conversation.Harsh;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Finds conversations that were hard for whoever had them. */
@ApplicationScoped
class Suggestions {

    /** As far back as what was true of the shop is still true. */
    private static final Duration RECENT = Duration.ofDays(120);

    /** Newest conversations that are looked through. */
    private static final int LOOKED_THROUGH = 2_000;

    private static final int SHOWN = 30;

    /** Things said in an episode that make it a long one. */
    private static final int LONG = 12;

    /** The highest mark that is a low one. */
    private static final int LOW = 2;

    private static final int PREVIEW = 140;

    private final Session entities;
    private final Clock clock;

    Suggestions(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * An episode that was hard.
     *
     * @param reasons LOW_RATED, ASKED_AGAIN, HANDED_ON (from one person to another), LONG and HANDED_OVER (by the bot), those
     *     that are so
     * @param said how many things were said in it
     */
    record Hard(
            UUID conversation,
            int episode,
            String language,
            Instant at,
            int said,
            @Nullable Integer csat,
            List<String> reasons,
            String preview) {}

    /** The hardest first: by how much was hard about them, then by when they were. */
    @Transactional
    List<Hard> hardest() {
        return entities.createNativeQuery(
                        """
                        with recent as (
                            select id, language from conversation
                             where last > 0 and opened_at >= :since
                             order by id desc limit :most),
                        episodes as (
                            select e.conversation, r.language,
                                   case when e.kind = 'rated' then cast(e.facts ->> 'episode' as int) else e.episode end as episode,
                                   max(e.at) as at,
                                   count(*) filter (where e.kind = 'said') as said,
                                   count(*) filter (where e.kind in ('transferred', 'requeued')) as handed,
                                   count(*) filter (where e.kind = 'escalated') as over,
                                   count(*) filter (where e.kind = 'said' and e.role = 'AGENT') as ours,
                                   min(e.seq) filter (where e.kind = 'said' and e.role = 'CUSTOMER' and not e.erased) as first,
                                   min(cast(e.facts ->> 'csat' as int)) filter (where e.kind = 'rated') as csat
                              from recent r join entry e on e.conversation = r.id
                             group by 1, 2, 3)
                        select e.conversation, e.episode, e.language, e.at, cast(e.said as int), e.csat,
                               cast(e.handed as int),
                               exists (select 1 from repeated x where x.conversation = e.conversation and x.episode = e.episode),
                               w.text, cast(e.over as int)
                          from episodes e
                          left join words w on w.conversation = e.conversation and w.seq = e.first
                         where e.ours > 0 and e.first is not null
                           and not exists (select 1 from practice_scenario s
                                            where s.source = e.conversation and s.episode = e.episode)""",
                        Object[].class)
                .setParameter("since", clock.instant().minus(RECENT))
                .setParameter("most", LOOKED_THROUGH)
                .getResultStream()
                .map(Suggestions::hard)
                .filter(each -> !each.reasons().isEmpty())
                .sorted(Comparator.comparing((Hard each) -> -each.reasons().size())
                        .thenComparing(Hard::at, Comparator.reverseOrder()))
                .limit(SHOWN)
                .toList();
    }

    private static Hard hard(Object[] row) {
        @Nullable Integer csat = (Integer) row[5];
        int said = (Integer) row[4];
        List<String> reasons = new ArrayList<>();
        if (csat != null && csat <= LOW) {
            reasons.add("LOW_RATED");
        }
        if ((Boolean) row[7]) {
            reasons.add("ASKED_AGAIN");
        }
        if ((Integer) row[6] > 0) {
            reasons.add("HANDED_ON");
        }
        if (said >= LONG) {
            reasons.add("LONG");
        }
        if ((Integer) row[9] > 0) {
            reasons.add("HANDED_OVER");
        }
        String words = row[8] == null ? "" : Harsh.mild((String) row[8]);
        return new Hard(
                (UUID) row[0],
                (Integer) row[1],
                (String) row[2],
                (Instant) row[3],
                said,
                csat,
                List.copyOf(reasons),
                words.length() <= PREVIEW ? words : words.substring(0, PREVIEW) + "…");
    }
}
