package dev.ramah.insight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.desk.Repeats;
import dev.ramah.expectation.Example;
import dev.ramah.expectation.Expectation;
import dev.ramah.expectation.Leaning;
import dev.ramah.expectation.Quality;
import dev.ramah.expectation.Trait;
import dev.ramah.expectation.Traits;
import dev.ramah.platform.Database;
import dev.ramah.platform.OneNode;
import dev.ramah.platform.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What customers who gave no mark probably thought, learned from those who gave one. It is learned on one node, in the
 * background, once a day, and as soon as there are enough; it is shown only where it beats the base rate on ratings held
 * back, never by person, and nobody's turn or place in the queue depends on it.
 */
@ApplicationScoped
class Expectations {

    private static final Logger LOG = Logger.getLogger(Expectations.class);

    /** The newest of them; what was long ago went otherwise. */
    private static final int MOST_RATINGS = 50_000;

    private static final int AT_ONCE = 5_000;

    private static final Duration OLD = Duration.ofDays(1);

    /** So many episodes tell the share of a range to within half a percent. */
    private static final int SAMPLE = 10_000;

    /** A trait that changes the odds by less is not told of. */
    private static final double SLIGHT = 0.05;

    private static final Range EVER = new Range(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final Reports reports;
    private final Facts facts;
    private final Repeats repeats;
    private final OneNode one;
    private final StatelessSession session;
    private final ObjectMapper json;
    private final Clock clock;

    Expectations(
            Reports reports,
            Facts facts,
            Repeats repeats,
            OneNode one,
            StatelessSession session,
            ObjectMapper json,
            Clock clock) {
        this.reports = reports;
        this.facts = facts;
        this.repeats = repeats;
        this.one = one;
        this.session = session;
        this.json = json;
        this.clock = clock;
    }

    /** What was learned, and when. */
    record Learned(Instant at, Expectation expectation) {}

    /**
     * What is expected, and how good that is.
     *
     * @param shown whether it beats the base rate; if not, nothing is expected of anybody
     * @param learnedAt null while nothing was learned, as is {@code quality}; the latter also where there were too few
     * @param leans how each trait changes the odds of being unhappy, the strongest first
     * @param episodes that ended in the range
     * @param unhappy the share of them who are expected to be; null where it is not shown or nothing ended
     * @param unhappyUnrated the same of those who gave no mark
     */
    record Told(
            boolean shown,
            @Nullable Instant learnedAt,
            int ratings,
            int unhappyRatings,
            int fewestRatings,
            int fewestUnhappy,
            @Nullable Quality quality,
            List<Lean> leans,
            long episodes,
            @Nullable Double unhappy,
            @Nullable Double unhappyUnrated) {}

    /** @param odds of being unhappy, times this for a usual step of the trait */
    record Lean(Trait trait, double odds) {}

    /** Learns anew where it is due; whichever node comes first does it for all. */
    @Scheduled(
            every = "{ramah.insight.learns}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepUp() {
        try {
            if (isDue()) {
                one.atATime("expectation", () -> {
                    if (isDue()) {
                        learn();
                    }
                });
            }
        } catch (RuntimeException fault) {
            // While everything is counted for the first time there is nothing to learn from.
            boolean later = Database.isAway(fault)
                    || (fault instanceof Problem problem && problem.code() == Problem.Code.UNAVAILABLE);
            if (!later) {
                LOG.error("Nothing could be learned from ratings; it is tried again", fault);
            }
        }
    }

    private boolean isDue() {
        return last().filter(each -> each.at().plus(OLD).isAfter(clock.instant()))
                .filter(each -> each.expectation().leaning() != null || !mayBeEnough(each.expectation()))
                .isEmpty();
    }

    private boolean mayBeEnough(Expectation before) {
        long ratings = reports.read(
                edition -> facts.count(edition, Wanted.all(What.RATED, EVER), Expectation.FEWEST_RATINGS + 1));
        return ratings >= Expectation.FEWEST_RATINGS && ratings > before.ratings();
    }

    void learn() {
        Expectation learned = reports.read(edition -> Expectation.of(examples(edition)));
        QuarkusTransaction.requiringNew().run(() -> keep(learned));
    }

    private List<Example> examples(int edition) {
        Wanted rated = Wanted.all(What.RATED, EVER);
        List<Example> examples = new ArrayList<>();
        for (int first = 0; first < MOST_RATINGS; first += AT_ONCE) {
            List<Episode> some = facts.find(edition, rated, first, AT_ONCE);
            Map<Episode.Id, Traits> traits = traits(some);
            for (Episode each : some) {
                // Whoever rates while it goes on rates what nobody else can be compared with.
                if (each.ended() != null && each.rating() != null) {
                    examples.add(new Example(
                            each.rating().at(),
                            traits.getOrDefault(each.id(), Traits.none()),
                            each.rating().isDissatisfied()));
                }
            }
            if (some.size() < AT_ONCE) {
                break;
            }
        }
        return examples;
    }

    private Map<Episode.Id, Traits> traits(Collection<Episode> of) {
        Set<Repeats.Counted> askedAgain =
                repeats.foundIn(of.stream().map(Episode::conversation).collect(Collectors.toSet()));
        Map<Episode.Id, Traits> traits = new HashMap<>();
        of.forEach(each -> traits.put(
                each.id(),
                EpisodeTraits.of(each, askedAgain.contains(new Repeats.Counted(each.conversation(), each.number())))));
        return traits;
    }

    private Optional<Learned> last() {
        return QuarkusTransaction.joiningExisting().call(this::learned);
    }

    /** What was learned last, by the traits of now. */
    @Transactional
    Optional<Learned> learned() {
        return session.createNativeQuery(
                        "select learned_at, cast(learned as text) from insight_expectation where traits = :traits",
                        Object[].class)
                .setParameter("traits", Arrays.toString(Trait.values()))
                .getResultStream()
                .findFirst()
                .map(row -> new Learned((Instant) row[0], read((String) row[1])));
    }

    /** Takes the place of what was learned before. */
    @Transactional
    void keep(Expectation learned) {
        session.createNativeMutationQuery(
                        """
                        insert into insight_expectation (traits, learned_at, learned)
                        values (:traits, :now, cast(:learned as jsonb))
                            on conflict (site) do update
                           set (traits, learned_at, learned) = (excluded.traits, excluded.learned_at, excluded.learned)""")
                .setParameter("traits", Arrays.toString(Trait.values()))
                .setParameter("now", clock.instant())
                .setParameter("learned", write(learned))
                .executeUpdate();
    }

    /** What is expected of those whose episodes ended in this time. */
    Told told(Range range) {
        @Nullable Learned learned = last().orElse(null);
        Optional<Leaning> leaning = shown(learned);
        double[] sums = new double[4];
        int episodes = reports.read(edition -> {
            Wanted ended = Wanted.all(What.ENDED, range);
            int all = reports.ended(edition, range);
            leaning.ifPresent(leans -> {
                List<Episode> some = new ArrayList<>();
                facts.each(edition, ended.oneOf(all / SAMPLE + 1), some::add);
                Map<Episode.Id, Traits> traits = traits(some);
                for (Episode each : some) {
                    double chance = leans.unhappy(traits.getOrDefault(each.id(), Traits.none()));
                    sums[0] += chance;
                    sums[1]++;
                    if (!each.hasMark()) {
                        sums[2] += chance;
                        sums[3]++;
                    }
                }
            });
            return all;
        });
        @Nullable Expectation known = learned == null ? null : learned.expectation();
        return new Told(
                leaning.isPresent(),
                learned == null ? null : learned.at(),
                known == null ? 0 : known.ratings(),
                known == null ? 0 : known.unhappy(),
                Expectation.FEWEST_RATINGS,
                Expectation.FEWEST_UNHAPPY,
                known == null ? null : known.quality(),
                leaning.map(Expectations::leans).orElse(List.of()),
                episodes,
                sums[1] == 0 ? null : Double.valueOf(sums[0] / sums[1]),
                sums[3] == 0 ? null : Double.valueOf(sums[2] / sums[3]));
    }

    /** The same page with what is expected beside each episode that is over; the page as it is where nothing is shown. */
    Reports.BehindPage beside(Reports.BehindPage page) {
        Optional<Leaning> leaning = shown(last().orElse(null));
        if (leaning.isEmpty()) {
            return page;
        }
        Map<Episode.Id, Episode> found = reports
                .read(edition -> facts.of(
                        edition, page.items().stream().map(Behind::conversation).collect(Collectors.toSet())))
                .stream()
                .filter(each -> each.ended() != null)
                .collect(Collectors.toMap(Episode::id, each -> each));
        Map<Episode.Id, Traits> traits = traits(found.values());
        return page.with(page.items().stream()
                .map(each -> {
                    @Nullable Traits of = traits.get(new Episode.Id(each.conversation(), each.episode()));
                    return of == null ? each : each.with(Expected.of(leaning.get(), of));
                })
                .toList());
    }

    private static Optional<Leaning> shown(@Nullable Learned learned) {
        return learned == null ? Optional.empty() : learned.expectation().shown();
    }

    private static List<Lean> leans(Leaning leaning) {
        return IntStream.range(0, leaning.traits().size())
                .filter(i -> Math.abs(leaning.weights().get(i)) > SLIGHT)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -Math.abs(leaning.weights().get(i))))
                .map(i -> new Lean(
                        leaning.traits().get(i), Math.exp(leaning.weights().get(i))))
                .toList();
    }

    private Expectation read(String learned) {
        try {
            return json.readValue(learned, Expectation.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was learned can't be read", e);
        }
    }

    private String write(Expectation learned) {
        try {
            return json.writeValueAsString(learned);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was learned can't be written", e);
        }
    }
}
