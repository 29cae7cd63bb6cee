package dev.ramah.delivery;

import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import dev.ramah.conversation.State;
import dev.ramah.platform.Text;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes mails. What people said is only ever text in them: nothing of it becomes a header, a tag or a link.
 */
record Letters(String shop, boolean answerable) {

    /** Before it stands what the customer answers, behind it what they quote. */
    static final String MARK = "##";

    /** The accent and the inks of the shared tokens, which mail programs do not know. */
    private static final String BODY =
            "margin:0;padding:24px 16px;background:#fbf8f4;color:#241c15;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";

    private static final String SHEET =
            "max-width:36rem;margin:0 auto;padding:24px;border:1px solid #e3d9cc;border-radius:10px;background:#ffffff";

    private static final String BUTTON = "display:inline-block;padding:10px 20px;border-radius:10px;background:#a8431c;"
            + "color:#ffffff;font-weight:600;text-decoration:none";

    /** The link in a mail, and until when it works. */
    record Link(String address, Instant expires) {}

    /** Our words that the customer has not seen, after what they had asked. */
    Letter answer(Mail mail, State state, List<Entry> log, @Nullable Link link) {
        Wording words = Wording.of(state.language());
        List<Entry> ours = said(mail, log, Role.AGENT);
        if (ours.isEmpty()) {
            // What the bot said before a person did is of no use any more.
            ours = said(mail, log, Role.BOT);
        }
        int first = ours.isEmpty() ? mail.upto : ours.get(0).seq();
        Entry asked = log.stream()
                .filter(each -> each.seq() < first && each.isBy(Role.CUSTOMER) && each.what() instanceof Happened.Said)
                .reduce((before, each) -> each)
                .orElse(null);
        Page page = new Page(words);
        if (answerable) {
            page.quiet(MARK + " " + words.say("above") + " " + MARK);
        }
        page.head(shop);
        page.line(words.say("answer.intro"));
        ours.forEach(each -> page.said(called(each, words), said(each, words)));
        if (link != null) {
            page.line(words.say(answerable ? "answer.reply" : "answer.link"));
            page.link(words.say("open"), link.address());
            page.quiet(words.say("expires", words.moment(link.expires())));
        } else if (answerable) {
            page.line(words.say("answer.replyOnly"));
        }
        if (asked != null) {
            page.said(words.say("answer.asked"), said(asked, words));
        }
        return page.letter(mail, subject(words.say("answer.subject", shop)));
    }

    private static List<Entry> said(Mail mail, List<Entry> log, Role by) {
        return log.stream()
                .filter(each -> each.seq() > mail.after && each.seq() <= mail.upto)
                .filter(each -> isWords(each) && each.isBy(by))
                .toList();
    }

    /** All that the customer saw. */
    Letter transcript(Mail mail, State state, List<Entry> log) {
        Wording words = Wording.of(state.language());
        Page page = new Page(words);
        page.head(shop);
        page.line(words.say("transcript.intro"));
        log.stream()
                .filter(each -> each.seq() <= mail.upto && isWords(each))
                .forEach(each -> page.said(called(each, words) + " · " + words.moment(each.at()), said(each, words)));
        return page.letter(mail, subject(words.say("transcript.subject", shop)));
    }

    /** A question that is answered on a page; {@code again}: they were asked before. */
    Letter invitation(Mail mail, State state, Link link, boolean again) {
        Wording words = Wording.of(state.language());
        Page page = new Page(words);
        page.line(words.say(again ? "survey.again" : "survey.intro", shop));
        page.link(words.say("survey.open"), link.address());
        page.quiet(words.say("survey.expires", words.moment(link.expires())));
        return page.letter(mail, subject(words.say("survey.subject", shop)));
    }

    private static String called(Entry entry, Wording words) {
        return switch (entry.by().role()) {
            case CUSTOMER -> words.say("you");
            case BOT -> words.say("bot");
            case AGENT, SYSTEM -> entry.by().name();
        };
    }

    /** Whether one of them wrote it for the other to read: a message, or what a manager answers to a rating. */
    static boolean isWords(Entry entry) {
        return entry.what() instanceof Happened.Said || entry.what() instanceof Happened.Followed;
    }

    private static String said(Entry entry, Wording words) {
        if (entry.erased()) {
            return words.say("erased");
        }
        return entry.what() instanceof Happened.Followed followed
                ? followed.text()
                : ((Happened.Said) entry.what()).text();
    }

    private static String subject(String text) {
        return Objects.requireNonNullElse(Text.line(text), "");
    }

    /** The two bodies, written side by side. */
    private static final class Page {

        private final Wording words;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();

        Page(Wording words) {
            this.words = words;
        }

        /** Whose mail it is, below the mark: what stands above that is taken for the customer's answer. */
        void head(String shop) {
            html.append("<p style=\"margin:0 0 16px;font-size:18px\"><b>")
                    .append(escaped(shop))
                    .append("</b></p>\n");
        }

        void line(String line) {
            text.append(line).append("\n\n");
            html.append("<p style=\"margin:0 0 16px\">").append(escaped(line)).append("</p>\n");
        }

        void quiet(String line) {
            text.append(line).append("\n\n");
            html.append("<p style=\"margin:0 0 16px;color:#6f6255;font-size:13px\">")
                    .append(escaped(line))
                    .append("</p>\n");
        }

        void said(String who, String what) {
            text.append(who)
                    .append("\n    ")
                    .append(what.replace("\n", "\n    "))
                    .append("\n\n");
            html.append("<p style=\"margin:0 0 4px\"><b>")
                    .append(escaped(who))
                    .append("</b></p>\n<div dir=\"auto\" style=\"margin:0 0 16px;padding:8px 12px;border-")
                    .append(words.direction().equals("rtl") ? "right" : "left")
                    .append(":3px solid #a8431c;white-space:pre-wrap;overflow-wrap:anywhere\">")
                    .append(escaped(what))
                    .append("</div>\n");
        }

        void link(String name, String address) {
            text.append(address).append("\n\n");
            html.append("<p style=\"margin:0 0 16px\"><a href=\"")
                    .append(escaped(address))
                    .append("\" style=\"" + BUTTON + "\">")
                    .append(escaped(name))
                    .append("</a></p>\n");
        }

        Letter letter(Mail mail, String subject) {
            String body = "<!doctype html><html lang=\"" + words.language() + "\" dir=\"" + words.direction()
                    + "\"><head><meta charset=\"utf-8\">"
                    + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
                    + escaped(subject) + "</title></head><body style=\"" + BODY + "\">\n<div style=\"" + SHEET + "\">\n"
                    + html + "</div></body></html>\n";
            return new Letter(Objects.requireNonNull(mail.address), mail.messageId, subject, text.toString(), body);
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;");
        }
    }
}
