package dev.ramah.bot;

import dev.ramah.conversation.BotTurn;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import dev.ramah.knowledge.Library;
import dev.ramah.knowledge.Match;
import dev.ramah.language.ChatFault;
import dev.ramah.language.ChatModel;
import dev.ramah.language.ChatReply;
import dev.ramah.language.ChatTask;
import dev.ramah.language.ModelCalls;
import dev.ramah.language.Prompts;
import dev.ramah.language.SentenceModel;
import dev.ramah.platform.Threads;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets the chat model write what the bot would otherwise quote. It chooses among four things and writes from numbered
 * passages only; all that reaches the customer from it are sentences that are proved. Whatever goes wrong with it, the
 * bot says what it would have said by itself.
 */
@ApplicationScoped
class Writer {

    private static final Logger LOG = Logger.getLogger(Writer.class);

    /** What the embedded bot decides by what the articles say is written better; all other rules stand. */
    private static final Set<Rule> WRITTEN_BETTER =
            Set.of(Rule.ANSWERED, Rule.UNSURE, Rule.EQUALLY_LIKELY, Rule.ASKED_TWICE, Rule.NOTHING_FOUND);

    /** For what a model may ask for a person. */
    private static final List<String> REASONS = Stream.of(
                    Rule.NOTHING_FOUND, Rule.NEEDS_A_PERSON, Rule.ASKED_FOR_A_PERSON, Rule.UPSET)
            .map(Rule::name)
            .toList();

    // The newest words tell what is wanted; older ones cost time.
    private static final int LINES = 12;

    private static final int MOST_SOURCES = 8;

    private static final int MOST_LOOKED_UP = 2;

    private static final String VERIFIED = "The shop has vouched for who this customer is.";
    private static final String UNVERIFIED =
            "Nobody has vouched for who this customer is: say nothing about orders or data of any person.";

    private final ChatModel model;
    private final ModelCalls calls;
    private final Library library;
    private final SentenceModel meanings;
    private final BotConfig config;
    private final Shop shop;
    private final Tools tools;
    private final String shopName;

    private final ExecutorService threads = Executors.newFixedThreadPool(2, Threads.named("writer"));

    Writer(
            ChatModel model,
            ModelCalls calls,
            Library library,
            SentenceModel meanings,
            BotConfig config,
            Shop shop,
            Tools tools,
            @ConfigProperty(name = "ramah.shop", defaultValue = "Ramah") String shopName) {
        this.model = model;
        this.calls = calls;
        this.library = library;
        this.meanings = meanings;
        this.config = config;
        this.shop = shop;
        this.tools = tools;
        this.shopName = shopName;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Whether it would write instead of this. */
    boolean writes(Answers.Answer embedded) {
        return model.isThere() && WRITTEN_BETTER.contains(embedded.decision().rule());
    }

    /** The longest that it may take. */
    Duration patience() {
        return model.patience();
    }

    /**
     * Writes.
     *
     * @param embedded what the bot would say without it
     * @param shown hears what the customer may already see, whenever it grows
     * @return what the bot does, within the model's patience; fails only when it is cancelled
     */
    CompletableFuture<Answers.Answer> write(
            BotTurn turn, Asked asked, Answers.Answer embedded, Consumer<String> shown) {
        Known who = shop.known(turn.state().customer());
        Work work = new Work(
                turn,
                asked,
                embedded,
                shown,
                who,
                System.nanoTime() + patience().toNanos());
        return attempt(work, sources(asked, embedded), 0);
    }

    /** What it is asked to do, and until when. */
    private record Work(
            BotTurn turn, Asked asked, Answers.Answer embedded, Consumer<String> shown, Known who, long deadlineNanos) {

        Duration left() {
            return Duration.ofNanos(Math.max(1, deadlineNanos - System.nanoTime()));
        }
    }

    private CompletableFuture<Answers.Answer> attempt(Work work, List<Source> sources, int lookedUp) {
        List<String> names = lookedUp < MOST_LOOKED_UP ? tools.names(work.who()) : List.of();
        Optional<Long> call = sources.isEmpty() && names.isEmpty()
                ? Optional.empty()
                : calls.begin(work.turn().state().conversation().id());
        if (call.isEmpty()) {
            return CompletableFuture.completedFuture(work.embedded());
        }
        Map<String, String> blanks = blanks(work, names);
        String rules = Prompts.filled("bot/answer.md", blanks);
        blanks.put("passages", sources.stream().map(Source::forModel).collect(Collectors.joining("\n\n")));
        ChatTask task = new ChatTask(Prompts.filled("bot/answer.md", blanks), talk(work.turn()), REASONS, names);
        Draft draft = new Draft(
                sources,
                new Proof(
                        meanings,
                        config.hosts().orElse(Set.of()),
                        rules,
                        work.asked().language()),
                work.shown());
        CompletableFuture<ChatReply> reply = model.ask(task, work.left(), draft::hear);
        CompletableFuture<Answers.Answer> written = reply.<Ending>handleAsync(
                        (said, fault) -> {
                            Ending ending = said == null ? failed(fault) : ended(said, draft, work);
                            calls.ended(call.get(), ending.outcome());
                            return ending;
                        },
                        threads)
                .thenCompose(ending -> {
                    if (ending.found() != null) {
                        return attempt(work, with(sources, ending.found()), lookedUp + 1);
                    }
                    Decision decision = ending.decision();
                    return CompletableFuture.completedFuture(
                            decision == null
                                    ? work.embedded()
                                    : new Answers.Answer(
                                            decision, work.embedded().matches()));
                });
        return stoppedWith(written, reply);
    }

    private static List<Source> with(List<Source> sources, Tools.Fact found) {
        List<Source> all = new ArrayList<>(sources);
        all.add(new Source(sources.size() + 1, "What the shop knows", found.text(), null, found.at()));
        return all;
    }

    /** What came of it, for the record, and what the bot does; null if that is what it would do anyway. */
    private record Ending(String outcome, @Nullable Decision decision, Tools.@Nullable Fact found) {

        Ending(String outcome, @Nullable Decision decision) {
            this(outcome, decision, null);
        }
    }

    private static Ending failed(Throwable fault) {
        Throwable cause = fault.getCause() == null ? fault : fault.getCause();
        if (cause instanceof CancellationException) {
            return new Ending("LEFT", null);
        }
        LOG.warnf("The bot answers without the chat model: %s", cause.getMessage());
        return new Ending(cause instanceof ChatFault known ? known.reason().name() : "MODEL_DOWN", null);
    }

    private Ending ended(ChatReply said, Draft draft, Work work) {
        return switch (said.does()) {
            case ANSWER -> answered(said, draft, work);
            case ASK_BACK -> askedBack(said, draft, work.asked());
            case HAND_OVER -> new Ending("HANDED_OVER", new Decision.HandOver(reason(said)));
            case LOOK_UP ->
                tools.lookUp(work.turn().state(), work.who(), said.tool(), said.arguments())
                        .map(found -> new Ending("LOOKED_UP", null, found))
                        .orElseGet(() -> new Ending("FOUND_NOTHING", null));
        };
    }

    private static Ending answered(ChatReply said, Draft draft, Work work) {
        // Those that came while it was written are known already.
        said.sentences().forEach(draft::hear);
        if (draft.isEmpty()) {
            return new Ending("MODEL_UNPROVED", null);
        }
        if (draft.articles().stream().anyMatch(Match::needsPerson)) {
            return new Ending("HANDED_OVER", new Decision.HandOver(Rule.NEEDS_A_PERSON));
        }
        if (saidByBot(work.turn()).anyMatch(draft.text()::equals)) {
            return new Ending("HANDED_OVER", new Decision.HandOver(Rule.ASKED_TWICE));
        }
        Voice voice = Voice.in(work.asked().language());
        String text =
                draft.text() + draft.knownAt().map(at -> " " + voice.asOf(at)).orElse("");
        return new Ending("ANSWERED", new Decision.Write(Rule.WRITTEN, text, draft.articles()));
    }

    private static Ending askedBack(ChatReply said, Draft draft, Asked asked) {
        List<Match> choices = draft.articles(said.choices());
        if (choices.isEmpty()) {
            return new Ending("MODEL_NONSENSE", null);
        }
        return asked.lastWord() == Asked.LastWord.ASK_BACK
                ? new Ending("HANDED_OVER", new Decision.HandOver(Rule.EQUALLY_LIKELY))
                : new Ending("ASKED_BACK", new Decision.AskBack(Rule.UNSURE, choices));
    }

    private static Rule reason(ChatReply said) {
        return REASONS.contains(said.reason()) ? Rule.valueOf(said.reason()) : Rule.NOTHING_FOUND;
    }

    /** What may answer: to the question, and to the question with the one before it, for "and to Bali?". */
    private List<Source> sources(Asked asked, Answers.Answer embedded) {
        List<Match> all = new ArrayList<>(embedded.matches());
        if (!asked.previous().isEmpty()) {
            all.addAll(library.search(asked.withPrevious().question(), asked.language())
                    .matches());
        }
        Map<String, Match> byText = new LinkedHashMap<>();
        all.forEach(each -> byText.putIfAbsent(each.passage().text(), each));
        List<Source> sources = new ArrayList<>();
        byText.values().stream().limit(MOST_SOURCES).forEach(each -> sources.add(Source.of(sources.size() + 1, each)));
        return sources;
    }

    private Map<String, String> blanks(Work work, List<String> names) {
        Map<String, String> blanks = new LinkedHashMap<>();
        blanks.put("shop", shopName);
        blanks.put("language", Locale.forLanguageTag(work.asked().language()).getDisplayLanguage(Locale.ENGLISH));
        blanks.put("customer", work.who().isVerified() ? VERIFIED : UNVERIFIED);
        blanks.put("tools", tools.described(names));
        blanks.put("passages", "");
        return blanks;
    }

    private static List<ChatTask.Line> talk(BotTurn turn) {
        List<ChatTask.Line> lines = turn.episode().stream()
                .filter(each -> each.what() instanceof Happened.Said && !each.erased())
                .map(each -> new ChatTask.Line(each.isBy(Role.CUSTOMER), words(each)))
                .toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }

    private static Stream<String> saidByBot(BotTurn turn) {
        return turn.episode().stream()
                .filter(each -> each.isBy(Role.BOT) && each.what() instanceof Happened.Said)
                .map(Writer::words);
    }

    private static String words(Entry entry) {
        return entry.what() instanceof Happened.Said said ? said.text() : "";
    }

    /** Whoever gives up the one gives up the other. */
    private static <T> CompletableFuture<T> stoppedWith(CompletableFuture<T> outer, CompletableFuture<?> inner) {
        CompletableFuture<T> both = new CompletableFuture<>();
        var unused = outer.whenComplete((value, fault) -> {
            if (fault == null) {
                both.complete(value);
            } else {
                both.completeExceptionally(fault);
            }
        });
        var unusedToo = both.whenComplete((value, fault) -> {
            if (both.isCancelled()) {
                inner.cancel(true);
            }
        });
        return both;
    }
}
