package dev.ramah.survey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.conversation.Cause;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Receipt;
import dev.ramah.customer.Customers;
import dev.ramah.platform.Exports;
import dev.ramah.platform.Faults;
import dev.ramah.platform.Forgets;
import dev.ramah.platform.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The door to what was answered. Answers are kept once, in a transaction that holds the asking's row; then the log tells
 * of marks and of the first words, as of any rating, under an id of this asking: sent again it is the same answer, whatever
 * got lost in between.
 */
@ApplicationScoped
class GivenAnswers implements Forgets, Exports {

    private static final Logger LOG = Logger.getLogger(GivenAnswers.class);

    /** After this an answer of which the log does not know was left behind by a process that died. */
    private static final Duration TELLING = Duration.ofSeconds(30);

    private final Conversations conversations;
    private final Customers customers;
    private final Session entities;
    private final Clock clock;

    GivenAnswers(Conversations conversations, Customers customers, Session entities, Clock clock) {
        this.conversations = conversations;
        this.customers = customers;
        this.entities = entities;
        this.clock = clock;
    }

    /** What is asked, for whoever holds a link. */
    @Transactional
    Shown open(UUID id) {
        Ask ask = Ask.locked(id);
        requireOpen(ask);
        return Shown.of(ask.id, ask.asks(), conversations.find(ask.ref()).language());
    }

    /**
     * Keeps the answers, once.
     *
     * @param conversation whose asking it has to be; null for whoever holds the link
     * @param cause what it was, where the mark is a low one
     * @param tell whether they want to hear when it is fixed, where the mark is a low one
     * @throws Problem INVALID if one makes no sense, NOT_FOUND, or CONFLICT if others were given or it is too late
     */
    void answer(
            UUID id,
            @Nullable ConversationRef conversation,
            Map<String, JsonNode> given,
            @Nullable String cause,
            @Nullable Boolean tell) {
        boolean wants = Boolean.TRUE.equals(tell);
        Ask kept = QuarkusTransaction.requiringNew().call(() -> keep(id, conversation, given, Cause.of(cause), wants));
        tellStill(kept);
    }

    /** Tells the log of answers that it does not know yet. */
    void tellStill(Ask kept) {
        if (!kept.told) {
            tell(kept);
        }
    }

    private Ask keep(
            UUID id,
            @Nullable ConversationRef conversation,
            Map<String, JsonNode> given,
            @Nullable Cause cause,
            boolean tell) {
        Ask ask = Ask.locked(id, conversation);
        if (ask.state == Ask.State.ANSWERED && isSame(ask, given, cause, tell)) {
            return ask;
        }
        requireOpen(ask);
        List<Answer> answers = Answer.read(ask.asks(), given);
        answers.forEach(each -> new GivenAnswer(ask.id, each).persist());
        ask.cause = cause(answers, cause);
        ask.tell = tell && Answer.areLow(answers);
        ask.answer(clock.instant());
        ask.told = false;
        return ask;
    }

    private static boolean isSame(Ask ask, Map<String, JsonNode> given, @Nullable Cause cause, boolean tell) {
        List<GivenAnswer> kept = GivenAnswer.of(ask.id);
        if (kept.isEmpty()) {
            return false;
        }
        List<Answer> again = Answer.read(ask.asks(), given);
        return again.size() == kept.size()
                && again.stream().allMatch(each -> kept.stream().anyMatch(each::isSame))
                && cause(again, cause) == ask.cause
                && (tell && Answer.areLow(again)) == ask.tell;
    }

    /** It says something only of a low mark. */
    private static @Nullable Cause cause(List<Answer> answers, @Nullable Cause said) {
        return Answer.areLow(answers) ? said : null;
    }

    private void requireOpen(Ask ask) {
        if (!customers
                .forgotten(List.of(conversations.find(ask.ref()).customer()))
                .isEmpty()) {
            throw Problem.notFound("This customer was erased: nothing is kept of them.");
        }
        switch (ask.state) {
            case ANSWERED -> throw Problem.conflict("This was answered already.");
            case REFUSED, DUE -> throw Problem.conflict("This is not asked.");
            case ASKED -> {
                if (ask.isOver(clock.instant())) {
                    throw Problem.forbidden("The time to answer this is over.");
                }
            }
        }
    }

    /** Tells the log of those that a process which died had kept and not told. */
    void tellLeftBehind() {
        List<Ask> left = QuarkusTransaction.requiringNew().call(() -> Ask.<Ask>find(
                        "told = false and answeredAt < ?1", clock.instant().minus(TELLING))
                .page(0, 100)
                .list());
        for (Ask each : left) {
            try {
                tell(each);
            } catch (Problem refused) {
                LOG.debugf("An answer that was left behind is told the next time: %s", refused.detail());
            }
        }
    }

    private void tell(Ask ask) {
        Happened.Rated rated = QuarkusTransaction.requiringNew().call(() -> rated(ask));
        ConversationRef ref = ask.ref();
        String name = "survey-" + ask.id;
        boolean says = rated.csat() != null || rated.nps() != null || rated.effort() != null || rated.text() != null;
        if (says) {
            // Where it is refused the answers stay where they are, beside a rating that may not be changed any more.
            toLog(() -> conversations.customerRates(ref, name, rated));
        }
        if (ask.tell) {
            // That may change also where a rating may not, so it is an entry of its own.
            toLog(() -> conversations.customerWantsToHear(ref, name + "-tell", ask.episode, true));
        }
        QuarkusTransaction.requiringNew().run(() -> Ask.update("told = true where id = ?1", ask.id));
    }

    /** @throws Problem if it has to be told later; what the log refuses stays with the answers alone */
    static void toLog(Supplier<CompletableFuture<Receipt>> telling) {
        try {
            var unused = telling.get().join();
        } catch (CompletionException fault) {
            Problem problem = Faults.asProblem(fault);
            if (problem.isForLater()) {
                throw problem;
            }
            LOG.debugf("The log does not take an answer: %s", problem.detail());
        }
    }

    private static Happened.Rated rated(Ask ask) {
        Form form = ask.asks();
        List<Answer> answers = GivenAnswer.read(form, ask.id);
        String comment = form.questions().stream()
                .flatMap(question ->
                        answers.stream().filter(each -> each.question().equals(question)))
                .map(Answer::words)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Happened.Rated(
                ask.episode,
                Answer.number(answers, Kind.CSAT),
                Answer.number(answers, Kind.NPS),
                Answer.number(answers, Kind.CES),
                null,
                ask.cause,
                comment);
    }

    /** What they wrote goes, and what colleagues wrote about not asking them; numbers stay, and nobody is asked any more. */
    @Override
    @Transactional
    public void forget(UUID customer) {
        for (String each : List.of(
                // First, for it waits for who holds an asking to keep an answer: their words are seen below and go too.
                "update survey_ask set note = null, due_at = null where conversation in (select id from conversation where customer = :customer)",
                "update survey_ask set state = 'REFUSED', refusal = 'ERASED' where state = 'DUE' and conversation in (select id from conversation where customer = :customer)",
                "update survey_answer set words = null where ask in (select id from survey_ask where conversation in (select id from conversation where customer = :customer))")) {
            entities.createNativeMutationQuery(each)
                    .setParameter("customer", customer)
                    .executeUpdate();
        }
    }

    @Override
    public String name() {
        return "surveys";
    }

    /** What they were asked, and what they answered. */
    @Override
    @Transactional
    public Object export(UUID customer) {
        List<UUID> theirs = conversations.ofCustomer(customer).stream()
                .map(each -> each.conversation().id())
                .toList();
        return theirs.isEmpty()
                ? List.of()
                : Ask.<Ask>list("conversation in ?1 and askedAt is not null order by askedAt", theirs).stream()
                        .map(GivenAnswers::exported)
                        .toList();
    }

    private static Map<String, Object> exported(Ask ask) {
        Map<String, Object> answers = new LinkedHashMap<>();
        GivenAnswer.of(ask.id)
                .forEach(each -> answers.put(
                        each.question,
                        each.number != null
                                ? each.number
                                : Objects.requireNonNullElse(each.choice, Objects.requireNonNullElse(each.words, ""))));
        return Map.of(
                "conversation",
                ask.conversation,
                "episode",
                ask.episode,
                "askedAt",
                Objects.requireNonNull(ask.askedAt),
                "answers",
                answers);
    }
}
