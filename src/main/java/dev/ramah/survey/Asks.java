package dev.ramah.survey;

import dev.ramah.conversation.Blocks;
import dev.ramah.conversation.Bookmarks;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Ending;
import dev.ramah.conversation.Episodes;
import dev.ramah.conversation.State;
import dev.ramah.conversation.Survey;
import dev.ramah.customer.Customers;
import dev.ramah.delivery.Mails;
import dev.ramah.platform.Digests;
import dev.ramah.platform.OneAtATime;
import dev.ramah.platform.Problem;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The door to who is asked what. It is decided once an episode, in one transaction that holds the customer, so that two
 * nodes and two conversations of one customer know of each other; a row an episode keeps it from being decided twice.
 * Which episodes are over is read from the log, with a cursor by transactions as {@link Episodes} tells them; a chat
 * that asks for its survey does not wait for that.
 */
@ApplicationScoped
class Asks implements Survey {

    /** Of what was over longer ago when it is first read, nobody is asked: it was brought here from elsewhere. */
    private static final Duration OLDEST = Duration.ofDays(7);

    /** How far from a chat NPS keeps. */
    private static final Duration AFTER_CHAT = Duration.ofDays(1);

    /** Of those who are asked by mail at once. */
    private static final int AT_ONCE = 500;

    private final Episodes episodes;
    private final Bookmarks bookmarks;
    private final Conversations conversations;
    private final Customers customers;
    private final Accounts accounts;
    private final Blocks blocks;
    private final Mails mails;
    private final HowOften howOften;
    private final Session entities;
    private final Clock clock;

    Asks(
            Episodes episodes,
            Bookmarks bookmarks,
            Conversations conversations,
            Customers customers,
            Accounts accounts,
            Blocks blocks,
            Mails mails,
            HowOften howOften,
            Session entities,
            Clock clock) {
        this.episodes = episodes;
        this.bookmarks = bookmarks;
        this.conversations = conversations;
        this.customers = customers;
        this.accounts = accounts;
        this.blocks = blocks;
        this.mails = mails;
        this.howOften = howOften;
        this.entities = entities;
        this.clock = clock;
    }

    /** What the rules say before the end; what counts is decided when it is over. */
    @Override
    @Transactional
    public Set<Ending> dueAfter(State conversation, @Nullable Instant lastAsked, Instant now) {
        if (Ask.count(
                        "conversation = ?1 and episode = ?2",
                        conversation.conversation().id(),
                        conversation.episode())
                > 0) {
            return Set.of();
        }
        Ended soFar = episodes.of(List.of(conversation.conversation().id()), Ended::of).stream()
                .filter(each -> each.episode() == conversation.episode())
                .findFirst()
                .orElseGet(() -> Ended.unwritten(conversation));
        Set<Ending> due = EnumSet.noneOf(Ending.class);
        if (isDue(soFar.over(Occasion.RESOLVED, now), lastAsked)) {
            due.addAll(List.of(Ending.CONFIRMED, Ending.HELPED));
        }
        if (isDue(soFar.over(Occasion.GAVE_UP, now), lastAsked)) {
            due.add(Ending.GAVE_UP);
        }
        return due;
    }

    private boolean isDue(Ended soOver, @Nullable Instant lastAsked) {
        return chosen(soOver, lastAsked)
                .survey()
                .filter(each -> each.rules.channel() == Channel.WIDGET && each.rules.afterDays() == 0)
                .isPresent();
    }

    /** Takes in which episodes are over, or were rated. */
    void catchUp() {
        bookmarks.readOn("survey_cursor", episodes::endedSince, OLDEST, this::decide, () -> {});
    }

    private void decide(Collection<UUID> some) {
        List<Ended> ended = episodes.of(some, Ended::of).stream()
                .filter(each -> each.isOver() || each.rating() != null)
                .sorted(Comparator.comparing(each -> each.at() == null ? Instant.MAX : each.at()))
                .toList();
        for (Ended each : ended) {
            measure(each);
            lock(each.customer());
            Optional<Ask> known = Ask.of(each.conversation(), each.episode());
            if (known.isPresent()) {
                follow(known.get(), each);
            } else if (each.isOver()) {
                Ask made = decided(each);
                made.persistAndFlush();
                keepMarks(made, each);
            }
        }
    }

    /** Whoever decides about this customer waits for each other, until the end of the transaction. */
    private void lock(UUID customer) {
        OneAtATime.hold(entities, "ask " + customer);
    }

    private void measure(Ended ended) {
        if (ended.rating() == null
                || (ended.rating().nps() == null && ended.rating().effort() == null)) {
            return;
        }
        entities.createNativeMutationQuery(
                        """
                        insert into survey_measure (conversation, episode, at, nps, effort)
                        values (:conversation, :episode, :at, cast(cast(:nps as text) as int), cast(cast(:effort as text) as int))
                            on conflict (conversation, episode) do update set nps = excluded.nps, effort = excluded.effort""")
                .setParameter("conversation", ended.conversation().id())
                .setParameter("episode", ended.episode())
                .setParameter("at", ended.rating().at())
                .setParameter("nps", text(ended.rating().nps()))
                .setParameter("effort", text(ended.rating().effort()))
                .executeUpdate();
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    /** They rated it in the chat, or elsewhere, without the form; or it is over of which somebody had said before not to ask. */
    private static void follow(Ask known, Ended ended) {
        if (ended.at() != null) {
            known.decidedAt = ended.at();
        }
        if (known.state == Ask.State.DUE && ended.answers(known.asks())) {
            known.refuse(Refusal.RATED);
        } else if (known.state == Ask.State.ASKED && ended.answers(known.asks())) {
            known.answer(Objects.requireNonNull(ended.rating()).at());
        }
        keepMarks(known, ended);
    }

    /** Marks that were tapped in the chat count with those from the form. */
    private static void keepMarks(Ask ask, Ended ended) {
        if (ask.state == Ask.State.ANSWERED && ended.rating() != null) {
            GivenAnswer.follow(ask, ended.rating());
        }
    }

    private Ask decided(Ended ended) {
        Instant at = Objects.requireNonNull(ended.at());
        Chosen chosen = chosen(ended, null);
        if (chosen.survey().isEmpty()) {
            return Ask.refused(ended.conversation(), ended.episode(), chosen.closest(), chosen.refusal(), at);
        }
        Questionnaire survey = chosen.survey().get();
        Rules rules = survey.rules;
        boolean atOnce =
                rules.channel() == Channel.WIDGET && rules.afterDays() == 0 && ended.occasion() != Occasion.LEFT;
        Ask ask = Ask.due(
                ended.conversation(),
                ended.episode(),
                survey,
                rules.channel(),
                at,
                at.plus(Duration.ofDays(rules.afterDays())));
        if (atOnce) {
            ask.ask(at, null);
        }
        if (ended.answers(survey.asked())) {
            Instant rated = Objects.requireNonNull(ended.rating()).at();
            if (atOnce && rated.isAfter(at)) {
                ask.answer(rated);
            } else {
                ask.askedAt = null;
                ask.refuse(Refusal.RATED);
            }
        } else if (!atOnce && at.isBefore(clock.instant().minus(OLDEST))) {
            ask.refuse(Refusal.LONG_AGO);
        }
        return ask;
    }

    /**
     * Which survey it is.
     *
     * @param closest where it is none: the one of which the most rules let it
     * @param refusal why that one is not asked; it says nothing where there is one
     */
    private record Chosen(Optional<Questionnaire> survey, @Nullable Questionnaire closest, Refusal refusal) {}

    private Chosen chosen(Ended ended, @Nullable Instant lastAsked) {
        if (isForgotten(ended.customer())) {
            return new Chosen(Optional.empty(), null, Refusal.ERASED);
        }
        @Nullable Questionnaire closest = null;
        Refusal refusal = Refusal.NONE_ON;
        Instant over = Objects.requireNonNull(ended.at());
        List<Asking.Before> before = before(ended, lastAsked);
        for (Questionnaire each : Questionnaire.inOrder()) {
            if (!each.on) {
                continue;
            }
            Optional<Refusal> why =
                    Refusal.first(each.rules, asking(ended, each, each.rules.channel(), before, over), false);
            if (why.isEmpty()) {
                return new Chosen(Optional.of(each), null, refusal);
            }
            if (closest == null || why.get().compareTo(refusal) > 0) {
                closest = each;
                refusal = why.get();
            }
        }
        return new Chosen(Optional.empty(), closest, refusal);
    }

    private boolean isForgotten(UUID customer) {
        return !customers.forgotten(List.of(customer)).isEmpty();
    }

    /**
     * What the rules are asked.
     *
     * @param before as {@link #before} tells it
     * @param now when it would be asked
     */
    private Asking asking(Ended ended, Questionnaire survey, Channel how, List<Asking.Before> before, Instant now) {
        Map<UUID, Colleague> staff = ended.crew().isEmpty() ? Map.of() : accounts.byId();
        Set<String> teams = new HashSet<>(ended.teams());
        ended.crew().stream()
                .filter(staff::containsKey)
                .forEach(each ->
                        teams.addAll(Objects.requireNonNull(staff.get(each)).teams()));
        return new Asking(
                survey.id,
                survey.asked().asks(Kind.NPS),
                Objects.requireNonNull(ended.occasion()),
                ended.language(),
                teams,
                ended.reasons(),
                draw(ended, survey.id),
                ended.given(),
                blocks.of(ended.customer()).isPresent(),
                how != Channel.MAIL || mails.mayInvite(ended.conversation()),
                now,
                before,
                howOften.now());
    }

    /** The same on every node, and however often it is drawn. */
    private static int draw(Ended ended, UUID survey) {
        String lot = Digests.sha256(ended.conversation().id() + " " + ended.episode() + " " + survey);
        return Math.floorMod(lot.hashCode(), 100);
    }

    /**
     * What they were asked of other episodes, and reminded of, which is being asked once more; what a conversation knows by itself is from before there were surveys.
     *
     * @param lastAsked what a conversation that is not written yet knows of it; null for nothing
     */
    private List<Asking.Before> before(Ended ended, @Nullable Instant lastAsked) {
        List<Asking.Before> before = new ArrayList<>();
        entities.createNativeQuery(
                        """
                        select a.survey, a.nps, coalesce(a.asked_at, a.due_at)
                          from conversation c
                          join survey_ask a on a.conversation = c.id
                         where c.customer = :customer and a.state in ('DUE', 'ASKED', 'ANSWERED')
                           and not (a.conversation = :conversation and a.episode = :episode)
                        union all
                        select a.survey, a.nps, a.reminded_at
                          from conversation c
                          join survey_ask a on a.conversation = c.id
                         where c.customer = :customer and a.reminded_at is not null
                           and not (a.conversation = :conversation and a.episode = :episode)
                        union all
                        select cast(null as uuid), false, c.asked_at
                          from conversation c
                         where c.customer = :customer and c.asked_at < :now
                           and not exists (select from survey_ask a
                                            where a.conversation = c.id and a.asked_at = c.asked_at)""",
                        Object[].class)
                .setParameter("customer", ended.customer())
                .setParameter("conversation", ended.conversation().id())
                .setParameter("episode", ended.episode())
                .setParameter("now", ended.at())
                .getResultList()
                .forEach(row -> before.add(new Asking.Before((UUID) row[0], (Boolean) row[1], (Instant) row[2])));
        if (lastAsked != null && before.stream().noneMatch(each -> each.at().equals(lastAsked))) {
            before.add(new Asking.Before(null, false, lastAsked));
        }
        return before;
    }

    /** What the chat is to ask now; nothing while the episode goes on, or where nobody is asked. */
    Optional<Shown> shown(ConversationRef conversation, @Nullable String language) {
        return QuarkusTransaction.requiringNew().call(() -> {
            State state = conversations.find(conversation);
            if (state.isOpen()) {
                return Optional.empty();
            }
            decide(List.of(conversation.id()));
            Instant now = clock.instant();
            return Ask.of(conversation, state.episode())
                    .filter(each -> each.channel == Channel.WIDGET && isAsked(each, state, now))
                    .map(each -> Shown.of(each.id, each.asks(), language == null ? state.language() : language));
        });
    }

    private boolean isAsked(Ask ask, State state, Instant now) {
        if (ask.state == Ask.State.DUE
                && !Objects.requireNonNull(ask.dueAt).isAfter(now)
                && !isTooSoon(ask, state, now)) {
            notNow(ask, state).ifPresentOrElse(ask::refuse, () -> ask.ask(now, null));
        }
        return ask.state == Ask.State.ASKED && !ask.isOver(now);
    }

    /** NPS, and they have had a chat a short while ago. */
    private boolean isTooSoon(Ask ask, State state, Instant now) {
        return ask.nps && hadAChat(state.customer(), now);
    }

    /** A short while ago, in any conversation. */
    private boolean hadAChat(UUID customer, Instant now) {
        return entities.createNativeQuery(
                                "select count(*) from conversation where customer = :customer and spoken_at > :since",
                                Long.class)
                        .setParameter("customer", customer)
                        .setParameter("since", now.minus(AFTER_CHAT))
                        .getSingleResult()
                > 0;
    }

    /** What has come between since it was decided. */
    private Optional<Refusal> notNow(Ask ask, State state) {
        if (isForgotten(state.customer())) {
            return Optional.of(Refusal.ERASED);
        }
        if (state.isOpen() || state.episode() != ask.episode) {
            return Optional.of(Refusal.WENT_ON);
        }
        Ended ended = ended(state);
        Questionnaire survey = Questionnaire.findById(Objects.requireNonNull(ask.survey));
        Channel how = Objects.requireNonNull(ask.channel);
        return Refusal.first(
                survey.rules.by(how), asking(ended, survey, how, before(ended, null), clock.instant()), true);
    }

    private Ended ended(State state) {
        return episodes.of(List.of(state.conversation().id()), Ended::of).stream()
                .filter(each -> each.episode() == state.episode() && each.isOver())
                .findFirst()
                .orElseThrow(() -> Problem.conflict("This conversation is not over yet."));
    }

    /** Asks and reminds by mail whoever is due, and lets go of whom nobody saw. A killed node leaves them due. */
    void askDue() {
        Instant now = clock.instant();
        List<UUID> due = QuarkusTransaction.requiringNew().call(() -> {
            Ask.update(
                    "state = ?1, refusal = ?2, dueAt = null where state = ?3 and channel = ?4 and dueAt < ?5",
                    Ask.State.REFUSED,
                    Refusal.NEVER_CAME,
                    Ask.State.DUE,
                    Channel.WIDGET,
                    now.minus(Ask.OPEN));
            return entities.createNativeQuery(
                            "select id from survey_ask where due_at <= :now and channel = 'MAIL' order by due_at limit :most",
                            UUID.class)
                    .setParameter("now", now)
                    .setParameter("most", AT_ONCE)
                    .getResultList();
        });
        due.forEach(each -> QuarkusTransaction.requiringNew().run(() -> askByMail(each, now)));
    }

    private void askByMail(UUID id, Instant now) {
        // Read without the row: who holds the customer may wait for rows, and not the other way round.
        ConversationRef conversation = new ConversationRef(
                entities.createNativeQuery("select conversation from survey_ask where id = :id", UUID.class)
                        .setParameter("id", id)
                        .getSingleResult());
        State state = conversations.find(conversation);
        lock(state.customer());
        Ask ask = Ask.locked(id);
        if (ask.dueAt == null || ask.dueAt.isAfter(now)) {
            return;
        }
        if (isTooSoon(ask, state, now)) {
            ask.dueAt = now.plus(AFTER_CHAT);
            return;
        }
        Optional<Refusal> why = notNow(ask, state);
        if (ask.state == Ask.State.DUE) {
            if (why.isPresent()) {
                ask.refuse(why.get());
            } else {
                mails.invite(conversation, id);
                ask.ask(now, reminder(ask, now));
            }
        } else {
            // What stands against it came between: being asked this does not count against itself.
            if (why.isEmpty() && ask.state == Ask.State.ASKED && ask.remindedAt == null) {
                mails.invite(conversation, id);
                ask.remind(now);
            } else {
                ask.dueAt = null;
            }
        }
    }

    private static @Nullable Instant reminder(Ask ask, Instant now) {
        Questionnaire survey = Questionnaire.findById(Objects.requireNonNull(ask.survey));
        Integer days = survey.rules.remindAfterDays();
        return days == null ? null : now.plus(Duration.ofDays(days));
    }

    /**
     * Where it stands with an episode, for colleagues.
     *
     * @param survey what it is that they are asked; null where nobody asks
     * @param choices what a colleague may ask instead, once it is over and they were not asked
     * @param refusal what stands against asking anything by hand; null if nothing does
     */
    record Standing(@Nullable Ask ask, @Nullable String survey, List<Choice> choices, @Nullable Refusal refusal) {}

    /**
     * A survey that a colleague may ask.
     *
     * @param against what keeps the customer from it; null if nothing does
     */
    record Choice(Questionnaire survey, @Nullable Refusal against) {}

    /** Of the newest episode of a conversation. */
    Standing standing(ConversationRef conversation) {
        return QuarkusTransaction.requiringNew().call(() -> {
            State state = conversations.find(conversation);
            if (!state.isOpen()) {
                decide(List.of(conversation.id()));
            }
            @Nullable Ask ask = Ask.of(conversation, state.episode()).orElse(null);
            @Nullable String survey = ask == null || ask.survey == null || ask.state == Ask.State.REFUSED
                    ? null
                    : Questionnaire.<Questionnaire>findById(ask.survey).name;
            if (state.isOpen() || (ask != null && ask.askedAt != null)) {
                return new Standing(ask, survey, List.of(), null);
            }
            List<Choice> choices = choices(ended(state), Channel.LINK);
            return new Standing(
                    ask,
                    survey,
                    choices,
                    choices.isEmpty() ? Refusal.NONE_ON : preferred(choices).against());
        });
    }

    /** All that are on, also those that no rule ever asks, in the order in which they are looked at. */
    private List<Choice> choices(Ended ended, Channel how) {
        boolean forgotten = isForgotten(ended.customer());
        Instant now = clock.instant();
        List<Asking.Before> before = before(ended, null);
        return Questionnaire.inOrder().stream()
                .filter(each -> each.on)
                .map(each -> new Choice(
                        each,
                        forgotten
                                ? Refusal.ERASED
                                : against(ended, each, how, before, now).orElse(null)))
                .toList();
    }

    private Optional<Refusal> against(
            Ended ended, Questionnaire survey, Channel how, List<Asking.Before> before, Instant now) {
        Asking it = asking(ended, survey, how, before, now);
        boolean tooSoon = it.nps()
                && (Objects.requireNonNull(ended.at()).isAfter(now.minus(AFTER_CHAT))
                        || hadAChat(ended.customer(), now));
        return tooSoon ? Optional.of(Refusal.AFTER_CHAT) : Refusal.first(survey.rules.by(how), it, true);
    }

    /** The first that nothing stands against, or else the first. */
    private static Choice preferred(List<Choice> choices) {
        return choices.stream()
                .filter(each -> each.against() == null)
                .findFirst()
                .orElse(choices.get(0));
    }

    /**
     * A colleague has the customer asked about the newest episode, in the chat, by mail, or by a link that they pass on.
     * Whom the survey is for does not count then; what keeps customers from too much does.
     *
     * @param survey one that is on; null for the first that nothing stands against
     * @return the same again where the same colleague has asked so before
     * @throws Problem CONFLICT naming what stands against it
     */
    Ask byHand(ConversationRef conversation, Colleague by, @Nullable UUID survey, Channel how) {
        return QuarkusTransaction.requiringNew().call(() -> {
            State state = conversations.find(conversation);
            if (state.isOpen()) {
                throw Problem.conflict("This conversation is not over yet.");
            }
            decide(List.of(conversation.id()));
            lock(state.customer());
            Ask known = Ask.of(conversation, state.episode()).orElseThrow();
            if (known.askedAt != null) {
                if (known.channel == how && by.id().equals(known.by)) {
                    return known;
                }
                throw Problem.conflict("They were asked about this already.");
            }
            return askByHand(known, chosen(choices(ended(state), how), survey), how, by);
        });
    }

    private static Questionnaire chosen(List<Choice> choices, @Nullable UUID survey) {
        List<Choice> wanted = choices.stream()
                .filter(each -> survey == null || each.survey().id.equals(survey))
                .toList();
        @Nullable Refusal against = wanted.isEmpty() ? Refusal.NONE_ON : preferred(wanted).against();
        if (against != null) {
            throw Problem.conflict("Not asked: " + against.wire() + ".");
        }
        return preferred(wanted).survey();
    }

    private Ask askByHand(Ask known, Questionnaire survey, Channel how, Colleague by) {
        Instant now = clock.instant();
        known.meant(survey, how, by.id(), now);
        if (how == Channel.MAIL) {
            mails.invite(known.ref(), known.id);
        }
        // In the chat they are asked when they are there.
        if (how != Channel.WIDGET) {
            known.ask(now, null);
        }
        return known;
    }

    /**
     * The customer isn't to be asked about the newest episode, over or not.
     *
     * @throws Problem CONFLICT once they were
     */
    Ask skip(ConversationRef conversation, Colleague by, Ask.Skip why, @Nullable String note) {
        return QuarkusTransaction.requiringNew().call(() -> {
            State state = conversations.find(conversation);
            if (!state.isOpen()) {
                decide(List.of(conversation.id()));
            }
            lock(state.customer());
            Ask ask = Ask.of(conversation, state.episode())
                    .orElseGet(
                            () -> Ask.refused(conversation, state.episode(), null, Refusal.SKIPPED, clock.instant()));
            if (ask.askedAt != null) {
                throw Problem.conflict("They were asked about this already.");
            }
            ask.skip(why, note, by.id());
            ask.persist();
            return ask;
        });
    }
}
