package dev.ramah.feedback;

import dev.ramah.conversation.Author;
import dev.ramah.conversation.Bookmarks;
import dev.ramah.conversation.Cause;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Episodes;
import dev.ramah.customer.Customers;
import dev.ramah.feedback.FollowUpStep.What;
import dev.ramah.platform.Database;
import dev.ramah.platform.Exports;
import dev.ramah.platform.Faults;
import dev.ramah.platform.Forgets;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import dev.ramah.platform.Text;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.StaffRole;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Who answers customers that were unhappy, and what became of it. Which ratings there are, and which of them were
 * answered, is read from the log, with a cursor by transactions as {@link Episodes} tells them; reading an episode
 * twice changes nothing. One node reads at a time, by the lock of the cursor's row.
 */
@ApplicationScoped
class FollowUps implements Forgets, Exports {

    static final int PAGE = 50;

    /** What was rated longer ago when it is first read was brought here from elsewhere: an answer would surprise. */
    private static final Duration OLDEST = Duration.ofDays(7);

    private static final int LONGEST_REASON = 500;

    private static final String SOONEST = "due, id";
    private static final String NEWEST = "rated_at desc, id";

    private final Episodes episodes;
    private final Bookmarks bookmarks;
    private final Conversations conversations;
    private final Customers customers;
    private final Accounts accounts;
    private final Following following;
    private final GoodMarks goodMarks;
    private final Session entities;
    private final Clock clock;

    FollowUps(
            Episodes episodes,
            Bookmarks bookmarks,
            Conversations conversations,
            Customers customers,
            Accounts accounts,
            Following following,
            GoodMarks goodMarks,
            Session entities,
            Clock clock) {
        this.episodes = episodes;
        this.bookmarks = bookmarks;
        this.conversations = conversations;
        this.customers = customers;
        this.accounts = accounts;
        this.following = following;
        this.goodMarks = goodMarks;
        this.entities = entities;
        this.clock = clock;
    }

    /** A follow-up with what the log says of its episode. */
    record Case(FollowUp followUp, Complaint complaint) {}

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepUp() {
        Database.ifThere(this::catchUp);
    }

    /** Takes in what customers said, and sees to it that somebody has each of them and that no late one lies. */
    void catchUp() {
        bookmarks.readOn("follow_up_cursor", episodes::ratedSince, OLDEST, this::takeIn, this::settle);
    }

    private void takeIn(List<UUID> some) {
        List<Complaint> told = episodes.of(some, Complaint::of).stream()
                .filter(each -> each.markedAt() != null)
                .toList();
        if (told.isEmpty()) {
            return;
        }
        Set<UUID> whose = told.stream().map(Complaint::customer).collect(Collectors.toSet());
        // Held first: an erasure that is under way is over then, and known.
        goodMarks.hold(whose);
        Set<UUID> forgotten = customers.forgotten(whose);
        for (Complaint each : told) {
            FollowUp known = FollowUp.of(each.conversation(), each.episode()).orElseGet(() -> opened(each, forgotten));
            if (known != null) {
                follow(known, each);
            }
        }
        goodMarks.keep(whose);
    }

    /** A new one for a low mark, unless there is nobody to answer any more. */
    private @Nullable FollowUp opened(Complaint complaint, Set<UUID> forgotten) {
        Following.Rule rule = following.now();
        Instant at = Objects.requireNonNull(complaint.markedAt());
        boolean old = at.isBefore(clock.instant().minus(OLDEST));
        if (!rule.isAnswered(rating(complaint)) || old || forgotten.contains(complaint.customer())) {
            return null;
        }
        FollowUp opened = new FollowUp(
                complaint.conversation(), complaint.episode(), at, at.plus(Duration.ofHours(rule.hours())));
        opened.persist();
        return opened;
    }

    private static Rating rating(Complaint complaint) {
        return Objects.requireNonNull(complaint.rating());
    }

    private void follow(FollowUp known, Complaint told) {
        Entry answer = told.answer();
        if (answer != null && known.answeredAt == null) {
            UUID by = Objects.requireNonNull(answer.by().id());
            known.answered(by, answer.at());
            step(known, What.ANSWERED, by, null);
        }
        if (told.again() != null && known.again == null) {
            known.again = told.again();
            step(known, What.AGAIN, null, null);
        }
        known.marked(rating(told));
    }

    private void settle() {
        goodMarks.keepMoved();
        giveOut();
    }

    /** Whoever has none of them, or one who may not, or lets it lie. While nobody else may, it stays where it is. */
    private void giveOut() {
        Instant now = clock.instant();
        List<Colleague> leads = leads();
        Set<UUID> may = leads.stream().map(Colleague::id).collect(Collectors.toSet());
        List<FollowUp> open = FollowUp.list("state = ?1 order by due, id", FollowUp.State.OPEN);
        Map<UUID, Integer> busy = new HashMap<>();
        open.stream().filter(each -> each.owner != null).forEach(each -> busy.merge(each.owner, 1, Integer::sum));
        Predicate<FollowUp> isToGive = each -> (each.owner == null || !may.contains(each.owner) || each.lies(now))
                && may.stream().anyMatch(lead -> !lead.equals(each.owner));
        List<FollowUp> toGive = held(open.stream().filter(isToGive).toList()).stream()
                .filter(isToGive)
                .toList();
        for (Case each : complaints(toGive)) {
            FollowUp followUp = each.followUp();
            leastBusy(leads, each.complaint().crew(), followUp.owner, busy).ifPresent(next -> {
                boolean lies = followUp.lies(now);
                followUp.owner = next;
                followUp.escalatedAt = lies ? now : followUp.escalatedAt;
                busy.merge(next, 1, Integer::sum);
                step(followUp, lies ? What.ESCALATED : What.GIVEN, null, next);
            });
        }
    }

    /** Those of them that are still open, as they are now that nobody else changes them. */
    private List<FollowUp> held(List<FollowUp> some) {
        some.forEach(entities::detach);
        return some.isEmpty()
                ? List.of()
                : FollowUp.open(some.stream().map(each -> each.id).toList());
    }

    /** Who of them has the fewest, but not that one. */
    private static Optional<UUID> leastBusy(
            List<Colleague> leads, Set<UUID> crew, @Nullable UUID but, Map<UUID, Integer> busy) {
        return leads.stream()
                .filter(each -> !crew.contains(each.id()) && !each.id().equals(but))
                .min(Comparator.<Colleague>comparingInt(each -> busy.getOrDefault(each.id(), 0))
                        .thenComparing(Colleague::id))
                .map(Colleague::id);
    }

    private List<Colleague> leads() {
        return accounts.all().stream()
                .filter(each -> each.active() && each.role().includes(StaffRole.MANAGER))
                .toList();
    }

    /** As it is now: somebody may have stepped in after the mark was given. */
    private Set<UUID> crewOf(FollowUp followUp) {
        return complaint(followUp).crew();
    }

    private Complaint complaint(FollowUp followUp) {
        return complaints(List.of(followUp)).stream()
                .map(Case::complaint)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no such conversation."));
    }

    private List<Case> complaints(List<FollowUp> some) {
        Map<String, Complaint> told =
                episodes
                        .of(
                                some.stream()
                                        .map(each -> each.conversation)
                                        .distinct()
                                        .toList(),
                                Complaint::of)
                        .stream()
                        .collect(Collectors.toMap(
                                each -> each.conversation() + " " + each.episode(), Function.identity()));
        List<Case> cases = new ArrayList<>();
        for (FollowUp each : some) {
            Complaint complaint = told.get(each.conversation + " " + each.episode);
            if (complaint != null) {
                cases.add(new Case(each, complaint));
            }
        }
        return cases;
    }

    private void step(FollowUp of, What what, @Nullable UUID by, @Nullable UUID to) {
        new FollowUpStep(of.id, clock.instant(), what, by, to).persist();
    }

    /** Which ones to show. */
    enum Which {
        MINE("state = 'OPEN' and owner = :me", FollowUps.SOONEST),
        ALL("state = 'OPEN'", FollowUps.SOONEST),
        LATE("state = 'OPEN' and due < :now", FollowUps.SOONEST),
        DONE("state in ('ANSWERED', 'CLOSED')", FollowUps.NEWEST),
        LOW("true", FollowUps.NEWEST),
        FOLLOWED("answered_at is not null", FollowUps.NEWEST),
        IN_TIME("answered_at <= due", FollowUps.NEWEST),
        WON("won_at is not null", FollowUps.NEWEST);

        private final String condition;
        private final String order;

        Which(String condition, String order) {
            this.condition = condition;
            this.order = order;
        }
    }

    /**
     * A page of them: what is late first, then what is due next; what is done by when it was rated, the newest first.
     *
     * @param cause what it was for, as {@link Outcomes} names it; null for all
     * @param from when it was rated, at least; {@code to} is exclusive; null for all
     */
    @Transactional
    List<Case> find(
            Which which, @Nullable String cause, Colleague me, @Nullable Instant from, @Nullable Instant to, int page) {
        return complaints(entities.createNativeQuery(
                        "select f.* from follow_up f where " + condition(which, cause, from, to) + " order by "
                                + which.order + " limit :most offset :first",
                        FollowUp.class)
                .setProperties(parameters(which, cause, me, from, to))
                .setParameter("most", PAGE)
                .setParameter("first", page * PAGE)
                .getResultList());
    }

    @Transactional
    int count(Which which, @Nullable String cause, Colleague me, @Nullable Instant from, @Nullable Instant to) {
        return entities.createNativeQuery(
                        "select cast(count(*) as int) from follow_up f where " + condition(which, cause, from, to),
                        Integer.class)
                .setProperties(parameters(which, cause, me, from, to))
                .getSingleResult();
    }

    /** How many are open with them, and how many of those are late. */
    record Own(int open, int late) {}

    @Transactional
    Own own(Colleague me) {
        Object[] row = entities.createNativeQuery(
                        "select count(*), count(*) filter (where due < :now) from follow_up where state = 'OPEN' and owner = :me",
                        Object[].class)
                .setParameter("me", me.id())
                .setParameter("now", clock.instant())
                .getSingleResult();
        return new Own(number(row[0]), number(row[1]));
    }

    private static String condition(Which which, @Nullable String cause, @Nullable Instant from, @Nullable Instant to) {
        return which.condition
                + (cause == null ? "" : cause.equals(Cause.UNSAID) ? " and cause is null" : " and cause = :cause")
                + (from == null ? "" : " and rated_at >= :from")
                + (to == null ? "" : " and rated_at < :to");
    }

    private Map<String, Object> parameters(
            Which which, @Nullable String cause, Colleague me, @Nullable Instant from, @Nullable Instant to) {
        Map<String, Object> all = new HashMap<>();
        if (cause != null && !cause.equals(Cause.UNSAID)) {
            all.put("cause", Objects.requireNonNull(Cause.of(cause)).name());
        }
        if (which == Which.MINE) {
            all.put("me", me.id());
        }
        if (which == Which.LATE) {
            all.put("now", clock.instant());
        }
        if (from != null) {
            all.put("from", from);
        }
        if (to != null) {
            all.put("to", to);
        }
        return all;
    }

    /**
     * One of them.
     *
     * @throws Problem NOT_FOUND
     */
    @Transactional
    Case find(UUID id) {
        FollowUp found = FollowUp.<FollowUp>findByIdOptional(id)
                .orElseThrow(() -> Problem.notFound("There is no such follow-up."));
        return new Case(found, complaint(found));
    }

    @Transactional
    List<FollowUpStep> steps(UUID id) {
        return FollowUpStep.of(id);
    }

    /** Who may answer this one. */
    List<Colleague> candidates(Complaint complaint) {
        return leads().stream()
                .filter(each -> !complaint.crew().contains(each.id()))
                .toList();
    }

    /**
     * Sends the answer to the customer; whoever sends it has it from then on. Again with the same client id: that is
     * the same answer.
     *
     * @throws Problem if it is theirs to be answered for, somebody was faster, it is closed, or there is nobody to tell
     */
    void answer(UUID id, Colleague by, String clientId, String text) {
        QuarkusTransaction.requiringNew().run(() -> {
            FollowUp found = FollowUp.locked(id);
            boolean perhapsAgain =
                    found.state == FollowUp.State.ANSWERED && by.id().equals(found.answeredBy);
            if (!perhapsAgain) {
                requireOpen(found);
            }
            requireMay(found, by.id());
            Instant at = sent(found, by, clientId, text);
            if (found.isOpen()) {
                found.answered(by.id(), at);
                step(found, What.ANSWERED, by.id(), null);
            }
        });
    }

    /** Waits for the log, which is what decides: it knows of an answer that nobody has read from it yet. */
    private Instant sent(FollowUp to, Colleague by, String clientId, String text) {
        try {
            return conversations
                    .managerFollows(
                            new ConversationRef(to.conversation),
                            Author.agent(by.id(), by.name()),
                            clientId,
                            to.episode,
                            text)
                    .join()
                    .entries()
                    .stream()
                    .findFirst()
                    .map(Entry::at)
                    .orElseGet(clock::instant);
        } catch (CompletionException refused) {
            throw Faults.asProblem(refused);
        }
    }

    /** Nobody answers it, for this reason. */
    void close(UUID id, Colleague by, String reason) {
        String why = Text.isStorable(reason) ? reason.strip() : "";
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw Problem.invalid("Without an answer it needs a reason of 1 to " + LONGEST_REASON + " characters.");
        }
        QuarkusTransaction.requiringNew().run(() -> {
            FollowUp found = FollowUp.locked(id);
            requireOpen(found);
            requireMay(found, by.id());
            found.close(why, clock.instant());
            step(found, What.CLOSED, by.id(), null);
        });
    }

    /** It is theirs from now on. */
    void hand(UUID id, Colleague by, UUID to) {
        QuarkusTransaction.requiringNew().run(() -> {
            FollowUp found = FollowUp.locked(id);
            requireOpen(found);
            if (leads().stream().noneMatch(each -> each.id().equals(to))) {
                throw Problem.invalid("Only managers and administrators answer these.");
            }
            requireMay(found, to);
            if (!to.equals(found.owner)) {
                found.owner = to;
                step(found, What.HANDED, by.id(), to);
            }
        });
    }

    private void requireOpen(FollowUp found) {
        switch (found.state) {
            case OPEN -> {}
            case ANSWERED -> throw Problem.conflict(nameOf(found.answeredBy) + " has answered this already.");
            case CLOSED -> throw Problem.conflict("This was closed without an answer.");
            case GONE -> throw Problem.conflict("The customer's words were erased: there is nobody to answer.");
        }
    }

    private void requireMay(FollowUp found, UUID who) {
        if (crewOf(found).contains(who)) {
            throw new Problem(
                    Code.FORBIDDEN, nameOf(who) + " took part in this conversation. Somebody else answers for it.");
        }
    }

    private String nameOf(@Nullable UUID who) {
        return who == null
                ? "Somebody"
                : accounts.find(who).map(Colleague::name).orElse("Somebody");
    }

    /** What became of those that were rated then: from {@code from} to before {@code to}. */
    @Transactional
    Outcomes outcomes(Instant from, Instant to) {
        return Outcomes.of(entities
                .createNativeQuery(
                        """
                        select coalesce(cause, ''), count(*), count(answered_at),
                               count(*) filter (where answered_at <= due),
                               count(*) filter (where answered_at is not null or due < :now), count(won_at)
                          from follow_up where rated_at >= :from and rated_at < :to group by 1""",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("now", clock.instant())
                .getResultList()
                .stream()
                .map(row -> new Outcomes.Counted(
                        ((String) row[0]).isEmpty() ? null : Cause.valueOf((String) row[0]),
                        number(row[1]),
                        number(row[2]),
                        number(row[3]),
                        number(row[4]),
                        number(row[5])))
                .toList());
    }

    private static int number(Object count) {
        return ((Number) count).intValue();
    }

    @Override
    @Transactional
    public void forget(UUID customer) {
        ofCustomer(customer).forEach(FollowUp::forget);
    }

    @Override
    public String name() {
        return "followUps";
    }

    /** What of theirs was followed up; what they and we wrote is among the conversations. */
    @Override
    @Transactional
    public Object export(UUID customer) {
        return ofCustomer(customer).stream().map(FollowUps::exported).toList();
    }

    private static Map<String, Object> exported(FollowUp followUp) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("conversation", followUp.conversation);
        all.put("episode", followUp.episode);
        all.put("csat", followUp.csat);
        all.put("nps", followUp.nps);
        all.put("effort", followUp.effort);
        all.put("cause", followUp.cause == null ? null : followUp.cause.wire());
        all.put("ratedAt", followUp.ratedAt);
        all.put("state", followUp.state);
        all.put("reason", followUp.reason == null ? "" : followUp.reason);
        all.values().removeIf(Objects::isNull);
        return all;
    }

    private List<FollowUp> ofCustomer(UUID customer) {
        List<UUID> theirs = conversations.ofCustomer(customer).stream()
                .map(each -> each.conversation().id())
                .toList();
        return theirs.isEmpty()
                ? List.of()
                : FollowUp.<FollowUp>find("conversation in ?1 order by conversation, episode", theirs)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }
}
