package dev.ramah.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in what customers said what an agent would otherwise ask for, each with the entry it was first said in. */
public final class Facts {

    /** The kinds that are found in words; there may be others that somebody wrote down. */
    static final Set<String> KINDS =
            Set.of("name", "email", "order", "phone", "amount", "place", "date", "error", "code", "product");

    /** A number, or a code with a digit, behind a word for an order, in English or Indonesian, or behind a hash. */
    private static final Pattern ORDER = Pattern.compile(
            "(?i)(?:\\b(?:order(?:s|an|nya|annya|'s|’s)?|pesanan(?:nya|ku)?|(?:invoice|nota|faktur)(?:nya)?|inv)\\b"
                    + "(?:[^\\w\\n]+(?:no|nr|number|nomor|id|saya|is|was|adalah|and|dan))*[^\\w\\n]*|#)"
                    + "(\\d{3,10}|(?=[A-Z-]*\\d)[A-Z]{1,5}(?:-?\\d+)+)\\b");

    private static final Pattern EMAIL = Pattern.compile("(?<![\\w.+-])[\\w.+-]++@[\\w-]+(?:\\.[\\w-]+)+");

    /** Letters in capitals and digits, or many digits: nothing else is written like that. */
    private static final Pattern CODE = Pattern.compile(
            "(?<![\\w@.-])(?:(?=[A-Z0-9-]*\\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*|\\d{5,20})(?![\\w@-])");

    /** Mere digits are a code where the words around them say so, or where there are none. */
    private static final Phrases CODE_IS_NAMED = Phrases.named("marks.txt", "names-a-code");

    private static final Pattern NAME = Pattern.compile(
            "(?:(?i:my name is|i am called|this is|nama saya|saya bernama)|\\b(?i:i'm))\\s+(\\p{Lu}\\p{L}+(?:\\s\\p{Lu}\\p{L}+)?)");

    /** What stands in quotes, or behind a word for what a screen says. */
    private static final Pattern QUOTED = Pattern.compile("[\"“„']([^\"”“\\n]{3,120})[\"”]");

    private static final Pattern ERROR = Pattern.compile(
            "(?i)\\b(?:error|kode error|error code|fehler)\\b:?\\s*((?=[^\\n.,;!?]*\\d)[^\\n.,;!?]{2,80})|\\b(?:shows?|displays?|says?|menampilkan|muncul)\\s+((?-i:[A-Z]\\d{1,4})|error[^\\n.,;!?]{2,80})");

    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)\\b\\d+[a-z]?,? [\\p{L}' -]{2,40}\\b(?:street|st\\.|road|rd\\.?|avenue|ave\\.?|lane|drive|square|way|close|court|place|boulevard)\\b(?:,? [\\p{L}\\d' -]+){0,3}"
                    + "|\\b(?:jalan|jl\\.?|jln\\.?|perum|perumahan|komplek|kompleks|gang|gg\\.?)\\s[\\p{L}\\d.' /-]{3,60}(?:, [\\p{L}\\d.' -]{2,40}){0,3}"
                    + "|\\b\\p{Lu}[\\p{L}'-]+ (?:street|road|avenue|lane|drive|square)\\b \\d+[a-z]?");

    /** A name behind a preposition of place; names of months and days are dates. */
    private static final Pattern PLACE = Pattern.compile(
            "(?<![\\p{L}])(?:in|to|from|near|at|di|ke|dari|kota|tinggal di)\\s(?:the |toko |kota |daerah |cabang |shop |store )?(\\p{Lu}[\\p{L}'-]+(?:\\s\\p{Lu}[\\p{L}'-]+)?)");

    private static final Pattern NO_PLACE = Pattern.compile(
            "(?i)(?:i|my|the|our|your|order|paypal|gopay|ovo|dana|iphone|samsung|bca|bni|bri|mandiri|kak|pak|bu|ibu|bapak|visa|mastercard)\\b.*");

    private Facts() {}

    /**
     * What was said beyond what the profile has; orders of theirs are verified.
     *
     * @param said everything that was said, by whomever, in order
     */
    public static List<Fact> in(List<Spoken> said, Profile profile) {
        List<Fact> found = new ArrayList<>();
        for (Spoken each : said) {
            if (each.isByCustomer()) {
                in(each, profile).forEach(fact -> add(found, profile, fact));
            }
        }
        return List.copyOf(found);
    }

    /** What this one thing said has, in the order of kinds. */
    static List<Fact> in(Spoken said, Profile profile) {
        String text = said.text();
        int seq = said.seq();
        List<Fact> found = new ArrayList<>();
        List<Span> taken = new ArrayList<>();
        results(NAME, text).forEach(each -> found.add(Fact.said("name", each, seq)));
        each(EMAIL, text, taken).forEach(each -> found.add(Fact.said("email", each.text(), seq)));
        orders(text, profile, taken)
                .forEach(each -> found.add(
                        profile.hasOrder(each.text())
                                ? new Fact("order", each.text(), seq, "verified")
                                : Fact.said("order", each.text(), seq)));
        Telephones.in(text).stream().filter(each -> !each.touchesAny(taken)).forEach(each -> {
            taken.add(each);
            found.add(Fact.said("phone", each.text(), seq));
        });
        Amounts.in(text).stream().filter(each -> !each.touchesAny(taken)).forEach(each -> {
            taken.add(each);
            found.add(Fact.said("amount", each.text(), seq));
        });
        each(ADDRESS, text, taken).forEach(each -> found.add(Fact.said("place", each.text(), seq)));
        Dates.in(text).stream().filter(each -> !each.touchesAny(taken)).forEach(each -> {
            taken.add(each);
            found.add(Fact.said("date", each.text(), seq));
        });
        errors(text, taken).forEach(each -> found.add(Fact.said("error", each, seq)));
        boolean named = CODE_IS_NAMED.isIn(Sentence.plain(text)) || text.strip().split("\\s+", -1).length == 1;
        each(CODE, text, taken).stream()
                .filter(each -> named || each.text().chars().anyMatch(Character::isLetter))
                .forEach(each -> found.add(Fact.said("code", each.text(), seq)));
        places(text, taken).forEach(each -> found.add(Fact.guessed("place", each, seq)));
        products(text, profile).forEach(each -> found.add(new Fact("product", each, seq, "verified")));
        return found;
    }

    private static List<Span> orders(String text, Profile profile, List<Span> taken) {
        List<Span> orders = new ArrayList<>();
        Matcher matcher = ORDER.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            orders.add(new Span(matcher.start(1), matcher.end(1), matcher.group(1)));
            from = matcher.end(1);
        }
        // A number of theirs is one wherever it stands: "it's 1042".
        Matcher number = Pattern.compile("(?<![\\w.,-])[\\w-]*\\d[\\w-]*(?![\\w-]|[.,]\\d)")
                .matcher(text);
        while (number.find()) {
            Span span = new Span(number.start(), number.end(), number.group());
            if (profile.hasOrder(span.text()) && !span.touchesAny(orders)) {
                orders.add(span);
            }
        }
        taken.addAll(orders);
        return orders;
    }

    private static List<String> errors(String text, List<Span> taken) {
        List<String> errors = new ArrayList<>();
        Matcher error = ERROR.matcher(text);
        while (error.find()) {
            taken.add(Span.of(text, error.start(), error.end()));
            errors.add(error.group(2) == null ? error.group() : error.group(2));
        }
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            Span span = Span.of(text, quoted.start(), quoted.end());
            if (!span.touchesAny(taken)) {
                errors.add(quoted.group(1));
            }
            taken.add(span);
        }
        return errors;
    }

    private static List<String> places(String text, List<Span> taken) {
        List<String> places = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            Span span = Span.of(text, place.start(1), place.end(1));
            boolean isMachine =
                    place.start(1) > 3 && NO_PLACE.matcher(span.text()).matches();
            if (!isMachine && !span.touchesAny(taken)) {
                places.add(span.text());
            }
        }
        return places;
    }

    /** Things they bought, called by enough of their names. */
    private static List<String> products(String text, Profile profile) {
        String plain = Sentence.plain(text);
        return profile.orders().stream()
                .flatMap(each -> each.items().stream())
                .distinct()
                .filter(each -> names(plain, each))
                .toList();
    }

    private static boolean names(String plain, String item) {
        List<String> words = Stream.of(Sentence.plain(item).strip().split(" ", -1))
                .filter(each -> each.length() > 2 && each.chars().noneMatch(Character::isDigit))
                .toList();
        long named = words.stream()
                .filter(each -> (plain + " ").contains(" " + each + " "))
                .count();
        return !words.isEmpty() && named >= Math.max(1, (words.size() + 1) / 2);
    }

    private static List<String> results(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(each -> each.group(1)).toList();
    }

    private static List<Span> each(Pattern pattern, String text, List<Span> taken) {
        List<Span> spans = pattern.matcher(text)
                .results()
                .map(each -> Span.of(text, each.start(), each.end()))
                .filter(each -> !each.touchesAny(taken))
                .toList();
        taken.addAll(spans);
        return spans;
    }

    private static void add(List<Fact> found, Profile profile, Fact fact) {
        boolean inProfile = (fact.is("email") && fact.value().equalsIgnoreCase(profile.email()))
                || (fact.is("name") && fact.value().equalsIgnoreCase(profile.name()));
        boolean there = found.stream()
                .anyMatch(each -> each.kind().equals(fact.kind())
                        && each.value()
                                .toLowerCase(Locale.ROOT)
                                .equals(fact.value().toLowerCase(Locale.ROOT)));
        if (!inProfile && !there) {
            found.add(fact);
        }
    }
}
