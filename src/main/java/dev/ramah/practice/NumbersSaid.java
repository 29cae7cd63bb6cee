package dev.ramah.practice;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers that lead to somebody: of telephones, cards, identities, accounts, orders and parcels, however they are split. */
final class NumbersSaid {

    /** From so many digits on a number is somebody's; below it is a year, an amount or a size. */
    private static final int LONG = 5;

    /** Groups with gaps between them are one number from so many digits on, or where it begins as telephones do. */
    private static final int LONG_IN_GROUPS = 12;

    private static final String JOINT = "[.\\-\\u2010-\\u2015/_]{1,2}|[()\\s.\\-\\u2010-\\u2015/_]{1,3}"
            + "|\\s*,?\\s+(?:then|and|dash|terus|trus|lalu|strip|spasi|kemudian|sambung|dan)\\s+";

    /** Digits with whatever people put between them. */
    private static final Pattern RUN =
            Pattern.compile("(?iu)(?<![\\p{L}\\p{N}\\uE000])\\+?[(]?\\d(?:(?:" + JOINT + ")?\\d)*(?![\\p{N}\\uE001])");

    /** Letters and digits, as orders, parcels and vouchers have them. */
    private static final Pattern CODE = Pattern.compile(
            "(?<![\\p{L}\\p{N}\\uE000])(?=[\\p{L}\\p{N}/-]*\\d)(?=[\\p{N}/-]*\\p{L})[\\p{L}\\p{N}]+(?:[-/][\\p{L}\\p{N}]+)*(?![\\p{L}\\p{N}\\uE001])");

    private static final Pattern PLATE =
            Pattern.compile("(?<![\\p{L}\\p{N}])[A-Z]{1,2} \\d{1,4} [A-Z]{1,3}(?![\\p{L}\\p{N}])");

    /** What names the number behind it: then three digits are enough. */
    private static final Pattern NAMED = Pattern.compile(
            "(?iu)(?:\\b(?:orders?|pesanan(?:nya|ku)?|invoices?|faktur|nota|resi(?:nya)?|tracking|parcel|paket"
                    + "|account|rekening|rek|card|kartu|ktp|nik|npwp|passport|paspor|id|member|anggota|pin|otp|cvv|voucher|kode|code"
                    + "|phone|telephone|tel|telepon|telp|hp|wa|whatsapp|mobile|nomor|nomer|no|number|nr|ext)\\b[\\s.:#]*(?:(?:saya|sy|is|was|number|no|nomor|id|ending in|ends in|berakhir|adalah|my|the)\\b[\\s.:#]*){0,3}|#\\s?)$");

    private static final Pattern MONEY_BEFORE = Pattern.compile("(?iu)(?:rp|idr|usd|eur|gbp|sgd|aud|[$€£])\\.?\\s?$");

    private static final Pattern UNIT_BEHIND = Pattern.compile(
            "(?iu)^(?:[.,]\\d{1,2})?\\s?(?:rb|ribu|jt|juta|k|usd|euros?|dollars?|rupiah|%|persen|percent|°|gr?|grams?|kg|ml|l|liters?|litres?|cm|mm|m|bars?|watts?|w|v|cups?|cangkir"
                    + "|hours?|jam|minutes?|menit|days?|hari|weeks?|minggu|months?|bulan|years?|tahun|x|pcs|pieces?|bags?|bungkus|buah)\\b");

    private static final Pattern MONEY = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})+(?:[.,]\\d{1,2})?|\\d+[.,]\\d{1,2}");

    private static final Pattern DATE = Pattern.compile(
            "\\d{4}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\\d|3[01])|(?:0?[1-9]|[12]\\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)?\\d{2}|\\d{1,2}[.]\\d{2}(?:\\s?-\\s?\\d{1,2}[.]\\d{2})?");

    private static final Pattern BORN = Pattern.compile("(?iu)\\b(?:born|birth(?:day| date)?|dob|lahir|ttl|ultah)\\b");

    private static final Map<String, String> SPELLED = Map.ofEntries(
            Map.entry("zero", "0"),
            Map.entry("oh", "0"),
            Map.entry("nol", "0"),
            Map.entry("kosong", "0"),
            Map.entry("one", "1"),
            Map.entry("satu", "1"),
            Map.entry("two", "2"),
            Map.entry("dua", "2"),
            Map.entry("three", "3"),
            Map.entry("tiga", "3"),
            Map.entry("four", "4"),
            Map.entry("empat", "4"),
            Map.entry("five", "5"),
            Map.entry("lima", "5"),
            Map.entry("six", "6"),
            Map.entry("enam", "6"),
            Map.entry("seven", "7"),
            Map.entry("tujuh", "7"),
            Map.entry("eight", "8"),
            Map.entry("delapan", "8"),
            Map.entry("nine", "9"),
            Map.entry("sembilan", "9"));

    private static final String DIGIT = "(?:" + String.join("|", SPELLED.keySet()) + "|\\d)";

    private static final Pattern SPELLED_OUT = Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{N}])" + DIGIT + "(?:[\\s,.-]+(?:double |dobel )?" + DIGIT + "){4,}(?![\\p{L}\\p{N}])");

    /** A line of nothing but digits is a piece of a longer number. */
    private static final Pattern ONLY_DIGITS = Pattern.compile("[\\s.+()\\-/]*\\d[\\d\\s.+()\\-/]{2,}");

    private final Set<String> known = new HashSet<>();
    private final Set<String> values = new HashSet<>();

    private NumbersSaid() {}

    /** @param values what is known of the customer, of which numbers count however short they are */
    static NumbersSaid in(Set<String> values, List<Disguise.Line> lines) {
        NumbersSaid numbers = new NumbersSaid();
        for (String each : values) {
            if (each.codePoints().anyMatch(Character::isDigit) && !each.contains("@") && !each.contains(" ")) {
                numbers.values.add(key(each));
            }
        }
        numbers.known.addAll(numbers.values);
        for (Disguise.Line each : lines) {
            numbers.learn(each.text());
        }
        return numbers;
    }

    private void learn(String text) {
        for (Pattern pattern : List.of(RUN, CODE)) {
            for (MatchResult each : pattern.matcher(text).results().toList()) {
                if (isNamed(text, each) && key(each.group()).length() >= 3 && !isMeasured(text, each)) {
                    known.add(key(each.group()));
                }
            }
        }
    }

    String replaced(String text, StandIns stands, Function<String, String> kept) {
        String left = text;
        left = Disguise.replace(PLATE, left, each -> kept.apply(shaped(each.group(), stands, false)));
        if (ONLY_DIGITS.matcher(left).matches()) {
            return kept.apply(shaped(left, stands, isPhone(left)));
        }
        left = codes(left, stands, kept);
        left = runs(left, stands, kept);
        return Disguise.replace(SPELLED_OUT, left, each -> kept.apply(stands.digits(spelled(each.group()), true)));
    }

    private String codes(String text, StandIns stands, Function<String, String> kept) {
        return Disguise.replace(CODE, text, found -> {
            String key = key(found.group());
            long digits = key.chars().filter(Character::isDigit).count();
            boolean isOne = known.contains(key) || (digits >= 4 && key.length() >= LONG && !isUnit(found.group()));
            return isOne ? kept.apply(shaped(found.group(), stands, false)) : found.group();
        });
    }

    private static boolean isUnit(String code) {
        return code.matches("(?iu)\\d+(?:rb|ribu|jt|juta|k|gr?|kg|ml|l|cm|mm|m|w|v|x|th|st|nd|rd|pcs)");
    }

    private String runs(String text, StandIns stands, Function<String, String> kept) {
        return Disguise.replace(RUN, text, found -> {
            String run = found.group();
            if (isMeasured(text, found)) {
                return run;
            }
            boolean phone = isPhone(run);
            if (digits(run) >= LONG_IN_GROUPS || (phone && digits(run) >= 8) || !run.matches("(?s).*\\s.*")) {
                return isSomebodys(run) || (phone && digits(run) >= 8) ? kept.apply(shaped(run, stands, phone)) : run;
            }
            return Disguise.replace(
                    Pattern.compile("[^\\s]*\\d[^\\s]*"),
                    run,
                    part -> isSomebodys(part.group())
                                    && !DATE.matcher(part.group()).matches()
                            ? kept.apply(shaped(part.group(), stands, isPhone(part.group())))
                            : part.group());
        });
    }

    private boolean isSomebodys(String run) {
        return digits(run) >= LONG || known.contains(key(run));
    }

    /** Money, dates, sizes: they stay, but for the day on which somebody was born. */
    private boolean isMeasured(String text, MatchResult found) {
        String before = text.substring(0, found.start());
        String behind = text.substring(found.end());
        String run = found.group();
        if (values.contains(key(run))) {
            return false;
        }
        if (DATE.matcher(run).matches()) {
            return !BORN.matcher(before).find();
        }
        boolean phone = run.startsWith("0") || run.startsWith("+");
        return MONEY_BEFORE.matcher(before).find()
                || (UNIT_BEHIND.matcher(behind).find() && !phone && !isNamed(text, found))
                || (MONEY.matcher(run).matches() && !phone && digits(run) <= 9);
    }

    private static boolean isNamed(String text, MatchResult found) {
        int from = Math.max(0, found.start() - 60);
        return NAMED.matcher(text.substring(from, found.start())).find();
    }

    /** Whether a number that is known of the customer is to be read in it. */
    boolean isIn(String text) {
        for (Pattern pattern : List.of(RUN, CODE)) {
            if (pattern.matcher(text).results().anyMatch(each -> values.contains(key(each.group())))) {
                return true;
            }
        }
        return false;
    }

    static boolean standsAlone(String text, int from, int to) {
        boolean before = from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1));
        return before && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
    }

    private static boolean isPhone(String run) {
        return run.strip().matches("(?s)[(]?(?:\\+|0|62).*");
    }

    private static int digits(String run) {
        return (int) run.chars().filter(Character::isDigit).count();
    }

    /** The same number, however it is written: telephones begin with a 0 and not with a country. */
    private static String key(String run) {
        String plain = run.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        boolean isDigits = !plain.isEmpty() && plain.chars().allMatch(Character::isDigit);
        return isDigits && plain.length() > 9 && plain.startsWith("62") ? "0" + plain.substring(2) : plain;
    }

    /** Other digits where these were; letters in front stay, for they name a kind, and those between are X. */
    private static String shaped(String run, StandIns stands, boolean phone) {
        String key = key(run.replaceAll("(?iu)(?<=\\s)\\p{L}+(?=\\s)", ""));
        String digits = key.replaceAll("\\D", "");
        String stand = stands.digits(key.matches("\\d*") ? digits : key + " " + digits, phone && key.startsWith("0"));
        stand = stand.substring(Math.max(0, stand.length() - digits.length()));
        boolean country = run.strip().startsWith("+62") || (run.strip().startsWith("62") && key.startsWith("0"));
        String in = country ? "62" + stand.substring(1) : stand;
        StringBuilder shaped = new StringBuilder();
        int at = 0;
        boolean begun = false;
        for (int i = 0; i < run.length(); i++) {
            char each = run.charAt(i);
            if (Character.isDigit(each)) {
                shaped.append(at < in.length() ? in.charAt(at++) : '0');
                begun = true;
            } else {
                shaped.append(Character.isLetter(each) && begun && !phone && !isSpoken(run) ? 'X' : each);
            }
        }
        return shaped.toString();
    }

    /** Whole words between the digits are said, not part of a code. */
    private static boolean isSpoken(String run) {
        return run.matches("(?s).*\\s\\p{L}{2,}\\s.*");
    }

    private static String spelled(String words) {
        StringBuilder digits = new StringBuilder();
        boolean twice = false;
        for (String each : words.toLowerCase(Locale.ROOT).split("[\\s,.-]+", -1)) {
            String digit = SPELLED.getOrDefault(each, each);
            if (digit.length() == 1) {
                digits.append(twice ? digit + digit : digit);
            }
            twice = each.equals("double") || each.equals("dobel");
        }
        return digits.toString();
    }
}
