package dev.ramah.bot;

import dev.ramah.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The questions of the test bench, and what became of each when it was last asked. */
@ApplicationScoped
class Probes {

    /** More take longer than somebody waits: each takes 10 ms. */
    static final int MOST = 2_000;

    private static final int LONGEST = 1_000;

    private final Session database;
    private final Clock clock;

    Probes(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What became of a question.
     *
     * @param passedBefore in the run before; null when it was first asked now
     */
    record Result(
            String decision, @Nullable String article, boolean passed, @Nullable Boolean passedBefore, Instant at) {}

    @Transactional
    List<Probe> all() {
        return Probe.list("order by addedAt, id");
    }

    /** Adds a question, or decides anew what it should get. */
    @Transactional
    void put(String text, String language, @Nullable String article) {
        String asked = text.strip();
        if (asked.isEmpty() || asked.length() > LONGEST || asked.indexOf('\0') >= 0) {
            throw Problem.invalid("text is missing or longer than " + LONGEST + " characters");
        }
        String inLanguage = language.strip().toLowerCase(Locale.ROOT);
        Probe probe = Probe.<Probe>find("text = ?1 and language = ?2", asked, inLanguage)
                .firstResult();
        if (probe == null) {
            if (Probe.count() >= MOST) {
                throw Problem.invalid("The test bench holds " + MOST + " questions at most.");
            }
            probe = new Probe(asked, inLanguage, article, clock.instant());
            probe.persist();
        } else {
            probe.article = article;
        }
    }

    /** Removing what isn't there changes nothing. */
    @Transactional
    void remove(long number) {
        Probe.deleteById(number);
    }

    /** By the question's number; {@code waiting} are those of runs with the drafts that wait. */
    @Transactional
    Map<Long, Result> results(boolean waiting) {
        Map<Long, Result> results = new HashMap<>();
        database.createNativeQuery(
                        """
                        select question, decision, article, passed, before, asked_at from bench_result
                         where waiting = :waiting""",
                        Object[].class)
                .setParameter("waiting", waiting)
                .getResultList()
                .forEach(row -> results.put(
                        (Long) row[0],
                        new Result((String) row[1], (String) row[2], (boolean) row[3], (Boolean) row[4], (Instant)
                                row[5])));
        return results;
    }

    /** Keeps what each got; what it got before says what changed. */
    @Transactional
    void keep(List<Bench.Tried> run, boolean waiting) {
        Instant now = clock.instant();
        run.forEach(each -> database.createNativeMutationQuery(
                        """
                        insert into bench_result (question, waiting, decision, article, passed, asked_at)
                        select id, :waiting, :decision, :article, :passed, :now from bench_question where id = :question
                        on conflict (question, waiting) do update
                           set before = bench_result.passed, decision = excluded.decision, article = excluded.article,
                               passed = excluded.passed, asked_at = excluded.asked_at""")
                .setParameter("question", each.probe().number())
                .setParameter("waiting", waiting)
                .setParameter("decision", each.got().outcome().wire())
                .setParameter("article", each.got().article())
                .setParameter("passed", each.passed())
                .setParameter("now", now)
                .executeUpdate());
    }
}
