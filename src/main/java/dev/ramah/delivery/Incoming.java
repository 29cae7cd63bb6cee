package dev.ramah.delivery;

import dev.ramah.platform.Digests;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came in, as far as it matters.
 *
 * @param id a fingerprint of its Message-ID: the same mail twice is one
 * @param from the address that it says it is from, in lower case; empty if it says none
 * @param answers the Message-IDs of mails that it answers, or that it reports on
 * @param text what was written, without what was quoted
 * @param automatic whether a machine wrote it by itself
 * @param bounced why our mail did not reach anybody, in the words of the server; null if it is no such report
 */
record Incoming(
        String id, String from, List<String> answers, String text, boolean automatic, @Nullable String bounced) {

    private static final int DEEPEST = 8;
    private static final int MOST_READ = 512 * 1024;
    private static final int MOST_ANSWERED = 50;
    private static final int LONGEST_REASON = 300;

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{3,300}>");
    private static final Pattern OF_ORIGINAL = Pattern.compile("(?im)^Message-ID:\\s*(<[^<>\\s]{3,300}>)");
    private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed");
    private static final Pattern DIAGNOSIS =
            Pattern.compile("(?im)^Diagnostic-Code:\\s*(?:[a-z0-9-]+;)?\\s*(.+(?:\\R[ \\t].+)*)");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([0-9.]+)");

    /** Reads it; what can't be read of it is left out. */
    static Incoming of(MimeMessage message) throws MessagingException, IOException {
        @Nullable String messageId = message.getHeader("Message-ID", null);
        String named = messageId == null
                ? String.join(
                        "\n", Arrays.toString(message.getHeader("Received")), String.valueOf(message.getSentDate()))
                : messageId.strip();
        List<String> answers = new ArrayList<>(ids(message));
        @Nullable String bounced = message.isMimeType("multipart/report") ? report(message, answers) : null;
        String text = Quotes.cut(Objects.requireNonNullElse(text(message, 0), ""));
        return new Incoming(
                Digests.sha256(named), from(message), List.copyOf(answers), text, isAutomatic(message), bounced);
    }

    private static List<String> ids(MimeMessage message) throws MessagingException {
        String named = Stream.of("In-Reply-To", "References")
                .map(each -> header(message, each))
                .reduce("", (a, b) -> a + " " + b);
        return MESSAGE_ID
                .matcher(named)
                .results()
                .map(each -> each.group())
                .limit(MOST_ANSWERED)
                .toList();
    }

    private static String from(MimeMessage message) throws MessagingException {
        @Nullable Address[] all = message.getFrom();
        return all != null && all.length > 0 && all[0] instanceof InternetAddress first
                ? String.valueOf(first.getAddress()).toLowerCase(Locale.ROOT)
                : "";
    }

    /** Machines say so, more or less (RFC 3834, RFC 2919, and what came before them). */
    private static boolean isAutomatic(MimeMessage message) throws MessagingException {
        String submitted = header(message, "Auto-Submitted").toLowerCase(Locale.ROOT);
        String precedence = header(message, "Precedence").toLowerCase(Locale.ROOT);
        String path = header(message, "Return-Path").strip();
        String from = from(message);
        return (!submitted.isEmpty() && !submitted.startsWith("no"))
                || Pattern.matches("(bulk|junk|list|auto_reply).*", precedence)
                || path.equals("<>")
                || Stream.of("X-Autoreply", "X-Autorespond", "List-Id", "X-Auto-Reply-From")
                        .anyMatch(each -> !header(message, each).isEmpty())
                || from.startsWith("mailer-daemon@")
                || from.startsWith("postmaster@")
                || from.startsWith("noreply@")
                || from.startsWith("no-reply@");
    }

    private static String header(MimeMessage message, String name) {
        try {
            @Nullable String value = message.getHeader(name, " ");
            return value == null ? "" : value;
        } catch (MessagingException e) {
            return "";
        }
    }

    /** Why a mail did not arrive (RFC 3464), and which: its id is added to the answered ones. Null if it only takes longer. */
    private static @Nullable String report(MimeMessage message, List<String> answers)
            throws MessagingException, IOException {
        if (!(message.getContent() instanceof Multipart parts)) {
            return null;
        }
        @Nullable String reason = null;
        for (int i = 0; i < parts.getCount(); i++) {
            Part part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                String told = raw(part);
                if (FAILED.matcher(told).find()) {
                    reason = reason(told);
                }
            } else if (part.isMimeType("message/*") || part.isMimeType("text/rfc822-headers")) {
                Matcher original = OF_ORIGINAL.matcher(raw(part));
                if (original.find()) {
                    answers.add(original.group(1));
                }
            }
        }
        return reason;
    }

    private static String reason(String told) {
        Matcher diagnosis = DIAGNOSIS.matcher(told);
        Matcher status = STATUS.matcher(told);
        String reason = diagnosis.find() ? diagnosis.group(1) : status.find() ? status.group(1) : "";
        String line = reason.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.substring(0, Math.min(LONGEST_REASON, line.length()));
    }

    private static String raw(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(MOST_READ), StandardCharsets.UTF_8);
        }
    }

    /** What was written; plain text before HTML. Null if there is none. */
    private static @Nullable String text(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return null;
        }
        if (part.isMimeType("text/plain")) {
            return content(part);
        }
        if (part.isMimeType("text/html")) {
            return plain(content(part));
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            @Nullable String html = null;
            for (int i = 0; i < parts.getCount(); i++) {
                Part each = parts.getBodyPart(i);
                @Nullable String text = text(each, depth + 1);
                if (text != null && !text.isBlank()) {
                    if (!each.isMimeType("text/html")) {
                        return text;
                    }
                    html = html == null ? text : html;
                }
            }
            return html;
        }
        return null;
    }

    /** In a character set that nobody knows, what can be read of it. */
    private static String content(Part part) throws MessagingException, IOException {
        try {
            String text = String.valueOf(part.getContent());
            return text.substring(0, Math.min(MOST_READ, text.length()));
        } catch (IOException unknownCharset) {
            return raw(part);
        }
    }

    /** What a reader of the HTML sees, without what programs mark as quoted. */
    private static String plain(String html) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        page.select("head, script, style, blockquote, .gmail_quote, .moz-cite-prefix, #appendonsend, #divRplyFwdMsg")
                .remove();
        page.select("br").forEach(each -> each.replaceWith(new TextNode("\n")));
        page.select("p, div, li, tr").forEach(each -> each.appendText("\n"));
        return page.body().wholeText().replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n");
    }
}
