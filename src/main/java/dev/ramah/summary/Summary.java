package dev.ramah.summary;

import dev.ramah.conversation.Harsh;
import dev.ramah.language.BriefReply;
import dev.ramah.recall.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a chat model made of a conversation up to a hand-over. All of it is guessed, and each part names the entries that
 * it is from; what the model said without one is not in here.
 *
 * @param seq the entry that handed over
 * @param language that it is written in
 * @param gist what is wanted and where it stands, one sentence or two
 * @param tried what was tried and did not do
 * @param open what is still to be answered
 * @param facts in the customer's own words
 */
public record Summary(
        int seq, String language, List<Point> gist, List<Point> tried, List<Point> open, List<Fact> facts) {

    /** Something it says, and the entries that it is from. */
    public record Point(String text, List<Integer> entries) {}

    /** Kinds of facts that are looked for in words; language and page are known otherwise. */
    static final List<String> KINDS =
            List.of("name", "email", "phone", "order", "code", "product", "place", "date", "amount", "error");

    private static final int MOST_SENTENCES = 2;
    private static final int MOST_POINTS = 5;
    private static final int MOST_FACTS = 12;

    // Whoever takes a conversation reads it in seconds.
    private static final int LONGEST = 300;
    private static final int LONGEST_VALUE = 120;

    private static final Pattern FIGURE = Pattern.compile("\\d+");

    /** A name for something that was masked and that nobody knows. */
    private static final Pattern MASK = Pattern.compile("\\[\\p{L}+_\\d+]");

    /** What of it is proved by the entries that it names; empty where that leaves no gist. */
    static Optional<Summary> proved(BriefReply said, Material material, int seq, String language) {
        List<Point> gist = points(said.summary(), material, MOST_SENTENCES);
        return gist.isEmpty()
                ? Optional.empty()
                : Optional.of(new Summary(
                        seq,
                        language,
                        gist,
                        points(said.tried(), material, MOST_POINTS),
                        points(said.open(), material, MOST_POINTS),
                        facts(said, material)));
    }

    /** The entries that it is from. */
    Set<Integer> entries() {
        Set<Integer> all = new HashSet<>();
        Stream.of(gist, tried, open).flatMap(List::stream).forEach(each -> all.addAll(each.entries()));
        facts.forEach(each -> {
            if (each.seq() != null) {
                all.add(each.seq());
            }
        });
        return all;
    }

    private static List<Point> points(List<BriefReply.Point> said, Material material, int most) {
        return said.stream()
                .map(each -> new Point(
                        Harsh.mild(line(each.text())),
                        each.entries().stream()
                                .distinct()
                                .filter(material::has)
                                .sorted()
                                .toList()))
                .filter(each -> holds(each, material))
                .limit(most)
                .toList();
    }

    /** It is from somewhere, short enough to be read, and its figures are those of where it is from. */
    private static boolean holds(Point point, Material material) {
        String from = point.entries().stream().map(material::words).collect(Collectors.joining("\n"));
        return !point.entries().isEmpty()
                && isReadable(point.text(), LONGEST)
                && figures(from).containsAll(figures(point.text()));
    }

    private static Set<String> figures(String text) {
        return FIGURE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** A fact stands in the customer's own words, or it is none. */
    private static List<Fact> facts(BriefReply said, Material material) {
        return said.facts().stream()
                .filter(each -> KINDS.contains(each.kind()) && isReadable(line(each.value()), LONGEST_VALUE))
                .filter(each -> material.isCustomers(each.entry())
                        && plain(material.words(each.entry())).contains(plain(each.value())))
                .map(each -> new Fact(each.kind(), line(each.value()), each.entry(), "guessed"))
                .distinct()
                .limit(MOST_FACTS)
                .toList();
    }

    private static boolean isReadable(String text, int longest) {
        return !text.isEmpty()
                && text.length() <= longest
                && !MASK.matcher(text).find();
    }

    private static String plain(String text) {
        return line(text).toLowerCase(Locale.ROOT);
    }

    private static String line(String text) {
        return text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    }
}
