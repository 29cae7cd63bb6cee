package dev.ramah.replies;

import dev.ramah.conversation.Role;
import dev.ramah.language.Masks;
import dev.ramah.recall.Facts;
import dev.ramah.recall.Profile;
import dev.ramah.recall.Spoken;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be said to one customer of what was said to another: sentences that hold nothing of anybody. One that might
 * is left out whole, for half a sentence helps nobody and a wrong guess would tell a stranger's name.
 */
final class Discretion {

    /** Facts of a person or of what they bought; what is left are products and what screens say. */
    private static final Set<String> PERSONAL =
            Set.of("name", "email", "order", "phone", "code", "place", "amount", "date");

    private static final Pattern NUMBER = Pattern.compile("\\d{3,}");

    /** A word with a capital letter inside of a sentence; where the language writes all nouns so, nothing is left. */
    private static final Pattern CAPITAL =
            Pattern.compile("(?<=[\\p{L}\\p{N},;:()\"'’-]\\s?)(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}'’-]+");

    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,4}");

    /** "Sari, your parcel": the first word of a sentence may be a name as well. */
    private static final Pattern ADDRESSED = Pattern.compile("^\\W*(\\p{Lu}[\\p{L}'’-]*)\\s*[,!:]");

    private static final Set<String> OPENERS = Set.of(
            "hello",
            "hi",
            "hey",
            "sorry",
            "thanks",
            "yes",
            "no",
            "sure",
            "first",
            "then",
            "also",
            "otherwise",
            "however",
            "halo",
            "hai",
            "maaf",
            "ya",
            "tidak",
            "baik",
            "pertama",
            "lalu",
            "kemudian",
            "selain",
            "namun");

    private Discretion() {}

    /**
     * The sentences that may be said to anybody, joined; empty when there are none.
     *
     * @param theirs what is known of whom it was said to, and by whom
     * @param ours words in lower case that stand in the shop's own articles, which may begin with a capital letter
     */
    static String of(String text, Collection<String> theirs, Set<String> ours) {
        List<String> kept = new ArrayList<>();
        for (String line : text.split("\\R", -1)) {
            List<String> sentences = new ArrayList<>();
            for (String sentence : sentences(line)) {
                if (isNobodys(sentence, theirs, ours)) {
                    sentences.add(sentence.strip());
                }
            }
            if (!sentences.isEmpty()) {
                kept.add(String.join(" ", sentences));
            }
        }
        return String.join("\n", kept);
    }

    private static List<String> sentences(String line) {
        BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ROOT);
        ends.setText(line);
        List<String> sentences = new ArrayList<>();
        int start = ends.first();
        for (int end = ends.next(); end != BreakIterator.DONE; start = end, end = ends.next()) {
            sentences.add(line.substring(start, end));
        }
        sentences.removeIf(String::isBlank);
        return sentences;
    }

    private static boolean isNobodys(String sentence, Collection<String> theirs, Set<String> ours) {
        return !NUMBER.matcher(sentence).find()
                && theirs.stream().noneMatch(each -> names(sentence, each))
                && !namesSomebody(sentence, ours)
                && new Masks().masked(sentence).equals(sentence)
                && Facts.in(List.of(new Spoken(1, Role.CUSTOMER, sentence)), Profile.UNKNOWN).stream()
                        .noneMatch(each -> PERSONAL.contains(each.kind()));
    }

    private static boolean names(String sentence, String words) {
        String plain = words.strip();
        return plain.length() > 1
                && Pattern.compile(
                                "(?<![\\p{L}\\p{N}])" + Pattern.quote(plain) + "(?![\\p{L}\\p{N}])",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(sentence)
                        .find();
    }

    private static boolean namesSomebody(String sentence, Set<String> ours) {
        Matcher addressed = ADDRESSED.matcher(sentence);
        if (addressed.find()) {
            String word = addressed.group(1).toLowerCase(Locale.ROOT);
            if (!OPENERS.contains(word) && !ours.contains(word)) {
                return true;
            }
        }
        return CAPITAL.matcher(sentence)
                .results()
                .map(found -> found.group())
                .anyMatch(each -> !ACRONYM.matcher(each).matches() && !ours.contains(each.toLowerCase(Locale.ROOT)));
    }
}
