package dev.ramah.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Reads the mailbox to which customers answer. */
@ApplicationScoped
class Imap {

    private static final Logger LOG = Logger.getLogger(Imap.class);

    private static final int AT_ONCE = 50;

    private static final int LARGEST_BYTES = 10 * 1024 * 1024;

    private final MailConfig config;

    Imap(MailConfig config) {
        this.config = config;
    }

    /**
     * Hands over what nobody has read, and marks it as read when it was looked at; what could not be looked at is there
     * the next time.
     *
     * @param take whether it was for us; all else is flagged, for people to find
     */
    void read(Predicate<Incoming> take) throws MessagingException {
        MailConfig.Server server = config.imap();
        try (Store store = Smtp.session("imap", server).getStore("imap")) {
            store.connect(server.user().orElse(""), server.password().orElse(""));
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                Message[] unread = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                for (int i = 0; i < Math.min(unread.length, AT_ONCE); i++) {
                    Message message = unread[i];
                    if (!read((MimeMessage) message, take)) {
                        message.setFlag(Flags.Flag.FLAGGED, true);
                    }
                    message.setFlag(Flags.Flag.SEEN, true);
                }
            }
        }
    }

    private static boolean read(MimeMessage message, Predicate<Incoming> take) throws MessagingException {
        if (message.getSize() > LARGEST_BYTES) {
            LOG.warnf("A mail of %d bytes was left in the mailbox unread", message.getSize());
            return false;
        }
        Incoming incoming;
        try {
            incoming = Incoming.of(message);
        } catch (IOException | MessagingException | RuntimeException broken) {
            // One that can't be read must not keep the others from being read.
            LOG.warnf("A mail could not be read: %s", broken.getClass().getSimpleName());
            return false;
        }
        return take.test(incoming);
    }
}
