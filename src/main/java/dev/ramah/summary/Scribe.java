package dev.ramah.summary;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.language.BriefReply;
import dev.ramah.language.BriefTask;
import dev.ramah.language.ChatFault;
import dev.ramah.language.ChatModel;
import dev.ramah.language.ModelCalls;
import dev.ramah.language.Prompts;
import dev.ramah.platform.Database;
import dev.ramah.platform.Threads;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets the chat model write summaries, in the background. Whatever goes wrong with it, there is none, and the brief that
 * was made without it stays as it is.
 */
@ApplicationScoped
public class Scribe {

    private static final Logger LOG = Logger.getLogger(Scribe.class);

    private static final String PROMPT = "summary/brief.md";

    /** Beyond this many they would come too late to be read. */
    private static final int WAITING = 200;

    private final ChatModel model;
    private final ModelCalls calls;
    private final Conversations conversations;
    private final Summaries summaries;
    private final String shop;

    private final ExecutorService threads = new ThreadPoolExecutor(
            2,
            2,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Threads.named("scribe"),
            new ThreadPoolExecutor.DiscardPolicy());

    Scribe(
            ChatModel model,
            ModelCalls calls,
            Conversations conversations,
            Summaries summaries,
            @ConfigProperty(name = "ramah.shop", defaultValue = "Ramah") String shop) {
        this.model = model;
        this.calls = calls;
        this.conversations = conversations;
        this.summaries = summaries;
        this.shop = shop;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Whether there is a model that writes. */
    public boolean isThere() {
        return model.isThere();
    }

    /**
     * Makes the summary of a hand-over, unless somebody did or tried before; returns at once.
     *
     * @param seq the entry that handed over
     * @param language to write in, by its code
     * @param made hears it when it is kept, on another thread; it may never be
     */
    public void write(ConversationRef conversation, int seq, String language, Consumer<Summary> made) {
        if (model.isThere()) {
            threads.execute(() -> Database.ifThere(() -> begin(conversation, seq, language, made)));
        }
    }

    private void begin(ConversationRef conversation, int seq, String language, Consumer<Summary> made) {
        if (!summaries.claim(conversation, seq, language)) {
            return;
        }
        Material material = Material.of(conversations.entries(conversation, 0), seq);
        Optional<Long> call = material.isEmpty() ? Optional.empty() : calls.begin(conversation.id());
        if (call.isEmpty()) {
            return;
        }
        BriefTask task = new BriefTask(instructions(language), material.lines(), Summary.KINDS);
        var unused = model.brief(task, model.patience())
                .handleAsync(
                        (said, fault) -> {
                            Optional<Summary> summary =
                                    said == null ? Optional.empty() : Summary.proved(said, material, seq, language);
                            Database.ifThere(() -> {
                                calls.ended(call.get(), outcome(said, fault, summary));
                                summary.filter(each -> summaries.keep(conversation, each))
                                        .ifPresent(made);
                            });
                            return null;
                        },
                        threads);
    }

    private static String outcome(@Nullable BriefReply said, @Nullable Throwable fault, Optional<Summary> summary) {
        if (said != null) {
            return summary.isPresent() ? "BRIEFED" : "MODEL_UNPROVED";
        }
        Throwable cause = fault == null || fault.getCause() == null ? fault : fault.getCause();
        LOG.warnf("A brief stays as it was: %s", cause == null ? "no answer" : cause.getMessage());
        return cause instanceof ChatFault known ? known.reason().name() : "MODEL_DOWN";
    }

    private String instructions(String language) {
        return Prompts.filled(
                PROMPT,
                Map.of(
                        "shop", shop,
                        "language", Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH),
                        "kinds", String.join(", ", Summary.KINDS)));
    }
}
