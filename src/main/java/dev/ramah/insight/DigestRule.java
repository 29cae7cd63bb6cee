package dev.ramah.insight;

import dev.ramah.platform.Problem;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When the digest goes out, and to whom.
 *
 * @param day of the week on which a weekly one goes out
 * @param hour of the day, 0 to 23, in {@code zone}
 * @param language {@code en} or {@code id}
 * @param to addresses it is mailed to
 * @param webhooks whether those webhooks get it that name its kind
 */
record DigestRule(
        Rhythm rhythm, DayOfWeek day, int hour, ZoneId zone, String language, List<String> to, boolean webhooks) {

    enum Rhythm {
        OFF,
        DAILY,
        WEEKLY
    }

    static final List<String> LANGUAGES = List.of("en", "id");

    private static final int MOST = 20;

    private static final int LONGEST_ADDRESS = 254;

    /** Nobody is nobody. */
    DigestRule {
        to = Objects.requireNonNullElse(to, List.of());
    }

    DigestRule checked() {
        if (rhythm == null || day == null || zone == null) {
            throw Problem.invalid("rhythm, day and zone are needed.");
        }
        if (hour < 0 || hour > 23) {
            throw Problem.invalid("hour is 0 to 23.");
        }
        if (!LANGUAGES.contains(language)) {
            throw Problem.invalid("language is one of " + String.join(", ", LANGUAGES) + ".");
        }
        List<String> addresses = to.stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (addresses.size() > MOST) {
            throw Problem.invalid("to has at most " + MOST + " addresses.");
        }
        for (String each : addresses) {
            if (each.length() > LONGEST_ADDRESS || !each.matches("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+")) {
                throw Problem.invalid("to has something that is no e-mail address: " + each);
            }
        }
        return new DigestRule(rhythm, day, hour, zone, language, addresses, webhooks);
    }

    /** The newest moment until now at which one was to go out; null if none ever is. */
    @Nullable Instant due(Instant now) {
        if (rhythm == Rhythm.OFF) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate date = rhythm == Rhythm.DAILY ? today : today.with(TemporalAdjusters.previousOrSame(day));
        Instant moment = at(date);
        return moment.isAfter(now) ? at(date.minusDays(days())) : moment;
    }

    private Instant at(LocalDate date) {
        return ZonedDateTime.of(date, LocalTime.of(hour, 0), zone).toInstant();
    }

    /** The whole days before this moment that one is about; where none goes out, a week of them. */
    Range period(Instant moment) {
        LocalDate end = LocalDate.ofInstant(moment, zone);
        return new Range(
                end.minusDays(days()).atStartOfDay(zone).toInstant(),
                end.atStartOfDay(zone).toInstant(),
                zone);
    }

    private int days() {
        return rhythm == Rhythm.DAILY ? 1 : 7;
    }
}
