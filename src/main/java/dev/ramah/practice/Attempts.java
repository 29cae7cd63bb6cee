package dev.ramah.practice;

import dev.ramah.platform.Database;
import dev.ramah.platform.Ids;
import dev.ramah.platform.OneAtATime;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import dev.ramah.platform.Threads;
import dev.ramah.staff.AgentRef;
import dev.ramah.staff.Settings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The door to rehearsals. What the customer says and what it got are worked out between transactions, never in one. */
@ApplicationScoped
class Attempts {

    private static final Logger LOG = Logger.getLogger(Attempts.class);

    /** Rehearsals that wait for the model beyond these; they are looked for again. */
    private static final int WAITING = 100;

    private final Meanings meanings;
    private final Actor actor;
    private final Settings settings;
    private final MarkingSetting marking;
    private final Session entities;
    private final Clock clock;

    /** Whose customer is being played by the model, on this node. */
    private final Set<UUID> played = ConcurrentHashMap.newKeySet();

    private final ExecutorService threads = new ThreadPoolExecutor(
            2,
            2,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Threads.named("rehearsals"),
            new ThreadPoolExecutor.AbortPolicy());

    Attempts(Meanings meanings, Actor actor, Settings settings, MarkingSetting marking, Session entities, Clock clock) {
        this.meanings = meanings;
        this.actor = actor;
        this.settings = settings;
        this.marking = marking;
        this.entities = entities;
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /**
     * Begins; the same {@code clientId} again is the same rehearsal.
     *
     * @throws Problem NOT_FOUND where there is nothing approved under this id
     */
    @Transactional
    Attempt begin(UUID scenario, AgentRef agent, String clientId) {
        // Two at a time of the same agent take turns, so that a click that came twice begins once.
        OneAtATime.hold(entities, "practice " + agent.id());
        Optional<Attempt> begun = Attempt.<Attempt>find("agent = ?1 and clientId = ?2", agent.id(), clientId)
                .firstResultOptional();
        return begun.orElseGet(() -> {
            StoredScenario found = StoredScenario.expect(scenario);
            if (found.state != StoredScenario.State.APPROVED) {
                throw StoredScenario.unknown();
            }
            Instant now = clock.instant();
            Attempt attempt = new Attempt(Ids.next(now), found, agent.id(), clientId, now);
            attempt.persist();
            return attempt;
        });
    }

    /** Mine, the newest first; what others did is not there. */
    @Transactional
    List<Attempt> of(AgentRef agent) {
        return Attempt.list("agent = ?1 order by startedAt desc, id desc", agent.id());
    }

    /** Of everybody who ever began one, how many they ended. */
    @Transactional
    Map<UUID, Integer> over() {
        return entities.createNativeQuery(
                        "select agent, cast(count(ended_at) as int) from practice_attempt group by agent",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(each -> (UUID) each[0], each -> (Integer) each[1]));
    }

    /**
     * The newest rehearsals of each of these people, the newest first.
     *
     * @param usual by what they are passed where their scenario has no marking of its own
     */
    @Transactional
    Map<UUID, List<Tried>> newest(Collection<UUID> agents, int each, Marking usual) {
        return entities.createNativeQuery(
                        """
                        select who.agent, a.id, a.scenario, a.plot ->> 'title', a.started_at, a.ended_at, a.score,
                               coalesce(a.score >= coalesce(cast(a.plot -> 'marking' ->> 'passes' as int), :passes), false)
                          from unnest(cast(:agents as uuid[])) as who(agent)
                         cross join lateral (
                               select * from practice_attempt
                                where agent = who.agent
                                order by started_at desc, id desc
                                limit :each) a
                         order by a.started_at desc, a.id desc""",
                        Object[].class)
                .setParameter("agents", agents.toArray(UUID[]::new))
                .setParameter("each", each)
                .setParameter("passes", usual.passes())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(Attempts::tried, Collectors.toList())));
    }

    private static Tried tried(Object[] row) {
        return new Tried(
                (UUID) row[1],
                (UUID) row[2],
                (String) row[3],
                (Instant) row[4],
                (Instant) row[5],
                (Integer) row[6],
                (Boolean) row[7]);
    }

    @Transactional
    Attempt find(UUID id) {
        return Attempt.<Attempt>findByIdOptional(id).orElseThrow(Attempt::unknown);
    }

    /**
     * Says something in a rehearsal of one's own, and has the customer answer; the same {@code clientId} again is said
     * once.
     *
     * @param note whether it is a private note, to which the customer says nothing
     * @throws Problem INVALID, CONFLICT where it is over, NOT_FOUND where it is somebody else's
     */
    Attempt say(UUID id, AgentRef agent, String clientId, boolean note, String text) {
        if (text.isBlank() || text.length() > Plot.LONGEST_LINE || !Text.isStorable(text)) {
            throw Problem.invalid("text has 1 to " + Plot.LONGEST_LINE + " characters.");
        }
        QuarkusTransaction.requiringNew().run(() -> own(id, agent).say(clientId, note, text.strip(), clock.instant()));
        return goOn(id);
    }

    /**
     * Has the customer say what they have yet to say, also after a process died in between. Where a model plays them it
     * takes seconds and happens in the background: ask again.
     */
    Attempt goOn(UUID id) {
        Attempt now = QuarkusTransaction.requiringNew().call(() -> find(id));
        if (!now.waitsForCustomer()) {
            return now;
        }
        if (!actor.isThere()) {
            return react(now);
        }
        if (played.add(id)) {
            try {
                threads.execute(() -> playInBackground(id));
            } catch (RejectedExecutionException full) {
                played.remove(id);
            }
        }
        return now;
    }

    private void playInBackground(UUID id) {
        try {
            Database.ifThere(() -> {
                Attempt now = QuarkusTransaction.requiringNew().call(() -> find(id));
                if (now.waitsForCustomer()) {
                    react(now);
                }
            });
        } catch (RuntimeException e) {
            LOG.error("The customer of a rehearsal says nothing; whoever asks next tries again.", e);
        } finally {
            played.remove(id);
        }
    }

    private Attempt react(Attempt now) {
        UUID id = now.id;
        Play.Reply reply =
                actor.reply(id, now.plot, now.talk).orElseGet(() -> Play.after(now.plot, now.talk, meanings));
        Attempt heard = QuarkusTransaction.requiringNew().call(() -> {
            Attempt attempt = Attempt.locked(id);
            attempt.hear(reply, now.last(), clock.instant());
            return attempt;
        });
        return reply.ends() ? close(id) : heard;
    }

    /** Ends a rehearsal of one's own; again changes nothing. */
    Attempt end(UUID id, AgentRef agent) {
        QuarkusTransaction.requiringNew().run(() -> own(id, agent));
        return close(id);
    }

    private Attempt close(UUID id) {
        Attempt now = QuarkusTransaction.requiringNew().call(() -> find(id));
        if (now.isOver()) {
            return now;
        }
        List<Mark> marks = Judge.marks(now.plot, now.talk, settings.of(marking), meanings.article(now.plot), tone(now));
        Attempt ended = QuarkusTransaction.requiringNew().call(() -> {
            Attempt attempt = Attempt.locked(id);
            if (attempt.last() == now.last()) {
                attempt.end(marks, clock.instant());
            }
            return attempt;
        });
        // Something was said meanwhile, in another tab: it counts as well.
        return ended.isOver() ? ended : close(id);
    }

    private Judge.@Nullable Tone tone(Attempt of) {
        return actor.tone(of.id, of.plot, of.talk).orElse(null);
    }

    private static Attempt own(UUID id, AgentRef agent) {
        Attempt attempt = Attempt.locked(id);
        if (!attempt.agent.equals(agent.id())) {
            throw Attempt.unknown();
        }
        return attempt;
    }
}
