package dev.ramah.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody wrote in an answer, without the mail that they answered and without their signature. */
final class Quotes {

    /** "On Monday, Bima wrote:" as mail programs write it, in the languages that we speak. */
    private static final Pattern WROTE = Pattern.compile(
            "(?iu)^\\s*>?\\s*(on|pada|am|le|el|op|em|في)\\b.{3,200}\\b(wrote|menulis|schrieb.*|a écrit|escribió|schreef|escreveu|كتب)\\s*:\\s*$");

    /** What stands above a mail that is answered or passed on. */
    private static final Pattern ORIGINAL = Pattern.compile(
            "(?iu)^\\s*(-{2,}\\s*(original message|forwarded message|pesan asli|ursprüngliche nachricht|message d'origine|mensaje original|oorspronkelijk bericht|mensagem original)\\s*-{2,}|_{10,})\\s*$");

    private static final Pattern HEADER = Pattern.compile("(?iu)^\\s*\\*?(from|dari|von|de|van)\\*?:\\s.*[@<].*$");

    private static final Pattern NEXT_HEADER = Pattern.compile(
            "(?iu)^\\s*\\*?(sent|date|to|subject|dikirim|tanggal|kepada|subjek|gesendet|datum|an|betreff|envoyé|à|objet|enviado|para|asunto|assunto|verzonden|aan|onderwerp)\\*?:\\s.*$");

    private Quotes() {}

    /** The text without what is only repeated; empty if nothing else is in it. */
    static String cut(String text) {
        List<String> lines = new ArrayList<>(
                text.replace("\r\n", "\n").replace('\r', '\n').lines().toList());
        List<String> own = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (ends(lines, i)) {
                break;
            }
            if (!line.stripLeading().startsWith(">")) {
                own.add(line);
            }
        }
        return String.join("\n", own).strip();
    }

    private static boolean ends(List<String> lines, int at) {
        String line = lines.get(at);
        // Programs break a long line in two.
        String withNext = at + 1 < lines.size() ? line + " " + lines.get(at + 1).strip() : line;
        return isOurMark(line)
                || line.equals("-- ")
                || ORIGINAL.matcher(line).matches()
                || WROTE.matcher(line).matches()
                || (WROTE.matcher(withNext).matches() && !line.isBlank())
                || (HEADER.matcher(line).matches()
                        && at + 1 < lines.size()
                        && NEXT_HEADER.matcher(lines.get(at + 1)).matches());
    }

    private static boolean isOurMark(String line) {
        String bare = line.replace(">", "").strip().toLowerCase(Locale.ROOT);
        return bare.length() > 2 * Letters.MARK.length()
                && bare.startsWith(Letters.MARK)
                && bare.endsWith(Letters.MARK);
    }
}
