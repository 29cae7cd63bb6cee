package dev.ramah.delivery;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Headlines;
import dev.ramah.conversation.Headlines.Headline;
import dev.ramah.conversation.Letterbox;
import dev.ramah.conversation.Role;
import dev.ramah.conversation.State;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.platform.Digests;
import dev.ramah.platform.Ids;
import dev.ramah.platform.OneAtATime;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The door to mail. What we say while the customer is away lies in {@code mail_unseen} until they have looked, or its
 * time has come; then it becomes a mail, which whoever claims it sends.
 */
@ApplicationScoped
public class Mails implements Letterbox {

    /** Client ids of what came by mail begin with this. */
    static final String BY_MAIL = "mail-";

    /** The kinds of entries that are words for the customer to read. */
    private static final Set<String> WORDS = Set.of("said", "followed");

    private static final Duration OLDEST = Duration.ofDays(1);

    /** A screen that a node saw so lately is open. */
    private static final Duration THERE = Duration.ofSeconds(20);

    /** How long a try may take before somebody else may make it. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final int AT_ONCE = 20;

    private static final int MOST_TRANSCRIPTS_AN_HOUR = 3;

    private static final int MOST_RECEIVED_AN_HOUR = 20;

    private final Headlines headlines;
    private final Conversations conversations;
    private final Customers customers;
    private final Session entities;
    private final Smtp smtp;
    private final MailConfig config;
    private final Invites invites;
    private final Letters letters;
    private final Pauses pauses;
    private final Clock clock;

    Mails(
            Headlines headlines,
            Conversations conversations,
            Customers customers,
            Session entities,
            Smtp smtp,
            MailConfig config,
            DeliveryConfig delivery,
            Invites invites,
            @ConfigProperty(name = "ramah.shop", defaultValue = "Ramah") String shop,
            Clock clock) {
        this.headlines = headlines;
        this.conversations = conversations;
        this.customers = customers;
        this.entities = entities;
        this.smtp = smtp;
        this.config = config;
        this.invites = invites;
        this.letters = new Letters(shop, config.isRead());
        this.pauses = new Pauses(delivery.firstPause());
        this.clock = clock;
    }

    /** Whether there is mail at all. */
    @Override
    public boolean isOpen() {
        return config.isOn();
    }

    /** Follows the log: what we said waits to be seen. The first time it only notes where the log is. */
    @Transactional
    void takeIn() {
        Instant now = clock.instant();
        Optional<Long> settled = entities.createNativeQuery(
                        "select settled from mail_cursor for update skip locked", Long.class)
                .uniqueResultOptional();
        if (settled.isEmpty()) {
            entities.createNativeMutationQuery(
                            "insert into mail_cursor (settled, look_at) values (:settled, :now) on conflict do nothing")
                    .setParameter("settled", headlines.settled())
                    .setParameter("now", now)
                    .executeUpdate();
            return;
        }
        long next = headlines.since(settled.get(), now.minus(OLDEST), page -> page.stream()
                .filter(each -> WORDS.contains(each.kind()) && each.by() != Role.CUSTOMER)
                .forEach(this::waits));
        if (next != settled.get()) {
            entities.createNativeMutationQuery("update mail_cursor set settled = :settled")
                    .setParameter("settled", next)
                    .executeUpdate();
        }
    }

    private void waits(Headline said) {
        entities.createNativeMutationQuery(
                        """
                        insert into mail_unseen (conversation, upto, due_at) values (:conversation, :seq, :due)
                            on conflict (conversation) do update set upto = :seq, due_at = :due
                         where mail_unseen.upto < :seq""")
                .setParameter("conversation", said.conversation().id())
                .setParameter("seq", said.seq())
                .setParameter("due", said.at().plus(config.pause()))
                .executeUpdate();
    }

    /** Whose customers we have not written to yet. */
    @Transactional
    List<ConversationRef> unseen() {
        return entities.createNativeQuery("select conversation from mail_unseen", UUID.class).getResultList().stream()
                .map(ConversationRef::new)
                .toList();
    }

    /** The customers of these have a screen open: they are not written to now. */
    @Transactional
    void areThere(Collection<ConversationRef> those) {
        entities.createNativeMutationQuery("update mail_unseen set there_at = :now where conversation = any(:those)")
                .setParameter("now", clock.instant())
                .setParameter("those", those.stream().map(ConversationRef::id).toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Makes mails of what lay unseen for long enough, where there is an address; all other of it has been seen. */
    @Transactional
    void fold() {
        Instant now = clock.instant();
        List<Object[]> due = entities.createNativeQuery(
                        """
                        delete from mail_unseen where conversation in (
                            select conversation from mail_unseen
                             where due_at <= :now and (there_at is null or there_at < :there)
                             order by due_at limit :most for update skip locked)
                        returning conversation, upto""",
                        Object[].class)
                .setParameter("now", now)
                .setParameter("there", now.minus(THERE))
                .setParameter("most", AT_ONCE)
                .getResultList();
        for (Object[] each : due) {
            ConversationRef conversation = new ConversationRef((UUID) each[0]);
            State state = conversations.find(conversation);
            List<Entry> log = conversations.entries(conversation, 0);
            int after = IntStream.of(state.customerSeen(), mailedUpTo(conversation), readUpTo(log))
                    .max()
                    .orElse(0);
            if (isWorthWriting(log, after, (Integer) each[1])) {
                address(state, log).ifPresent(address -> new Mail(
                                conversation,
                                Mail.Purpose.ANSWER,
                                address,
                                after,
                                (Integer) each[1],
                                smtp.domain(),
                                now)
                        .persist());
            }
        }
    }

    /** A person's words are; the bot's only to somebody who wrote by mail: others saw its answer come. */
    private static boolean isWorthWriting(List<Entry> log, int after, int upto) {
        boolean byMail = lastWords(log).filter(Mails::isByMail).isPresent();
        return log.stream()
                .filter(each -> each.seq() > after && each.seq() <= upto && !each.erased())
                .filter(Letters::isWords)
                .anyMatch(each -> each.isBy(Role.AGENT) || (byMail && each.isBy(Role.BOT)));
    }

    /** Who has written at the chat has read what stood there. */
    private static int readUpTo(List<Entry> log) {
        return lastWords(log).filter(each -> !isByMail(each)).map(Entry::seq).orElse(0);
    }

    private static Optional<Entry> lastWords(List<Entry> log) {
        return log.stream()
                .filter(each -> each.isBy(Role.CUSTOMER) && each.what() instanceof Happened.Said)
                .max(Comparator.comparingInt(Entry::seq));
    }

    private static boolean isByMail(Entry entry) {
        return entry.clientId() != null && entry.clientId().startsWith(BY_MAIL);
    }

    private int mailedUpTo(ConversationRef conversation) {
        return Mail.<Mail>list("conversation = ?1 and purpose = ?2", conversation.id(), Mail.Purpose.ANSWER).stream()
                .mapToInt(each -> each.upto)
                .max()
                .orElse(0);
    }

    /** Where the customer can be written to: the address they left here last, or else the one they are known by. */
    private Optional<String> address(State state, List<Entry> log) {
        Optional<String> left = log.stream()
                .filter(each -> !each.erased())
                .flatMap(each ->
                        each.what() instanceof Happened.Contact contact ? Stream.of(contact.text()) : Stream.empty())
                .reduce((before, each) -> each)
                .filter(each -> !each.isBlank());
        return left.or(() -> customers.find(state.customer()).map(Guest::email));
    }

    /**
     * Sends all that the customer saw of a conversation to the customer.
     *
     * @param typed an address that they typed for this; null for the one that they are known by
     * @return where it goes
     * @throws Problem UNAVAILABLE without a mail server, INVALID without an address, RATE_LIMITED
     */
    @Transactional
    public String transcript(ConversationRef conversation, @Nullable String typed) {
        if (!isOpen()) {
            throw new Problem(Code.UNAVAILABLE, "Mail is not set up here.");
        }
        State state = conversations.find(conversation);
        String address = Optional.ofNullable(typed)
                .or(() -> address(state, conversations.entries(conversation, 0)))
                .map(String::strip)
                .filter(each -> each.length() <= 254
                        && each.matches("[^\\s@<>\\p{Cntrl}]+@[^\\s@<>\\p{Cntrl}]+\\.[^\\s@<>\\p{Cntrl}]+"))
                .orElseThrow(() -> Problem.invalid("There is no e-mail address to send it to."));
        Instant now = clock.instant();
        // Of two at once the second waits, and counts the first.
        OneAtATime.hold(entities, "transcript " + conversation.id());
        long lately = Mail.count(
                "conversation = ?1 and purpose = ?2 and wantedAt > ?3",
                conversation.id(),
                Mail.Purpose.TRANSCRIPT,
                now.minus(Duration.ofHours(1)));
        if (lately >= MOST_TRANSCRIPTS_AN_HOUR) {
            throw Problem.rateLimited("This conversation was sent often enough just now.", Duration.ofHours(1));
        }
        new Mail(conversation, Mail.Purpose.TRANSCRIPT, address, 0, state.last(), smtp.domain(), now).persist();
        return address;
    }

    /** Whether mails can lead somewhere: there is mail, and our own address is known. */
    public boolean hasLinks() {
        return isOpen() && config.address().isPresent();
    }

    /** Whether the customer of this conversation can be asked something by mail. */
    @Transactional
    public boolean mayInvite(ConversationRef conversation) {
        return hasLinks()
                && address(conversations.find(conversation), conversations.entries(conversation, 0))
                        .isPresent();
    }

    /** Writes to the customer of this conversation, as {@link Invites} says; false where that can't be. */
    @Transactional
    public boolean invite(ConversationRef conversation, UUID about) {
        if (!hasLinks()) {
            return false;
        }
        State state = conversations.find(conversation);
        Optional<String> address = address(state, conversations.entries(conversation, 0));
        address.ifPresent(to -> {
            Mail mail =
                    new Mail(conversation, Mail.Purpose.SURVEY, to, 0, state.last(), smtp.domain(), clock.instant());
            mail.about = about;
            mail.persist();
        });
        return address.isPresent();
    }

    /** Some that are due, the caller's for now, each as it is to be sent. */
    @Transactional
    List<Letter> claim() {
        Instant now = clock.instant();
        List<UUID> claimed = entities.createNativeQuery(
                        """
                        update mail set due_at = :lease, tries = tries + 1
                         where id in (select id from mail where due_at <= :now order by due_at limit :most
                                         for update skip locked)
                        returning id""",
                        UUID.class)
                .setParameter("lease", now.plus(LEASE))
                .setParameter("now", now)
                .setParameter("most", AT_ONCE)
                .getResultList();
        List<Letter> due = new ArrayList<>();
        for (Mail mail : Mail.<Mail>list("id in ?1", claimed)) {
            if (mail.address == null) {
                mail.dueAt = null;
                continue;
            }
            State state = conversations.find(mail.ref());
            if (mail.purpose == Mail.Purpose.SURVEY) {
                invitation(mail, state).ifPresentOrElse(due::add, () -> mail.dueAt = null);
                continue;
            }
            List<Entry> log = conversations.entries(mail.ref(), 0);
            due.add(
                    mail.purpose == Mail.Purpose.TRANSCRIPT
                            ? letters.transcript(mail, state, log)
                            : letters.answer(mail, state, log, link(mail.ref(), now)));
        }
        return due;
    }

    /** Nothing if there is nothing to ask any more. */
    private Optional<Letter> invitation(Mail mail, State state) {
        return Optional.ofNullable(mail.about)
                .flatMap(invites::invite)
                .map(invite -> letters.invitation(
                        mail, state, new Letters.Link(house() + invite.path(), invite.expires()), invite.again()));
    }

    /** Where customers reach us, without a slash at its end. */
    private String house() {
        return config.address().orElseThrow().replaceAll("/+$", "");
    }

    /** A link that opens this conversation only. */
    private Letters.@Nullable Link link(ConversationRef conversation, Instant now) {
        if (config.address().isEmpty()) {
            return null;
        }
        String secret = Ids.secret();
        Instant expires = now.plus(config.link());
        entities.createNativeMutationQuery(
                        "insert into mail_link (hash, conversation, expires_at) values (:hash, :conversation, :expires)")
                .setParameter("hash", Digests.sha256(secret))
                .setParameter("conversation", conversation.id())
                .setParameter("expires", expires)
                .executeUpdate();
        // Behind the #: no server in between writes it down, and no page is told where its reader came from.
        return new Letters.Link(house() + "/continue#" + secret, expires);
    }

    /** The conversation that a link opens, while it does. */
    @Transactional
    Optional<ConversationRef> opened(String secret) {
        return entities.createNativeQuery(
                        "select conversation from mail_link where hash = :hash and expires_at > :now", UUID.class)
                .setParameter("hash", Digests.sha256(secret))
                .setParameter("now", clock.instant())
                .uniqueResultOptional()
                .map(ConversationRef::new);
    }

    /** None of the links to this conversation works any more. */
    @Transactional
    int revoke(ConversationRef conversation) {
        return entities.createNativeMutationQuery("delete from mail_link where conversation = :conversation")
                .setParameter("conversation", conversation.id())
                .executeUpdate();
    }

    /** Keeps what the mail server said; gives back the mail when that is for colleagues to know. */
    @Transactional
    Optional<Mail> tried(String messageId, Sent sent) {
        Mail mail = Mail.<Mail>find("messageId", messageId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
        if (mail == null || mail.sentAt != null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        mail.problem = sent.problem();
        if (sent.problem() == null) {
            mail.sentAt = now;
            mail.dueAt = null;
            return Optional.of(mail);
        }
        if (sent.isFinal() || pauses.isEnough(mail.wantedAt, now)) {
            mail.dueAt = null;
            return Optional.of(mail);
        }
        mail.dueAt = now.plus(pauses.after(mail.tries));
        return Optional.empty();
    }

    /** Ours among the mails that are answered or reported on; the newest. */
    @Transactional
    Optional<Mail> ours(List<String> messageIds) {
        return messageIds.isEmpty()
                ? Optional.empty()
                : Mail.<Mail>find("messageId in ?1 order by wantedAt desc", messageIds)
                        .firstResultOptional();
    }

    /** It came back. */
    @Transactional
    void bounced(UUID id, String problem) {
        Mail.<Mail>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).ifPresent(mail -> mail.problem = problem);
    }

    /** Whether this mail was received before. */
    @Transactional
    boolean wasReceived(Incoming mail) {
        return entities.createNativeQuery("select count(*) from mail_received where hash = :hash", Long.class)
                        .setParameter("hash", mail.id())
                        .getSingleResult()
                > 0;
    }

    /** Whether so much came for this conversation lately that it must be two machines talking. */
    @Transactional
    boolean isFlooded(ConversationRef conversation) {
        return entities.createNativeQuery(
                                "select count(*) from mail_received where conversation = :conversation and received_at > :since",
                                Long.class)
                        .setParameter("conversation", conversation.id())
                        .setParameter("since", clock.instant().minus(Duration.ofHours(1)))
                        .getSingleResult()
                >= MOST_RECEIVED_AN_HOUR;
    }

    /** Notes what became of a mail that came in. */
    @Transactional
    void received(Incoming mail, @Nullable ConversationRef conversation, String outcome) {
        entities.createNativeMutationQuery(
                        """
                        insert into mail_received (hash, conversation, received_at, outcome)
                        values (:hash, cast(cast(:conversation as text) as uuid), :now, :outcome) on conflict do nothing""")
                .setParameter("hash", mail.id())
                .setParameter(
                        "conversation",
                        conversation == null ? null : conversation.id().toString())
                .setParameter("now", clock.instant())
                .setParameter("outcome", outcome)
                .executeUpdate();
    }

    /** Whether it is this node's turn to look into the mailbox: the others leave it alone for that long. */
    boolean mayLook(Duration until) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            return entities.createNativeMutationQuery(
                                    """
                                    update mail_cursor set look_at = :until where site in (
                                        select site from mail_cursor where look_at <= :now for update skip locked)""")
                            .setParameter("until", now.plus(until))
                            .setParameter("now", now)
                            .executeUpdate()
                    > 0;
        });
    }

    /** The mailbox was looked into; it is again after this long. */
    @Transactional
    void lookedUntil(Duration next) {
        entities.createNativeMutationQuery("update mail_cursor set look_at = :then")
                .setParameter("then", clock.instant().plus(next))
                .executeUpdate();
    }

    /** Lets go of links that have ended, and of notes that nobody needs any more. */
    @Transactional
    void dropOld() {
        Instant now = clock.instant();
        entities.createNativeMutationQuery("delete from mail_link where expires_at < :now")
                .setParameter("now", now)
                .executeUpdate();
        entities.createNativeMutationQuery("delete from mail_received where received_at < :then")
                .setParameter("then", now.minus(Duration.ofDays(90)))
                .executeUpdate();
        entities.createNativeMutationQuery("delete from mail_unseen where due_at < :then")
                .setParameter("then", now.minus(Duration.ofDays(3)))
                .executeUpdate();
    }
}
