package dev.ramah.delivery;

import dev.ramah.conversation.Blocks;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Viewings;
import dev.ramah.platform.Database;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Threads;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes to customers who were not there, and brings in what they answer. Looks every few seconds; nothing of it runs where
 * no mail server is set.
 */
@ApplicationScoped
class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class);

    private static final long LOOK_EVERY_SECONDS = 3;

    private static final long CLEAN_EVERY_HOURS = 1;

    /** As the log allows it. */
    private static final int LONGEST = 4_000;

    /** Longer than any look into the mailbox. */
    private static final Duration LOOK_LEASE = Duration.ofMinutes(5);

    private final Mails mails;
    private final Smtp smtp;
    private final Imap imap;
    private final Conversations conversations;
    private final Blocks blocks;
    private final Viewings viewings;
    private final MailConfig config;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Threads.named("mail"));
    private final ScheduledExecutorService reader =
            Executors.newSingleThreadScheduledExecutor(Threads.named("mail-reader"));

    Postman(
            Mails mails,
            Smtp smtp,
            Imap imap,
            Conversations conversations,
            Blocks blocks,
            Viewings viewings,
            MailConfig config) {
        this.mails = mails;
        this.smtp = smtp;
        this.imap = imap;
        this.conversations = conversations;
        this.blocks = blocks;
        this.viewings = viewings;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (!config.isOn()) {
            return;
        }
        // A sender that is no address is found when the application starts.
        LOG.infof("Mail is sent from %s.", smtp.domain());
        var unusedSends =
                thread.scheduleWithFixedDelay(this::send, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
        var unusedCleans = thread.scheduleWithFixedDelay(
                () -> attempt(mails::dropOld), CLEAN_EVERY_HOURS, CLEAN_EVERY_HOURS, TimeUnit.HOURS);
        if (config.isRead()) {
            var unusedReads =
                    reader.scheduleWithFixedDelay(this::read, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        Threads.end(thread, reader);
    }

    /** Sends what is due as soon as it can. */
    void soon() {
        try {
            thread.execute(this::send);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The next start finds it due");
        }
    }

    private void send() {
        attempt(() -> {
            findItsParts();
            mails.takeIn();
            List<ConversationRef> there =
                    mails.unseen().stream().filter(viewings::isCustomerHere).toList();
            if (!there.isEmpty()) {
                mails.areThere(there);
            }
            mails.fold();
            for (List<Letter> due = mails.claim(); !due.isEmpty(); due = mails.claim()) {
                for (Letter letter : due) {
                    Sent sent = smtp.send(letter);
                    mails.tried(letter.messageId(), sent).ifPresent(mail -> note(mail, sent.problem()));
                }
            }
        });
    }

    /** Colleagues see in the conversation that it was written, or why it could not be. */
    private void note(Mail mail, @Nullable String problem) {
        String how = problem == null ? "sent" : "failed";
        done(conversations.mailed(
                mail.ref(),
                Mails.BY_MAIL + mail.id + "-" + how,
                new Happened.Mailed(Objects.requireNonNullElse(mail.address, ""), mail.purpose.name(), problem)));
    }

    private void read() {
        attempt(() -> {
            findItsParts();
            if (mails.mayLook(LOOK_LEASE)) {
                try {
                    imap.read(this::take);
                } catch (MessagingException away) {
                    LOG.warnf("The mailbox could not be read; it is tried again: %s", Smtp.line(away));
                } finally {
                    mails.lookedUntil(config.look());
                }
            }
        });
    }

    /** One mail, whatever it is; the same one again changes nothing. False if it has to do with none of ours. */
    boolean take(Incoming mail) {
        Optional<Mail> ours = mails.ours(mail.answers());
        if (!mails.wasReceived(mail)) {
            @Nullable ConversationRef conversation = ours.map(Mail::ref).orElse(null);
            mails.received(mail, conversation, ours.isEmpty() ? "UNKNOWN" : take(mail, ours.get()));
        }
        return ours.isPresent();
    }

    private String take(Incoming mail, Mail ours) {
        if (mail.bounced() != null) {
            mails.bounced(ours.id, mail.bounced());
            note(ours, mail.bounced().isEmpty() ? "?" : mail.bounced());
            return "BOUNCED";
        }
        if (mail.automatic()) {
            return "AUTOMATIC";
        }
        if (ours.purpose != Mail.Purpose.ANSWER
                || ours.address == null
                || !ours.address.toLowerCase(Locale.ROOT).equals(mail.from())) {
            return "SENDER";
        }
        if (blocks.of(conversations.find(ours.ref()).customer()).isPresent()) {
            return "BLOCKED";
        }
        if (mail.text().isBlank()) {
            return "EMPTY";
        }
        if (mails.isFlooded(ours.ref())) {
            return "TOO_MANY";
        }
        String text = mail.text();
        String kept = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        try {
            done(conversations.customerSays(
                    ours.ref(), Mails.BY_MAIL + mail.id().substring(0, 40), kept, null));
            return "SAID";
        } catch (Problem refused) {
            return refused.code().name();
        }
    }

    private static void done(CompletableFuture<?> written) {
        try {
            var unused = written.orTimeout(30, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw e;
        }
    }

    /** The mail library looks for its parts where the thread's loader leads. */
    static void findItsParts() {
        Thread.currentThread().setContextClassLoader(Postman.class.getClassLoader());
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error fault) {
            // Whatever it was: a look that threw would be the last one.
            if (!Database.isAway(fault)) {
                LOG.error("Mail could not be seen to; it is tried again", fault);
            }
        }
    }
}
