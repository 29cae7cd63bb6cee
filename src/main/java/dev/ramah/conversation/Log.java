package dev.ramah.conversation;

import dev.ramah.platform.Database;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one way into the log. Commands of many conversations wait in a queue and are written in batches, one
 * transaction each: lock the conversations' rows in id order; then, in a second statement and so with a
 * snapshot that has what the lock waited for, find the client ids that are known; apply the verbs; insert;
 * commit; and only then answer and tell. The row lock makes a single writer per conversation across nodes,
 * and one thread that writes and tells makes the order of telling the order of the log.
 */
@ApplicationScoped
class Log {

    private static final Logger LOG = Logger.getLogger(Log.class);

    /** More commands in one transaction save little and make the first ones wait. */
    private static final int BATCH = 200;

    /** Beyond this the senders are told to try later, rather than the queue eating the memory. */
    private static final int WAITING = 20_000;

    /** While it is not known whether something was committed, it is asked for this often. */
    private static final long ASK_AGAIN_MILLIS = 200;

    private final BlockingQueue<Command> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Session entities;
    private final List<Listens> listeners;
    /** Written by a transaction of which the end is not known: the connection may break in the moment of the commit. */
    private final List<Told> doubtful = new CopyOnWriteArrayList<>();

    private final Thread writer = new Thread(this::run, "log-writer");
    private volatile boolean stopping;

    Log(Session entities, @All List<Listens> listeners) {
        this.entities = entities;
        this.listeners = listeners;
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

    /** Completes after the commit, or with a {@link Problem}: refused, or UNAVAILABLE when it may be tried again. */
    CompletableFuture<Receipt> append(Command command) {
        if (stopping || !waiting.offer(command)) {
            command.promise().completeExceptionally(new Problem(Code.UNAVAILABLE, "Too busy. Try again in a moment."));
        }
        return command.promise();
    }

    private void run() {
        List<Command> batch = new ArrayList<>(BATCH);
        while (!stopping || !waiting.isEmpty()) {
            try {
                Command first = next();
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, BATCH - 1);
                    write(batch);
                }
            } catch (InterruptedException e) {
                LOG.debug("Told to stop; what waits is written first");
            } catch (RuntimeException | Error e) {
                LOG.error("A batch of the log was lost", e);
                fail(batch, e);
            } finally {
                batch.clear();
            }
        }
    }

    /** The next command; null if none came but something is in doubt. */
    private @Nullable Command next() throws InterruptedException {
        while (!doubtful.isEmpty()) {
            Command command = waiting.poll(ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            if (command != null) {
                return command;
            }
            try {
                settle();
            } catch (RuntimeException e) {
                LOG.debug("It is not known yet whether the last batch was stored", e);
            }
        }
        return waiting.take();
    }

    private void write(List<Command> batch) {
        Written written;
        try {
            settle();
            written = QuarkusTransaction.requiringNew().call(() -> inOneTransaction(batch));
        } catch (RuntimeException fault) {
            if (batch.size() == 1 || Database.isAway(fault)) {
                fail(batch, fault);
            } else {
                // One bad command harms no other.
                batch.forEach(each -> write(List.of(each)));
            }
            return;
        }
        doubtful.clear();
        written.told().forEach(this::tell);
        written.answers().forEach(Runnable::run);
    }

    private record Written(List<Told> told, List<Runnable> answers) {}

    private Written inOneTransaction(List<Command> batch) {
        Map<UUID, Conversation> conversations = lock(batch);
        Map<Command.Key, Integer> known = known(batch);
        Map<UUID, List<Entry>> entries = new LinkedHashMap<>();
        List<Runnable> answers = new ArrayList<>();
        for (Command command : batch) {
            answers.add(apply(command, conversations.get(command.conversation().id()), known, entries));
        }
        List<Told> told = new ArrayList<>();
        entries.forEach((id, written) ->
                told.add(new Told(Objects.requireNonNull(conversations.get(id)).state(), List.copyOf(written))));
        entities.flush();
        doubt(told);
        return new Written(told, answers);
    }

    /** From here until the commit is known, this may be stored or not. */
    void doubt(List<Told> told) {
        doubtful.addAll(told);
    }

    /**
     * Tells what was committed though the answer to the commit was lost. Its senders were told to try again and
     * will be answered as for any repeat, but everyone else would never hear of it.
     */
    private void settle() {
        if (doubtful.isEmpty()) {
            return;
        }
        List<Told> committed = QuarkusTransaction.requiringNew().call(() -> doubtful.stream()
                .filter(each -> !each.entries().isEmpty())
                .map(this::asStored)
                .filter(each -> !each.entries().isEmpty())
                .toList());
        doubtful.clear();
        committed.forEach(this::tell);
    }

    /** The lock waits for the end of the transaction in doubt, should it still be under way. */
    private Told asStored(Told told) {
        Conversation conversation =
                entities.find(Conversation.class, told.state().conversation().id(), LockModeType.PESSIMISTIC_WRITE);
        int first = told.entries().get(0).seq();
        List<Entry> stored =
                EntryRow.<EntryRow>find("conversation = ?1 and seq >= ?2", Sort.by("seq"), conversation.id, first)
                        .stream()
                        .map(each -> each.entry(conversation.customerName))
                        .toList();
        return new Told(conversation.state(), stored);
    }

    /** In id order, so that two nodes never wait for each other in a circle. */
    private Map<UUID, Conversation> lock(List<Command> batch) {
        TreeSet<UUID> ids = new TreeSet<>();
        batch.forEach(each -> ids.add(each.conversation().id()));
        Map<UUID, Conversation> locked = new HashMap<>();
        entities.createQuery("from Conversation where id in :ids order by id", Conversation.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(each -> locked.put(each.id, each));
        return locked;
    }

    private Map<Command.Key, Integer> known(List<Command> batch) {
        List<Command> named =
                batch.stream().filter(each -> each.clientId() != null).toList();
        Map<Command.Key, Integer> known = new HashMap<>();
        if (named.isEmpty()) {
            return known;
        }
        List<Object[]> rows = entities.createNativeQuery(
                        """
                        select e.conversation, coalesce(e.author::text, e.role), e.client_id, e.seq
                          from entry e
                          join unnest(cast(:conversations as uuid[]), cast(:clientIds as text[])) as k (conversation, client_id)
                            on e.conversation = k.conversation and e.client_id = k.client_id""",
                        Object[].class)
                .setParameter(
                        "conversations",
                        named.stream().map(each -> each.conversation().id()).toArray(UUID[]::new))
                .setParameter("clientIds", named.stream().map(Command::clientId).toArray(String[]::new))
                .getResultList();
        for (Object[] row : rows) {
            known.put(new Command.Key((UUID) row[0], (String) row[1], (String) row[2]), (Integer) row[3]);
        }
        return known;
    }

    private Runnable apply(
            Command command,
            @Nullable Conversation conversation,
            Map<Command.Key, Integer> known,
            Map<UUID, List<Entry>> entries) {
        if (conversation == null) {
            return () -> command.promise().completeExceptionally(Problem.notFound("There is no such conversation."));
        }
        Integer earlier = command.clientId() == null ? null : known.get(command.key());
        if (earlier != null) {
            Receipt repeat = new Receipt(conversation.state(), earlier, List.of());
            return () -> command.promise().complete(repeat);
        }
        try {
            command.apply(conversation);
        } catch (Problem refused) {
            return () -> command.promise().completeExceptionally(refused);
        }
        List<EntryRow> fresh = conversation.takeFresh();
        fresh.forEach(entities::persist);
        List<Entry> written =
                fresh.stream().map(row -> row.entry(conversation.customerName)).toList();
        if (!written.isEmpty()) {
            entries.computeIfAbsent(conversation.id, none -> new ArrayList<>()).addAll(written);
            if (command.clientId() != null) {
                known.put(command.key(), conversation.last);
            }
        }
        Receipt receipt = new Receipt(conversation.state(), conversation.last, written);
        return () -> command.promise().complete(receipt);
    }

    private void tell(Told told) {
        for (Listens each : listeners) {
            try {
                each.told(told);
            } catch (RuntimeException e) {
                LOG.errorf(
                        e,
                        "%s did not hear of %s",
                        each.getClass().getSimpleName(),
                        told.state().conversation());
            }
        }
    }

    private static void fail(List<Command> batch, Throwable fault) {
        boolean away = Database.isAway(fault);
        if (!away) {
            LOG.error("The log refused a command", fault);
        }
        Problem problem = new Problem(Code.UNAVAILABLE, "This could not be stored. Try again in a moment.");
        batch.forEach(each -> each.promise().completeExceptionally(problem));
    }
}
