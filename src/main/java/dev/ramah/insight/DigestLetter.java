package dev.ramah.insight;

import dev.ramah.theme.Complaints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A digest as it is mailed: the figures of the report's first page, each beside the one of the period before. */
record DigestLetter(String subject, String text, String html) {

    private static final String FONT = "font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";
    private static final String CELL = "padding:8px 12px 8px 0;border-bottom:1px solid #e3d9cc;vertical-align:top";

    /**
     * A figure.
     *
     * @param note how much it rests on; empty if that needs no word
     */
    private record Line(String name, String now, String before, String note) {}

    /**
     * The letter about these days.
     *
     * @param risen themes that rose in them
     * @param link where the report of these days is; null if nobody knows
     */
    static DigestLetter of(
            Overview overview,
            DigestRule rule,
            Range range,
            String shop,
            List<Complaints.Known> risen,
            @Nullable String link) {
        DigestWords words = DigestWords.of(rule.language());
        LocalDate first = range.day(range.from());
        LocalDate last = range.day(range.to()).minusDays(1);
        String subject = words.say("subject." + rule.rhythm(), shop, words.day(first), words.day(last));
        List<Line> lines = lines(overview, words);
        if (!risen.isEmpty()) {
            lines.add(risen(risen, words));
        }
        return new DigestLetter(subject, text(subject, lines, words, link), html(subject, lines, words, link));
    }

    private static Line risen(List<Complaints.Known> risen, DigestWords words) {
        String names = risen.stream()
                .map(each -> each.name().isEmpty() ? words.say("theme", String.valueOf(each.number())) : each.name())
                .collect(Collectors.joining(", "));
        return new Line(words.say("risen"), words.number(risen.size()), DigestWords.NOTHING, names);
    }

    private static List<Line> lines(Overview all, DigestWords words) {
        Figures now = all.now();
        Figures before = all.before();
        Row csat = all.csat();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                words.say("good"),
                words.share(csat.csat()),
                words.share(all.previous().csat()),
                csat.answers() == 0
                        ? ""
                        : words.say(
                                "good.note",
                                words.number(csat.answers()),
                                words.share(csat.csatLow()),
                                words.share(csat.csatHigh()))));
        lines.add(new Line(
                words.say("answered"),
                words.share(csat.responseRate()),
                words.share(all.previous().responseRate()),
                of("answered.note", csat.answered(), csat.asked(), words)));
        nps(csat, all.previous(), words).ifPresent(lines::add);
        effort(csat, all.previous(), words).ifPresent(lines::add);
        lines.add(new Line(words.say("began"), words.number(now.episodes()), words.number(before.episodes()), ""));
        lines.add(new Line(
                words.say("bot"),
                words.share(now.containment().share()),
                words.share(before.containment().share()),
                of("bot.note", now.containment().stayed(), now.containment().of(), words)));
        lines.add(time(
                "first",
                now.firstResponse(),
                before.firstResponse(),
                now.inHours().firstResponse(),
                words));
        lines.add(time("wait", now.waiting(), before.waiting(), now.inHours().waiting(), words));
        lines.add(time(
                "handling", now.handling(), before.handling(), now.inHours().handling(), words));
        lines.add(time(
                "resolution",
                now.resolution(),
                before.resolution(),
                now.inHours().resolution(),
                words));
        kept("firstKept", now.targets().firstResponse(), before.targets().firstResponse(), words)
                .ifPresent(lines::add);
        kept("resolutionKept", now.targets().resolution(), before.targets().resolution(), words)
                .ifPresent(lines::add);
        lines.add(counted(
                "again",
                now.again().n(),
                now.again().of(),
                before.again().n(),
                before.again().of(),
                words));
        lines.add(counted(
                "repeated",
                now.repeated().n(),
                now.repeated().of(),
                before.repeated().n(),
                before.repeated().of(),
                words));
        lines.add(new Line(
                words.say("late"),
                words.number(now.promises().late()),
                words.number(before.promises().late()),
                words.say("late.note", words.number(now.promises().made()))));
        return lines;
    }

    /** Where nobody is asked this there is nothing to say; likewise below. */
    private static Optional<Line> nps(Row now, Row before, DigestWords words) {
        return now.nps() == null && before.nps() == null
                ? Optional.empty()
                : Optional.of(new Line(
                        words.say("nps"),
                        words.score(now.nps()),
                        words.score(before.nps()),
                        now.npsAnswers() == null
                                ? ""
                                : words.say(
                                        "nps.note",
                                        words.number(now.npsAnswers()),
                                        words.score(now.npsLow()),
                                        words.score(now.npsHigh()))));
    }

    private static Optional<Line> effort(Row now, Row before, DigestWords words) {
        return now.effort() == null && before.effort() == null
                ? Optional.empty()
                : Optional.of(new Line(
                        words.say("effort"),
                        words.mean(now.effort()),
                        words.mean(before.effort()),
                        now.effortAnswers() == null
                                ? ""
                                : words.say("effort.note", words.number(now.effortAnswers()))));
    }

    private static Line time(String name, Percentiles now, Percentiles before, Percentiles inHours, DigestWords words) {
        return new Line(
                words.say(name),
                words.time(now.median()),
                words.time(before.median()),
                now.n() == 0 ? "" : words.say(name + ".note", words.time(now.p90()), words.time(inHours.median())));
    }

    /** Where there was no target there is nothing to say. */
    private static Optional<Line> kept(String name, Kept now, Kept before, DigestWords words) {
        return now.of() == 0 && before.of() == 0
                ? Optional.empty()
                : Optional.of(new Line(
                        words.say(name),
                        words.share(now.share()),
                        words.share(before.share()),
                        of("kept.note", now.kept(), now.of(), words)));
    }

    private static Line counted(String name, int n, int of, int nBefore, int ofBefore, DigestWords words) {
        return new Line(
                words.say(name),
                words.share(share(n, of)),
                words.share(share(nBefore, ofBefore)),
                of(name + ".note", n, of, words));
    }

    private static @Nullable Double share(int n, int of) {
        return of == 0 ? null : Double.valueOf((double) n / of);
    }

    private static String of(String note, int n, int of, DigestWords words) {
        return of == 0 ? "" : words.say(note, words.number(n), words.number(of));
    }

    private static String text(String subject, List<Line> lines, DigestWords words, @Nullable String link) {
        StringBuilder text = new StringBuilder(subject).append("\n\n");
        for (Line each : lines) {
            text.append(each.name)
                    .append(": ")
                    .append(each.now)
                    .append(" (")
                    .append(words.say("earlier"))
                    .append(": ")
                    .append(each.before)
                    .append(")\n");
            if (!each.note.isEmpty()) {
                text.append("    ").append(each.note).append("\n");
            }
        }
        text.append("\n");
        if (link != null) {
            text.append(link).append("\n\n");
        }
        return text.append(words.say("why")).append("\n").toString();
    }

    private static String html(String subject, List<Line> lines, DigestWords words, @Nullable String link) {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"" + words.language()
                + "\"><meta charset=\"utf-8\"><body style=\"" + FONT
                + ";color:#241c15;max-width:40rem\">\n<h1 style=\"font-size:20px\">"
                + escaped(subject) + "</h1>\n<table style=\"border-collapse:collapse;width:100%;" + FONT + "\">\n<tr>");
        for (String each : List.of("figure", "now", "earlier")) {
            html.append("<th scope=\"col\" style=\"text-align:left;color:#5c5045;font-size:13px;")
                    .append(CELL)
                    .append("\">")
                    .append(escaped(words.say(each)))
                    .append("</th>");
        }
        html.append("</tr>\n");
        for (Line each : lines) {
            html.append("<tr><th scope=\"row\" style=\"text-align:left;font-weight:400;")
                    .append(CELL)
                    .append("\">")
                    .append(escaped(each.name));
            if (!each.note.isEmpty()) {
                html.append("<br><span style=\"color:#6f6255;font-size:13px\">")
                        .append(escaped(each.note))
                        .append("</span>");
            }
            html.append("</th><td style=\"white-space:nowrap;")
                    .append(CELL)
                    .append("\"><b>")
                    .append(escaped(each.now))
                    .append("</b></td><td style=\"white-space:nowrap;color:#5c5045;")
                    .append(CELL)
                    .append("\">")
                    .append(escaped(each.before))
                    .append("</td></tr>\n");
        }
        html.append("</table>\n");
        if (link != null) {
            html.append("<p><a href=\"")
                    .append(escaped(link))
                    .append("\" style=\"color:#a8431c\">")
                    .append(escaped(words.say("open")))
                    .append("</a></p>\n");
        }
        return html.append("<p style=\"color:#6f6255;font-size:13px\">")
                .append(escaped(words.say("why")))
                .append("</p>\n</body></html>\n")
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
