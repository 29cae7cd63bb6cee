package dev.ramah.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The texts of {@code prompts/}. They are read each time, from the folder of {@code RAMAH_PROMPTS} where it has them
 * and otherwise as they were shipped: whoever edits one needs no new build and no restart.
 */
public final class Prompts {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern BLANK = Pattern.compile("\\{\\{(\\w+)}}");

    private Prompts() {}

    /**
     * A prompt with its blanks, written {@code {{name}}}, filled in; comments are for whoever edits it.
     *
     * @param name as in {@code bot/answer.md}
     * @throws IllegalStateException if it has a blank that nobody fills
     */
    public static String filled(String name, Map<String, String> blanks) {
        String prompt = COMMENT.matcher(read(name)).replaceAll("").strip();
        return BLANK.matcher(prompt).replaceAll(found -> {
            String value = blanks.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException(
                        "prompts/" + name + " has a blank that nothing is known for: " + found.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** As it is now. */
    public static String read(String name) {
        Path edited = folder().resolve(name);
        try {
            return Files.isRegularFile(edited) ? Files.readString(edited) : shipped(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it was when this was built. */
    public static String shipped(String name) {
        try (InputStream stream = Objects.requireNonNull(Prompts.class.getResourceAsStream("/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        return Path.of(ConfigProvider.getConfig()
                .getOptionalValue("ramah.prompts", String.class)
                .orElse("prompts"));
    }
}
