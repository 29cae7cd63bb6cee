package dev.ramah.fault;

import dev.ramah.platform.TestMail;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/** A real mail server that processes share. */
final class PostOffice implements AutoCloseable {

    private final TestMail server = new TestMail();
    private final Map<String, String> settings = server.start();

    /** What a process has to be told of it; what is unseen for a second is written. */
    Map<String, String> asEnvironment() {
        Map<String, String> all = new HashMap<>();
        settings.forEach((name, value) -> all.put(name.replace('.', '_').toUpperCase(Locale.ROOT), value));
        all.put("RAMAH_MAIL_PAUSE", "1s");
        return all;
    }

    /** A new address that has its mailbox. Were it made for the first mail, whoever looks just then would make another. */
    String address(String name) {
        String address = name + "-" + UUID.randomUUID() + "@mail.example";
        server.opensMailbox(address);
        return address;
    }

    /** What lies in the mailbox of this address. */
    List<MimeMessage> mailsOf(String address) throws MessagingException {
        List<MimeMessage> found = new ArrayList<>();
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", port("imap"), address, address);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message each : inbox.getMessages()) {
                    found.add(new MimeMessage((MimeMessage) each));
                }
            }
        }
        return found;
    }

    /** Somebody answers a mail of ours. */
    void answers(MimeMessage to, String from, String id, String text) throws MessagingException {
        String raw = "From: " + from + "\r\nTo: " + TestMail.OURS + "\r\nSubject: Re: x\r\nMessage-ID: " + id
                + "\r\nIn-Reply-To: " + to.getMessageID() + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text
                + "\r\n";
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(port("smtp")));
        MimeMessage message = new MimeMessage(
                Session.getInstance(properties), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
        try (Transport transport = message.getSession().getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, new InternetAddress[] {new InternetAddress(TestMail.OURS)});
        }
    }

    private int port(String of) {
        return Integer.parseInt(settings.getOrDefault("ramah.mail." + of + ".port", "0"));
    }

    @Override
    public void close() {
        server.stop();
    }
}
