package dev.ramah.practice;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario tells.
 *
 * @param customer what the customer is called in it; empty for a visitor without a name
 * @param reason the rule by which a person was asked for
 * @param lines what was said, in order; what comes before the first line of a colleague is there when a rehearsal begins
 * @param facts what the customer has told already, so nobody has to ask for it
 * @param article which the answer is in; null if none is
 * @param fallback what the customer says when nothing else fits
 * @param answers after so many answers it is over
 * @param marking how it is marked; null: as all are
 */
record Plot(
        String title,
        String language,
        String customer,
        String reason,
        List<Line> lines,
        List<Told> facts,
        @Nullable Source article,
        List<Branch> branches,
        String fallback,
        int answers,
        @Nullable Marking marking) {

    static final int LONGEST_LINE = 4_000;
    static final int MOST_LINES = 200;
    private static final int LONGEST_TITLE = 120;
    private static final int MOST = 40;
    private static final int MOST_ANSWERS = 40;

    /**
     * @param seq its place, from 1
     * @param was its place in the conversation that it is from, for who compares both; null where it is from none
     */
    record Line(int seq, Who by, String text, @Nullable Integer was) {

        /** One that somebody wrote. */
        Line(int seq, Who by, String text) {
            this(seq, by, text, null);
        }
    }

    /** @param seq the line in which the customer says it; null if they said it before */
    record Told(String kind, String value, @Nullable Integer seq) {}

    /** An article by its key. */
    record Source(String article, String title) {}

    /** What is there before anybody of us answers. */
    List<Line> opening() {
        return lines.stream().takeWhile(each -> each.by() != Who.AGENT).toList();
    }

    /** What the customer went on to say, each time after somebody of us had answered. */
    List<List<Line>> turns() {
        return after(Who.CUSTOMER);
    }

    /** What the colleague answered, turn by turn; several lines in a row are one. */
    List<List<Line>> answered() {
        return after(Who.AGENT);
    }

    /** Runs of lines of one side, from the first line of a colleague on. */
    private List<List<Line>> after(Who who) {
        List<List<Line>> runs = new ArrayList<>();
        @Nullable Who before = null;
        for (Line each : lines.subList(opening().size(), lines.size())) {
            if (each.by() == Who.BOT) {
                continue;
            }
            if (each.by() == who) {
                if (before != who) {
                    runs.add(new ArrayList<>());
                }
                runs.get(runs.size() - 1).add(each);
            }
            before = each.by();
        }
        return runs;
    }

    /** All words in it, with what to call the place each is from. */
    List<Words> words() {
        return Stream.of(
                        Stream.of(new Words("title", title), new Words("customer", customer)),
                        lines.stream().map(each -> new Words("line " + each.seq(), each.text())),
                        facts.stream().map(each -> new Words("fact " + (facts.indexOf(each) + 1), each.value())),
                        branches.stream()
                                .map(each -> new Words(
                                        "branch " + (branches.indexOf(each) + 1), each.match() + "\n" + each.reply())),
                        Stream.of(new Words("fall-back", fallback)))
                .flatMap(each -> each)
                .toList();
    }

    record Words(String where, String text) {}

    /** @throws Problem INVALID, saying what makes no sense */
    Plot checked() {
        expect(!title.isBlank() && title.length() <= LONGEST_TITLE, "title has 1 to " + LONGEST_TITLE + " characters.");
        expect(language.matches("[a-z]{2,3}(-[a-z0-9]{2,8})*"), "language is a tag like en or id.");
        expect(customer.length() <= LONGEST_TITLE, "customer is a name of up to " + LONGEST_TITLE + " characters.");
        expect(reason.matches("[A-Z_]{0,40}"), "reason is the name of a rule.");
        expect(lines.size() <= MOST_LINES, "lines are " + MOST_LINES + " at most.");
        expect(
                opening().stream().anyMatch(each -> each.by() == Who.CUSTOMER),
                "The customer says something before anybody answers: lines begin with it.");
        for (int i = 0; i < lines.size(); i++) {
            expect(lines.get(i).seq() == i + 1, "lines are numbered from 1, without gaps.");
        }
        expect(
                facts.size() <= MOST
                        && facts.stream()
                                .allMatch(each -> each.kind().matches("[\\p{L}\\p{N} _-]{1,40}")
                                        && !each.value().isBlank()
                                        && each.value().length() <= 200
                                        && (each.seq() == null || (each.seq() >= 1 && each.seq() <= lines.size()))),
                "facts are " + MOST + " at most, each with a kind, a value, and the line it is in.");
        expect(
                branches.size() <= MOST
                        && branches.stream()
                                .allMatch(each -> !each.match().isBlank()
                                        && !each.reply().isBlank()
                                        && each.match().length() <= 500),
                "branches are " + MOST + " at most, each with what it looks for and what the customer says.");
        expect(answers >= 1 && answers <= MOST_ANSWERS, "answers is 1 to " + MOST_ANSWERS + ".");
        for (Words each : words()) {
            expect(
                    Text.isStorable(each.text()) && each.text().length() <= LONGEST_LINE + 500,
                    each.where() + " is too long, or has characters that can't be kept.");
        }
        lines.forEach(each -> expect(!each.text().isBlank(), "line " + each.seq() + " is empty."));
        if (marking != null) {
            marking.checked();
        }
        return this;
    }

    static Plot of(String title, String language, String customer, String reason, List<Line> lines, List<Told> facts) {
        return new Plot(
                title,
                language.toLowerCase(Locale.ROOT),
                customer,
                reason,
                lines,
                facts,
                null,
                List.of(),
                language.startsWith("id") ? "Baik. Lalu bagaimana selanjutnya?" : "All right. And what happens next?",
                12,
                null);
    }

    private static void expect(boolean right, String otherwise) {
        if (!right) {
            throw Problem.invalid(otherwise);
        }
    }
}
