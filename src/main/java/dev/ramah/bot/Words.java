package dev.ramah.bot;

import dev.ramah.bot.Beginnings.Begun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A list of phrases in every language the bot speaks, from {@code bot/words}: a line a phrase, {@code *} for
 * any ending, {@code (a|b)} for either, {@code ...} for up to three words, and {@code -} before a phrase that
 * looks like one and isn't. What someone denies doesn't count: "I'm not angry".
 */
final class Words {

    // Above the lists, which are read with it.
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("[’‘`´]");
    private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");
    private static final Pattern CLAUSES =
            Pattern.compile("[.,;:!?،؛؟\\n()]+| - |\\b(but|tapi|tetapi|pero|mas|aber|maar)\\b| (?:ولكن|لكن) ");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}'|]+");
    private static final Pattern BARS = Pattern.compile("( \\|)+");
    private static final Pattern ENDS = Pattern.compile("^[ |]+|[ |]+$");

    static final Words DANGER = new Words("danger");
    static final Words PERSON = new Words("person");
    static final Words UPSET = new Words("upset");
    static final Words NO_HELP = new Words("no-help");
    static final Words NO = new Words("no");
    static final Words GREETING = new Words("greeting");
    static final Words THANKS = new Words("thanks");
    static final Words GOODBYE = new Words("goodbye");

    /** Where an order of theirs is. */
    static final Words ORDER = new Words("order");

    /** That something was done or is promised. */
    static final Words CLAIM = new Words("claim");

    /** How many, how long, for whom. */
    static final Words QUANTITY = new Words("quantity");

    /** Not, no, never. */
    static final Words DENIAL = new Words("denial");

    /** Without: it denies a thing, not what is done. */
    static final Words LACK = new Words("lack");

    private static final Pattern ASKS_WHY =
            words("(?<![\\w'])(why|kenapa|mengapa|por que|pourquoi|warum|wieso|waarom|لماذا|ليش)(?![\\w'])");

    /** By language, as in {@link Voice#LANGUAGES}. */
    private final List<OfLanguage> languages;

    /**
     * The lines of all languages by what their phrases can begin with; the empty text where that can't be said. Of most texts
     * few have to be looked for, and only where a word begins so.
     */
    private final Map<String, List<Line>> lines = new HashMap<>();

    private final Pattern whole;

    /** @param lastWords finds a phrase near the end of a clause: with two words after it at most */
    private record OfLanguage(Pattern phrases, Pattern exceptions, Pattern lastWords) {}

    /** One line of a language's list. */
    private record Line(int language, Pattern phrases) {

        boolean isAt(int at, String plain) {
            return phrases.matcher(plain)
                    .region(at, plain.length())
                    .useTransparentBounds(true)
                    .lookingAt();
        }

        boolean isIn(String plain) {
            return phrases.matcher(plain).find();
        }
    }

    /** A text made plain. Each list in turn is asked about the same one, so the last is kept. */
    private record Read(String text, String plain, List<Begun> begun) {

        private static volatile Read last = of("");

        static Read as(String text) {
            Read known = last;
            if (!known.text.equals(text)) {
                known = of(text);
                last = known;
            }
            return known;
        }

        private static Read of(String text) {
            String plain = Words.plain(text);
            return new Read(text, plain, Beginnings.in(plain));
        }
    }

    private Words(String name) {
        this.languages = IntStream.range(0, Voice.LANGUAGES.size())
                .mapToObj(each -> ofLanguage(each, "/bot/words/" + name + "." + Voice.LANGUAGES.get(each) + ".txt"))
                .toList();
        String any =
                "(?:" + languages.stream().map(each -> each.phrases().pattern()).collect(Collectors.joining("|")) + ")";
        this.whole = words(any + "(?:[ |]+" + any + ")*");
    }

    private OfLanguage ofLanguage(int language, String file) {
        List<String> wanted = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        for (String each : lines(file)) {
            if (each.startsWith("-")) {
                unwanted.add(regex(each.replaceFirst("^-\\s*", "")));
            } else {
                wanted.add(regex(each));
                Line line = new Line(language, words(alone(List.of(regex(each)))));
                Beginnings.of(folded(each))
                        .forEach(beginning -> lines.computeIfAbsent(beginning, none -> new ArrayList<>())
                                .add(line));
            }
        }
        return new OfLanguage(
                words(alone(wanted)),
                words(unwanted.isEmpty() ? "(?!)" : alone(unwanted)),
                words(begun(wanted) + "(?: [\\w']+){0,2} $"));
    }

    private static String begun(List<String> phrases) {
        return "(?<![\\w'])(?:" + String.join("|", phrases) + ")";
    }

    private static String alone(List<String> phrases) {
        return begun(phrases) + "(?![\\w'])";
    }

    private static Pattern words(String regex) {
        return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** Whether one of the phrases is in the text and not denied, in the phrase's own language or in English. */
    boolean in(String text) {
        Read read = Read.as(text);
        return Stream.concat(
                        lines.getOrDefault("", List.of()).stream().filter(line -> line.isIn(read.plain())),
                        read.begun().stream().flatMap(begun -> lines.getOrDefault(begun.letters(), List.of()).stream()
                                .filter(line -> line.isAt(begun.at(), read.plain()))))
                .mapToInt(Line::language)
                .distinct()
                .anyMatch(language -> isIn(read.plain(), language));
    }

    private boolean isIn(String plain, int language) {
        String rest = languages.get(language).exceptions().matcher(plain).replaceAll("|");
        Matcher found = languages.get(language).phrases().matcher(rest);
        while (found.find()) {
            String before = rest.substring(rest.lastIndexOf('|', found.start()) + 1, found.start());
            boolean denied = DENIAL.endsWithin(before, language) || DENIAL.endsWithin(before, 0);
            if (!denied || ASKS_WHY.matcher(before).find()) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the phrases is among the last words. */
    private boolean endsWithin(String clause, int language) {
        return languages.get(language).lastWords().matcher(clause).find();
    }

    /** Whether one of the phrases of this language, or an English one, is in the text. */
    boolean isIn(String text, String language) {
        return found(text, language).findAny().isPresent();
    }

    /** The phrases of this language, and English ones, that are in the text as they stand there. */
    Stream<String> found(String text, String language) {
        String plain = plain(text);
        return Stream.of("en", language.split("-", 2)[0])
                .distinct()
                .filter(Voice.LANGUAGES::contains)
                .map(each -> languages.get(Voice.LANGUAGES.indexOf(each)))
                .flatMap(each -> each.phrases().matcher(plain).results())
                .map(MatchResult::group);
    }

    /** Whether the text is made of these phrases and nothing else. */
    boolean isAllOf(String text) {
        String plain = ENDS.matcher(Read.as(text).plain()).replaceAll("");
        return !plain.isEmpty() && whole.matcher(plain).matches();
    }

    /** Four words or more in capitals, with exclamation marks. */
    static boolean shouts(String text) {
        boolean capitals = text.equals(text.toUpperCase(Locale.ROOT)) && !text.equals(text.toLowerCase(Locale.ROOT));
        return capitals && text.contains("!!") && plain(text).split(" ", -1).length >= 4;
    }

    /** Lower case, one space between words, {@code |} between sentences and clauses, "heyyy" as "hey". */
    static String plain(String text) {
        String once = drawnIn(folded(text));
        String words = BETWEEN.matcher(CLAUSES.matcher(once).replaceAll(" | ")).replaceAll(" ");
        return BARS.matcher(words).replaceAll(" |").strip();
    }

    /** "hey" for "heyyy". */
    private static String drawnIn(String folded) {
        for (int i = 2; i < folded.length(); i++) {
            char each = folded.charAt(i);
            if (each == folded.charAt(i - 1) && each == folded.charAt(i - 2)) {
                return DRAWN_OUT.matcher(folded).replaceAll("$1");
            }
        }
        return folded;
    }

    /** Lower case, and without accents: many leave them out. */
    static String folded(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT).replace('`', '\'');
        }
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return APOSTROPHES
                .matcher(MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT))
                .replaceAll("'");
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static String regex(String phrase) {
        return folded(phrase)
                .replace("(", "(?:")
                .replaceAll("(?<=[\\p{L}\\p{N}])\\*", "[^ |]*")
                .replace(" ... ", "(?: [^ |]+){0,3} ");
    }

    private static List<String> lines(String name) {
        try (InputStream stream = Objects.requireNonNull(Words.class.getResourceAsStream(name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
