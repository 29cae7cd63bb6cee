package dev.ramah.replies;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Exchanges;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Listens;
import dev.ramah.conversation.Told;
import dev.ramah.customer.Forgotten;
import dev.ramah.language.SentenceModel;
import dev.ramah.language.Vector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What people have solved before, by what it was about. Kept in memory only, and read anew when something was solved,
 * rated or forgotten, so that whoever is forgotten is forgotten here.
 */
@ApplicationScoped
class Experience implements Listens {

    /** Further back it was another shop. */
    private static final Duration BACK = Duration.ofDays(180);

    /** Episodes looked at, the newest. */
    private static final int EPISODES = 1_000;

    /** Questions kept, the newest; each takes 10 ms once and a comparison with every question. */
    private static final int MOST = 500;

    /** So many are understood while somebody waits; the others with the next ones. */
    private static final int AT_ONCE = 30;

    /** As near as two questions that the gaps of the articles take for one. */
    private static final double NEAR = 0.85;

    /** Meaning alone is easily deceived, most of all in languages that the model was not made for. */
    private static final double SHARED = 0.25;

    private final Exchanges exchanges;
    private final SentenceModel model;
    private final Clock clock;
    private final AtomicBoolean stale = new AtomicBoolean(true);
    private Map<Solved, Vector> known = Map.of();

    Experience(Exchanges exchanges, SentenceModel model, Clock clock) {
        this.exchanges = exchanges;
        this.model = model;
        this.clock = clock;
    }

    @Override
    public void told(Told told) {
        if (told.entries().stream()
                .anyMatch(each -> each.what() instanceof Happened.Resolved || each.what() instanceof Happened.Rated)) {
            stale.set(true);
        }
    }

    @Override
    public boolean cares(ConversationRef conversation, Set<String> kinds) {
        return !Collections.disjoint(kinds, Set.of("resolved", "rated"));
    }

    void forgotten(@Observes Forgotten customer) {
        stale.set(true);
    }

    /** Those with a near question in this language, the nearest first. */
    synchronized List<Solved> near(String question, String language) {
        if (stale.getAndSet(false)) {
            read();
        }
        Vector meaning = model.meaning(question);
        return known.entrySet().stream()
                .filter(each -> each.getKey().language().equals(language))
                .filter(each ->
                        each.getValue().cosine(meaning) >= NEAR && each.getKey().shares(question) >= SHARED)
                .sorted(Comparator.<Map.Entry<Solved, Vector>>comparingDouble(
                                each -> each.getValue().cosine(meaning))
                        .reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void read() {
        Instant now = clock.instant();
        List<Solved> solved = exchanges.between(now.minus(BACK), now.plusSeconds(1), EPISODES).stream()
                .flatMap(each -> Solved.of(each).stream())
                .limit(MOST)
                .toList();
        Map<Solved, Vector> read = new HashMap<>();
        int understood = 0;
        for (Solved each : solved) {
            Vector before = known.get(each);
            if (before != null) {
                read.put(each, before);
            } else if (understood < AT_ONCE) {
                read.put(each, model.meaning(each.asked()));
                understood++;
            } else {
                stale.set(true);
            }
        }
        known = read;
    }
}
