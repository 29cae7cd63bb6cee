package dev.ramah.bot;

import dev.ramah.language.SentenceModel;
import dev.ramah.language.Vector;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether what a chat model says is in the passages that it names. It need not use their words, but what it says must
 * be near them in meaning, most of its words must be theirs, and every figure, quantity, code, address and claim that
 * something was done must be; and what they deny it must not say, nor deny what they say. In doubt it isn't proved: then somebody else answers, which harms nobody.
 */
final class Proof {

    /** A sentence that says what a passage says is nearer; what has nothing to do with it lies around 0.5. */
    private static final double NEAR = 0.62;

    /** The share of a sentence's words, small ones left out, that the passages must have. */
    private static final double OWN_WORDS = 0.65;

    // Shorter ones are the small change of a language.
    private static final int SHORTEST_WORD = 4;

    // Nobody says more in one sentence of a chat.
    private static final int LONGEST = 600;

    // So many words in a row are no accident.
    private static final int IN_A_ROW = 6;

    private static final Pattern MARKUP =
            Pattern.compile("<\\s*[/!?]?\\s*\\p{Alpha}|&#?\\w+;|]\\s*\\(|```|\\{\\{|[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern MASK = Pattern.compile("\\[\\p{L}+_\\d+]");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>()\\[\\],;:]+@[^\\s@<>()\\[\\],;:]+");
    private static final Pattern LINK = Pattern.compile(
            "(?i)\\p{Alpha}[\\p{Alnum}+.-]*://\\S+|(?<![\\p{L}\\p{N}.@])(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}(?:[:/]\\S*)?");
    private static final Pattern HOST =
            Pattern.compile("(?i)(?:\\p{Alpha}[\\p{Alnum}+.-]*://)?(?:[^/@\\s]*@)?([^/:?#\\s]+).*");
    private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.,:/-]\\d+)*(?:\\s?%)?");
    private static final Pattern UNIT = Pattern.compile("\\d\\s?(\\p{L}{4,})");
    private static final Pattern CODE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:\\p{Lu}[\\p{Lu}\\p{N}_-]{2,}|[\\p{L}_-]*\\d[\\p{L}\\p{N}_-]*|\\p{Sc})");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}']+");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?؟])\\s+|\\n+");
    private static final Pattern ARABIC_PREFIX = Pattern.compile("^(?:[وفبكل]?ال|لل)(?=\\p{L}{3})");

    private final SentenceModel model;
    private final Set<String> hosts;
    private final String language;
    private final String instructions;
    private final Map<String, Vector> meanings = new HashMap<>();

    /**
     * @param hosts those that may be linked to, in lower case
     * @param language that the model writes in
     * @param instructions what the model was told, which is nobody's business
     */
    Proof(SentenceModel model, Set<String> hosts, String instructions, String language) {
        this.language = language;
        this.model = model;
        this.hosts = hosts;
        this.instructions = inARow(words(instructions));
    }

    /** Whether it may be said; sources must be those that the sentence names. */
    boolean holds(String sentence, List<Source> sources) {
        if (sources.isEmpty()
                || sentence.length() > LONGEST
                || MARKUP.matcher(sentence).find()) {
            return false;
        }
        String passages =
                sources.stream().map(each -> each.title() + "\n" + each.text()).collect(Collectors.joining("\n"));
        return isPlain(sentence)
                && linksHold(sentence, passages)
                && figuresHold(sentence, passages)
                && claimsHold(sentence, passages)
                && wordsHold(sentence, passages)
                && isNear(sentence, sources);
    }

    private boolean isPlain(String sentence) {
        List<String> words = words(sentence);
        boolean tells = Stream.iterate(0, from -> from + IN_A_ROW <= words.size(), from -> from + 1)
                .anyMatch(from -> instructions.contains(inARow(words.subList(from, from + IN_A_ROW))));
        return !tells && !MASK.matcher(sentence).find();
    }

    private static String inARow(List<String> words) {
        return " " + String.join(" ", words) + " ";
    }

    private boolean linksHold(String sentence, String passages) {
        boolean addresses = all(EMAIL, sentence)
                .map(Proof::ended)
                .allMatch(each -> isListed(each.substring(each.indexOf('@') + 1)) && passages.contains(each));
        String rest = EMAIL.matcher(sentence).replaceAll(" ");
        return addresses
                && all(LINK, rest).map(Proof::ended).allMatch(each -> isListed(each) && passages.contains(each));
    }

    private boolean isListed(String link) {
        String host = HOST.matcher(link).replaceAll("$1").toLowerCase(Locale.ROOT);
        return hosts.contains(host) || hosts.contains(host.replaceFirst("^www\\.", ""));
    }

    /** Without the sign that ends the sentence. */
    private static String ended(String link) {
        return link.replaceAll("[.,;:!?)\\]}'\"]+$", "");
    }

    /** Numbers, dates, amounts with what they count, and whatever looks like a code. */
    private static boolean figuresHold(String sentence, String passages) {
        Set<String> figures =
                all(FIGURE, passages).map(each -> each.replaceAll("\\s", "")).collect(Collectors.toSet());
        Set<String> stems = stems(passages);
        String known = passages.toUpperCase(Locale.ROOT);
        return all(FIGURE, sentence).map(each -> each.replaceAll("\\s", "")).allMatch(figures::contains)
                && UNIT.matcher(sentence).results().allMatch(each -> stems.contains(stem(Words.folded(each.group(1)))))
                && all(CODE, sentence).allMatch(each -> known.contains(each.toUpperCase(Locale.ROOT)));
    }

    /** "I have refunded it", "your order was cancelled": no article knows that. Nor is anything counted otherwise. */
    private boolean claimsHold(String sentence, String passages) {
        String plain = " " + Words.plain(passages).replace("|", " ").replaceAll(" +", " ") + " ";
        return Stream.concat(Words.CLAIM.found(sentence, language), Words.QUANTITY.found(sentence, language))
                .allMatch(each -> plain.contains(" " + each + " "));
    }

    private boolean wordsHold(String sentence, String passages) {
        Set<String> own = stems(sentence);
        Set<String> theirs = stems(passages);
        long found = own.stream().filter(theirs::contains).count();
        if (own.isEmpty() || found < OWN_WORDS * own.size()) {
            return false;
        }
        // What only stands where something is denied is only said where it is denied: "opened bags can't be returned".
        boolean denies = Words.DENIAL.isIn(sentence, language);
        boolean lacks = Words.LACK.isIn(sentence, language);
        Set<String> alike = Stream.of(SENTENCE_END.split(passages, -1))
                .filter(each -> Words.DENIAL.isIn(each, language) == denies)
                .filter(each -> Words.LACK.isIn(each, language) == lacks)
                .flatMap(each -> stems(each).stream())
                .collect(Collectors.toSet());
        return own.stream().filter(theirs::contains).allMatch(alike::contains);
    }

    /** To a passage as a whole, or to a sentence of it: a long one says many things. */
    private boolean isNear(String sentence, List<Source> sources) {
        Vector meaning = model.meaning(sentence);
        return sources.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each.title() + "\n" + each.text()), Stream.of(SENTENCE_END.split(each.text(), -1))))
                .anyMatch(each -> meanings.computeIfAbsent(each, model::meaning).cosine(meaning) >= NEAR);
    }

    private static Set<String> stems(String text) {
        return words(text).stream()
                .filter(each -> each.length() >= SHORTEST_WORD)
                .map(Proof::stem)
                .collect(Collectors.toSet());
    }

    /** Endings come and go; the beginning of a word stays. */
    private static String stem(String word) {
        String bare = ARABIC_PREFIX.matcher(word).replaceFirst("");
        String single = bare.length() > 3 && bare.endsWith("s") ? bare.substring(0, bare.length() - 1) : bare;
        return single.substring(0, Math.min(5, single.length()));
    }

    private static List<String> words(String text) {
        return all(WORD, Words.folded(text)).toList();
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }
}
