package dev.ramah.conversation;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * One customer's talk with us. Whose turn it is decides who may speak; every change is a verb here, guarded,
 * and writes what happened to the log. A verb whose wish is already so writes nothing.
 *
 * <p>Only the log writer calls verbs, one after another under the row's lock.
 *
 * <p>What the log counts changes with each entry. Whoever changes something else of the row through the entity writes
 * that only, lest an older number be written over a newer one.
 */
@DynamicUpdate
@Entity
@Table(name = "conversation")
class Conversation extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "client_id")
    @Nullable String clientId;

    @Column
    UUID customer;

    @Column(name = "customer_name")
    String customerName;

    /** Whether their words were erased; what was on its way to us in that moment is not stored any more. */
    @Column
    boolean forgotten;

    @Column
    String language;

    @Column
    @Nullable String page;

    @Column
    @Enumerated(EnumType.STRING)
    Turn turn = Turn.BOT;

    @Column
    @Enumerated(EnumType.STRING)
    Status status = Status.OPEN;

    /** The newest entry's number. */
    @Column
    int last;

    @Column
    int episode = 1;

    @Column
    @Nullable UUID holder;

    @Column(name = "holder_name")
    @Nullable String holderName;

    @Column
    @Nullable String team;

    @Column
    @Nullable UUID wanted;

    @Column(name = "opened_at")
    Instant openedAt;

    /** When anyone last said something; silence is counted from here. */
    @Column(name = "spoken_at")
    Instant spokenAt;

    @Column(name = "waiting_since")
    @Nullable Instant waitingSince;

    @Column(name = "head_of_queue")
    boolean headOfQueue;

    /** When the bot is to answer; null when nothing waits for it. Committed with the words that it is to answer. */
    @Column(name = "bot_due")
    @Nullable Instant botDue;

    /** The newest entry that the bot has to have read before it speaks. */
    @Column(name = "customer_last")
    int customerLast;

    @Column(name = "bot_answered")
    boolean botAnswered;

    @Column(name = "handed_over")
    boolean handedOver;

    @Column(name = "person_helped")
    boolean personHelped;

    /** When this conversation last asked how it went. */
    @Column(name = "asked_at")
    @Nullable Instant askedAt;

    @Column(name = "customer_seen")
    int customerSeen;

    @Column(name = "staff_seen")
    int staffSeen;

    /** When we promised to come back; null while nothing is promised. */
    @Column(name = "pending_until")
    @Nullable Instant pendingUntil;

    /** Whether the customer was told anything since that was promised. */
    @Column(name = "pending_told")
    boolean pendingTold;

    /** The macros that ran in this episode, as {@link Runs} writes them. */
    @Column
    @Nullable String macros;

    /** What the customer said about which episode, as {@link Answers} writes it. */
    @Column
    String rated = "";

    /** The episodes of which a manager answered the rating, and those that were rated again. */
    @Column
    String followed = "";

    @Column
    String reconsidered = "";

    /** The episodes of which the customer was told that what they complained about is fixed. */
    @Column
    String fixed = "";

    /** Whether such an answer is the last word, so that what the customer says to it is for a person. */
    @Column(name = "followed_last")
    boolean followedLast;

    /** The conversation in which this one goes on; it takes no more words then. */
    @Column(name = "merged_into")
    @Nullable UUID mergedInto;

    /** Those that go on in this one, the first first, as the log sends its columns: with spaces between them. */
    @Column
    String absorbed = "";

    @Transient
    private @Nullable Stored stored;

    /** What the current command has written so far. */
    @Transient
    private final List<Entry> fresh = new ArrayList<>();

    protected Conversation() {}

    Conversation(UUID id, UUID customer, String customerName, String language, Instant now) {
        this.id = id;
        this.customer = customer;
        this.customerName = customerName;
        this.language = language;
        this.openedAt = now;
        this.spokenAt = now;
    }

    /** The customer speaks; after the end of an episode this opens the next one. The bot waits a moment for more. */
    void customerSays(Command by, Happened.Said said, Duration quiet) {
        reopenIfResolved(by);
        comeBack(by.withoutClientId(), "CUSTOMER");
        write(by, said);
        spokenAt = by.at();
        customerLast = last;
        if (turn == Turn.BOT && followedLast) {
            escalate(by.withoutClientId(), "FOLLOWED_UP");
        } else if (turn == Turn.BOT) {
            botDue = by.at().plus(quiet);
        }
        followedLast = false;
    }

    /** The customer sends a file. It is for people: the bot goes on with the words, and with none it is not asked. */
    void customerAttaches(Command by, Happened.Attached file) {
        reopenIfResolved(by);
        comeBack(by.withoutClientId(), "CUSTOMER");
        write(by, file);
        spokenAt = by.at();
    }

    /** The customer wants a person: always granted, never argued with, nothing to do where one is coming or there. */
    void customerAsksForPerson(Command by, String reason) {
        reopenIfResolved(by);
        if (turn == Turn.BOT) {
            escalate(by, reason);
        }
    }

    /** A thumb on one of the bot's answers; thumbs down makes the bot act. */
    void thumb(Command by, int target, boolean up) {
        if (target < 1 || target > last) {
            throw Problem.invalid("There is no entry " + target + " to rate.");
        }
        write(by, new Happened.Thumbed(target, up));
        if (!up) {
            customerLast = last;
            botDue = turn == Turn.BOT ? by.at() : botDue;
        }
    }

    void leaveContact(Command by, String email) {
        write(by, new Happened.Contact(email));
    }

    /** We wrote to the customer elsewhere, or could not: nothing changes by that. */
    void mailed(Command by, Happened.Mailed mailed) {
        write(by, mailed);
    }

    /**
     * A manager answers what the customer thought of an episode, once. Whose turn it is does not change by it, nor
     * does an episode that is over go on.
     */
    void follow(Command by, Happened.Followed words) {
        requireEpisode(words.episode());
        if (Numbers.in(followed).contains(words.episode())) {
            throw Problem.conflict("This was answered already.");
        }
        reply(by, words);
        followed = Numbers.with(followed, words.episode());
    }

    /**
     * What the customer was unhappy with is fixed: that is told whether or not somebody has answered them, and answers them
     * as little as any other words to many.
     */
    void tellFixed(Command by, Happened.Followed words) {
        requireEpisode(words.episode());
        reply(by, words);
        if (!Numbers.in(fixed).contains(words.episode())) {
            fixed = Numbers.with(fixed, words.episode());
        }
    }

    private void reply(Command by, Happened.Followed words) {
        if (forgotten) {
            throw Problem.conflict("The customer's words were erased: there is nobody to answer.");
        }
        write(by, words);
        followedLast = true;
    }

    /**
     * A rating counts for its episode whenever it comes, asked for or not, and once: more may be said to it bit by bit, but
     * what was said stays. After it was answered, or is fixed, it can be rated again, beside the first one.
     *
     * @throws Problem CONFLICT if something else was said before
     */
    void rate(Command by, Happened.Rated said) {
        requireEpisode(said.episode());
        if (Numbers.in(followed).contains(said.episode()) || Numbers.in(fixed).contains(said.episode())) {
            rateAgain(by, said);
            return;
        }
        Answers before = Answers.parse(rated);
        Answers now = before.with(said);
        if (!now.equals(before)) {
            write(by, said);
            rated = now.stored();
        }
    }

    /** Whether they want to hear when what they rated low is fixed may change whenever they like. */
    void wantToHear(Command by, int episode, boolean tell) {
        requireEpisode(episode);
        Happened.Rated said = new Happened.Rated(episode, null, null, null, null, null, null, tell);
        write(by, said);
        rated = Answers.parse(rated).with(said).stored();
    }

    private void rateAgain(Command by, Happened.Rated said) {
        if (Numbers.in(reconsidered).contains(said.episode())) {
            throw Problem.conflict("This was rated again already.");
        }
        if (said.csat() == null) {
            throw Problem.invalid("What was answered is rated again with csat.");
        }
        write(by, new Happened.Reconsidered(said.episode(), said.csat(), said.text()));
        reconsidered = Numbers.with(reconsidered, said.episode());
    }

    private void requireEpisode(int number) {
        if (number < 1 || number > episode) {
            throw Problem.invalid("There is no episode " + number + " in this conversation.");
        }
    }

    /**
     * The bot speaks, if it still may and has read everything; otherwise nothing is written and its words are
     * lost, which is right: someone else has the turn, or it answers again with what came meanwhile.
     */
    void botSays(Command by, int readUpTo, Happened.Said said) {
        if (!isBotsWord(readUpTo)) {
            return;
        }
        write(by, said);
        spokenAt = by.at();
        botDue = null;
        botAnswered |= !said.citations().isEmpty() && said.choices().isEmpty();
    }

    /** The bot asks for a person and says so first, under the same conditions as {@link #botSays}. */
    void botHandsOver(Command by, int readUpTo, String rule, @Nullable String words) {
        if (!isBotsWord(readUpTo)) {
            return;
        }
        if (words != null) {
            write(by, Happened.Said.plain(words));
        }
        escalate(by, rule);
    }

    /**
     * An agent takes the conversation, queued or not; from now on the bot is silent.
     *
     * @param force for managers, who may take over from a colleague
     * @param brief the hand-over whose brief they are shown; null where taking it is the first one
     * @throws Problem TAKEN, naming who has it
     */
    void take(Command by, boolean force, @Nullable Integer brief) {
        UUID agent = by.agent();
        if (agent.equals(holder)) {
            return;
        }
        if (status == Status.RESOLVED) {
            throw Problem.conflict("This conversation is resolved.");
        }
        if (holder != null && !force) {
            throw new Problem(Code.TAKEN, holderName + " has this conversation.");
        }
        write(by, new Happened.Assigned(brief == null ? last + 1 : Math.min(brief, last)));
        holder = agent;
        holderName = by.author().name();
        wanted = null;
        turn = Turn.AGENT;
        handedOver = true;
        headOfQueue = false;
        waitingSince = null;
        botDue = null;
        pendingUntil = null;
        spokenAt = by.at();
    }

    /** Staff get in touch first: what was before is over, and it is in their hands from the first word. */
    void agentBegins(Command by, Happened.Said said) {
        if (status == Status.OPEN && last > 0) {
            throw Problem.conflict("A conversation with this customer is open. Go on there.");
        }
        reopenIfResolved(by);
        take(by.withoutClientId(), false, null);
        agentSays(by, said);
    }

    void agentSays(Command by, Happened.Said said) {
        requireHolder(by);
        write(by, said);
        spokenAt = by.at();
        personHelped = true;
        pendingTold = true;
        followedLast = false;
    }

    void agentAttaches(Command by, Happened.Attached file) {
        requireHolder(by);
        write(by, file);
        spokenAt = by.at();
        personHelped = true;
        pendingTold = true;
    }

    /** What it costs and whether it may be is looked at before. */
    void give(Command by, Happened.Gave gift) {
        requireHolder(by);
        write(by, gift);
        spokenAt = by.at();
        personHelped = true;
        pendingTold = true;
    }

    /** It waits for somebody else; the customer is told until when. Again with another moment: that counts. */
    void pend(Command by, Happened.Pended pended) {
        requireHolder(by);
        if (!pended.due().isAfter(by.at())) {
            throw Problem.invalid("until is a moment to come.");
        }
        write(by, pended);
        pendingUntil = pended.due();
        pendingTold = false;
        spokenAt = by.at();
    }

    /** Its holder goes on with it before the moment has come. */
    void resume(Command by) {
        requireHolder(by);
        comeBack(by, "AGENT");
    }

    /** The moment has come. */
    void comeBackIfDue(Command by) {
        if (pendingUntil != null && !pendingUntil.isAfter(by.at())) {
            comeBack(by, "DUE");
        }
    }

    private void comeBack(Command by, String reason) {
        if (pendingUntil != null) {
            boolean late = !pendingUntil.isAfter(by.at()) && !pendingTold;
            pendingUntil = null;
            write(by, new Happened.Returned(reason, late));
            spokenAt = by.at();
        }
    }

    void tag(Command by, String reason) {
        write(by, new Happened.Tagged(reason));
    }

    /** The customer may not write for a while, and is told why; there is nothing more to answer until then. */
    void block(Command by, Happened.Blocked blocked) {
        if (status == Status.OPEN) {
            resolve(by, personHelped ? Ending.HELPED : Ending.LEFT, false);
        }
        write(by, blocked);
    }

    /** Whether its log is not all that it takes to know what was said in it. */
    boolean wasMerged() {
        return mergedInto != null || !absorbed.isEmpty();
    }

    /**
     * This one is about the same as the other and goes on there; what is wanted here is wanted there from now on. Again,
     * or the other way round, it changes nothing.
     *
     * @param force for managers, who may also end what a colleague has
     */
    void mergeInto(Conversation other, Command by, boolean force) {
        if (other.id.equals(id) || other.absorbed().contains(id) || absorbed().contains(other.id)) {
            return;
        }
        if (mergedInto != null) {
            throw Problem.conflict("This conversation goes on in another one already.");
        }
        if (!customer.equals(other.customer)) {
            throw Problem.conflict(
                    "These conversations are of two customers. If both are one person, merge those first.");
        }
        if (holder != null && !force) {
            requireHolder(by);
        }
        other.absorb(this, by);
        if (status == Status.OPEN) {
            resolve(by, personHelped ? Ending.HELPED : Ending.LEFT, false);
        }
        write(by, new Happened.Merged(other.id));
        mergedInto = other.id;
    }

    private void absorb(Conversation other, Command by) {
        if (other.status == Status.OPEN) {
            reopenIfResolved(by);
        }
        write(by, new Happened.Absorbed(other.id));
        absorbed = (absorbed + " " + other.id + " " + other.absorbed).strip();
        if (other.status == Status.OPEN) {
            takeOver(other, by);
            handedOver |= other.handedOver;
            personHelped |= other.personHelped;
            spokenAt = by.at();
        }
    }

    /** Whoever is closer to the customer goes on with it: a person, then the queue, then the bot. */
    private void takeOver(Conversation other, Command by) {
        boolean unanswered = other.turn == Turn.QUEUE || other.botDue != null;
        if (other.holder != null && turn != Turn.AGENT) {
            Command theirs = by.as(Author.agent(other.holder, String.valueOf(other.holderName)));
            take(theirs, false, null);
            pendingUntil = other.pendingUntil;
            pendingTold = other.pendingTold;
        } else if (unanswered && turn == Turn.BOT) {
            escalate(by, "MERGED");
        }
        if (turn == Turn.QUEUE && other.turn == Turn.QUEUE) {
            waitingSince = earlier(waitingSince, other.waitingSince);
            headOfQueue |= other.headOfQueue;
            team = team == null ? other.team : team;
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    void note(Command by, Happened.Noted noted) {
        write(by, noted);
    }

    /**
     * Does all of these steps, or none: whatever stands against one of them is found before the first. Of those who
     * start the same macro without having seen each other do it, the first one does.
     */
    void run(Command by, Routine routine, boolean survey) {
        Runs runs = Runs.parse(macros);
        int seen = routine.after() == null ? customerLast : Math.min(routine.after(), last);
        if (runs.hasRunSince(routine.macro(), seen)) {
            return;
        }
        if (status == Status.RESOLVED) {
            throw Problem.conflict("This conversation is resolved.");
        }
        if (routine.needsHolder()) {
            requireHolder(by);
        }
        Command next = by;
        for (Happened step : routine.steps()) {
            perform(next, step, survey);
            // The client's id belongs to the first entry, by which a repeat is known.
            next = by.withoutClientId();
        }
        macros = runs.with(routine.macro(), last);
    }

    private void perform(Command by, Happened step, boolean survey) {
        if (step instanceof Happened.Said said) {
            agentSays(by, said);
        } else if (step instanceof Happened.Noted noted) {
            note(by, noted);
        } else if (step instanceof Happened.Tagged tagged) {
            tag(by, tagged.reason());
        } else if (step instanceof Happened.Pended pended) {
            pend(by, pended);
        } else if (step instanceof Happened.Transferred to) {
            transfer(by, to);
        } else if (step instanceof Happened.Resolved) {
            resolveByAgent(by, survey);
        } else {
            throw new IllegalArgumentException("No macro does " + step.kind());
        }
    }

    /** Hands on to a colleague or a team; it waits at the head of the queue until someone there takes it. */
    void transfer(Command by, Happened.Transferred to) {
        requireHolder(by);
        write(by, to);
        team = to.team() == null ? team : to.team();
        wanted = to.agent();
        backToQueue(by);
    }

    /** The colleague it was handed on to would rather not: it waits for anybody. Of others nothing is written. */
    void decline(Command by, Happened.Declined declined) {
        if (turn == Turn.QUEUE && declined.agent().equals(wanted)) {
            write(by, declined);
            wanted = null;
        }
    }

    /** Its agent is gone: back to the head of the queue, for whoever is there. */
    void requeue(Command by, UUID lost, String reason) {
        if (lost.equals(holder)) {
            write(by, new Happened.Requeued(reason));
            backToQueue(by);
        }
    }

    void resolveByAgent(Command by, boolean survey) {
        if (status == Status.RESOLVED) {
            return;
        }
        requireHolder(by);
        resolve(by, personHelped ? Ending.HELPED : Ending.LEFT, survey);
    }

    /**
     * The customer ends it; {@code solved} is their own word for it, null if they only ended it, and {@code survey} after
     * which endings they are asked how it went.
     */
    void resolveByCustomer(Command by, @Nullable Boolean solved, Set<Ending> survey) {
        if (status == Status.OPEN) {
            Ending ending = endingByCustomer(solved);
            resolve(by, ending, survey.contains(ending));
        }
    }

    /** Nobody said anything for too long. Nobody is asked how it went, for nobody is there. */
    void endInSilence(Command by, Instant silentSince) {
        boolean waiting = turn == Turn.QUEUE || botDue != null || pendingUntil != null;
        if (status == Status.OPEN && !waiting && !spokenAt.isAfter(silentSince)) {
            resolve(by, personHelped ? Ending.HELPED : Ending.LEFT, false);
        }
    }

    /** Someone who comes back may read another page in another language than when the conversation began. */
    void customerReads(String in, @Nullable String at) {
        language = in;
        page = at == null ? page : at;
    }

    /** Marks what a side has seen; never goes back. */
    void seen(Role side, int seq) {
        int upTo = Math.min(seq, last);
        if (side == Role.CUSTOMER) {
            customerSeen = Math.max(customerSeen, upTo);
        } else {
            staffSeen = Math.max(staffSeen, upTo);
        }
    }

    /** Its customer turned out to be this one. */
    void belongsTo(UUID whose, String called) {
        customer = whose;
        customerName = called;
    }

    /** The customer's words go, and none come any more; that there was a conversation stays. */
    void forgetCustomer() {
        forgotten = true;
        customerName = "";
        page = null;
        clientId = null;
        rated = "";
    }

    /**
     * What its row holds, for the log.
     *
     * @param by the transaction that wrote it: the lower half of its number, which is what PostgreSQL keeps in a row
     * @param values as the log orders its columns
     */
    record Stored(int by, List<@Nullable Object> values) {}

    Stored stored() {
        return Objects.requireNonNull(stored, "neither read nor written by the log");
    }

    void stored(Stored now) {
        stored = now;
    }

    /** What the current command has written, once. */
    List<Entry> takeFresh() {
        List<Entry> taken = List.copyOf(fresh);
        fresh.clear();
        return taken;
    }

    State state() {
        return new State(
                new ConversationRef(id),
                customer,
                customerName,
                turn,
                status,
                last,
                episode,
                holder,
                holderName,
                team,
                wanted,
                language,
                page,
                openedAt,
                waitingSince,
                headOfQueue,
                staffSeen,
                customerSeen,
                pendingUntil,
                mergedInto == null ? null : new ConversationRef(mergedInto),
                absorbed().stream().map(ConversationRef::new).toList());
    }

    private List<UUID> absorbed() {
        return absorbed.isEmpty()
                ? List.of()
                : Arrays.stream(absorbed.split(" ", -1)).map(UUID::fromString).toList();
    }

    private boolean isBotsWord(int readUpTo) {
        return turn == Turn.BOT && botDue != null && customerLast <= readUpTo;
    }

    private Ending endingByCustomer(@Nullable Boolean solved) {
        if (personHelped) {
            return Ending.HELPED;
        }
        if (handedOver) {
            return Ending.GAVE_UP;
        }
        boolean confirmed = solved == null ? botAnswered : solved && botAnswered;
        return confirmed ? Ending.CONFIRMED : Ending.LEFT;
    }

    private void escalate(Command by, String reason) {
        write(by, new Happened.Escalated(reason));
        turn = Turn.QUEUE;
        waitingSince = by.at();
        handedOver = true;
        botDue = null;
    }

    private void backToQueue(Command by) {
        holder = null;
        holderName = null;
        pendingUntil = null;
        turn = Turn.QUEUE;
        waitingSince = by.at();
        headOfQueue = true;
    }

    private void resolve(Command by, Ending ending, boolean survey) {
        write(by, new Happened.Resolved(ending, survey, handedOver));
        if (survey) {
            askedAt = by.at();
        }
        status = Status.RESOLVED;
        turn = Turn.NOBODY;
        holder = null;
        holderName = null;
        wanted = null;
        waitingSince = null;
        headOfQueue = false;
        botDue = null;
        pendingUntil = null;
    }

    private void reopenIfResolved(Command by) {
        if (status == Status.OPEN) {
            return;
        }
        episode++;
        status = Status.OPEN;
        turn = Turn.BOT;
        openedAt = by.at();
        spokenAt = by.at();
        team = null;
        botAnswered = false;
        handedOver = false;
        personHelped = false;
        macros = null;
        // The client's id belongs to what it sent, not to what that caused.
        write(by.withoutClientId(), new Happened.Reopened());
    }

    private void requireHolder(Command by) {
        if (!by.agent().equals(holder)) {
            throw new Problem(
                    Code.NOT_HOLDER,
                    holderName == null ? "Take this conversation first." : holderName + " has this conversation.");
        }
    }

    private void write(Command by, Happened what) {
        boolean customers = by.author().role() == Role.CUSTOMER;
        if (customers && forgotten && !(what instanceof Happened.Resolved)) {
            throw new Problem(Code.NOT_SIGNED_IN, "Your words were erased.");
        }
        Author author = customers ? Author.customer(customerName) : by.author();
        fresh.add(new Entry(new ConversationRef(id), ++last, episode, by.at(), author, by.clientId(), what, false));
    }
}
