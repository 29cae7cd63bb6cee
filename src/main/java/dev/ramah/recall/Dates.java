package dev.ramah.recall;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.text.SimpleDateFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds days and times in what people write. Names of days and months, and what is said of days that are near
 * ("3 days ago", "Senin lalu"), are those of the Unicode CLDR, as ICU has them for each language.
 */
final class Dates {

    /** How far back or ahead people count: "11 months ago". Beyond that they name the day. */
    private static final int COUNTED = 31;

    private static final int SPELLED = 12;

    /** Characters; "Wednesday, 30th of September 2026" with spaces to spare. */
    private static final int LONGEST_DATE = 48;

    /** Of one text so many numbers and names are tried as dates: whoever sends a list of thousands keeps nobody waiting. */
    private static final int MOST_TRIED = 60;

    /** The longest first, here and below, since "3 March 2026" also begins with "3 March". */
    private static final List<String> WITH_A_NUMBER = List.of(
            "d MMMM yyyy",
            "d MMM yyyy",
            "yyyy-MM-dd",
            "d/M/yyyy",
            "d.M.yyyy",
            "d-M-yyyy",
            "d MMMM",
            "d MMM",
            "h:mm a",
            "h a",
            "HH:mm");

    private static final List<String> WITH_A_NAME =
            List.of("EEEE, d MMMM yyyy", "EEEE d MMMM", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d", "MMM d");

    /** What CLDR does not say of parts of a day, and what people add to a number. */
    private static final String OTHERS =
            "this (?:morning|afternoon|evening)|tonight|last night|yesterday (?:morning|evening|night)"
                    + "|(?:tadi|nanti|kemarin|besok) (?:pagi|siang|sore|malam)|(?:pagi|siang|sore|malam) (?:ini|nanti)"
                    + "|(?:jam|pukul) \\d{1,2}(?:[.:]\\d{2})?(?: (?:pagi|siang|sore|malam))?"
                    + "|(?:tanggal|tgl) \\d{1,2}|the \\d{1,2}(?:st|nd|rd|th)|lusa"
                    + "|(?:after|before|around|until|at) \\d{1,2}(?::\\d{2})? ?(?:am|pm)";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern RELATIVE = Pattern.compile(
            "(?<![\\p{L}\\d])(?:" + phrases() + "|" + OTHERS + ")(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE);

    private Dates() {}

    /** Where the text names a day or a time, in order. */
    static List<Span> in(String text) {
        List<Span> found = new ArrayList<>();
        RELATIVE.matcher(text)
                .results()
                .map(each -> Span.of(text, each.start(), each.end()))
                .forEach(found::add);
        for (int start : starts(text)) {
            int end = endOfDate(text, start);
            if (end > start) {
                Span date = Span.of(text, start, end);
                found.removeIf(
                        each -> each.touches(date) && (each.to() < end || each.to() - each.from() <= end - start));
                if (!date.touchesAny(found)) {
                    found.add(date);
                }
            }
        }
        found.sort(Comparator.comparing(Span::from));
        return found;
    }

    /** Dates begin with a number or with the name of a month or a day. */
    private static List<Integer> starts(String text) {
        Set<Integer> starts = new LinkedHashSet<>();
        NUMBER.matcher(text)
                .results()
                .map(MatchResult::start)
                .filter(at -> at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                .forEach(starts::add);
        NAMES.matcher(text).results().map(MatchResult::start).forEach(starts::add);
        return starts.stream().limit(MOST_TRIED).toList();
    }

    private static final Pattern NAMES =
            Pattern.compile("(?<![\\p{L}\\d])(?:" + names() + ")(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE);

    private static int endOfDate(String text, int start) {
        String rest = text.substring(start, Math.min(text.length(), start + LONGEST_DATE));
        String plain = ORDINAL.matcher(rest).replaceFirst("");
        int longest = -1;
        Formats formats = FORMATS.get();
        for (SimpleDateFormat format : Character.isDigit(rest.charAt(0)) ? formats.number : formats.name) {
            ParsePosition at = new ParsePosition(0);
            if (format.parse(plain, at) != null) {
                int end = start + withOrdinal(rest, at.getIndex());
                longest = endsWord(text, end) ? Math.max(longest, end) : longest;
            }
        }
        return longest;
    }

    /** Where this place of the text without its first ordinal is in the text with it. */
    private static int withOrdinal(String text, int at) {
        Matcher ordinal = ORDINAL.matcher(text);
        return ordinal.find() && ordinal.start() <= at ? at + ordinal.end() - ordinal.start() : at;
    }

    /** "3rd of March" is read as "3 March". */
    private static final Pattern ORDINAL = Pattern.compile("(?<=\\d)(?:st|nd|rd|th)\\b(?: of\\b)?");

    /** They have a state while they read. */
    private static final ThreadLocal<Formats> FORMATS =
            ThreadLocal.withInitial(() -> new Formats(formats(WITH_A_NUMBER), formats(WITH_A_NAME)));

    /** By what they begin with. */
    private record Formats(List<SimpleDateFormat> number, List<SimpleDateFormat> name) {}

    private static List<SimpleDateFormat> formats(List<String> forms) {
        List<SimpleDateFormat> formats = new ArrayList<>();
        for (Tongue tongue : Tongue.ALL) {
            for (String form : forms) {
                SimpleDateFormat format = new SimpleDateFormat(form, tongue.locale);
                format.setLenient(false);
                formats.add(format);
            }
        }
        return formats;
    }

    private static boolean endsWord(String text, int at) {
        return at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    private static String names() {
        Set<String> names = new LinkedHashSet<>();
        for (Tongue tongue : Tongue.ALL) {
            DateFormatSymbols symbols = new DateFormatSymbols(tongue.locale);
            for (String[] some : List.of(symbols.getMonths(), symbols.getShortMonths(), symbols.getWeekdays())) {
                names.addAll(List.of(some));
            }
        }
        return alternatives(names);
    }

    private static String phrases() {
        Set<String> phrases = new LinkedHashSet<>();
        for (Tongue tongue : Tongue.ALL) {
            RelativeDateTimeFormatter relative = RelativeDateTimeFormatter.getInstance(tongue.locale);
            for (AbsoluteUnit unit : AbsoluteUnit.values()) {
                for (Direction direction : Direction.values()) {
                    if (unit != AbsoluteUnit.NOW && (direction != Direction.PLAIN || isDay(unit))) {
                        add(phrases, relative, direction, unit);
                    }
                }
            }
            RuleBasedNumberFormat spelled = new RuleBasedNumberFormat(tongue.locale, RuleBasedNumberFormat.SPELLOUT);
            for (RelativeUnit unit : RelativeUnit.values()) {
                for (int n = 1; n <= COUNTED; n++) {
                    for (Direction direction : List.of(Direction.LAST, Direction.NEXT)) {
                        String phrase = relative.format(n, direction, unit);
                        phrases.add(phrase);
                        phrases.add(phrase.replace(" yang lalu", " lalu"));
                        if (n <= SPELLED) {
                            String words = phrase.replace(Integer.toString(n), spelled.format(n));
                            phrases.add(words);
                            phrases.add(words.replace(" yang lalu", " lalu"));
                        }
                    }
                }
            }
        }
        return alternatives(phrases);
    }

    private static boolean isDay(AbsoluteUnit unit) {
        return unit.name().endsWith("DAY") && unit != AbsoluteUnit.DAY;
    }

    private static void add(
            Set<String> phrases, RelativeDateTimeFormatter relative, Direction direction, AbsoluteUnit unit) {
        String phrase;
        try {
            phrase = relative.format(direction, unit);
        } catch (IllegalArgumentException noSuchPhrase) {
            return;
        }
        if (phrase != null && phrase.length() > 2) {
            phrases.add(phrase);
        }
    }

    /** The longest first, so that nothing ends in the middle. */
    private static String alternatives(Set<String> all) {
        return all.stream()
                .filter(each -> each.length() > 2)
                .map(each -> each.toLowerCase(Locale.ROOT))
                .sorted(Comparator.comparing(String::length).reversed())
                .distinct()
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
