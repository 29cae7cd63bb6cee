package dev.ramah.desk;

import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.State;
import dev.ramah.knowledge.Articles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;

/** The door to what customers got in touch about: suggestions, so that one tap is enough and reports have few words. */
@ApplicationScoped
class Reasons {

    private static final int MOST = 6;

    private static final Duration LATELY = Duration.ofDays(30);

    private final Articles articles;
    private final Session entities;
    private final Clock clock;

    Reasons(Articles articles, Session entities, Clock clock) {
        this.articles = articles;
        this.entities = entities;
        this.clock = clock;
    }

    /** The topics of the articles that this episode touched, then the reasons that were used most in the last month. */
    @Transactional
    List<String> suggestedFor(State state, List<Entry> log) {
        Map<String, Set<String>> tags = articles.tags();
        Set<String> suggested = new LinkedHashSet<>();
        log.stream()
                .filter(each -> each.episode() == state.episode() && each.what() instanceof Happened.Said)
                .flatMap(each -> ((Happened.Said) each.what()).citations().stream())
                .forEach(each -> suggested.addAll(tags.getOrDefault(each.article(), Set.of())));
        if (suggested.size() < MOST) {
            suggested.addAll(usedMost());
        }
        tags.values().forEach(suggested::addAll);
        return suggested.stream().limit(MOST).toList();
    }

    private List<String> usedMost() {
        return entities.createNativeQuery(
                        """
                        select facts ->> 'reason' from entry
                         where kind = 'tagged' and at >= :since
                         group by 1 order by count(*) desc, 1 limit :most""",
                        String.class)
                .setParameter("since", clock.instant().minus(LATELY))
                .setParameter("most", MOST)
                .getResultList();
    }
}
