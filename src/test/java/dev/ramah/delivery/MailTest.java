package dev.ramah.delivery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.cast.Agent;
import dev.ramah.cast.Line;
import dev.ramah.cast.Visitor;
import dev.ramah.conversation.Author;
import dev.ramah.conversation.Blocks;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.State;
import dev.ramah.platform.Patience;
import dev.ramah.platform.RamahTest;
import dev.ramah.platform.TestMail;
import dev.ramah.staff.Cast;
import dev.ramah.staff.Colleague;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers who have left are written to, and write back; over a real mail server. */
@RamahTest
class MailTest {

    private static final Pattern LINK = Pattern.compile("http://desk\\.example/continue#([A-Za-z0-9_-]{43})");

    @Inject
    Cast cast;

    @Inject
    Conversations conversations;

    @Inject
    Postman postman;

    @Inject
    Blocks blocks;

    @Inject
    Clock clock;

    @Inject
    org.hibernate.Session entities;

    @ConfigProperty(name = "ramah.mail.smtp.port")
    int smtpPort;

    @ConfigProperty(name = "ramah.mail.imap.port")
    int imapPort;

    private final String address = "sari-" + UUID.randomUUID() + "@mail.example";

    /** Were it made for the first mail, the look at it in the same moment would make another. */
    @BeforeEach
    void theyHaveAMailbox() throws Exception {
        assertEquals(List.of(), mails());
    }

    @Test
    void whoHasLeftGetsAllAnswersInOneMail() throws Exception {
        String conversation = leaves("Where is my <b>order</b>?");
        try (Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
            bima.takes(conversation);
            bima.says(conversation, "It is on its way <script>alert(1)</script>");
            bima.says(conversation, "It comes \"tomorrow\" & not later");
            bima.does("note", conversation, Map.of("text", "Only between us"));
            MimeMessage mail = mails(1, conversation).get(0);
            assertEquals("Ramah sudah menjawab Anda", mail.getSubject());
            assertEquals(TestMail.OURS, ((InternetAddress) mail.getFrom()[0]).getAddress());
            String text = part(mail, "text/plain");
            assertTrue(text.contains("<script>alert(1)</script>"));
            assertTrue(text.contains("It comes \"tomorrow\" & not later"));
            assertTrue(text.contains("Where is my <b>order</b>?"));
            assertFalse(text.contains("Only between us"));
            String html = part(mail, "text/html");
            assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
            assertFalse(html.contains("<script>") || html.contains("<b>order</b>"));
            assertTrue(html.contains("<html lang=\"id\" dir=\"ltr\">"));
            JsonNode told = bima.line().awaitEntry("mailed");
            assertEquals(address, told.path("text").asText());
            assertEquals("ANSWER", told.path("what").asText());
            // Nothing is sent twice, and new words are a new mail.
            due(conversation);
            bima.says(conversation, "It has arrived");
            String second = part(mails(2, conversation).get(1), "text/plain");
            assertTrue(second.contains("It has arrived"));
            assertFalse(second.contains("tomorrow"));
        }
    }

    @Test
    void whatAManagerAnswersToARatingIsWrittenToo() throws Exception {
        String conversation = leaves("Where is it?");
        Colleague maya = cast.maya();
        conversations
                .managerFollows(
                        new ConversationRef(UUID.fromString(conversation)),
                        Author.agent(maya.id(), maya.name()),
                        "followed",
                        1,
                        "We are sorry, Sari")
                .join();
        String text = part(mails(1, conversation).get(0), "text/plain");
        assertTrue(text.contains("Maya") && text.contains("We are sorry, Sari"), text);
    }

    @Test
    void whoIsThereOrHasSeenItIsNotWrittenTo() throws Exception {
        try (Visitor sari = Visitor.arrives(Map.of("name", "Sari", "language", "id", "email", address));
                Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
            sari.asksForPerson();
            bima.takes(sari.conversation);
            bima.says(sari.conversation, "Here I am");
            sari.line().awaitSaid("Here I am");
            Patience.until("it is known that they are there", () -> {
                change(
                        "update mail_unseen set due_at = now() - interval '1 day' where conversation = :id",
                        sari.conversation);
                return count("mail_unseen where there_at is not null and conversation = :id", sari.conversation) > 0;
            });
            assertEquals(0, rows("mail", sari.conversation));
            sari.send("seen", Map.of("seq", 3));
            Patience.until(
                    "they have seen it",
                    () -> count("conversation where customer_seen = 3 and id = :id", sari.conversation) > 0);
            sari.line().close();
            Patience.until("nobody waits to be written to", () -> {
                due(sari.conversation);
                return rows("mail_unseen", sari.conversation) == 0;
            });
            assertEquals(0, rows("mail", sari.conversation));
        }
    }

    @Test
    void theLinkOpensItsConversationOnlyAndCanBeTakenBack() throws Exception {
        String conversation = leaves("Where is it?");
        String other;
        try (Visitor tom = Visitor.tom()) {
            other = tom.conversation;
        }
        String link;
        try (Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
            bima.takes(conversation);
            bima.says(conversation, "On its way");
            link = link(mails(1, conversation).get(0));
        }
        String token = open(link)
                .statusCode(200)
                .body("conversation", equalTo(conversation))
                .extract()
                .path("token");
        try (Line line = Line.to(Visitor.uri("/ws/chat"))) {
            line.send(Map.of("type", "hello", "token", token, "after", 0));
            line.awaitSaid("On its way");
        }
        try (Line line = Line.to(Visitor.uri("/ws/chat"))) {
            line.send(Map.of("type", "hello", "token", token, "after", 0, "conversation", other));
            line.awaitProblem("forbidden");
        }
        given().auth().oauth2(token).get("/api/customer/conversations").then().body("size()", equalTo(1));
        given().auth().oauth2(link).get("/api/customer/conversations").then().statusCode(401);
        open(link.substring(1) + "x").statusCode(404);
        open("").statusCode(400);
        for (Colleague who : List.of(cast.bima(), cast.ana())) {
            cast.as(who).delete("/api/mail/links/" + conversation).then().statusCode(403);
        }
        given().delete("/api/mail/links/" + conversation).then().statusCode(401);
        cast.as(cast.maya())
                .delete("/api/mail/links/" + conversation)
                .then()
                .statusCode(200)
                .body("links", equalTo(1));
        open(link).statusCode(404);
    }

    @Test
    void whatIsAnsweredByMailIsSaidOnceAndByTheRightPersonOnly() throws Exception {
        String conversation = leaves("Where is it?");
        try (Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
            bima.takes(conversation);
            bima.says(conversation, "On its way");
            MimeMessage mail = mails(1, conversation).get(0);
            String id = "<" + UUID.randomUUID() + "@mail.example>";
            answer(mail, "eve@mail.example", "<" + UUID.randomUUID() + "@mail.example>", "", "I am Sari, really");
            answer(
                    mail,
                    address,
                    "<" + UUID.randomUUID() + "@mail.example>",
                    "Auto-Submitted: auto-replied\r\n",
                    "I am out of the office");
            answer(mail, address, id, "", "Thank you!\r\n\r\nOn Monday, Kopi wrote:\r\n> On its way");
            answer(mail, address, id, "", "Thank you!\r\n\r\nOn Monday, Kopi wrote:\r\n> On its way");
            answer(mail, address, "<" + UUID.randomUUID() + "@mail.example>", "", "One more thing");
            JsonNode said = bima.line().awaitSaid("Thank you!");
            assertEquals("Thank you!", said.path("text").asText());
            assertEquals("customer", said.path("by").path("role").asText());
            bima.line().awaitSaid("One more thing");
            // All five were looked at by now: they are taken in order.
            List<String> texts = bima.line().entries().stream()
                    .filter(each -> each.path("conversation").asText().equals(conversation))
                    .filter(each -> each.path("by").path("role").asText().equals("customer"))
                    .map(each -> each.path("text").asText())
                    .toList();
            assertEquals(1, texts.stream().filter("Thank you!"::equals).count());
            assertFalse(texts.toString().contains("I am"));

            State state = conversations.find(new ConversationRef(UUID.fromString(conversation)));
            blocks.keep(state, cast.bima().ref(), clock.instant().plusSeconds(3_600), "Rude");
            answer(mail, address, "<" + UUID.randomUUID() + "@mail.example>", "", "I write all the same");
            Patience.until(
                    "it is known that they may not",
                    () -> count("mail_received where outcome = 'BLOCKED' and conversation = :id", conversation) == 1);
            blocks.end(state.customer());
        }
    }

    @Test
    void aMailThatComesBackIsShownInItsConversation() throws Exception {
        String conversation = leaves("Where is it?");
        try (Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
            bima.takes(conversation);
            bima.says(conversation, "On its way");
            MimeMessage mail = mails(1, conversation).get(0);
            deliver(bounce(mail.getMessageID()));
            JsonNode told = bima.line()
                    .await(frame -> Line.isEntry(frame)
                            && frame.path("problem").asText().contains("no such mailbox"));
            assertEquals("mailed", told.path("kind").asText());
            assertEquals(address, told.path("text").asText());
        }
    }

    @Test
    void theTranscriptHasWhatTheCustomerSawAndGoesWhereTheyWant() throws Exception {
        try (Visitor sari = Visitor.arrives(Map.of("name", "Sari", "language", "en"));
                Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD);
                Visitor tom = Visitor.tom()) {
            sari.asksForPerson();
            sari.says("I say <i>this</i>");
            bima.takes(sari.conversation);
            bima.does("note", sari.conversation, Map.of("text", "Only between us"));
            bima.says(sari.conversation, "And I say that");
            transcript(sari.token, Map.of("email", address)).statusCode(200);
            MimeMessage mail = mails(1, sari.conversation).get(0);
            assertEquals("Your conversation with Ramah", mail.getSubject());
            String text = part(mail, "text/plain");
            assertTrue(text.contains("I say <i>this</i>") && text.contains("And I say that"));
            assertFalse(text.contains("Only between us"));
            assertFalse(LINK.matcher(text).find());
            assertTrue(part(mail, "text/html").contains("I say &lt;i&gt;this&lt;/i&gt;"));

            transcript(tom.token, Map.of("email", address, "conversation", sari.conversation))
                    .statusCode(401);
            transcript("guess", Map.of("email", address)).statusCode(401);
            transcript(cast.token(cast.rani()), Map.of("email", address)).statusCode(401);
            for (String wrong :
                    List.of("nobody", "a@b.example\r\nBcc: eve@mail.example", "a@b.example, eve@mail.example")) {
                transcript(sari.token, Map.of("email", wrong)).statusCode(400);
            }
            transcript(sari.token, Map.of("email", address)).statusCode(200);
            transcript(sari.token, Map.of("email", address)).statusCode(200);
            transcript(sari.token, Map.of("email", address)).statusCode(429);
        }
    }

    @Test
    void anAgentSendsItToTheCustomersOwnAddressOnly() throws Exception {
        String conversation = leaves("Where is it?");
        given().post("/api/conversations/" + conversation + "/transcript")
                .then()
                .statusCode(401);
        try (Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
            bima.takes(conversation);
            bima.does("transfer", conversation, Map.of("to", Map.of("team", "machines"), "reason", "A machine"));
            cast.as(cast.bima())
                    .post("/api/conversations/" + conversation + "/transcript")
                    .then()
                    .statusCode(403);
            cast.as(cast.ana())
                    .body(Map.of("email", "eve@mail.example"))
                    .post("/api/conversations/" + conversation + "/transcript")
                    .then()
                    .statusCode(200)
                    .body("email", equalTo(address));
        }
        assertEquals(
                "Percakapan Anda dengan Ramah", mails(1, conversation).get(0).getSubject());
    }

    @Test
    void whoIsErasedIsNotWrittenToAndTheirLinksEnd() throws Exception {
        String conversation = leaves("Where is it?");
        try (Agent bima = Agent.signsIn(cast.bima().email(), Cast.PASSWORD)) {
            bima.takes(conversation);
            bima.says(conversation, "On its way");
            String link = link(mails(1, conversation).get(0));
            bima.says(conversation, "It has arrived");
            String customer = cast.as(cast.rani())
                    .get("/api/conversations/" + conversation)
                    .path("customer.id");
            cast.as(cast.rani()).delete("/api/customers/" + customer).then().statusCode(200);
            open(link).statusCode(404);
            Patience.until("nobody waits to be written to", () -> {
                due(conversation);
                return rows("mail_unseen", conversation) == 0;
            });
            assertEquals(1, mails().size());
            assertEquals(
                    0L,
                    QuarkusTransaction.requiringNew()
                            .call(() -> Mail.count(
                                    "conversation = ?1 and address is not null", UUID.fromString(conversation))));
        }
    }

    /** A customer who asks for a person, leaves their address and goes. */
    private String leaves(String words) {
        try (Visitor sari = Visitor.arrives(Map.of("name", "Sari", "language", "id"))) {
            sari.asksForPerson();
            sari.says(words);
            sari.does("contact", Map.of("email", address));
            return sari.conversation;
        }
    }

    /** The time passes in which they might have come back. */
    private void due(String conversation) {
        change(
                "update mail_unseen set due_at = now() - interval '1 day', there_at = null where conversation = :id",
                conversation);
    }

    private void change(String sql, String conversation) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeMutationQuery(sql)
                .setParameter("id", UUID.fromString(conversation))
                .executeUpdate());
        postman.soon();
    }

    private long rows(String table, String conversation) {
        return count(table + " where conversation = :id", conversation);
    }

    private long count(String which, String conversation) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select count(*) from " + which, Long.class)
                        .setParameter("id", UUID.fromString(conversation))
                        .getSingleResult());
    }

    /** What the customer has in their mailbox, once there is so much. */
    private List<MimeMessage> mails(int count, String conversation) {
        List<MimeMessage> found = new ArrayList<>();
        Patience.until(count + " mails are there", () -> {
            due(conversation);
            found.clear();
            found.addAll(mails());
            return found.size() >= count;
        });
        assertEquals(count, found.size());
        return found;
    }

    private List<MimeMessage> mails() throws Exception {
        List<MimeMessage> found = new ArrayList<>();
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", imapPort, address, address);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message each : inbox.getMessages()) {
                    found.add(new MimeMessage((MimeMessage) each));
                }
            }
        }
        return found;
    }

    private static String part(Part part, String type) throws Exception {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static String link(MimeMessage mail) throws Exception {
        Matcher link = LINK.matcher(part(mail, "text/plain"));
        assertTrue(link.find());
        return link.group(1);
    }

    private static ValidatableResponse open(String link) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("link", link))
                .post("/api/mail/link")
                .then();
    }

    private static ValidatableResponse transcript(String token, Map<String, String> wanted) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(wanted)
                .post("/api/customer/transcript")
                .then();
    }

    private void answer(MimeMessage to, String from, String id, String headers, String text) throws Exception {
        deliver("From: Sari <" + from + ">\r\nTo: " + TestMail.OURS + "\r\nSubject: Re: x\r\nMessage-ID: " + id
                + "\r\nIn-Reply-To: " + to.getMessageID() + "\r\n" + headers
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n");
    }

    /** As mail servers report it (RFC 3464). */
    private static String bounce(String messageId) {
        return """
                From: MAILER-DAEMON@mail.example
                To: help@kopi.example
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <%s@mail.example>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                I am sorry to have to inform you.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example

                Final-Recipient: rfc822; sari@mail.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 there is
                 no such mailbox

                --b
                Content-Type: text/rfc822-headers

                Subject: x
                Message-ID: %s

                --b--
                """
                .formatted(UUID.randomUUID(), messageId)
                .replace("\n", "\r\n");
    }

    private void deliver(String raw) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(smtpPort));
        MimeMessage message = new MimeMessage(
                Session.getInstance(properties), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
        try (Transport transport = message.getSession().getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, new InternetAddress[] {new InternetAddress(TestMail.OURS)});
        }
    }
}
