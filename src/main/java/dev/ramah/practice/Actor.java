package dev.ramah.practice;

import dev.ramah.language.BriefReply;
import dev.ramah.language.BriefTask;
import dev.ramah.language.ChatFault;
import dev.ramah.language.ChatModel;
import dev.ramah.language.ChatReply;
import dev.ramah.language.ChatTask;
import dev.ramah.language.ModelCalls;
import dev.ramah.language.Prompts;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * A chat model that plays the customer and marks the tone, where one is configured. What it says is checked; whenever it
 * is silent, late or wrong, the customer says what was recorded or written, and the tone is not marked.
 */
@Singleton
class Actor {

    private static final Logger LOG = Logger.getLogger(Actor.class);

    static final String MODEL = "model";

    private static final String CUSTOMER = "practice/customer.md";
    private static final String TONE = "practice/tone.md";
    private static final String POINTS = "points";

    /** Longer than any customer of ours goes on. */
    private static final int LONGEST = 800;

    private static final int LONGEST_REASON = 300;

    private static final Pattern FIGURES = Pattern.compile("\\d+");

    private final ChatModel model;
    private final ModelCalls calls;
    private final String shop;

    Actor(ChatModel model, ModelCalls calls, @ConfigProperty(name = "ramah.shop", defaultValue = "Ramah") String shop) {
        this.model = model;
        this.calls = calls;
        this.shop = shop;
    }

    boolean isThere() {
        return model.isThere();
    }

    /** What the customer says to the newest answer; empty if the model has nothing that can be believed. Takes seconds. */
    Optional<Play.Reply> reply(UUID attempt, Plot plot, List<Utterance> talk) {
        if (!isThere()) {
            return Optional.empty();
        }
        ChatTask task = new ChatTask(instructions(plot), lines(talk), List.of(), List.of());
        return asked(attempt, () -> model.ask(task, model.patience(), each -> {}), said -> believed(said, plot, talk))
                .map(text -> new Play.Reply(List.of(text), MODEL, Play.answers(talk) >= plot.answers()));
    }

    /** How the answers sound; empty if the model does not say, or names no answer. Takes seconds. */
    Optional<Judge.Tone> tone(UUID attempt, Plot plot, List<Utterance> talk) {
        if (!isThere() || Play.answers(talk) == 0) {
            return Optional.empty();
        }
        String material = talk.stream()
                .filter(each -> !each.note())
                .map(each -> "[" + each.seq() + "] " + each.by().wire() + ": "
                        + each.text().replaceAll("\\R", " "))
                .collect(Collectors.joining("\n"));
        BriefTask task = new BriefTask(
                Prompts.filled(TONE, Map.of("shop", shop, "language", language(plot))), material, List.of(POINTS));
        return asked(attempt, () -> model.brief(task, model.patience()), said -> tone(said, talk));
    }

    private <T, R> Optional<R> asked(
            UUID attempt, Supplier<CompletableFuture<T>> ask, Function<T, Optional<R>> believed) {
        Optional<Long> call = calls.beginPractice(attempt);
        if (call.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<R> said = believed.apply(ask.get().join());
            calls.ended(call.get(), said.isPresent() ? "REHEARSED" : "MODEL_UNPROVED");
            return said;
        } catch (CompletionException failed) {
            Throwable cause = failed.getCause();
            LOG.warnf("A rehearsal goes on without the model: %s", cause == null ? "no answer" : cause.getMessage());
            calls.ended(
                    call.get(),
                    cause instanceof ChatFault known ? known.reason().name() : "MODEL_DOWN");
            return Optional.empty();
        }
    }

    private String instructions(Plot plot) {
        return Prompts.filled(
                CUSTOMER,
                Map.of(
                        "shop", shop,
                        "language", language(plot),
                        "told", said(plot.opening().stream()),
                        "facts", each(plot.facts().stream().map(each -> each.kind() + ": " + each.value())),
                        "later", said(plot.turns().stream().flatMap(List::stream)),
                        "branches",
                                each(plot.branches().stream()
                                        .map(each -> "to an answer about \""
                                                + each.match().replaceAll("\\R", " / ") + "\": " + each.reply()))));
    }

    private static String said(Stream<Plot.Line> lines) {
        return each(lines.filter(each -> each.by() == Who.CUSTOMER).map(Plot.Line::text));
    }

    private static String each(Stream<String> texts) {
        String all = texts.map(each -> "- " + each.replaceAll("\\R", " ")).collect(Collectors.joining("\n"));
        return all.isEmpty() ? "- nothing" : all;
    }

    private static String language(Plot plot) {
        return Locale.forLanguageTag(plot.language()).getDisplayLanguage(Locale.ENGLISH);
    }

    /** From the first answer on; the two sides are turned round, for the model is the customer. */
    private static List<ChatTask.Line> lines(List<Utterance> talk) {
        return talk.stream()
                .filter(each -> !each.note() && !Utterance.OPENING.equals(each.how()))
                .map(each -> new ChatTask.Line(each.by() == Who.AGENT, each.text()))
                .toList();
    }

    /** A customer who invents an order or a date would be asked about it, and be marked for it. */
    static Optional<String> believed(ChatReply said, Plot plot, List<Utterance> talk) {
        String text = said.sentences().stream()
                .map(ChatReply.Sentence::text)
                .map(String::strip)
                .collect(Collectors.joining(" "))
                .strip();
        Set<String> known = figures(Stream.concat(
                plot.words().stream().map(Plot.Words::text), talk.stream().map(Utterance::text)));
        boolean right = said.does() == ChatReply.Does.ANSWER
                && !text.isEmpty()
                && text.length() <= LONGEST
                && known.containsAll(figures(Stream.of(text)));
        return right ? Optional.of(text) : Optional.empty();
    }

    private static Set<String> figures(Stream<String> texts) {
        return texts.flatMap(each -> FIGURES.matcher(each).results().map(MatchResult::group))
                .collect(Collectors.toSet());
    }

    static Optional<Judge.Tone> tone(BriefReply said, List<Utterance> talk) {
        if (said.facts().isEmpty() || said.summary().isEmpty()) {
            return Optional.empty();
        }
        BriefReply.Named mark = said.facts().get(0);
        BriefReply.Point why = said.summary().get(0);
        boolean right = mark.kind().equals(POINTS)
                && mark.value().strip().matches("\\d{1,3}")
                && Integer.parseInt(mark.value().strip()) <= 100
                && talk.stream().anyMatch(each -> each.isAnswer() && each.seq() == mark.entry())
                && !why.text().isBlank();
        if (!right) {
            return Optional.empty();
        }
        List<Mark.Place> places = new ArrayList<>();
        Set<Integer> named = new LinkedHashSet<>(List.of(mark.entry()));
        named.addAll(why.entries());
        talk.stream()
                .filter(each -> each.isAnswer() && named.contains(each.seq()))
                .forEach(each -> places.add(new Mark.Place(each.seq(), each.text())));
        String reason = why.text().strip();
        return Optional.of(new Judge.Tone(
                Integer.parseInt(mark.value().strip()),
                reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON),
                List.copyOf(places)));
    }
}
