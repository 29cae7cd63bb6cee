package dev.ramah.bot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list of phrases in every language the bot speaks, from {@code bot/words}: a line a phrase, {@code *} for
 * any ending, {@code (a|b)} for either, {@code ...} for up to three words, and {@code -} before a phrase that
 * looks like one and isn't. What someone denies doesn't count: "I'm not angry".
 */
final class Words {

    private static final List<String> LANGUAGES = List.of("en", "id");

    static final Words DANGER = new Words("danger");
    static final Words PERSON = new Words("person");
    static final Words UPSET = new Words("upset");
    static final Words NO_HELP = new Words("no-help");
    static final Words NO = new Words("no");
    static final Words GREETING = new Words("greeting");
    static final Words THANKS = new Words("thanks");
    static final Words GOODBYE = new Words("goodbye");

    private static final Pattern DENIED =
            Pattern.compile("(?<![\\w'])(not|no|nobody|never|without|isn't|isnt|wasn't|aren't"
                    + "|don't|dont|didn't|didnt|doesn't|tidak|tdk|bukan|belum|jangan|tanpa|ga|gak|nggak|enggak|tak)"
                    + "( [\\w']+){0,2} $");
    private static final Pattern ASKS_WHY = Pattern.compile("(?<![\\w'])(why|kenapa|mengapa)(?![\\w'])");

    private final Pattern phrases;
    private final Pattern exceptions;
    private final Pattern whole;

    private Words(String name) {
        List<String> wanted = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        for (String language : LANGUAGES) {
            for (String line : lines("/bot/words/" + name + "." + language + ".txt")) {
                (line.startsWith("-") ? unwanted : wanted).add(regex(line.replaceFirst("^-\\s*", "")));
            }
        }
        String any = "(?:" + String.join("|", wanted) + ")";
        this.phrases = Pattern.compile("(?<![\\w'])" + any + "(?![\\w'])");
        this.whole = Pattern.compile(any + "(?:[ |]+" + any + ")*");
        this.exceptions = Pattern.compile(
                unwanted.isEmpty() ? "(?!)" : "(?<![\\w'])(?:" + String.join("|", unwanted) + ")(?![\\w'])");
    }

    /** Whether one of the phrases is in the text and not denied. */
    boolean in(String text) {
        String plain = exceptions.matcher(plain(text)).replaceAll("|");
        Matcher found = phrases.matcher(plain);
        while (found.find()) {
            String before = plain.substring(plain.lastIndexOf('|', found.start()) + 1, found.start());
            if (!DENIED.matcher(before).find() || ASKS_WHY.matcher(before).find()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text is made of these phrases and nothing else. */
    boolean isAllOf(String text) {
        String plain = plain(text).replaceAll("^[ |]+|[ |]+$", "");
        return !plain.isEmpty() && whole.matcher(plain).matches();
    }

    /** Four words or more in capitals, with exclamation marks. */
    static boolean shouts(String text) {
        boolean capitals = text.equals(text.toUpperCase(Locale.ROOT)) && !text.equals(text.toLowerCase(Locale.ROOT));
        return capitals && text.contains("!!") && plain(text).split(" ", -1).length >= 4;
    }

    /** Lower case, one space between words, {@code |} between sentences and clauses, "heyyy" as "hey". */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[’‘`´]", "'")
                .replaceAll("(\\p{L})\\1{2,}", "$1")
                .replaceAll("[.,;:!?\\n()]+| - |\\b(but|tapi|tetapi)\\b", " | ")
                .replaceAll("[^\\p{L}\\p{N}'|]+", " ")
                .replaceAll("( \\|)+", " |")
                .strip();
    }

    private static String regex(String phrase) {
        return phrase.replace("(", "(?:").replaceAll("(?<=\\w)\\*", "[^ |]*").replace(" ... ", "(?: [^ |]+){0,3} ");
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
