package dev.ramah.bot;

import dev.ramah.conversation.Exchanges;
import dev.ramah.knowledge.ClosedGap;
import dev.ramah.knowledge.Edition;
import dev.ramah.knowledge.Library;
import dev.ramah.knowledge.Proposals;
import dev.ramah.language.SentenceModel;
import dev.ramah.language.Vector;
import dev.ramah.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What customers ask and the articles do not answer well: read from the log each time, so that a customer who is
 * forgotten is forgotten here. Only what their questions mean is remembered, in memory, as long as they are there.
 */
@ApplicationScoped
class Gaps {

    /** Further back it was another shop. */
    static final int MOST_DAYS = 365;

    // Episodes looked at, the newest: a busy shop sees its gaps in fewer.
    private static final int EPISODES = 5_000;

    // Questions grouped, the newest: each takes 10 ms once and a comparison with every group.
    private static final int QUESTIONS = 1_000;

    // Examples that an article begins with; more of one kind teach little.
    private static final int EXAMPLES = 10;

    private final Exchanges exchanges;
    private final SentenceModel model;
    private final Library library;
    private final Proposals proposals;
    private final Clock clock;
    private Map<String, Vector> known = Map.of();

    Gaps(Exchanges exchanges, SentenceModel model, Library library, Proposals proposals, Clock clock) {
        this.exchanges = exchanges;
        this.model = model;
        this.library = library;
        this.proposals = proposals;
        this.clock = clock;
    }

    /** The heaviest first, of these last days; what was asked before its article came is no gap any more. */
    List<Gap> of(int days) {
        List<Miss> misses = misses(days);
        Map<String, Vector> meanings = meanings(misses);
        List<ClosedGap> closed = proposals.closed();
        Edition articles = library.current();
        List<Miss> open = misses.stream()
                .filter(miss -> closed.stream()
                        .noneMatch(each ->
                                miss.at().isBefore(each.publishedAt()) && isAbout(each, miss, meanings, articles)))
                .toList();
        return Gap.of(open, meanings);
    }

    /** @throws Problem NOT_FOUND when its question is not among those of these days any more */
    Gap find(String id, int days) {
        return of(days).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("These questions are not there any more."));
    }

    private List<Miss> misses(int days) {
        Instant now = clock.instant();
        return exchanges.between(now.minus(Duration.ofDays(days)), now.plusSeconds(1), EPISODES).stream()
                .flatMap(each -> Miss.of(each).stream())
                .limit(QUESTIONS)
                .toList();
    }

    /** By question; one request reads at a time, and what nobody asks any more is forgotten. */
    private synchronized Map<String, Vector> meanings(List<Miss> misses) {
        Map<String, Vector> meanings = new HashMap<>();
        for (Miss each : misses) {
            Vector meaning = known.get(each.question());
            meanings.computeIfAbsent(each.question(), question -> meaning == null ? model.meaning(question) : meaning);
        }
        known = Map.copyOf(meanings);
        return meanings;
    }

    /**
     * Proposes an article made of what a person answered, with what customers asked as its examples.
     *
     * @param answer what to say, or blank for what a person said when it went best
     * @return the number of the draft
     */
    long propose(Gap gap, String answer, String by) {
        Miss answered = gap.bestAnswered().orElse(gap.middle());
        String body = answer.isBlank() ? String.join("\n\n", answered.answers()) : answer;
        if (body.isBlank()) {
            throw Problem.invalid("Nobody has answered this yet; write an answer.");
        }
        String title = gap.middle().question().lines().findFirst().orElse("").strip();
        Set<String> questions = new LinkedHashSet<>();
        gap.misses()
                .forEach(
                        each -> questions.add(each.question().replace('\n', ' ').strip()));
        questions.remove(title);
        return proposals.propose(
                title,
                body,
                questions.stream().limit(EXAMPLES).toList(),
                gap.middle().language(),
                gap.misses().stream()
                        .map(each -> each.conversation().id())
                        .distinct()
                        .toList(),
                by);
    }

    /**
     * What became of a gap after its article came.
     *
     * @param before customers who asked for it in vain in so many days before
     * @param after those who did so in the days since, as many at most
     */
    record Filled(ClosedGap article, int days, long before, long after) {}

    /** Those of the last days, the newest first. */
    List<Filled> filled(int days) {
        Instant from = clock.instant().minus(Duration.ofDays(days));
        List<ClosedGap> closed = proposals.closed().stream()
                .filter(each -> each.publishedAt().isAfter(from))
                .toList();
        if (closed.isEmpty()) {
            return List.of();
        }
        List<Miss> misses = misses(Math.min(MOST_DAYS, 2 * days));
        Map<String, Vector> meanings = meanings(misses);
        Edition articles = library.current();
        List<Filled> filled = new ArrayList<>();
        for (ClosedGap each : closed) {
            List<Miss> about = misses.stream()
                    .filter(miss -> isAbout(each, miss, meanings, articles))
                    .toList();
            Instant published = each.publishedAt();
            filled.add(new Filled(
                    each,
                    days,
                    customers(about, published.minus(Duration.ofDays(days)), published),
                    customers(about, published, published.plus(Duration.ofDays(days)))));
        }
        return filled;
    }

    private static boolean isAbout(ClosedGap closed, Miss miss, Map<String, Vector> meanings, Edition articles) {
        Vector meaning = meanings.get(miss.question());
        return meaning != null
                && miss.language().equals(closed.language())
                && articles.nearness(closed.article(), closed.language(), meaning)
                        .filter(near -> near >= Gap.SAME)
                        .isPresent();
    }

    private static long customers(List<Miss> misses, Instant from, Instant to) {
        return misses.stream()
                .filter(each -> !each.at().isBefore(from) && each.at().isBefore(to))
                .map(Miss::customer)
                .distinct()
                .count();
    }
}
