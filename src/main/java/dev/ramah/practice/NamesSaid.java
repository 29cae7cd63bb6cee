package dev.ramah.practice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of people in a conversation: those that are known, and those that somebody introduces. */
final class NamesSaid {

    /** Words that follow an introduction and are no names. */
    private static final Set<String> COMMON = common();

    /** What comes before a name that is written in small letters as well. */
    private static final String PLAINLY =
            "(?:my (?:full )?name(?:'s| is)|full name(?:'s| is|:)|i am called|call me|named|whose name is"
                    + "|nama(?: lengkap)? (?:saya|sy|aku|gue|ku)(?: adalah)?|nama(?: lengkap)?\\s*[:=]|saya bernama|bernama"
                    + "|namanya|atas nama|a\\.?/?n\\.?|panggil(?: saja)?(?: saya)?|penerima(?:nya)?\\s*[:=]?|recipient\\s*[:=]?|name\\s*[:=])";

    /** What comes before a name if it begins with a capital. */
    private static final String PERHAPS =
            "(?:this is|i'm|i am|it's|saya|ini|regards,?|best,|cheers,?|sincerely,?|salam,?|hormat saya,?|ttd\\.?|signed,?"
                    + "|dear|hi|hello|hey|hai|halo|thanks,?|thank you,?|terima kasih,?|makasih,?"
                    + "|(?:my|our|his|her)\\s+(?:husband|wife|son|daughter|mother|father|mum|mom|dad|sister|brother|friend|boss|neighbou?r|colleague|assistant)(?:\\s+is|,)?"
                    + "|(?:suami|istri|anak|adik|abang|teman|tetangga|atasan|bos|asisten)\\s*(?:saya|sy|ku|aku)?,?"
                    + "|mbak|mba|mas|kak|kakak|bang|om|tante|courier|driver|kurir(?:nya)?|sopir(?:nya)?|spoke (?:to|with)|talked to|bicara dengan|sama)";

    /** Forms of address; a capital behind them is a name, and so is a small letter that begins no common word. */
    private static final String ADDRESSED =
            "(?:mr|mrs|ms|miss|dr|drs|prof|pak|bapak|bpk|bu|ibu|sdr|sdri|saudara|saudari)";

    private static final Pattern INTRODUCED =
            Pattern.compile("(?iu)(?<![\\p{L}])" + PLAINLY + "\\s*[\"']?((?:\\p{L}[\\p{L}'’.-]*\\s*){1,4})");

    private static final Pattern PERHAPS_ONE =
            Pattern.compile("(?u)(?<![\\p{L}])(?iu:" + PERHAPS + ")\\s+((?:\\p{Lu}[\\p{L}'’-]+\\s*){1,3})");

    private static final Pattern ADDRESSED_ONE =
            Pattern.compile("(?iu)(?<![\\p{L}])" + ADDRESSED + "\\.?\\s+((?:\\p{L}[\\p{L}'’-]+\\s?){1,2})");

    private static final Pattern ASKS_FOR_ONE =
            Pattern.compile("(?iu)\\b(?:name|nama(?:nya)?|who (?:am i|is this|are you)|dengan siapa|siapa)\\b[^?]*\\?");

    /** What may hang on a name. */
    private static final String ENDINGS = "(?:nya|ku|mu|lah|kah|pun|['’]?s)?";

    /** Parts of names by their folded letters, and which of them come first in a name. */
    private final Map<String, Boolean> parts = new LinkedHashMap<>();

    private final Set<String> customers = new LinkedHashSet<>();
    private final List<List<String>> whole = new ArrayList<>();

    private NamesSaid() {}

    static NamesSaid in(Collection<String> customer, Collection<String> staff, List<Disguise.Line> lines) {
        NamesSaid names = new NamesSaid();
        for (String each : customer) {
            List<String> known =
                    names(Disguise.tidy(each)).filter(part -> part.length() > 1).toList();
            names.whole.add(known);
            names.customers.addAll(known);
            names.add(known);
        }
        staff.forEach(each -> names.add(
                names(Disguise.tidy(each)).filter(part -> part.length() > 2).toList()));
        for (int i = 0; i < lines.size(); i++) {
            names.introducedIn(lines.get(i).text());
            if (i > 0
                    && !lines.get(i).ours()
                    && ASKS_FOR_ONE.matcher(lines.get(i - 1).text()).find()) {
                names.answered(lines.get(i).text());
            }
        }
        return names;
    }

    private static Stream<String> names(String name) {
        return Disguise.words(name).stream().filter(each -> each.codePoints().anyMatch(Character::isLetter));
    }

    private void add(List<String> known) {
        for (int i = 0; i < known.size(); i++) {
            parts.putIfAbsent(known.get(i), i == 0);
        }
    }

    private void introducedIn(String text) {
        INTRODUCED.matcher(text).results().forEach(each -> said(each.group(1), 3));
        PERHAPS_ONE.matcher(text).results().forEach(each -> said(each.group(1), 3));
        ADDRESSED_ONE.matcher(text).results().forEach(each -> said(each.group(1), 2));
    }

    /** Up to the first word that is no name. */
    private void said(String words, int most) {
        List<String> found = new ArrayList<>();
        for (String each : names(words).toList()) {
            if (isCommon(each) || found.size() == most) {
                break;
            }
            found.add(each);
        }
        add(found.stream().filter(each -> each.length() > 2).toList());
    }

    /** With what Indonesian hangs on a word as well. */
    private static boolean isCommon(String word) {
        return COMMON.contains(word) || COMMON.contains(word.replaceFirst("(?:nya|ku|mu|lah|kah|pun)$", ""));
    }

    /** Who is asked for a name says little else. */
    private void answered(String text) {
        List<String> words = names(text).filter(each -> !isCommon(each)).toList();
        if (!text.contains("?") && words.size() <= 4 && Disguise.words(text).size() <= 7) {
            add(words.stream().filter(each -> each.length() > 1).toList());
        }
    }

    Set<String> all() {
        return Set.copyOf(parts.keySet());
    }

    /** The text with other names in it. */
    String replaced(String text, StandIns stands, Function<String, String> kept) {
        String left = text;
        for (String part : inOrder()) {
            boolean isFirst = Objects.requireNonNullElse(parts.get(part), false);
            left = within(pattern(part), left, each -> {
                String stand = kept.apply(stands.name(part, isFirst, each.group(1)));
                return stand + (each.groupCount() > 1 ? Objects.requireNonNullElse(each.group(2), "") : "");
            });
        }
        for (String part : customers) {
            left = inWords(left, part, stands, kept);
        }
        return initials(left, stands, kept);
    }

    /** The longest first: a name may be a part of another one. */
    private List<String> inOrder() {
        return parts.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .toList();
    }

    /**
     * A name by its letters, in any case: drawn out, with signs for letters, or letter by letter. Names of two letters are
     * looked for as they are.
     */
    private static Pattern pattern(String part) {
        List<String> letters = part.codePoints()
                .mapToObj(Character::toString)
                .map(NamesSaid::alike)
                .toList();
        String plain = letters.stream().map(each -> each + "+").collect(Collectors.joining());
        String apart = letters.stream().map(each -> each).collect(Collectors.joining("[\\s._*\\-]{1,2}"));
        String either = part.length() > 2 ? "(?:" + plain + "|" + apart + ")" : String.join("", letters);
        return Pattern.compile("(?<![\\p{L}\\p{N}])((?:\\p{L}['’])?" + either + ")(" + ENDINGS + ")(?![\\p{L}\\p{N}])");
    }

    private static String alike(String letter) {
        return switch (letter) {
            case "a" -> "[a4]";
            case "e" -> "[e3]";
            case "i" -> "[i1!]";
            case "o" -> "[o0]";
            case "s" -> "[s5$]";
            case "t" -> "[t7]";
            default -> Pattern.quote(letter);
        };
    }

    /** In the folded text, which has every letter where the text has it. */
    private static String within(Pattern pattern, String text, Function<MatchResult, String> with) {
        String folded = Disguise.folded(text);
        StringBuilder left = new StringBuilder();
        int from = 0;
        for (MatchResult each : pattern.matcher(folded).results().toList()) {
            left.append(text, from, each.start()).append(with.apply(new Written(each, text)));
            from = each.end();
        }
        return left.append(text.substring(from)).toString();
    }

    /** What was found in the folded text, as it was written. */
    private record Written(MatchResult found, String text) implements MatchResult {

        @Override
        public int start() {
            return found.start();
        }

        @Override
        public int start(int group) {
            return found.start(group);
        }

        @Override
        public int end() {
            return found.end();
        }

        @Override
        public int end(int group) {
            return found.end(group);
        }

        @Override
        public String group() {
            return text.substring(start(), end());
        }

        @Override
        public String group(int group) {
            return start(group) < 0 ? "" : text.substring(start(group), end(group));
        }

        @Override
        public int groupCount() {
            return found.groupCount();
        }
    }

    /** Inside of other words a name of the customer's is looked for where it is long, or beside figures and signs. */
    private String inWords(String text, String part, StandIns stands, Function<String, String> kept) {
        if (part.length() < 4) {
            return text;
        }
        Pattern word = Pattern.compile("[\\p{L}\\p{N}_.-]*" + Pattern.quote(part) + "[\\p{L}\\p{N}_.-]*");
        return within(word, text, each -> {
            boolean mixed = each.group().codePoints().anyMatch(sign -> !Character.isLetter(sign));
            boolean isOne = mixed || part.length() > 4 || isMadeOfNames(Disguise.folded(each.group()));
            return isOne ? kept.apply(stands.handle(each.group())) : each.group();
        });
    }

    private boolean isMadeOfNames(String word) {
        String left = word;
        for (String part : inOrder()) {
            left = left.replace(part, "");
        }
        return left.length() <= 1;
    }

    /** Initials of whoever has two names: S. W., SW, and the one behind the other name. */
    private String initials(String text, StandIns stands, Function<String, String> kept) {
        String left = text;
        for (List<String> name : whole) {
            if (name.size() < 2) {
                continue;
            }
            String both = name.stream()
                    .map(each -> each.substring(0, 1).toUpperCase(java.util.Locale.ROOT))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("(?:\\.\\s?|\\s)?"));
            left = Disguise.replace(
                    Pattern.compile("(?<![\\p{L}\\p{N}])" + both + "\\.?(?![\\p{L}\\p{N}])"),
                    left,
                    each -> kept.apply(initials(name, stands)));
            for (int i = 0; i < name.size(); i++) {
                String letter = name.get(i).substring(0, 1);
                String stand = stands.name(name.get(i), i == 0, "Aa").substring(0, 1);
                // Behind or before what stands for a name, in any case.
                left = Disguise.replace(
                        Pattern.compile("(?iu)(?<=\\uE001 )" + Pattern.quote(letter) + "(?![\\p{L}\\p{N}])"),
                        left,
                        each -> kept.apply(stand));
                left = Disguise.replace(
                        Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(letter) + "(?=\\.\\s?\\uE000)"),
                        left,
                        each -> kept.apply(stand));
            }
        }
        return left;
    }

    private String initials(List<String> name, StandIns stands) {
        return name.stream()
                .map(each -> stands.name(each, name.indexOf(each) == 0, "Aa").substring(0, 1) + ".")
                .collect(Collectors.joining(" "));
    }

    /** Whether a name of the customer's is to be read in it. */
    boolean isIn(String text) {
        String folded = Disguise.folded(text);
        return customers.stream()
                .anyMatch(part -> pattern(part).matcher(folded).find() || (part.length() > 4 && folded.contains(part)));
    }

    private static Set<String> common() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NamesSaid.class.getResourceAsStream("/practice/no-names.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(each -> !each.startsWith("#"))
                    .flatMap(each -> Stream.of(each.split("\\s+", -1)))
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
