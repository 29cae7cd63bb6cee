package dev.ramah.desk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The days and times at which people are at the desk, written like {@code MONDAY-FRIDAY 09:00-17:00}. */
record Hours(DayOfWeek first, DayOfWeek last, LocalTime from, LocalTime to, ZoneId zone) {

    private static final Pattern FORM = Pattern.compile("([A-Z]+)-([A-Z]+) (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

    /**
     * Reads the hours.
     *
     * @throws IllegalArgumentException that says how they are written, if they are not
     */
    static Hours parse(String text, ZoneId zone) {
        Matcher parts = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (parts.matches()) {
            try {
                Hours hours = new Hours(
                        DayOfWeek.valueOf(parts.group(1)),
                        DayOfWeek.valueOf(parts.group(2)),
                        LocalTime.parse(parts.group(3)),
                        LocalTime.parse(parts.group(4)),
                        zone);
                if (hours.from.isBefore(hours.to)) {
                    return hours;
                }
            } catch (IllegalArgumentException | DateTimeParseException noSuchDayOrTime) {
                throw wrong(text, noSuchDayOrTime);
            }
        }
        throw wrong(text, null);
    }

    private static IllegalArgumentException wrong(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "ramah.desk.hours is written like MONDAY-FRIDAY 09:00-17:00, not: " + text, cause);
    }

    /** When somebody is there next; null while it is open, for then nobody knows why nobody is there. */
    @Nullable Instant opensAfter(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        if (isOpenOn(local.getDayOfWeek())
                && !local.toLocalTime().isBefore(from)
                && local.toLocalTime().isBefore(to)) {
            return null;
        }
        ZonedDateTime opening = local.with(from).truncatedTo(ChronoUnit.MINUTES);
        while (!opening.isAfter(local) || !isOpenOn(opening.getDayOfWeek())) {
            opening = opening.plusDays(1).with(from);
        }
        return opening.toInstant();
    }

    private boolean isOpenOn(DayOfWeek day) {
        int sinceFirst = Math.floorMod(day.getValue() - first.getValue(), 7);
        return sinceFirst <= Math.floorMod(last.getValue() - first.getValue(), 7);
    }
}
