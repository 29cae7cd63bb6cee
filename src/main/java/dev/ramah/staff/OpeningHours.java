package dev.ramah.staff;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hours in which people are at work, where they are: any number of spans a day, and other ones, or none, on days that
 * are named. A time that does not exist on a day when clocks go forward is the moment they jump to; one that comes twice
 * begins with the first and ends with the second.
 *
 * @param week a day that is not in it is closed
 */
public record OpeningHours(ZoneId zone, Map<DayOfWeek, List<Span>> week, List<Holiday> holidays) {

    private static final Pattern FORM = Pattern.compile("([A-Z]+)-([A-Z]+) (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final int MOST_SPANS = 6;
    private static final int MOST_HOLIDAYS = 200;
    private static final int LONGEST_NAME = 100;

    /** Nobody asks when a desk opens that is closed for longer. */
    private static final int DAYS_AHEAD = 400;

    /** From a time on until another of the same day, or until its end, which is midnight. */
    public record Span(LocalTime from, LocalTime to) {

        boolean isOrdered() {
            return to.equals(LocalTime.MIDNIGHT) || from.isBefore(to);
        }

        private boolean beginsBeforeEndOf(Span other) {
            return other.to.equals(LocalTime.MIDNIGHT) || from.isBefore(other.to);
        }
    }

    /** A day on which the week does not count: closed, or open only then. */
    public record Holiday(LocalDate date, String name, List<Span> open) {

        /** Without spans it is closed. */
        public Holiday {
            open = Objects.requireNonNullElse(open, List.of());
            name = Objects.requireNonNullElse(name, "");
        }
    }

    /** A day that is left out is closed. */
    public OpeningHours {
        week = Objects.requireNonNullElse(week, Map.of());
        holidays = Objects.requireNonNullElse(holidays, List.of());
    }

    private record Stretch(Instant from, Instant to) {

        boolean has(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    /**
     * Reads hours as the environment has them, like {@code MONDAY-FRIDAY 09:00-17:00}.
     *
     * @throws IllegalArgumentException that says how they are written, if they are not
     */
    public static OpeningHours parse(String text, ZoneId zone) {
        Matcher parts = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (parts.matches()) {
            try {
                Span span = new Span(LocalTime.parse(parts.group(3)), LocalTime.parse(parts.group(4)));
                if (span.from.isBefore(span.to)) {
                    return new OpeningHours(
                            zone,
                            days(DayOfWeek.valueOf(parts.group(1)), DayOfWeek.valueOf(parts.group(2)), span),
                            List.of());
                }
            } catch (IllegalArgumentException | DateTimeParseException noSuchDayOrTime) {
                throw wrong(text, noSuchDayOrTime);
            }
        }
        throw wrong(text, null);
    }

    private static Map<DayOfWeek, List<Span>> days(DayOfWeek first, DayOfWeek last, Span span) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day = first; ; day = day.plus(1)) {
            week.put(day, List.of(span));
            if (day == last) {
                return week;
            }
        }
    }

    private static IllegalArgumentException wrong(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "ramah.desk.hours is written like MONDAY-FRIDAY 09:00-17:00, not: " + text, cause);
    }

    public boolean isOpen(Instant moment) {
        return around(moment).anyMatch(each -> each.has(moment));
    }

    /** When it opens next; null while it is open, and where it never does. */
    public @Nullable Instant opensAfter(Instant now) {
        return isOpen(now)
                ? null
                : from(now.atZone(zone).toLocalDate(), DAYS_AHEAD)
                        .map(Stretch::from)
                        .filter(each -> each.isAfter(now))
                        .findFirst()
                        .orElse(null);
    }

    /** When it closes; null while it is closed, and where it never does. */
    public @Nullable Instant closesAfter(Instant now) {
        if (!isOpen(now)) {
            return null;
        }
        Instant end = now;
        for (Stretch each : from(now.atZone(zone).toLocalDate(), DAYS_AHEAD).toList()) {
            if (each.has(end)) {
                end = each.to;
            } else if (each.from.isAfter(end)) {
                return end;
            }
        }
        return null;
    }

    /** How much of the time between these it was open; nothing if the second is the earlier one. */
    public Duration openBetween(Instant from, Instant to) {
        Duration open = Duration.ZERO;
        // On a day when clocks go back, what ends with the second of two equal times reaches into what begins with the
        // first.
        Instant counted = from;
        int days = (int) Math.max(0, ChronoUnit.DAYS.between(day(from), day(to)));
        for (Stretch each : from(day(from), days).toList()) {
            Instant begins = later(each.from, counted);
            Instant ends = earlier(each.to, to);
            if (begins.isBefore(ends)) {
                open = open.plus(Duration.between(begins, ends));
                counted = ends;
            }
        }
        return open;
    }

    /** The moment at which it will have been open for so long since this one; null if that takes more than a year or so. */
    public @Nullable Instant openFor(Instant from, Duration length) {
        Duration left = length;
        Instant counted = from;
        for (Iterator<Stretch> all = from(day(from), DAYS_AHEAD).iterator(); all.hasNext(); ) {
            Stretch each = all.next();
            Instant begins = later(each.from, counted);
            if (begins.isBefore(each.to)) {
                Duration here = Duration.between(begins, each.to);
                if (here.compareTo(left) >= 0) {
                    return begins.plus(left);
                }
                left = left.minus(here);
                counted = each.to;
            }
        }
        return null;
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Stream<Stretch> around(Instant moment) {
        return from(moment.atZone(zone).toLocalDate(), 0);
    }

    /** In order, of the day before this one until so many days and one after it: offsets shift what lies at midnight. */
    private Stream<Stretch> from(LocalDate first, int days) {
        return first.minusDays(1)
                .datesUntil(first.plusDays(days + 2L))
                .flatMap(date -> spansOn(date).stream().map(span -> stretch(date, span)))
                .filter(each -> each.from.isBefore(each.to));
    }

    private List<Span> spansOn(LocalDate date) {
        return holidays.stream()
                .filter(each -> each.date.equals(date))
                .map(Holiday::open)
                .findFirst()
                .orElseGet(() -> week.getOrDefault(date.getDayOfWeek(), List.of()));
    }

    private Stretch stretch(LocalDate date, Span span) {
        LocalDate end = span.to.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
        return new Stretch(
                moment(date.atTime(span.from)).toInstant(),
                moment(end.atTime(span.to)).withLaterOffsetAtOverlap().toInstant());
    }

    /** Of a time that is left out, the moment at which it is; of one that comes twice, the first. */
    private ZonedDateTime moment(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap() ? change.getInstant().atZone(zone) : local.atZone(zone);
    }

    /**
     * The same, in order, as it can be kept.
     *
     * @param field what to call it where something is wrong
     * @throws Problem INVALID that names the field
     */
    public OpeningHours checked(String field) {
        if (zone == null) {
            throw Problem.invalid(field + ".zone is missing.");
        }
        if (holidays.size() > MOST_HOLIDAYS) {
            throw Problem.invalid(field + ".holidays are at most " + MOST_HOLIDAYS + ".");
        }
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, spans) -> days.put(day, inOrder(field + "." + day, spans)));
        Set<LocalDate> named = new HashSet<>();
        List<Holiday> sorted = new ArrayList<>();
        for (Holiday each : holidays) {
            if (each == null || each.date == null || !named.add(each.date)) {
                throw Problem.invalid(field + ".holidays have a date of their own each.");
            }
            String name = Objects.requireNonNullElse(Text.line(each.name), "");
            if (name.length() > LONGEST_NAME || !Text.isStorable(name)) {
                throw Problem.invalid(field + ".holidays.name has at most " + LONGEST_NAME + " characters.");
            }
            sorted.add(new Holiday(each.date, name, inOrder(field + "." + each.date, each.open)));
        }
        sorted.sort(Comparator.comparing(Holiday::date));
        return new OpeningHours(zone, days, sorted);
    }

    private static List<Span> inOrder(String field, @Nullable List<Span> spans) {
        List<Span> sorted = new ArrayList<>(Objects.requireNonNullElse(spans, List.of()));
        if (sorted.size() > MOST_SPANS) {
            throw Problem.invalid(field + " has at most " + MOST_SPANS + " spans.");
        }
        for (Span each : sorted) {
            if (each == null || each.from == null || each.to == null || !each.isOrdered()) {
                throw Problem.invalid(field + " ends after it begins.");
            }
        }
        sorted.sort(Comparator.comparing(Span::from));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).beginsBeforeEndOf(sorted.get(i - 1))) {
                throw Problem.invalid(field + " has spans that overlap.");
            }
        }
        return List.copyOf(sorted);
    }
}
