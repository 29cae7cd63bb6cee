package dev.ramah.conversation;

import dev.ramah.customer.Guest;
import dev.ramah.platform.Ids;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * The door to all conversations. What is written goes through the log and comes back as a future, completed
 * after the commit; it fails with a {@link Problem} when refused. What is read is read here and now.
 */
@ApplicationScoped
public class Conversations {

    /** The longest key of an article. */
    private static final int LONGEST_CHOICE = 200;

    /** Who heard the customer speak answers well within this time. */
    private static final Duration BOT_IS_LATE_AFTER = Duration.ofSeconds(2);

    /** After this a turn that was taken over is free again; what is then said twice is stored once. */
    private static final Duration BOT_ANSWERS_WITHIN = Duration.ofSeconds(10);

    /** Nobody remembers a promise for longer. */
    private static final Duration LONGEST_PENDING = Duration.ofDays(90);

    private static final int LONGEST_TAG = 60;

    private final Log log;
    private final Tails tails;
    private final Mentions mentions;
    private final Session entities;
    private final ConversationConfig config;
    private final Survey survey;
    private final Clock clock;

    Conversations(
            Log log,
            Tails tails,
            Mentions mentions,
            Session entities,
            ConversationConfig config,
            Survey survey,
            Clock clock) {
        this.log = log;
        this.tails = tails;
        this.mentions = mentions;
        this.entities = entities;
        this.config = config;
        this.survey = survey;
        this.clock = clock;
    }

    /** Opens a conversation; of two at once with the same client id, one fails and may ask {@link #openedAs}. */
    @Transactional
    public State open(
            UUID customer, String customerName, String language, @Nullable String page, @Nullable String clientId) {
        Instant now = clock.instant();
        Conversation opened = new Conversation(Ids.next(now), customer, customerName, language, now);
        opened.page = page;
        opened.clientId = clientId;
        try {
            opened.persistAndFlush();
        } catch (ConstraintViolationException twin) {
            throw Problem.conflict("This conversation is being opened already. Ask again.");
        }
        return opened.state();
    }

    /** The conversation that was opened with this client id. */
    @Transactional
    public Optional<State> openedAs(String clientId) {
        return Conversation.<Conversation>find("clientId", clientId)
                .firstResultOptional()
                .map(Conversation::state);
    }

    /** Staff put the name right of somebody; all their conversations show it from now on. */
    @Transactional
    public void customerIsCalled(UUID customer, String name) {
        // In the order in which the log locks them as well.
        Conversation.<Conversation>find("customer", Sort.by("id"), customer)
                .withLock(jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                .list()
                .forEach(each -> each.customerName = name);
    }

    /** Someone who comes back reads another page, or in another language, than when the conversation began. */
    CompletableFuture<Receipt> customerReads(ConversationRef conversation, String language, @Nullable String page) {
        return append(conversation, customer(), null, (c, by) -> c.customerReads(language, page));
    }

    /** They write in another language than their page is in. */
    public CompletableFuture<Receipt> customerSpeaks(ConversationRef conversation, String language) {
        return append(conversation, customer(), null, (c, by) -> c.customerReads(language, c.page));
    }

    public CompletableFuture<Receipt> customerSays(
            ConversationRef conversation, String clientId, String text, @Nullable String choice) {
        if (choice != null && (choice.length() > LONGEST_CHOICE || !Text.isStorable(choice))) {
            throw Problem.invalid("choice is the key of an article.");
        }
        Happened.Said said = new Happened.Said(Words.clean(text), List.of(), List.of(), choice, null, null);
        return appendWhereItGoesOn(
                conversation, customer(), clientId, (c, by) -> c.customerSays(by, said, config.quiet()));
    }

    /** A file that is kept already; under the same client id it is one entry. */
    public CompletableFuture<Receipt> customerAttaches(
            ConversationRef conversation, String clientId, Happened.Attached file) {
        return appendWhereItGoesOn(conversation, customer(), clientId, (c, by) -> c.customerAttaches(by, file));
    }

    public CompletableFuture<Receipt> customerAsksForPerson(ConversationRef conversation, String clientId) {
        return appendWhereItGoesOn(
                conversation, customer(), clientId, (c, by) -> c.customerAsksForPerson(by, "ASKED_FOR_A_PERSON"));
    }

    public CompletableFuture<Receipt> customerThumbs(
            ConversationRef conversation, String clientId, int seq, boolean up) {
        return append(conversation, customer(), clientId, (c, by) -> c.thumb(by, seq, up));
    }

    /** Keeps how it was; a rating with episode 0 is for the current one. */
    public CompletableFuture<Receipt> customerRates(
            ConversationRef conversation, String clientId, Happened.Rated rated) {
        String comment = rated.text() == null ? null : Words.clean(rated.text());
        return append(
                conversation,
                customer(),
                clientId,
                (c, by) -> c.rate(
                        by,
                        new Happened.Rated(
                                rated.episode() == 0 ? c.episode : rated.episode(),
                                rated.csat(),
                                rated.nps(),
                                rated.effort(),
                                rated.repeated(),
                                rated.cause(),
                                comment,
                                rated.tell())));
    }

    /** Keeps whether they want to hear when what they rated low is fixed; the newest counts. */
    public CompletableFuture<Receipt> customerWantsToHear(
            ConversationRef conversation, String clientId, int episode, boolean tell) {
        return append(conversation, customer(), clientId, (c, by) -> c.wantToHear(by, episode, tell));
    }

    /** A manager answers what the customer thought of an episode; refused if somebody has. */
    public CompletableFuture<Receipt> managerFollows(
            ConversationRef conversation, Author manager, String clientId, int episode, String text) {
        Happened.Followed followed = new Happened.Followed(Words.clean(text), episode);
        return append(conversation, manager, clientId, (c, by) -> c.follow(by, followed));
    }

    /**
     * A manager tells that what the customer complained about in an episode is fixed. It stands beside an answer to the
     * rating and is none; the same {@code clientId} again tells nothing twice.
     */
    public CompletableFuture<Receipt> managerTellsFixed(
            ConversationRef conversation, Author manager, String clientId, int episode, String text) {
        Happened.Followed told = new Happened.Followed(Words.clean(text), episode, true);
        return append(conversation, manager, clientId, (c, by) -> c.tellFixed(by, told));
    }

    public CompletableFuture<Receipt> customerLeavesContact(
            ConversationRef conversation, String clientId, String email) {
        return appendWhereItGoesOn(
                conversation, customer(), clientId, (c, by) -> c.leaveContact(by, Words.clean(email)));
    }

    /** Notes that the customer was written to, or could not be; once for each {@code clientId}. */
    public CompletableFuture<Receipt> mailed(ConversationRef conversation, String clientId, Happened.Mailed mailed) {
        return append(conversation, Author.system(), clientId, (c, by) -> c.mailed(by, mailed));
    }

    /** The customer ends it; {@code solved} is their own word on that, null if they only ended it. */
    public CompletableFuture<Receipt> customerResolves(
            ConversationRef conversation, String clientId, @Nullable Boolean solved) {
        Set<Ending> ask = asksHowItWentAfter(conversation);
        return append(conversation, customer(), clientId, (c, by) -> c.resolveByCustomer(by, solved, ask));
    }

    /** What the bot has to answer; empty when it isn't its turn or nothing waits for it. */
    @Transactional
    public Optional<BotTurn> botTurn(ConversationRef conversation) {
        State state = find(conversation);
        boolean due =
                Conversation.count("id = ?1 and turn = ?2 and botDue is not null", conversation.id(), Turn.BOT) > 0;
        if (!due) {
            return Optional.empty();
        }
        List<Entry> episode = entries(conversation, 0).stream()
                .filter(each -> each.episode() == state.episode())
                .toList();
        return Optional.of(new BotTurn(state, episode, state.last()));
    }

    /**
     * Turns of the bot that nobody took in time, for the node that heard of them died or has too much to do. They
     * are the caller's for a while: other nodes leave them alone, so that the work is not done twice.
     */
    @Transactional
    public List<ConversationRef> botTurnsDue() {
        Instant now = clock.instant();
        return entities
                .createNativeQuery(
                        """
                        update conversation set bot_due = :taken
                         where id in (select id from conversation where bot_due <= :overdue or bot_due > :never
                                       order by bot_due limit 100 for update skip locked)
                        returning id""",
                        UUID.class)
                .setParameter("taken", now.plus(BOT_ANSWERS_WITHIN))
                .setParameter("overdue", now.minus(BOT_IS_LATE_AFTER))
                // Nothing is due so much later: it was written by a clock that is ahead of this one.
                .setParameter("never", now.plus(config.quiet()).plus(BOT_ANSWERS_WITHIN.multipliedBy(2)))
                .getResultList()
                .stream()
                .map(ConversationRef::new)
                .toList();
    }

    /** The bot needs this long for its turn: other nodes leave it alone meanwhile. */
    @Transactional
    public void botThinks(ConversationRef conversation, Duration upTo) {
        entities.createNativeMutationQuery(
                        "update conversation set bot_due = :then where id = :id and bot_due is not null")
                .setParameter("then", clock.instant().plus(upTo))
                .setParameter("id", conversation.id())
                .executeUpdate();
    }

    /** This node takes these turns no more: whoever looks next finds them overdue. */
    @Transactional
    public void botLeaves(Collection<ConversationRef> turns) {
        entities.createNativeMutationQuery(
                        """
                        update conversation set bot_due = :overdue
                         where id in (select id from conversation where id = any(:turns) and bot_due is not null
                                         for update skip locked)""")
                .setParameter("overdue", clock.instant().minus(BOT_IS_LATE_AFTER))
                .setParameter("turns", turns.stream().map(ConversationRef::id).toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Dropped, with a receipt that wrote nothing, if the bot lost the turn or has not read the newest words. */
    public CompletableFuture<Receipt> botSays(ConversationRef conversation, int readUpTo, Happened.Said reply) {
        return append(conversation, Author.bot(), null, (c, by) -> c.botSays(by, readUpTo, reply));
    }

    /** The bot asks for a person, after these words if there are any. */
    public CompletableFuture<Receipt> botHandsOver(
            ConversationRef conversation, int readUpTo, String rule, @Nullable String words) {
        return append(conversation, Author.bot(), null, (c, by) -> c.botHandsOver(by, readUpTo, rule, words));
    }

    /**
     * The agent takes it; with {@code force}, for managers, also from a colleague.
     *
     * @param brief the hand-over whose brief they are shown; null where taking it is the first one
     */
    public CompletableFuture<Receipt> take(
            ConversationRef conversation, Author agent, boolean force, @Nullable Integer brief) {
        return appendWhereItGoesOn(conversation, agent, null, (c, by) -> c.take(by, force, brief));
    }

    /**
     * Staff get in touch first, where the last episode is over or nothing was said; with them it begins.
     *
     * @throws Problem TOO_LONG, INVALID; the future fails with CONFLICT while an episode is open
     */
    public CompletableFuture<Receipt> agentBegins(
            ConversationRef conversation, Author agent, String clientId, String text) {
        Happened.Said said = Happened.Said.plain(Words.clean(text));
        return appendWhereItGoesOn(conversation, agent, clientId, (c, by) -> c.agentBegins(by, said));
    }

    /** The one conversation that staff begin with somebody who has none, empty at first; the same one for all of them. */
    public ConversationRef openFor(Guest guest) {
        String clientId = "staff-" + guest.id();
        String name = guest.name() == null ? "" : guest.name();
        return openedAs(clientId)
                .orElseGet(() -> {
                    try {
                        return open(guest.id(), name, guest.language(), null, clientId);
                    } catch (Problem twin) {
                        return openedAs(clientId).orElseThrow(() -> twin);
                    }
                })
                .conversation();
    }

    public CompletableFuture<Receipt> agentSays(
            ConversationRef conversation, Author agent, String clientId, String text) {
        Happened.Said said = Happened.Said.plain(Words.clean(text));
        return appendWhereItGoesOn(conversation, agent, clientId, (c, by) -> c.agentSays(by, said));
    }

    /** A file that is kept already; under the same client id it is one entry. */
    public CompletableFuture<Receipt> agentAttaches(
            ConversationRef conversation, Author agent, String clientId, Happened.Attached file) {
        return appendWhereItGoesOn(conversation, agent, clientId, (c, by) -> c.agentAttaches(by, file));
    }

    /** A gift that is kept already; under the same client id it is one entry. */
    public CompletableFuture<Receipt> give(
            ConversationRef conversation, Author agent, String clientId, Happened.Gave gift) {
        return append(conversation, agent, clientId, (c, by) -> c.give(by, gift));
    }

    /**
     * This one is about the same as the other: it ends and goes on there, and so does whoever writes in it. Once; the
     * other way round changes nothing after it. The future fails with CONFLICT when they are of two customers or this
     * one goes on elsewhere already, and with NOT_HOLDER.
     *
     * @param force for managers, who may also end what a colleague has
     * @throws Problem INVALID when it is one and the same
     */
    public CompletableFuture<Receipt> merge(
            ConversationRef conversation, ConversationRef into, Author agent, boolean force) {
        if (conversation.equals(into)) {
            throw Problem.invalid("This is one and the same conversation.");
        }
        return append(conversation, agent, null, new Command.Merging(into, force));
    }

    /** A note for colleagues; whom it names with an at sign is told. Where it does, the database is asked who that is. */
    public CompletableFuture<Receipt> note(ConversationRef conversation, Author agent, String clientId, String text) {
        String words = Words.clean(text);
        Happened.Noted noted = new Happened.Noted(words, mentions.in(words));
        return appendWhereItGoesOn(conversation, agent, clientId, (c, by) -> c.note(by, noted));
    }

    /** The customer is told that they may not write for a while, and it ends; {@link Blocks} keeps them from it. */
    public CompletableFuture<Receipt> block(ConversationRef conversation, Author agent, Happened.Blocked blocked) {
        Happened.Blocked clean =
                new Happened.Blocked(Words.clean(blocked.text()), blocked.until(), blocked.objection());
        return appendWhereItGoesOn(conversation, agent, null, (c, by) -> c.block(by, clean));
    }

    public CompletableFuture<Receipt> transfer(
            ConversationRef conversation, Author agent, String clientId, Happened.Transferred to) {
        Happened.Transferred clean = new Happened.Transferred(Words.clean(to.text()), to.agent(), to.team(), to.to());
        return append(conversation, agent, clientId, (c, by) -> c.transfer(by, clean));
    }

    public CompletableFuture<Receipt> agentResolves(ConversationRef conversation, Author agent, String clientId) {
        boolean ask = asksHowItWentAfter(conversation).contains(Ending.HELPED);
        return append(conversation, agent, clientId, (c, by) -> c.resolveByAgent(by, ask));
    }

    /**
     * It waits until then for somebody else; the customer is told until when.
     *
     * @param reason for whom it waits, as colleagues read it
     */
    public CompletableFuture<Receipt> pend(
            ConversationRef conversation, Author agent, @Nullable String clientId, Instant until, String reason) {
        if (until.isAfter(clock.instant().plus(LONGEST_PENDING))) {
            throw Problem.invalid("until is at most " + LONGEST_PENDING.toDays() + " days away.");
        }
        Happened.Pended pended = new Happened.Pended(
                Words.clean(reason), until.truncatedTo(ChronoUnit.SECONDS).toString());
        return append(conversation, agent, clientId, (c, by) -> c.pend(by, pended));
    }

    /** It waits no more, though the moment has not come. */
    public CompletableFuture<Receipt> resume(ConversationRef conversation, Author agent, @Nullable String clientId) {
        return append(conversation, agent, clientId, Conversation::resume);
    }

    /** What the customer got in touch about; the last one of an episode counts. */
    public CompletableFuture<Receipt> tag(
            ConversationRef conversation, Author agent, @Nullable String clientId, String reason) {
        String line = Text.line(reason);
        if (line == null || line.isBlank() || line.length() > LONGEST_TAG || !Text.isStorable(line)) {
            throw Problem.invalid("reason has 1 to " + LONGEST_TAG + " characters.");
        }
        return appendWhereItGoesOn(conversation, agent, clientId, (c, by) -> c.tag(by, line.strip()));
    }

    /**
     * Does all steps of a macro, or none; once, however often and by however many it is started at the same time.
     */
    public CompletableFuture<Receipt> run(
            ConversationRef conversation, Author agent, String clientId, Routine routine) {
        boolean ask = asksHowItWentAfter(conversation).contains(Ending.HELPED);
        Routine clean = routine.clean(mentions::in);
        return append(conversation, agent, clientId, (c, by) -> c.run(by, clean, ask));
    }

    /** Those whose moment has come go on. */
    @Transactional
    List<ConversationRef> promisedBy(Instant moment) {
        return Conversation.<Conversation>find("pendingUntil <= ?1", moment).page(0, 200).stream()
                .map(each -> new ConversationRef(each.id))
                .toList();
    }

    CompletableFuture<Receipt> comeBack(ConversationRef conversation) {
        return append(conversation, Author.system(), null, Conversation::comeBackIfDue);
    }

    /**
     * This agent declined it. Whoever handed it on to them reads so in the log; what was offered to anybody, and is passed
     * over, leaves no trace there. It is nobody's work, so the desk writes it.
     */
    public CompletableFuture<Receipt> decline(ConversationRef conversation, UUID agent, String name) {
        Happened.Declined declined = new Happened.Declined(agent, name);
        return append(conversation, Author.system(), null, (c, by) -> c.decline(by, declined));
    }

    /** Puts a lost agent's conversation back at the head of the queue. */
    public CompletableFuture<Receipt> requeue(ConversationRef conversation, UUID lost, String reason) {
        return append(conversation, Author.system(), null, (c, by) -> c.requeue(by, lost, reason));
    }

    CompletableFuture<Receipt> endInSilence(ConversationRef conversation, Instant silentSince) {
        return append(conversation, Author.system(), null, (c, by) -> c.endInSilence(by, silentSince));
    }

    /**
     * Open conversations in which somebody spoke, nobody since these moments, and nobody waits for a person. One
     * that was only opened is no episode that could end.
     */
    @Transactional
    List<State> silent(Instant botSince, Instant agentSince) {
        return Conversation.<Conversation>find(
                        "status = ?1 and last > 0 and ((turn = ?2 and botDue is null and spokenAt <= ?3) or (turn = ?4 and pendingUntil is null and spokenAt <= ?5))",
                        Status.OPEN,
                        Turn.BOT,
                        botSince,
                        Turn.AGENT,
                        agentSince)
                .page(0, 200)
                .stream()
                .map(Conversation::state)
                .toList();
    }

    /**
     * Where it stands.
     *
     * @throws Problem NOT_FOUND
     */
    @Transactional
    public State find(ConversationRef conversation) {
        Conversation found = Conversation.findById(conversation.id());
        if (found == null) {
            throw Problem.notFound("There is no such conversation.");
        }
        return found.state();
    }

    /** Where a conversation goes on: itself, or the one that it was merged into. */
    @Transactional
    public State goesOn(State state) {
        State there = state;
        while (there.mergedInto() != null) {
            there = find(there.mergedInto());
        }
        return there;
    }

    /** The entries after this number, in order; those of 0 are all. */
    public List<Entry> entries(ConversationRef conversation, int after) {
        return tails.after(Map.of(conversation, after)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no such conversation."))
                .entries();
    }

    /** The whole logs of these, read at once. */
    public Map<ConversationRef, List<Entry>> logs(List<State> states) {
        return tails.after(states.stream().collect(Collectors.toMap(State::conversation, each -> 0))).stream()
                .collect(Collectors.toMap(each -> each.state().conversation(), Told::entries));
    }

    /** All conversations of a customer, the newest first. */
    @Transactional
    public List<State> ofCustomer(UUID customer) {
        return states(Conversation.list("customer", Sort.descending("openedAt"), customer));
    }

    /** Marks what a side has seen, which never goes back; no entry of the log. */
    public CompletableFuture<Receipt> seen(ConversationRef conversation, Role side, int seq) {
        Author author = side == Role.CUSTOMER ? customer() : Author.system();
        return append(conversation, author, null, (c, by) -> c.seen(side, seq));
    }

    /** Words, and what people do: they are meant for whoever is on the other end, not for the place. */
    private CompletableFuture<Receipt> appendWhereItGoesOn(
            ConversationRef conversation, Author author, @Nullable String clientId, Command.Verb verb) {
        return append(conversation, author, clientId, new Command.Following(verb));
    }

    private CompletableFuture<Receipt> append(
            ConversationRef conversation, Author author, @Nullable String clientId, Command.Verb verb) {
        return log.append(new Command(conversation, author, clientId, now(), verb, new CompletableFuture<>()));
    }

    @Transactional
    Set<Ending> asksHowItWentAfter(ConversationRef conversation) {
        State state = find(conversation);
        Instant last = entities.createQuery(
                        "select max(askedAt) from Conversation where customer = :customer", Instant.class)
                .setParameter("customer", state.customer())
                .getSingleResult();
        return survey.dueAfter(state, last, clock.instant());
    }

    static List<State> states(List<Conversation> found) {
        return found.stream().map(Conversation::state).toList();
    }

    /** As exact as the database keeps it: a time is the same now and when it is read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The log writes the customer as a role; the name is the conversation's. */
    private static Author customer() {
        return Author.customer("");
    }
}
