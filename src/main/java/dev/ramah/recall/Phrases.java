package dev.ramah.recall;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Named lists of phrases from a file of {@code recall}: {@code NAME: phrase; phrase}. A phrase is words;
 * {@code (a|b)} is either, a word with {@code ?} may be missing, {@code *} is any ending, {@code ..} is up to three
 * words. They are looked for in {@linkplain Sentence#plain() plain text}, whole words only.
 */
final class Phrases {

    private static final Map<String, Map<String, Phrases>> FILES = new ConcurrentHashMap<>();

    private final Pattern pattern;
    private final List<String> raw;

    private Phrases(List<String> phrases) {
        raw = List.copyOf(phrases);
        pattern = Pattern.compile(
                phrases.stream().map(Phrases::regex).collect(Collectors.joining("|", "(?:", ")")) + "(?= |$)");
    }

    /** The lists of this file by name, in its order. */
    static Map<String, Phrases> in(String file) {
        return FILES.computeIfAbsent(file, Phrases::read);
    }

    static Phrases named(String file, String name) {
        return Objects.requireNonNull(in(file).get(name), name);
    }

    boolean isIn(String plain) {
        return pattern.matcher(plain).find();
    }

    boolean begins(String plain) {
        return pattern.matcher(plain).lookingAt();
    }

    /** Whether the text ends with one of them. */
    boolean ends(String plain) {
        Matcher found = pattern.matcher(plain);
        for (int from = 0; found.find(from); from = found.start() + 1) {
            if (found.end() == plain.length()) {
                return true;
            }
        }
        return false;
    }

    /** The text without them. */
    String cut(String plain) {
        return pattern.matcher(plain).replaceAll("");
    }

    /** The phrases as they are written. */
    List<String> raw() {
        return raw;
    }

    private static String regex(String phrase) {
        StringBuilder regex = new StringBuilder();
        for (String word : words(phrase)) {
            if (word.equals("..")) {
                regex.append("(?: \\S+){0,3}?");
            } else {
                boolean optional = word.endsWith("?");
                String one = (optional ? word.substring(0, word.length() - 1) : word)
                        .replaceAll("\\((?!\\?)", "(?:")
                        .replace("*", "\\S*");
                regex.append("(?: ").append(one).append(optional ? ")?" : ")");
            }
        }
        return regex.toString();
    }

    /** What stands in parentheses is one word, with its spaces. */
    private static List<String> words(String phrase) {
        List<String> words = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < phrase.length(); i++) {
            char each = phrase.charAt(i);
            depth += each == '(' ? 1 : each == ')' ? -1 : 0;
            if (each == ' ' && depth == 0) {
                words.add(phrase.substring(from, i));
                from = i + 1;
            }
        }
        words.add(phrase.substring(from));
        return words;
    }

    private static Map<String, Phrases> read(String file) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (String line : lines("/recall/" + file)) {
            int colon = line.indexOf(':');
            List<String> list = lists.computeIfAbsent(line.substring(0, colon).strip(), none -> new ArrayList<>());
            for (String phrase : line.substring(colon + 1).split(";", -1)) {
                if (!phrase.isBlank()) {
                    list.add(phrase.strip());
                }
            }
        }
        Map<String, Phrases> phrases = new LinkedHashMap<>();
        lists.forEach((name, list) -> phrases.put(name, new Phrases(list)));
        return phrases;
    }

    /** The lines of a file that say something; {@code #} begins a remark. */
    static List<String> lines(String name) {
        try (InputStream stream = Objects.requireNonNull(Phrases.class.getResourceAsStream(name), name);
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
