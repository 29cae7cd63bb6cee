package dev.ramah.practice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Where somebody lives or has things sent: streets with what goes on behind them, and answers to the question for it. */
final class PlacesSaid {

    /** Where an address ends: a sentence, or a word with which another thing begins. */
    private static final String END =
            "(?:(?<!\\b(?:no|jl|jln|gg|kel|kec|kab|rt|rw|prov|kp|blok))(?=[.!?;]\\s)|(?=[.!?;]?$|\\R|\\s(?:and|but|please|because|when|where|which|is|was|has|dan|tapi|tolong|karena|yang|ya|kak|mohon|bisa|belum|sudah|sdh|blm|untuk|for|atas nama|a\\.?n)\\b|\\s[-–]\\s|\\uE000))";

    /** Number first, as in English. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{N}\\uE000])(?:(?:flat|apt\\.?|apartment|unit|suite|room|floor|no\\.?)\\s?#?\\w{1,5},?\\s+)*\\d{1,5}[a-z]?,?\\s(?:[\\p{L}.'’-]{2,20}\\s){1,4}?"
                    + "(?:street|st\\.?|road|rd\\.?|avenue|ave\\.?|lane|ln\\.?|drive|dr\\.?|square|sq\\.?|way|close|court|ct\\.?|place|boulevard|blvd\\.?|terrace|crescent|gardens|hill|row)(?![\\p{L}])"
                    + "(?:,?\\s+(?:(?:flat|apt\\.?|apartment|unit|suite|floor)\\s?#?\\w{1,5}|(?-i:\\p{Lu})[\\p{L}'’-]+|[A-Z]{1,2}\\d[A-Z\\d]?(?:\\s?\\d[A-Z]{2})?|\\d{4,6}(?:-\\d{4})?)){0,6}");

    /** The kind of street first, as in Indonesian; it goes on to where something else is said. */
    private static final Pattern INDONESIAN = Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{N}\\uE000])(?:jalan|jln?\\.?|gang|gg\\.?|perum(?:ahan)?\\.?|komplek?s?\\.?|apartemen|apt\\.?|cluster|blok|dusun|kampung|kp\\.?)\\s+(?=[\\p{L}\\d])(?:[^\\n.!?;\\uE000]|\\.(?=\\S|\\s?\\d)|(?<=\\b(?:no|jl|jln|gg|kel|kec|kab|rt|rw|prov|kp|blok))\\.){3,160}?"
                    + END);

    /** Pieces of addresses by themselves. */
    private static final Pattern PIECE = Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{N}\\uE000])(?:rt[\\s./]*\\d{1,3}(?:[\\s./,-]*rw[\\s./]*\\d{1,3})?|(?:kel(?:urahan)?|kec(?:amatan)?|kab(?:upaten)?)\\.?\\s+[\\p{L}]+(?:\\s(?!(?:kel|kec|kab|kota)\\b)(?-i:\\p{Lu})\\p{L}+)?(?:,?\\s+(?:kel(?:urahan)?|kec(?:amatan)?|kab(?:upaten)?|kota)\\.?\\s+[\\p{L}]+)*|no(?:mor)?\\s?rumah\\s+\\w+)(?:[,\\s]+\\d{5})?");

    /** As they are written in Britain. */
    private static final Pattern POSTCODE =
            Pattern.compile("(?iu)(?<![\\p{L}\\p{N}\\uE000])[A-Z]{1,2}\\d[A-Z\\d]?\\s\\d[A-Z]{2}(?![\\p{L}\\p{N}])");

    /** Not a street, though it begins like one: "the way it is", "jalan terus". */
    private static final Pattern NO_STREET = Pattern.compile(
            "(?iu)(?:jalan|jln?)\\s+(?:terus|lancar|normal|keluar|sendiri|lagi|kok|nya|tengah|aja|saja|pakai|pake|dengan|seperti|baik|mulus|kaki|dari|ke|di)\\b.*");

    private static final Pattern ASKS = Pattern.compile(
            "(?iu)(?:\\b(?:address|where (?:do you live|should we (?:send|deliver)|shall we (?:send|deliver))|alamat(?:nya)?|dikirim ke mana|kirim ke mana|tinggal di mana)\\b[^?]*\\?|\\b(?:alamat lengkap|full address)\\b)");

    private static final Pattern NO_ANSWER =
            Pattern.compile("(?iu).*\\?\\s*|\\s*(?:yes|no|ya|tidak|nggak|gak|ok|oke|sudah|same|sama)\\b.{0,30}");

    /** As people shorten what streets are called. */
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("jl", "jalan"),
            Map.entry("jln", "jalan"),
            Map.entry("gg", "gang"),
            Map.entry("st", "street"),
            Map.entry("str", "street"),
            Map.entry("rd", "road"),
            Map.entry("ave", "avenue"),
            Map.entry("ln", "lane"),
            Map.entry("dr", "drive"),
            Map.entry("sq", "square"),
            Map.entry("ct", "court"),
            Map.entry("blvd", "boulevard"));

    private static final Set<String> NUMBER = Set.of("no", "nomor", "nomer", "nr", "number");

    private static final Set<String> PARTS = Set.of("blok", "gang");

    private static final Set<String> STREETS = Set.of(
            "street",
            "road",
            "avenue",
            "lane",
            "drive",
            "square",
            "way",
            "close",
            "court",
            "place",
            "boulevard",
            "terrace",
            "crescent",
            "gardens",
            "hill",
            "row");

    private PlacesSaid() {}

    /** Whether this line answers the question for an address, and is one as a whole. */
    static boolean isAnswer(List<Disguise.Line> lines, int at) {
        if (at == 0 || lines.get(at).ours()) {
            return false;
        }
        int asked = at - 1;
        // The street in one message and the town in the next.
        while (asked > 0 && !lines.get(asked).ours() && at - asked < 3) {
            asked--;
        }
        String text = lines.get(at).text();
        return lines.get(asked).ours()
                && ASKS.matcher(lines.get(asked).text()).find()
                && !NO_ANSWER.matcher(text).matches()
                && Disguise.words(text).size() <= 30
                && text.matches("(?s).*(?:\\d|,|\\p{Lu}).*");
    }

    static String replaced(String text, boolean isAnswer, Function<String, String> kept) {
        if (isAnswer) {
            return kept.apply(key(text));
        }
        String left = Disguise.replace(
                INDONESIAN,
                text,
                each -> NO_STREET.matcher(each.group()).matches() ? each.group() : kept.apply(key(each.group())));
        left = Disguise.replace(ENGLISH, left, each -> kept.apply(key(each.group())));
        left = Disguise.replace(PIECE, left, each -> kept.apply(piece(each.group())));
        return Disguise.replace(POSTCODE, left, each -> kept.apply(piece(each.group())));
    }

    /** The same place, however it is written: its street and its number, without the flat and the town. */
    static String key(String place) {
        List<String> words = Disguise.words(place).stream()
                .map(each -> SHORT.getOrDefault(each, each))
                .filter(each -> !NUMBER.contains(each))
                .toList();
        int jalan = words.indexOf("jalan");
        return String.join(" ", jalan >= 0 ? toItsNumber(words.subList(jalan + 1, words.size())) : street(words));
    }

    /** "12 rose street"; what is no street in English is written as in Indonesian, the number behind the name. */
    private static List<String> street(List<String> words) {
        for (int i = 2; i < words.size(); i++) {
            if (STREETS.contains(words.get(i))) {
                for (int number = i - 2; number >= 0; number--) {
                    if (hasDigit(words.get(number))) {
                        return words.subList(number, i + 1);
                    }
                }
            }
        }
        return toItsNumber(words);
    }

    /** "mawar 12"; a block or an alley has a number of its own before that of the house. */
    private static List<String> toItsNumber(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            if (hasDigit(words.get(i))) {
                boolean another =
                        PARTS.contains(words.get(i - 1)) && i + 1 < words.size() && hasDigit(words.get(i + 1));
                return words.subList(0, another ? i + 2 : i + 1);
            }
        }
        return words.subList(0, Math.min(4, words.size()));
    }

    private static boolean hasDigit(String word) {
        return word.codePoints().anyMatch(Character::isDigit);
    }

    private static String piece(String of) {
        return String.join(" ", Disguise.words(of));
    }
}
