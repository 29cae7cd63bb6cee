package dev.ramah.recall;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds sums of money: a number beside a currency's sign, code or name, as the Unicode CLDR has them, or a number that
 * counts in thousands as Indonesians write it ("185 ribu", "185rb"). What is a number is decided by ICU.
 */
final class Amounts {

    /** The names of currencies have those of countries in them. */
    private static final Pattern COUNTRIES = Pattern.compile(
            "US|British|Australian|Singapore|Malaysian|Japanese|Swiss|Indian|Canadian|Indonesian|Indonesia|Inggris|Amerika"
                    + "|Serikat|Australia|Singapura|Malaysia|Jepang|Swiss|India|Kanada");

    private static final String UNITS = "(?:rb|ribu|jt|juta|k)";

    private static final Pattern CURRENCY = Pattern.compile(
            "(?<![\\p{L}])(?:" + currencies() + ")(?![\\p{L}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern THOUSANDS = Pattern.compile(
            "(?<![\\p{L}\\d.,])\\d+(?:[.,]\\d+)? ?(?:rb|ribu|jt|juta)(?![\\p{L}])", Pattern.CASE_INSENSITIVE);

    /** Two digits behind a point: nobody writes anything but prices like that. */
    private static final Pattern PRICE = Pattern.compile("(?<![\\p{L}\\d.,/:-])\\d{1,5}[.,]\\d{2}(?![\\p{L}\\d.,/:-])");

    private static final Pattern BEFORE =
            Pattern.compile("[\\d][\\d.,]*(?: ?" + UNITS + ")? ?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER =
            Pattern.compile("^ ?[\\d][\\d.,]*(?: ?" + UNITS + "(?!\\p{L}))?", Pattern.CASE_INSENSITIVE);

    private Amounts() {}

    /** Where the text names a sum, in order. */
    static List<Span> in(String text) {
        List<Span> found = new ArrayList<>();
        CURRENCY.matcher(text).results().forEach(each -> {
            int from = each.start();
            int to = each.end();
            Matcher after = AFTER.matcher(text.substring(to));
            Matcher before = BEFORE.matcher(text.substring(0, from));
            if (after.find() && isNumber(after.group())) {
                add(found, Span.of(text, from, to + trimmed(after.group())));
            } else if (before.find() && isNumber(before.group())) {
                add(found, Span.of(text, before.start(), to));
            } else {
                spelledBefore(text, from).ifPresent(start -> add(found, Span.of(text, start, to)));
            }
        });
        THOUSANDS.matcher(text).results().forEach(each -> add(found, Span.of(text, each.start(), each.end())));
        PRICE.matcher(text).results().forEach(each -> add(found, Span.of(text, each.start(), each.end())));
        found.sort(Comparator.comparing(Span::from));
        return found;
    }

    private static void add(List<Span> found, Span span) {
        if (!span.touchesAny(found)) {
            found.add(span);
        }
    }

    /** A point or comma behind a number ends the sentence. */
    private static int trimmed(String number) {
        return number.replaceFirst("[.,]+$", "").length();
    }

    private static boolean isNumber(String text) {
        String digits = text.replaceAll("[^\\d.,]", "").replaceFirst("[.,]+$", "");
        return Tongue.ALL.stream().anyMatch(each -> {
            ParsePosition at = new ParsePosition(0);
            return NumberFormat.getInstance(each.locale).parse(digits, at) != null && at.getIndex() > 0;
        });
    }

    /** "two hundred thousand rupiah": the longest run of words before the currency that is a number. */
    private static Optional<Integer> spelledBefore(String text, int currency) {
        String before = text.substring(0, currency).stripTrailing();
        List<Integer> starts = new ArrayList<>();
        for (int at = before.length() - 1, words = 0; at >= 0 && words < 6; at--) {
            if (at == 0 || before.charAt(at - 1) == ' ') {
                starts.add(at);
                words++;
            }
        }
        return starts.stream()
                .sorted()
                .filter(start -> isSpelled(before.substring(start).toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static boolean isSpelled(String words) {
        return words.length() > 2
                && Tongue.ALL.stream().anyMatch(each -> {
                    RuleBasedNumberFormat spelled =
                            new RuleBasedNumberFormat(each.locale, RuleBasedNumberFormat.SPELLOUT);
                    ParsePosition at = new ParsePosition(0);
                    Number number = spelled.parse(words, at);
                    return number != null && at.getIndex() == words.length();
                });
    }

    private static String currencies() {
        Set<String> names = new LinkedHashSet<>();
        for (String code : List.of("IDR", "USD", "EUR", "GBP", "AUD", "SGD", "MYR", "JPY", "CHF", "INR", "CAD")) {
            Currency currency = Currency.getInstance(code);
            names.add(code);
            for (ULocale locale : List.of(new ULocale("en"), new ULocale("id"))) {
                names.add(currency.getSymbol(locale));
                for (String count : List.of("one", "other")) {
                    String name = currency.getName(locale, Currency.PLURAL_LONG_NAME, count, new boolean[1]);
                    names.add(name);
                    for (String word : name.split(" ", -1)) {
                        names.add(word);
                    }
                }
            }
        }
        names.removeIf(each -> COUNTRIES.matcher(each).matches());
        return names.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
