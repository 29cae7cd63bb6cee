package dev.ramah.insight;

import dev.ramah.platform.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * The time a report is about: {@code from} included, {@code to} not. Days are those of {@code zone}. What is counted
 * lies in the range by a moment of its own: being asked, the ending and the time it took by the end; a mark,
 * a comment and having had to repeat oneself by the first thing that was said about the episode; waits and first
 * responses by the moment that somebody asked for a person.
 */
record Range(Instant from, Instant to, ZoneId zone) {

    private static final int USUAL_DAYS = 28;

    /** In seconds. */
    private static final int HOUR = 3_600;

    private static final int TWO_DIGITS = 10;

    /** Nobody reads a longer one, and the database knows no dates far beyond it. */
    private static final int MOST_DAYS = 3_660;

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * What was asked for: dates of {@code zone} ({@code 2026-11-21}) or moments ({@code 2026-11-21T09:30:00Z}). Without an
     * end it reaches to the end of today, without a beginning 28 days back from its end, without a zone days are UTC's.
     *
     * @throws Problem INVALID
     */
    static Range of(@Nullable String from, @Nullable String to, @Nullable String zone, Instant now) {
        ZoneId where = zone(zone);
        Instant end = to == null
                ? LocalDate.ofInstant(now, where)
                        .plusDays(1)
                        .atStartOfDay(where)
                        .toInstant()
                : moment("to", to, where);
        Instant begin =
                from == null ? end.atZone(where).minusDays(USUAL_DAYS).toInstant() : moment("from", from, where);
        if (!begin.isBefore(end)) {
            throw Problem.invalid("from must be before to; the day or moment in to is not in the report");
        }
        if (begin.isBefore(EARLIEST)
                || end.isAfter(LATEST)
                || Duration.between(begin, end).toDays() > MOST_DAYS) {
            throw Problem.invalid("from and to must be at most " + MOST_DAYS + " days apart, and after 1970");
        }
        return new Range(begin, end, where);
    }

    boolean contains(@Nullable Instant moment) {
        return moment != null && !moment.isBefore(from) && moment.isBefore(to);
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** The hour of the week, as {@code 1-00} to {@code 7-23}. */
    String hour(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        int hour = local.getHour();
        // A year has thousands of them, and a format is read anew each time.
        return local.getDayOfWeek().getValue() + (hour < TWO_DIGITS ? "-0" : "-") + hour;
    }

    /** Whether each hour of UTC lies in one hour of the zone, whatever the clocks do meanwhile. */
    boolean isOfWholeHours() {
        ZoneRules rules = zone.getRules();
        if (rules.getOffset(from).getTotalSeconds() % HOUR != 0) {
            return false;
        }
        @Nullable ZoneOffsetTransition next = rules.nextTransition(from);
        while (next != null && next.getInstant().isBefore(to)) {
            if (next.toEpochSecond() % HOUR != 0 || next.getOffsetAfter().getTotalSeconds() % HOUR != 0) {
                return false;
            }
            next = rules.nextTransition(next.getInstant());
        }
        return true;
    }

    /** The equally long time before this: as many days if this is whole days, whatever the clocks did meanwhile. */
    Range before() {
        if (isMidnight(from) && isMidnight(to)) {
            long days = ChronoUnit.DAYS.between(day(from), day(to));
            return new Range(day(from).minusDays(days).atStartOfDay(zone).toInstant(), from, zone);
        }
        return new Range(from.minus(Duration.between(from, to)), from, zone);
    }

    private boolean isMidnight(Instant moment) {
        return day(moment).atStartOfDay(zone).toInstant().equals(moment);
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null || name.isBlank() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Problem.invalid("zone must be the name of a time zone, like Asia/Jakarta");
        }
    }

    private static Instant moment(String name, String text, ZoneId zone) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid(
                    name + " must be a date like 2026-11-21, or a moment with its offset like 2026-11-21T09:30:00Z");
        }
    }
}
