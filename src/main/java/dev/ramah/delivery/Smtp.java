package dev.ramah.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Hands mails to the mail server. */
@ApplicationScoped
class Smtp {

    private static final String TIMEOUT_MILLIS = "20000";

    private static final int FINAL = 500;

    private final MailConfig config;
    private final Clock clock;

    Smtp(MailConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** The part of our own address behind the @. */
    String domain() {
        String from = config.from().orElse("");
        try {
            String address = new InternetAddress(from).getAddress();
            return address.substring(address.indexOf('@') + 1);
        } catch (AddressException e) {
            throw new IllegalStateException("RAMAH_MAIL_FROM is no e-mail address: " + from, e);
        }
    }

    /** Tries once. */
    Sent send(Letter letter) {
        try {
            Session session = session("smtp", config.smtp());
            Transport.send(message(session, letter));
            return Sent.TAKEN;
        } catch (AddressException e) {
            return new Sent("This is no address that can be written to.", true);
        } catch (MessagingException e) {
            return new Sent(line(e), isFinal(e));
        }
    }

    private MimeMessage message(Session session, Letter letter) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                // The same however often it is tried: whoever gets it twice sees it once.
                setHeader("Message-ID", letter.messageId());
            }
        };
        message.setFrom(new InternetAddress(config.from().orElseThrow(), true));
        message.setRecipient(RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        // Answers of machines to it would go in circles.
        message.setHeader("X-Auto-Response-Suppress", "All");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        return message;
    }

    /** A session with a server; {@code protocol} is smtp or imap. */
    static Session session(String protocol, MailConfig.Server server) {
        // Over TLS from the beginning it is a protocol of its own for the library.
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.store.protocol", "imap");
        properties.put(prefix + "host", server.host().orElseThrow());
        properties.put(prefix + "port", String.valueOf(server.port().orElse(port(protocol, server.security()))));
        properties.put(prefix + "connectiontimeout", TIMEOUT_MILLIS);
        properties.put(prefix + "timeout", TIMEOUT_MILLIS);
        properties.put(prefix + "writetimeout", TIMEOUT_MILLIS);
        properties.put(prefix + "ssl.enable", String.valueOf(server.security() == MailConfig.Security.TLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        boolean starts = server.security() == MailConfig.Security.STARTTLS;
        properties.put(prefix + "starttls.enable", String.valueOf(starts));
        properties.put(prefix + "starttls.required", String.valueOf(starts));
        properties.put(prefix + "auth", String.valueOf(server.user().isPresent()));
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return server.user()
                        .map(user -> new PasswordAuthentication(
                                user, server.password().orElse("")))
                        .orElse(null);
            }
        });
    }

    private static int port(String protocol, MailConfig.Security security) {
        boolean smtp = protocol.equals("smtp");
        return switch (security) {
            case NONE -> smtp ? 25 : 143;
            case STARTTLS -> smtp ? 587 : 143;
            case TLS -> smtp ? 465 : 993;
        };
    }

    /** Whether the server said that it never will (RFC 5321, 4.2.1: replies of the five hundreds). */
    private static boolean isFinal(MessagingException fault) {
        for (Exception each = fault; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException address && address.getReturnCode() >= FINAL) {
                return true;
            }
            if (each instanceof SMTPSendFailedException send && send.getReturnCode() >= FINAL) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Exception next(Exception fault) {
        return fault instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    static String line(Exception fault) {
        String message = String.valueOf(fault.getMessage())
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return message.substring(0, Math.min(300, message.length()));
    }
}
