package dev.ramah.goodwill;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Receipt;
import dev.ramah.conversation.State;
import dev.ramah.platform.Faults;
import dev.ramah.platform.Forgets;
import dev.ramah.platform.Ids;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import dev.ramah.platform.Text;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.Settings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The door to what was given. A gift is kept in one transaction that holds the rows of who gives and who gets, so that
 * sums are true while they are compared with what is allowed; then the log tells of it, under its giver's own id. Sent
 * again, it is the same gift and the same entry, whatever got lost in between.
 */
@ApplicationScoped
class Gifts implements Forgets {

    private static final Logger LOG = Logger.getLogger(Gifts.class);

    private static final Duration DAY = Duration.ofHours(24);

    /** After this a gift of which the log does not tell was left behind by a process that died. */
    private static final Duration TELLING = Duration.ofSeconds(30);

    private static final int LONGEST_REASON = 300;

    private static final int MOST_SHOWN = 200;

    private final Conversations conversations;
    private final Settings settings;
    private final Allowance allowance;
    private final Session entities;
    private final Clock clock;

    Gifts(Conversations conversations, Settings settings, Allowance allowance, Session entities, Clock clock) {
        this.conversations = conversations;
        this.settings = settings;
        this.allowance = allowance;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * What somebody wants to give.
     *
     * @param amount of a refund; of all others it is the gesture's
     * @param again whether it is meant though the same was given in this episode already
     */
    record Wish(UUID gesture, @Nullable BigDecimal amount, String reason, boolean again) {}

    /** What was given, and the entry that tells of it. */
    record Given(Gift.View gift, int seq) {}

    /**
     * Gives it, once.
     *
     * @throws Problem CONFLICT above what is allowed; GIVEN where the same was given in this episode and this was not said
     *     to be meant; NOT_FOUND, INVALID, or what the log says
     */
    Given give(Colleague by, State state, String clientId, Wish wish) {
        String reason = Text.line(wish.reason());
        if (reason == null || reason.length() > LONGEST_REASON || !Text.isStorable(reason)) {
            throw Problem.invalid("reason has 1 to " + LONGEST_REASON + " characters.");
        }
        Gift kept = QuarkusTransaction.requiringNew().call(() -> keep(by, state, clientId, wish, reason));
        return new Given(kept.view(), tell(kept));
    }

    private Gift keep(Colleague by, State state, String clientId, Wish wish, String reason) {
        lock(by.id(), state.customer());
        Optional<Gift> before = Gift.<Gift>find(
                        "conversation = ?1 and agent = ?2 and clientId = ?3",
                        state.conversation().id(),
                        by.id(),
                        clientId)
                .firstResultOptional();
        if (before.isPresent()) {
            return before.get();
        }
        Gesture gesture = Gesture.<Gesture>findByIdOptional(wish.gesture())
                .filter(each -> each.active)
                .orElseThrow(() -> Problem.notFound("This is not given any more."));
        Gift gift = gift(by, state, clientId, gesture, reason);
        if (gesture.kind == Kind.REFUND) {
            long chosen = refund(gesture, wish.amount());
            gift.amount = chosen;
            gift.cost = chosen;
        }
        checkAllowed(by, state.customer(), gift.cost);
        if (!wish.again() && isGiven(state, gesture)) {
            throw new Problem(Code.GIVEN, gesture.name + " was given in this conversation already.");
        }
        gift.persistAndFlush();
        return gift;
    }

    /** In one order for all, so that two never wait for each other in a circle. */
    private void lock(UUID... who) {
        entities.createNativeMutationQuery(
                        "insert into giving (who) select unnest(cast(:who as uuid[])) order by 1 on conflict do nothing")
                .setParameter("who", who)
                .executeUpdate();
        entities.createNativeQuery("select who from giving where who = any(:who) order by who for update", UUID.class)
                .setParameter("who", who)
                .getResultList();
    }

    private Gift gift(Colleague by, State state, String clientId, Gesture gesture, String reason) {
        Gift gift = new Gift();
        gift.at = clock.instant();
        gift.id = Ids.next(gift.at);
        gift.gesture = gesture.id;
        gift.conversation = state.conversation().id();
        gift.episode = state.episode();
        gift.agent = by.id();
        gift.agentName = by.name();
        gift.clientId = clientId;
        gift.kind = gesture.kind;
        gift.name = gesture.name;
        gift.amount = gesture.amount;
        gift.currency = limits().money();
        gift.code = gesture.code == null ? null : Codes.next(gesture.code);
        gift.cost = gesture.cost;
        gift.reason = reason;
        return gift;
    }

    private static long refund(Gesture gesture, @Nullable BigDecimal wish) {
        Long amount = Amount.hundredthsOrNull("amount", wish);
        long most = gesture.amount == null ? 0 : gesture.amount;
        if (amount == null || amount == 0 || amount > most) {
            throw Problem.invalid("amount is more than 0 and at most " + Amount.decimal(most) + ".");
        }
        return amount;
    }

    private void checkAllowed(Colleague by, UUID customer, long cost) {
        Left left = left(by, customer);
        if (cost > left.aDay()) {
            throw Problem.conflict("This is more than you may give today: " + Amount.decimal(left.aDay()) + " "
                    + limits().money() + " are left.");
        }
        if (cost > left.aCustomer()) {
            throw Problem.conflict("This is more than this customer may get: " + Amount.decimal(left.aCustomer()) + " "
                    + limits().money() + " are left.");
        }
    }

    /** What may still be given, in hundredths; never below 0. */
    record Left(long aDay, long aCustomer) {}

    /** As it is now; it is only sure to stay so under the lock. */
    @Transactional
    Left left(Colleague by, UUID customer) {
        Allowance.Limits all = limits();
        Allowance.Limit limit = all.of(by.role());
        Instant now = clock.instant();
        long given = sum(
                "select coalesce(sum(cost), 0) from gift where agent = :who and at > :since", by.id(), now.minus(DAY));
        long got = sum(
                """
                select coalesce(sum(g.cost), 0) from conversation c join gift g on g.conversation = c.id
                 where c.customer = :who and g.at > :since""",
                customer,
                now.minus(DAY.multipliedBy(all.days())));
        return new Left(Math.max(0, limit.hundredthsADay() - given), Math.max(0, limit.hundredthsACustomer() - got));
    }

    private long sum(String sql, UUID who, Instant since) {
        return entities.createNativeQuery(sql, BigDecimal.class)
                .setParameter("who", who)
                .setParameter("since", since)
                .getSingleResult()
                .longValue();
    }

    Allowance.Limits limits() {
        return settings.of(allowance);
    }

    private static boolean isGiven(State state, Gesture gesture) {
        return Gift.count(
                        "conversation = ?1 and episode = ?2 and gesture = ?3",
                        state.conversation().id(),
                        state.episode(),
                        gesture.id)
                > 0;
    }

    private int tell(Gift gift) {
        try {
            Receipt receipt = conversations
                    .give(
                            new ConversationRef(gift.conversation),
                            Author.agent(gift.agent, gift.agentName),
                            gift.clientId,
                            gift.entry())
                    .join();
            QuarkusTransaction.requiringNew().run(() -> Gift.update("told = true where id = ?1", gift.id));
            return receipt.seq();
        } catch (CompletionException fault) {
            Problem problem = Faults.asProblem(fault);
            if (problem.code() != Code.UNAVAILABLE) {
                // Refused for good, so nobody ever hears of it. Without an answer it may be stored: then it is told
                // again.
                QuarkusTransaction.requiringNew().run(() -> Gift.delete("id = ?1 and told = false", gift.id));
            }
            throw problem;
        }
    }

    /** What was given in a conversation, the oldest first. */
    @Transactional
    List<Gift.View> in(ConversationRef conversation) {
        return views(Gift.<Gift>find("conversation = ?1 and told = true", Sort.by("at"), conversation.id()).stream());
    }

    /** What was given since then, the newest first, and at most {@value #MOST_SHOWN}. */
    @Transactional
    List<Gift.View> since(Instant moment) {
        return views(
                Gift.<Gift>find("at >= ?1 and told = true", Sort.descending("at"), moment)
                        .page(0, MOST_SHOWN)
                        .stream());
    }

    private static List<Gift.View> views(Stream<Gift> gifts) {
        return gifts.map(Gift::view).toList();
    }

    /** Tells of those that a process which died had kept and not told. */
    void tellLeftBehind() {
        List<Gift> left = QuarkusTransaction.requiringNew().call(() -> Gift.<Gift>find(
                        "told = false and at < ?1", clock.instant().minus(TELLING))
                .page(0, 100)
                .list());
        for (Gift each : left) {
            try {
                tell(each);
            } catch (Problem refused) {
                LOG.debugf("A gift that was left behind is taken back, or told the next time: %s", refused.detail());
            }
        }
    }

    /** What stays is what was given and by whom: it is the shop's money. Why may tell of the customer. */
    @Override
    @Transactional
    public void forget(UUID customer) {
        entities.createNativeMutationQuery(
                        """
                        update gift set reason = null
                         where conversation in (select id from conversation where customer = :customer)""")
                .setParameter("customer", customer)
                .executeUpdate();
    }
}
