package dev.ramah.practice;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a conversation anonymous: names, addresses, numbers and whatever else leads to somebody gets a stand-in, the same
 * for the same thing in all lines. Prices, dates and amounts stay, for they are what it is about. It would rather replace
 * a word too much; a manager reads both sides before anybody else reads one.
 */
final class Disguise {

    /**
     * What is known of the people in it, and must not be found in it afterwards.
     *
     * @param customer names of the customer, whole
     * @param staff names of colleagues
     * @param values anything else of the customer: mail and other addresses, numbers of orders, what the shop told
     */
    record Known(List<String> customer, List<String> staff, List<String> values) {}

    /** Something that was said; {@code ours} by the bot or a colleague. */
    record Line(boolean ours, String text) {}

    // What has been replaced stands between these until the end, so that nothing is replaced twice.
    private static final char OPEN = (char) 0xE000;
    private static final char CLOSE = (char) 0xE001;
    private static final Pattern DONE = Pattern.compile(OPEN + "(\\d+)" + CLOSE);

    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)[^\\s\\uE000]+");

    private static final Pattern MAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+'-]+\\s?@\\s?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

    /** As people write it who do not want it to be found. */
    private static final Pattern SPOKEN_MAIL = Pattern.compile(
            "(?i)[\\p{L}\\p{N}_+-]+(?:(?:\\.|\\s+(?:dot|titik|underscore)\\s+)[\\p{L}\\p{N}_+-]+)*\\s*(?:[(\\[{]\\s*(?:at|@|et)\\s*[)\\]}]|\\s(?:at|et)\\s)\\s*"
                    + "[\\p{L}\\p{N}-]+(?:\\s*[(\\[{]?\\s*(?:\\.|\\bdot\\b|\\btitik\\b)\\s*[)\\]}]?\\s*[\\p{L}]{2,})+");

    private static final Pattern HANDLE = Pattern.compile("(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}._]{2,}");

    private static final Pattern PICTURES_OF_NOTHING = Pattern.compile("[\\p{Cf}\\uE000\\uE001\\p{Co}&&[^\\n]]");

    private final String language;
    private final StandIns stands;
    private final NamesSaid names;
    private final NumbersSaid numbers;
    private final Set<String> values;

    private Disguise(Known known, List<Line> lines, String language) {
        this.language = language;
        this.values = known.values().stream()
                .map(Disguise::tidy)
                .map(String::strip)
                .filter(each -> each.length() >= 3)
                .filter(each ->
                        each.codePoints().anyMatch(Character::isDigit) || each.contains("@") || each.contains(" "))
                .collect(Collectors.toSet());
        this.names = NamesSaid.in(known.customer(), known.staff(), lines);
        this.stands = new StandIns(language, names.all());
        this.numbers = NumbersSaid.in(values, lines);
    }

    /** A disguise for these lines; it fits other texts about the same as well. */
    static Disguise of(Known known, List<Line> lines, String language) {
        return new Disguise(
                known,
                lines.stream()
                        .map(each -> new Line(each.ours(), tidy(each.text())))
                        .toList(),
                language);
    }

    /** All lines of a conversation, in order. */
    static List<String> all(Known known, List<Line> lines, String language) {
        return of(known, lines, language).all(lines);
    }

    /** The lines that it was made for. */
    List<String> all(List<Line> lines) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            told.add(on(lines, i));
        }
        return List.copyOf(told);
    }

    private String on(List<Line> lines, int at) {
        String text = tidy(lines.get(at).text());
        boolean isPlace = PlacesSaid.isAnswer(lines, at);
        return on(text, isPlace);
    }

    /** One text. */
    String on(String text) {
        return on(tidy(text), false);
    }

    private String on(String text, boolean isPlace) {
        List<String> done = new ArrayList<>();
        Function<String, String> kept = stand -> {
            done.add(stand);
            return OPEN + String.valueOf(done.size() - 1) + CLOSE;
        };
        String left = text;
        left = replace(LINK, left, each -> kept.apply(stands.link(each.group())));
        left = replace(MAIL, left, each -> kept.apply(stands.mail(each.group().replace(" ", ""))));
        left = replace(SPOKEN_MAIL, left, each -> kept.apply(stands.mail(each.group())));
        left = replace(
                HANDLE,
                left,
                each -> kept.apply("@" + stands.handle(each.group().substring(1))));
        left = PlacesSaid.replaced(left, isPlace, where -> kept.apply(stands.place(where, language)));
        left = values(left, kept);
        left = numbers.replaced(left, stands, kept);
        left = names.replaced(left, stands, kept);
        return replace(DONE, left, each -> done.get(Integer.parseInt(each.group(1))));
    }

    /** What the shop knows of them, however it was written. */
    private String values(String text, Function<String, String> kept) {
        String left = text;
        for (String value : values) {
            boolean isWords = value.contains(" ") && value.codePoints().noneMatch(Character::isDigit);
            Pattern there = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])"
                    + Pattern.quote(value).replace(" ", "\\E\\s+\\Q") + "(?![\\p{L}\\p{N}])");
            if (isWords || value.contains(",")) {
                left = replace(there, left, each -> kept.apply(stands.place(PlacesSaid.key(value), language)));
            }
        }
        return left;
    }

    /** The words of a text that would be replaced in it, without accents and in small letters. */
    List<String> replacedIn(String text) {
        Set<String> left = Set.copyOf(words(on(text)));
        return words(tidy(text)).stream().filter(each -> !left.contains(each)).toList();
    }

    /** Of these texts, the places of those in which something of the customer is still to be read. */
    List<Integer> leftIn(Collection<String> texts) {
        List<Integer> left = new ArrayList<>();
        int place = 0;
        for (String each : texts) {
            String text = tidy(each);
            boolean told =
                    names.isIn(text) || values.stream().anyMatch(value -> isIn(value, text)) || numbers.isIn(text);
            if (told) {
                left.add(place);
            }
            place++;
        }
        return List.copyOf(left);
    }

    private static boolean isIn(String value, String text) {
        String plain = value.toLowerCase(Locale.ROOT);
        int at = text.toLowerCase(Locale.ROOT).indexOf(plain);
        return at >= 0 && (plain.length() > 4 || NumbersSaid.standsAlone(text, at, at + plain.length()));
    }

    /** One way to write what looks the same: no signs that nobody sees, wide letters as plain ones. */
    static String tidy(String text) {
        return PICTURES_OF_NOTHING
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
    }

    static String replace(Pattern pattern, String text, Function<MatchResult, String> with) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(with.apply(found)));
    }

    /** The words of a text without signs, in lower case and without accents. */
    static List<String> words(String text) {
        return Stream.of(folded(text).split("[^\\p{L}\\p{N}]+", -1))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** In lower case and without accents, letter by letter: what stands where stays there. */
    static String folded(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String apart = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD);
            plain.append(Character.toLowerCase(apart.charAt(0)));
        }
        return plain.toString();
    }
}
