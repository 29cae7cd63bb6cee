package dev.ramah.insight;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The words of a digest, and its numbers as people read them, in one language. */
final class DigestWords {

    private static final Map<String, DigestWords> READ = new ConcurrentHashMap<>();

    static final String NOTHING = "–";

    private final Properties words = new Properties();
    private final Locale locale;

    private DigestWords(String language) {
        this.locale = Locale.forLanguageTag(language.equals("id") ? "id-ID" : "en-GB");
        String file = "/digest/words." + language + ".properties";
        try (var stream = Objects.requireNonNull(DigestWords.class.getResourceAsStream(file), file);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param language one of {@link DigestRule#LANGUAGES} */
    static DigestWords of(String language) {
        return READ.computeIfAbsent(language, DigestWords::new);
    }

    String language() {
        return locale.getLanguage().equals("in") ? "id" : locale.getLanguage();
    }

    /** A sentence, its {@code {0}}, {@code {1}} filled in. */
    String say(String key, String... parts) {
        String said = Objects.requireNonNull(words.getProperty(key), key);
        for (int i = 0; i < parts.length; i++) {
            said = said.replace("{" + i + "}", parts[i]);
        }
        return said;
    }

    String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    String share(@Nullable Double share) {
        return share == null ? NOTHING : NumberFormat.getPercentInstance(locale).format(share);
    }

    /** A score from -100 to 100, which is no share: its sign is said. */
    String score(@Nullable Double score) {
        if (score == null) {
            return NOTHING;
        }
        long whole = Math.round(score);
        return (whole > 0 ? "+" : whole < 0 ? "−" : "") + Math.abs(whole);
    }

    /** With one digit behind the point. */
    String mean(@Nullable Double mean) {
        if (mean == null) {
            return NOTHING;
        }
        NumberFormat oneDigit = NumberFormat.getNumberInstance(locale);
        oneDigit.setMinimumFractionDigits(1);
        oneDigit.setMaximumFractionDigits(1);
        return oneDigit.format(mean);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** A length of time in its two largest units. */
    String time(@Nullable Double seconds) {
        if (seconds == null) {
            return NOTHING;
        }
        Duration length = Duration.ofSeconds(Math.round(seconds));
        if (length.toDays() > 0) {
            return two(length.toDays(), "days", length.toHoursPart(), "hours");
        }
        if (length.toHours() > 0) {
            return two(length.toHours(), "hours", length.toMinutesPart(), "minutes");
        }
        return length.toMinutes() > 0
                ? two(length.toMinutes(), "minutes", length.toSecondsPart(), "seconds")
                : say("seconds", number(length.toSeconds()));
    }

    private String two(long most, String unit, long rest, String smaller) {
        String head = say(unit, number(most));
        return rest == 0 ? head : head + " " + say(smaller, number(rest));
    }
}
