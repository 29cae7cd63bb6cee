package dev.ramah.knowledge;

import dev.ramah.platform.Digests;
import dev.ramah.platform.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of an article, checked: what is too long, empty or not text is refused with the reason.
 *
 * @param key the same for all languages of an article
 * @param questions what customers ask when they mean it
 */
public record Draft(String key, String language, String title, String body, List<String> questions, List<String> tags) {

    static final int KEY = 200;
    static final int TITLE = 300;
    static final int BODY = 100_000;
    static final int QUESTIONS = 5_000;
    static final int QUESTION = 1_000;
    static final int TAGS = 30;
    static final int TAG = 60;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");

    Draft under(String other) {
        return new Draft(other, language, title, body, questions, tags);
    }

    /**
     * Made from what someone typed or sent, in which anything can be missing.
     *
     * @throws Problem INVALID with the reason when it can be no article
     */
    public static Draft of(
            @Nullable String key,
            @Nullable String language,
            @Nullable String title,
            @Nullable String body,
            @Nullable List<@Nullable String> questions,
            @Nullable List<@Nullable String> tags) {
        String name = text("title", title, TITLE);
        String content = text("body", body, BODY);
        if (name.isEmpty() || content.isEmpty()) {
            throw Problem.invalid(name.isEmpty() ? "title is missing" : "body is missing");
        }
        String id = text("id", key, KEY);
        return new Draft(
                id.isEmpty() ? keyFor(name) : id,
                language(language),
                name,
                content,
                texts("questions", questions, QUESTIONS, QUESTION),
                texts("tags", tags, TAGS, TAG));
    }

    /** English where none is given; {@code en_US} and {@code en-us} are the same. */
    static String language(@Nullable String tag) {
        String language = tag == null || tag.isBlank()
                ? "en"
                : tag.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        if (!LANGUAGE.matcher(language).matches()) {
            throw Problem.invalid("language is not a tag like en or pt-br");
        }
        return language;
    }

    private static String keyFor(String title) {
        String words =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return words.isEmpty()
                ? Digests.sha256(title).substring(0, 12)
                : words.substring(0, Math.min(80, words.length()));
    }

    private static List<String> texts(String field, @Nullable List<@Nullable String> values, int most, int longest) {
        LinkedHashSet<String> kept = new LinkedHashSet<>();
        for (@Nullable String value : values == null ? List.<@Nullable String>of() : values) {
            String text = text(field, value, longest);
            if (!text.isEmpty()) {
                kept.add(text);
            }
        }
        if (kept.size() > most) {
            throw Problem.invalid(field + ": more than " + most);
        }
        return List.copyOf(kept);
    }

    private static String text(String field, @Nullable String value, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.length() > longest) {
            throw Problem.invalid(field + " is longer than " + longest + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            throw Problem.invalid(field + " holds a character that is not text");
        }
        return text;
    }
}
