package dev.ramah.conversation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that hurt whoever reads them, in English and Indonesian. They may be folded away until somebody opens them; where
 * anybody is in danger or threatens, every word is read, so nothing of such a message is.
 */
public final class Harsh {

    // Above the lists, which are read with it.
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Pattern INSULTS = of("/desk/harsh/insult.", "en", "id");

    /** The bot's own list of what is dangerous, in all its languages. */
    private static final Pattern DANGER = of("/bot/words/danger.", "en", "id", "ar", "de", "es", "fr", "nl", "pt");

    private static final String FOLDED = "•••";

    private Harsh() {}

    /** From a character of the text on to another, which is not in it. */
    public record Span(int from, int to) {}

    /** Whether the text insults; also one that threatens may. */
    public static boolean insults(String text) {
        return INSULTS.matcher(text).find();
    }

    /** What of the text may be folded away, in order. */
    public static List<Span> folds(String text) {
        // Most insult nobody, so that is looked for first.
        List<Span> insults = spans(text);
        return insults.isEmpty() || isDangerous(text) ? List.of() : insults;
    }

    /** The text for a line that can't be opened: what may be folded away is. */
    public static String mild(String text) {
        return mild(text, text);
    }

    /** The same of a part of what was said: where the whole is dangerous, every word of it is read. */
    public static String mild(String part, String whole) {
        List<Span> insults = spans(part);
        if (insults.isEmpty() || isDangerous(whole)) {
            return part;
        }
        StringBuilder mild = new StringBuilder();
        int from = 0;
        for (Span each : insults) {
            mild.append(part, from, each.from()).append(FOLDED);
            from = each.to();
        }
        return mild.append(part, from, part.length()).toString();
    }

    private static List<Span> spans(String text) {
        return INSULTS.matcher(text)
                .results()
                .map(each -> new Span(each.start(), each.end()))
                .toList();
    }

    private static boolean isDangerous(String text) {
        return DANGER.matcher(folded(text).replaceAll("[^\\p{L}\\p{N}']+", " ")).find();
    }

    /** Without accents: many leave them out. */
    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .replaceAll("[’‘`´]", "'");
    }

    private static Pattern of(String file, String... languages) {
        List<String> phrases = Stream.of(languages)
                .flatMap(each -> lines(file + each + ".txt").stream())
                .map(Harsh::regex)
                .toList();
        return Pattern.compile(
                "(?<![\\w'])(?:" + String.join("|", phrases) + ")(?![\\w'])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static String regex(String phrase) {
        return folded(phrase)
                .toLowerCase(Locale.ROOT)
                .replace("(", "(?:")
                .replaceAll("(?<=[\\p{L}\\p{N}])\\*", "\\\\w*")
                .replace(" ... ", "(?: \\S+){0,3} ");
    }

    /** Without comments, and without what only looks like a phrase of the list. */
    private static List<String> lines(String name) {
        try (InputStream stream = Objects.requireNonNull(Harsh.class.getResourceAsStream(name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
