package dev.ramah.conversation;

import dev.ramah.platform.Database;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import dev.ramah.platform.Pulse;
import dev.ramah.platform.Ticks;
import dev.ramah.platform.Trace;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one way into the log. Commands of many conversations wait in a queue and are written in batches, one
 * transaction each: lock the conversations' rows; find the client ids that are known; apply the verbs; write
 * everything with one statement; commit; and only then tell and answer. Where this node was the last to write all of
 * a batch's conversations, the lock and the look are left out, and the write is guarded instead.
 *
 * <p>Why it is so: the commit, which waits for the disk, is paid once a batch, and a batch is whatever came while
 * the one before it was written, so a quiet desk answers at once and a busy one writes more at a time. The row lock
 * makes a single writer per conversation across nodes, without leases: a node that was stopped in the middle loses
 * its lock with its transaction, and can store nothing by it; one that slept meanwhile is refused by the guard. One thread that writes and tells makes the order of
 * telling the order of the log.
 *
 * <p>A commit of which the answer was lost is nobody's business here: its senders are told to try again and are
 * then answered as for any repeat, and everyone else hears of it by the {@link Feed}, as of what other nodes wrote.
 */
@ApplicationScoped
class Log {

    private static final Logger LOG = Logger.getLogger(Log.class);

    /** More commands in one transaction save little and make the first ones wait. */
    private static final int BATCH = 200;

    /** Beyond this the senders are told to try later, rather than the queue eating the memory. */
    private static final int WAITING = 20_000;

    /** The database's own bounds end every transaction long before this. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final BlockingQueue<Command> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Recent recent = new Recent();
    private final Pen pen;
    private final Feed feed;
    private final ConversationMeters meters;
    private final Pulse pulse;

    private final Thread writer = new Thread(this::run, "log-writer");
    private volatile boolean stopping;

    Log(Pen pen, Feed feed, ConversationMeters meters, Ticks ticks) {
        this.pen = pen;
        this.feed = feed;
        this.meters = meters;
        this.pulse = new Pulse(ticks, PATIENCE);
        meters.waiting(waiting);
        writer.setDaemon(true);
    }

    void start(@Observes StartupEvent started) {
        writer.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        writer.interrupt();
        writer.join(5_000);
    }

    /** Whether its thread is there and gets on. */
    boolean isAlive() {
        return stopping || (writer.isAlive() && !pulse.hangs());
    }

    /** Completes after the commit, or with a {@link Problem}: refused, or UNAVAILABLE when it may be tried again. */
    CompletableFuture<Receipt> append(Command command) {
        Trace trace = command.trace();
        trace.handOn();
        if (stopping || !waiting.offer(command)) {
            trace.end();
            command.promise().completeExceptionally(new Problem(Code.UNAVAILABLE, "Too busy. Try again in a moment."));
        } else {
            meters.accepted();
        }
        return command.promise();
    }

    private void run() {
        List<Command> batch = new ArrayList<>(BATCH);
        while (!stopping || !waiting.isEmpty()) {
            try {
                batch.add(waiting.take());
                waiting.drainTo(batch, BATCH - 1);
                batch.forEach(each -> each.trace().part("wait"));
                write(batch);
            } catch (InterruptedException e) {
                LOG.debug("Told to stop; what waits is written first");
            } catch (RuntimeException | Error e) {
                LOG.error("A batch of the log was lost", e);
                fail(batch, e);
            } finally {
                batch.forEach(each -> each.trace().end());
                batch.clear();
                pulse.rest();
            }
        }
    }

    private void write(List<Command> commands) {
        Written written;
        pulse.beat();
        long began = System.nanoTime();
        try {
            written = quickly(commands).orElseGet(() -> carefully(commands));
        } catch (RuntimeException fault) {
            if (commands.size() == 1 || Database.isAway(fault)) {
                fail(commands, fault);
            } else {
                // One bad command harms no other.
                commands.forEach(each -> write(List.of(each)));
            }
            return;
        }
        Batch batch = written.batch();
        List<Told> told = batch.told();
        meters.committed(commands.size(), System.nanoTime() - began);
        meters.stored(told);
        commands.forEach(each -> each.trace().part("write", commands.size()));
        Long transaction = written.transaction();
        if (transaction != null) {
            recent.keep(batch.changed());
            feed.wrote(transaction, told);
        }
        batch.answer();
        commands.forEach(each -> each.trace().part("tell"));
    }

    /** Nothing was changed where there is no transaction. */
    private record Written(Batch batch, @Nullable Long transaction) {}

    /**
     * In one journey: this node wrote these conversations last, so it need not ask where they stand, only to be refused
     * where that is outdated. A refusal by a verb isn't trusted either, as it may rest on what no longer is.
     */
    private Optional<Written> quickly(List<Command> commands) {
        if (commands.stream().anyMatch(each -> each.verb() instanceof Command.Merging)) {
            return Optional.empty();
        }
        return recent.take(
                        commands.stream().map(each -> each.conversation().id()).toList())
                // Whether something was sent before is not told by one's own client ids alone where two became one.
                .filter(remembered -> remembered.values().stream().noneMatch(Conversation::wasMerged))
                .map(remembered -> new Batch(commands, remembered, new HashMap<>()))
                .filter(batch -> !batch.isRefused())
                .flatMap(this::guarded);
    }

    private Optional<Written> guarded(Batch batch) {
        try {
            long transaction = pen.inOneStatement(ink -> ink.write(batch.entries(), batch.changed()));
            return Optional.of(new Written(batch, transaction));
        } catch (RuntimeException fault) {
            if (Ink.isOutdated(fault)) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    /**
     * In two journeys: with the conversations locked and what was sent before known, nothing can be outdated. Where one
     * of them has been merged into another, again for that one: it would be locked out of order in this transaction.
     */
    private Written carefully(List<Command> commands) {
        List<Command> there = commands;
        while (true) {
            List<Command> wanted = there;
            Attempt attempt = pen.inOneTransaction(ink -> {
                Ink.Locked locked = ink.lock(wanted);
                List<Command> led = locked.led(wanted);
                return led.equals(wanted) ? new Attempt(written(ink, wanted, locked), wanted) : new Attempt(null, led);
            });
            if (attempt.written() != null) {
                return attempt.written();
            }
            there = attempt.led();
        }
    }

    /** @param written null where the commands have to be tried elsewhere */
    private record Attempt(@Nullable Written written, List<Command> led) {}

    private static Written written(Ink ink, List<Command> commands, Ink.Locked locked) throws SQLException {
        Batch batch = new Batch(commands, locked.conversations(), locked.known());
        List<Conversation> changed = batch.changed();
        return new Written(batch, changed.isEmpty() ? null : ink.writeAndCommit(batch.entries(), changed));
    }

    private void fail(List<Command> batch, Throwable fault) {
        boolean away = Database.isAway(fault);
        meters.failed(batch.size(), away);
        if (!away) {
            LOG.error("The log refused a command", fault);
        }
        Problem problem = new Problem(Code.UNAVAILABLE, "This could not be stored. Try again in a moment.");
        batch.forEach(each -> each.promise().completeExceptionally(problem));
    }
}
