package dev.ramah.delivery;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The words of our mails in one language; what has no file is written to in English. */
final class Wording {

    private static final Map<String, Wording> READ = new ConcurrentHashMap<>();

    private final Properties words;
    private final Locale locale;

    private Wording(Properties words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    static Wording of(String language) {
        return READ.computeIfAbsent(language, Wording::read);
    }

    private static Wording read(String language) {
        String known = language.matches("[a-z]{2}") && file(language) != null ? language : "en";
        try (var file = Objects.requireNonNull(file(known));
                var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(reader);
            return new Wording(words, Locale.forLanguageTag(known));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.io.@Nullable InputStream file(String language) {
        return Wording.class.getResourceAsStream("/mail/words." + language + ".properties");
    }

    String language() {
        return locale.toLanguageTag();
    }

    /** From which side it is read. */
    String direction() {
        return language().equals("ar") ? "rtl" : "ltr";
    }

    /** A sentence, its {@code {0}}, {@code {1}} filled in. */
    String say(String key, String... parts) {
        String said = Objects.requireNonNull(words.getProperty(key), key);
        for (int i = 0; i < parts.length; i++) {
            said = said.replace("{" + i + "}", parts[i]);
        }
        return said;
    }

    /** A moment as it is read there, in UTC: where the customer is nobody knows. */
    String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC)
                        .format(at)
                + " UTC";
    }
}
