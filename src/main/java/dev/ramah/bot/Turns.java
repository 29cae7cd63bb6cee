package dev.ramah.bot;

import dev.ramah.conversation.BotTurn;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Listens;
import dev.ramah.conversation.Receipt;
import dev.ramah.conversation.Role;
import dev.ramah.conversation.Told;
import dev.ramah.conversation.Turn;
import dev.ramah.conversation.Typing;
import dev.ramah.language.Tongues;
import dev.ramah.platform.Database;
import dev.ramah.platform.Threads;
import dev.ramah.platform.Trace;
import dev.ramah.platform.Traces;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bot's turn, after a moment without new words, so that several messages get one reply. A turn is in
 * the database from the moment the customer spoke: one that was cut off is found by the sweep.
 */
@ApplicationScoped
class Turns implements Listens {

    private static final Logger LOG = Logger.getLogger(Turns.class);

    // Reading takes one core about 10 ms; more threads would only take it from the log.
    private static final int THREADS = 2;

    /** Later than whoever did not say when, as {@link dev.ramah.platform.OpenSockets}. */
    private static final int AFTER_THE_LINES = 3_000;

    private static final long FINISHED_WITHIN_SECONDS = 5;

    /** Screens forget after six seconds that somebody types. */
    private static final long TYPING_AGAIN_SECONDS = 4;

    private final Conversations conversations;
    private final Typing typing;
    private final Answers answers;
    private final Writer writer;
    private final Tongues tongues;
    private final Shop shop;
    private final BotMeters meters;
    private final Traces traces;
    private final Duration quiet;

    /** What comes after the stop is dropped: another node finds it in the database. */
    private final ScheduledThreadPoolExecutor threads =
            new ScheduledThreadPoolExecutor(THREADS, Threads.named("bot"), new DiscardPolicy());

    private final Map<ConversationRef, Future<?>> waiting = new ConcurrentHashMap<>();

    /** What the chat model is writing just now: newer words, or a person, make it pointless. */
    private final Map<ConversationRef, CompletableFuture<?>> written = new ConcurrentHashMap<>();

    private final Set<ConversationRef> atWork = ConcurrentHashMap.newKeySet();

    Turns(
            Conversations conversations,
            Typing typing,
            Answers answers,
            Writer writer,
            Tongues tongues,
            Shop shop,
            BotMeters meters,
            Traces traces,
            @ConfigProperty(name = "ramah.conversation.quiet", defaultValue = "700ms") Duration quiet) {
        this.conversations = conversations;
        this.typing = typing;
        this.answers = answers;
        this.writer = writer;
        this.tongues = tongues;
        this.shop = shop;
        this.meters = meters;
        this.traces = traces;
        this.quiet = quiet;
    }

    /** After the lines were closed, so that nothing new comes: what was begun is finished, the rest is for other nodes. */
    void stop(@Observes @Priority(AFTER_THE_LINES) ShutdownDelayInitiatedEvent stopping) throws InterruptedException {
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        threads.shutdown();
        if (!threads.awaitTermination(FINISHED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("The bot stops in the middle of a turn; another node takes it");
        }
        Database.ifThere(() -> conversations.botLeaves(waiting.keySet()));
    }

    @Override
    public void told(Told told) {
        ConversationRef conversation = told.state().conversation();
        if (told.state().turn() != Turn.BOT) {
            cancel(waiting.remove(conversation));
            cancel(written.remove(conversation));
        } else if (told.entries().stream().anyMatch(Turns::wantsReply)) {
            cancel(written.remove(conversation));
            takeAfter(conversation, quiet);
        }
    }

    private static boolean wantsReply(Entry entry) {
        return entry.isBy(Role.CUSTOMER)
                && (entry.what() instanceof Happened.Said
                        || (entry.what() instanceof Happened.Thumbed thumbed && !thumbed.up()));
    }

    /** Words that come meanwhile start the wait again. */
    private void takeAfter(ConversationRef conversation, Duration wait) {
        waiting.compute(conversation, (same, before) -> {
            cancel(before);
            return threads.schedule(() -> take(same), wait.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    private static void cancel(@Nullable Future<?> before) {
        if (before != null) {
            before.cancel(false);
        }
    }

    /** Takes the turns that nobody took in time: the process died, or the database was away. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        if (threads.isShutdown()) {
            return;
        }
        Database.ifThere(() -> conversations
                .botTurnsDue()
                .forEach(due -> waiting.computeIfAbsent(due, same -> threads.submit(() -> take(same)))));
    }

    private void take(ConversationRef conversation) {
        waiting.remove(conversation);
        if (!atWork.add(conversation)) {
            takeAfter(conversation, quiet);
            return;
        }
        CompletableFuture<?> written;
        try (Trace trace = traces.begin("bot", "turn")) {
            written = conversations
                    .botTurn(conversation)
                    .<CompletableFuture<?>>map(turn -> {
                        trace.part("read");
                        return reply(turn);
                    })
                    .orElseGet(() -> CompletableFuture.completedFuture(null));
        } catch (RuntimeException e) {
            written = CompletableFuture.failedFuture(e);
        }
        var unused = written.whenComplete((receipt, fault) -> {
            atWork.remove(conversation);
            if (fault != null && !isGivenUp(fault)) {
                LOG.warnf("The bot's turn in %s is left to the next sweep: %s", conversation.id(), fault);
            }
        });
    }

    /** Newer words have come, or a person. */
    private static boolean isGivenUp(Throwable fault) {
        return fault instanceof CancellationException || fault.getCause() instanceof CancellationException;
    }

    private CompletableFuture<Receipt> reply(BotTurn turn) {
        ConversationRef conversation = turn.state().conversation();
        Voice voice = Voice.in(turn.state().language());
        typing.bot(conversation);
        long began = System.nanoTime();
        try {
            Asked asked = asked(turn);
            Voice theirs = Voice.in(asked.language());
            Answers.Answer answer = answers.answer(asked);
            if (!writer.writes(answer)) {
                return say(turn, answer, theirs, began);
            }
            return written(turn, asked, answer).thenCompose(better -> say(turn, better, theirs, began));
        } catch (RuntimeException e) {
            if (Database.isAway(e)) {
                throw e;
            }
            // Silence is worse than a person.
            meters.failed("BOT_FAILED", System.nanoTime() - began);
            LOG.errorf(e, "The bot can't answer in %s", conversation.id());
            return handOver(turn, "BOT_FAILED", voice);
        }
    }

    /** In the language that they write in, which may be another than their page's; and what is known of them, if it matters. */
    private Asked asked(BotTurn turn) {
        Asked asked = Asked.of(turn);
        String page = asked.language();
        Asked spoken = asked.choice() != null ? asked : asked.in(tongues.of(asked.question(), page));
        if (!spoken.language().equals(page)) {
            var unused = conversations.customerSpeaks(turn.state().conversation(), spoken.language());
        }
        boolean matters = Words.ORDER.in(asked.question());
        return matters ? spoken.by(shop.known(turn.state().customer())) : spoken;
    }

    /** The customer sees that it is being written, and what is written already, until it is said. */
    private CompletableFuture<Answers.Answer> written(BotTurn turn, Asked asked, Answers.Answer embedded) {
        ConversationRef conversation = turn.state().conversation();
        conversations.botThinks(conversation, writer.patience());
        Progress progress = new Progress(conversation);
        CompletableFuture<Answers.Answer> answer = writer.write(turn, asked, embedded, progress::grows);
        Future<?> reminder = threads.scheduleAtFixedRate(
                progress::tell, TYPING_AGAIN_SECONDS, TYPING_AGAIN_SECONDS, TimeUnit.SECONDS);
        written.put(conversation, answer);
        return answer.whenComplete((said, fault) -> {
            reminder.cancel(false);
            written.remove(conversation, answer);
        });
    }

    /** How far it is, as the customer is told. */
    private final class Progress {

        private final ConversationRef conversation;
        private volatile String soFar = "";

        Progress(ConversationRef conversation) {
            this.conversation = conversation;
        }

        void grows(String text) {
            soFar = text;
            tell();
        }

        void tell() {
            if (soFar.isEmpty()) {
                typing.bot(conversation);
            } else {
                typing.bot(conversation, soFar);
            }
        }
    }

    private CompletableFuture<Receipt> say(BotTurn turn, Answers.Answer answer, Voice voice, long began) {
        meters.decided(answer.decision(), System.nanoTime() - began);
        Traces.current().part("decide");
        if (answer.decision() instanceof Decision.HandOver over) {
            return handOver(turn, over.rule().name(), voice);
        }
        return conversations.botSays(turn.state().conversation(), turn.readUpTo(), Replies.said(answer, voice));
    }

    private CompletableFuture<Receipt> handOver(BotTurn turn, String rule, Voice voice) {
        return conversations.botHandsOver(turn.state().conversation(), turn.readUpTo(), rule, voice.handOver(rule));
    }
}
