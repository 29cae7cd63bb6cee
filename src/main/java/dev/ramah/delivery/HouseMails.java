package dev.ramah.delivery;

import dev.ramah.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The door to mails of the house to its own people. They are sent in the background, again and again until they are taken. */
@ApplicationScoped
public class HouseMails {

    /** How long a try may take before somebody else may make it. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    /** What could not be sent for so long is news to nobody. */
    private static final Duration LONGEST = Duration.ofDays(2);

    private static final Duration KEPT = Duration.ofDays(90);

    private static final int AT_ONCE = 20;

    private final StatelessSession session;
    private final MailConfig config;
    private final Smtp smtp;
    private final Pauses pauses;
    private final Clock clock;

    HouseMails(StatelessSession session, MailConfig config, DeliveryConfig delivery, Smtp smtp, Clock clock) {
        this.session = session;
        this.config = config;
        this.smtp = smtp;
        this.pauses = new Pauses(delivery.firstPause());
        this.clock = clock;
    }

    /** Whether there is mail at all. */
    public boolean isOpen() {
        return config.isOn();
    }

    /** Where a page of ours is reached from a mail, if that is known. */
    public Optional<String> link(String path) {
        return config.address().map(each -> each + path);
    }

    /**
     * Puts a mail on its way, within the caller's transaction; the same one to the same address goes once, whoever asks.
     *
     * @param what tells it from all others
     */
    @Transactional
    public void write(String what, String to, String subject, String text, String html) {
        Instant now = clock.instant();
        UUID id = Ids.next(now);
        session.createNativeMutationQuery(
                        """
                        insert into house_mail
                               (id, what, address, message_id, subject, body_text, body_html, due_at, created_at)
                        values (:id, :what, :to, :message, :subject, :text, :html, :now, :now)
                            on conflict (what, address) do nothing""")
                .setParameter("id", id)
                .setParameter("what", what)
                .setParameter("to", to)
                .setParameter("message", "<" + id + "@" + smtp.domain() + ">")
                .setParameter("subject", subject)
                .setParameter("text", text)
                .setParameter("html", html)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Some that are due, the caller's for as long as a try may take. */
    @Transactional
    List<Letter> claim() {
        Instant now = clock.instant();
        return session
                .createNativeQuery(
                        """
                        update house_mail set due_at = :lease, tries = tries + 1
                         where id in (select id from house_mail where due_at <= :now
                                       order by due_at limit :most for update skip locked)
                        returning address, message_id, subject, body_text, body_html""",
                        Object[].class)
                .setParameter("lease", now.plus(LEASE))
                .setParameter("now", now)
                .setParameter("most", AT_ONCE)
                .getResultList()
                .stream()
                .map(row ->
                        new Letter((String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4]))
                .toList();
    }

    /** Keeps how a try went. */
    @Transactional
    void tried(Letter letter, Sent sent) {
        Instant now = clock.instant();
        Object[] mail = session.createNativeQuery(
                        "select tries, created_at from house_mail where message_id = :message", Object[].class)
                .setParameter("message", letter.messageId())
                .getSingleResult();
        boolean over = sent.problem() == null
                || sent.isFinal()
                || ((Instant) mail[1]).plus(LONGEST).isBefore(now);
        @Nullable Instant next = over ? null : now.plus(pauses.after((Integer) mail[0]));
        session.createNativeMutationQuery(
                        """
                        update house_mail
                           set due_at = cast(cast(:next as text) as timestamptz), problem = cast(:problem as text),
                               sent_at = case when cast(:problem as text) is null then cast(:now as timestamptz) end
                         where message_id = :message""")
                .setParameter("next", next == null ? null : next.toString())
                .setParameter("problem", sent.problem())
                .setParameter("now", now)
                .setParameter("message", letter.messageId())
                .executeUpdate();
    }

    @Transactional
    void dropOld() {
        session.createNativeMutationQuery("delete from house_mail where due_at is null and created_at < :before")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
