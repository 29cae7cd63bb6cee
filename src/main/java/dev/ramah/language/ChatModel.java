package dev.ramah.language;

import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.ramah.platform.Ticks;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The chat model, where one is configured. It is a third party: what goes to it is masked, what comes from it is
 * believed by nobody before it was checked, and it has a bounded time, after which the bot goes on without it.
 */
@ApplicationScoped
public class ChatModel {

    private final ChatConfig config;
    private final ChatMeters meters;
    private final Ticks ticks;
    private final Breaker breaker;
    private final @Nullable StreamingChatModel model;

    ChatModel(ChatConfig config, ChatMeters meters, Ticks ticks) {
        this.config = config;
        this.meters = meters;
        this.ticks = ticks;
        this.breaker = new Breaker(config.failures(), config.pause());
        this.model =
                config.provider().map(each -> ChatProviders.open(each, config)).orElse(null);
    }

    /** Whether one is configured. */
    public boolean isThere() {
        return model != null;
    }

    /** The longest that a reply may take, with all that is looked up for it. */
    public Duration patience() {
        return config.timeout();
    }

    /**
     * Asks it. Only if {@linkplain #isThere it is there}.
     *
     * @param within how long it may take
     * @param each hears the sentences of an answer as they come, one after another, on another thread
     * @return fails with a {@link ChatFault}; whoever cancels it stops the model
     */
    public CompletableFuture<ChatReply> ask(ChatTask task, Duration within, Consumer<ChatReply.Sentence> each) {
        Masks masks = new Masks();
        Listening<ChatReply> listening = new Listening<>(
                over -> new ReplyReader(sentence -> {
                    if (!over.getAsBoolean()) {
                        each.accept(unmasked(sentence, masks));
                    }
                }),
                said -> unmasked(said, masks));
        return ask(() -> ChatForm.of(task, masks::masked), listening, within);
    }

    /**
     * Asks it for the brief of a conversation. Only if {@linkplain #isThere it is there}.
     *
     * @param within how long it may take
     * @return fails with a {@link ChatFault}
     */
    public CompletableFuture<BriefReply> brief(BriefTask task, Duration within) {
        Masks masks = new Masks();
        Listening<BriefReply> listening =
                new Listening<>(over -> new BriefReader(), said -> said.each(masks::unmasked));
        return ask(() -> BriefForm.of(task, masks::masked), listening, within);
    }

    private <T> CompletableFuture<T> ask(Supplier<ChatRequest> request, Listening<T> listening, Duration within) {
        if (!breaker.lets(ticks.millis())) {
            meters.asked(ChatFault.Reason.MODEL_PAUSED.name(), 0);
            return CompletableFuture.failedFuture(new ChatFault(ChatFault.Reason.MODEL_PAUSED, "it failed before"));
        }
        long began = System.nanoTime();
        try {
            Objects.requireNonNull(model).chat(request.get(), listening);
        } catch (RuntimeException e) {
            listening.onError(e);
        }
        CompletableFuture<@Nullable T> reply = listening.reply;
        reply.completeOnTimeout(null, Math.max(1, within.toMillis()), TimeUnit.MILLISECONDS);
        return told(reply, listening, began);
    }

    /** What comes of it is told to the breaker and counted, and who comes late is stopped. */
    private <T> CompletableFuture<T> told(CompletableFuture<@Nullable T> reply, Listening<T> listening, long began) {
        CompletableFuture<T> told = new CompletableFuture<>();
        var unused = reply.whenComplete((said, fault) -> {
            long nanos = System.nanoTime() - began;
            if (told.isCancelled()) {
                breaker.leftOpen();
                meters.asked("LEFT", nanos);
            } else if (said != null) {
                breaker.worked();
                meters.asked("SAID", nanos);
                told.complete(said);
            } else {
                ChatFault why = fault == null
                        ? new ChatFault(ChatFault.Reason.MODEL_SLOW, "nothing within the time")
                        : asFault(fault);
                breaker.failed(ticks.millis());
                meters.asked(why.reason().name(), nanos);
                told.completeExceptionally(why);
            }
        });
        var unusedToo = told.whenComplete((said, fault) -> listening.stop());
        return told;
    }

    private static ChatReply.Sentence unmasked(ChatReply.Sentence sentence, Masks masks) {
        return new ChatReply.Sentence(masks.unmasked(sentence.text()), sentence.sources());
    }

    private static ChatFault asFault(Throwable fault) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (each instanceof ChatFault known) {
                return known;
            } else if (each instanceof RateLimitException) {
                return new ChatFault(ChatFault.Reason.MODEL_BUSY, "rate limited");
            } else if (each instanceof TimeoutException || each instanceof HttpTimeoutException) {
                return new ChatFault(ChatFault.Reason.MODEL_SLOW, "timed out");
            }
        }
        // Its text may hold what we sent: it goes nowhere.
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new ChatFault(ChatFault.Reason.MODEL_DOWN, root.getClass().getSimpleName());
    }

    private static ChatReply unmasked(ChatReply said, Masks masks) {
        var arguments = new TreeMap<String, String>();
        said.arguments().forEach((name, value) -> arguments.put(name, masks.unmasked(value)));
        return new ChatReply(
                said.does(),
                said.reason(),
                said.choices(),
                said.tool(),
                arguments,
                said.sentences().stream().map(each -> unmasked(each, masks)).toList());
    }

    /** Reads what comes, piece by piece; both may throw a {@link ChatFault}. */
    interface Reads<T> {

        void read(String piece);

        /** All of it, after its end. */
        T whole();
    }

    /** Hears the model. */
    private static final class Listening<T> implements StreamingChatResponseHandler {

        private final CompletableFuture<@Nullable T> reply = new CompletableFuture<>();
        private final Reads<T> reader;
        private final UnaryOperator<T> finish;
        private volatile @Nullable StreamingHandle handle;

        /** @param reader gets whether nobody waits for more; {@code finish} what was read */
        Listening(Function<BooleanSupplier, Reads<T>> reader, UnaryOperator<T> finish) {
            this.reader = reader.apply(reply::isDone);
            this.finish = finish;
        }

        @Override
        public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
            handle = context.streamingHandle();
            if (reply.isDone()) {
                stop();
                return;
            }
            try {
                reader.read(piece.text());
            } catch (RuntimeException e) {
                reply.completeExceptionally(e);
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            try {
                reply.complete(finish.apply(reader.whole()));
            } catch (ChatFault nonsense) {
                reply.completeExceptionally(nonsense);
            }
        }

        @Override
        public void onError(Throwable error) {
            reply.completeExceptionally(error);
        }

        void stop() {
            StreamingHandle stream = handle;
            if (stream != null && !stream.isCancelled()) {
                stream.cancel();
            }
        }
    }
}
