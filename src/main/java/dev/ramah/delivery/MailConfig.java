package dev.ramah.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of mail; without a server and a sender there is none. */
@ConfigMapping(prefix = "ramah.mail")
public interface MailConfig {

    /** Whom our mail is from: an address, perhaps with a name before it. */
    Optional<String> from();

    /** Where customers reach this installation, without a path: what links in mails begin with. */
    Optional<String> address();

    Server smtp();

    /** The mailbox to which customers answer; without it they answer by the link only. */
    Server imap();

    /** How long our words may lie unseen before they are written to the customer; more words begin it anew. */
    @WithDefault("2m")
    Duration pause();

    /** How long the link in a mail works. */
    @WithDefault("7d")
    Duration link();

    /** How often the mailbox is looked into. */
    @WithDefault("30s")
    Duration look();

    /** A server that speaks SMTP or IMAP. */
    interface Server {

        Optional<String> host();

        /** The protocol's usual one for this security, if it isn't said. */
        OptionalInt port();

        Optional<String> user();

        Optional<String> password();

        @WithDefault("starttls")
        Security security();
    }

    /** How a connection is kept from being read along. */
    enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /** Whether there is mail at all. */
    default boolean isOn() {
        return smtp().host().isPresent() && from().isPresent();
    }

    /** Whether customers may answer a mail by mail. */
    default boolean isRead() {
        return isOn() && imap().host().isPresent();
    }
}
