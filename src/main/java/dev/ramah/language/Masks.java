package dev.ramah.language;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between us and a third party: numbers of cards and identities, e-mail addresses and phone numbers go out as
 * {@code [CARD_1]}, {@code [EMAIL_1]}, and come back as they were. One for each call: whatever is masked in the order
 * in which it was said gets the same name in every call of a conversation, and nothing has to be kept for that.
 */
public final class Masks {

    private enum Kind {
        EMAIL,
        CARD,
        IDENTITY,
        PHONE
    }

    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

    private static final Pattern IBAN = Pattern.compile(
            "(?<![\\p{L}\\p{N}])[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\\p{L}\\p{N}])");

    /** Digits in groups: at least nine, which is more than the numbers of most orders. */
    private static final Pattern LONG_NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}.,+])\\d(?:[ ./\u2010-\u2015-]?\\d){8,24}(?![\\p{L}\\p{N}])");

    private static final Pattern SOCIAL_SECURITY = Pattern.compile("(?<![\\d-])\\d{3}-\\d{2}-\\d{4}(?![\\d-])");

    private static final Pattern DATE_OR_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    /** What comes before the number of an order such as KN-20261122-17. */
    private static final Pattern CODE = Pattern.compile("(?<![\\p{L}])[A-Z]{1,4}-$");

    /** A masked one; the model may write it in small letters. */
    private static final Pattern MASK =
            Pattern.compile("\\[(EMAIL|CARD|IDENTITY|PHONE)_\\d+]", Pattern.CASE_INSENSITIVE);

    /** Whose way of writing numbers without a country is known: where the languages we speak are spoken most. */
    private static final List<String> REGIONS =
            List.of("ID", "US", "GB", "DE", "ES", "MX", "FR", "PT", "BR", "NL", "SA", "EG", "AE");

    // Shorter ones are more often prices or the numbers of orders.
    private static final int SHORTEST_PHONE = 8;

    private final Map<String, String> maskOf = new HashMap<>();
    private final Map<String, String> wordsOf = new HashMap<>();

    public Masks() {}

    private final Map<Kind, Integer> count = new EnumMap<>(Kind.class);

    /** The text with each of them under a name of its own. */
    public String masked(String text) {
        String masked = replace(EMAIL, text, found -> mask(Kind.EMAIL, found.group()));
        masked = replace(IBAN, masked, found -> isIban(found.group()) ? mask(Kind.CARD, found.group()) : found.group());
        masked = replace(LONG_NUMBER, masked, found -> number(found.group()));
        masked = replace(SOCIAL_SECURITY, masked, found -> mask(Kind.IDENTITY, found.group()));
        return phones(masked);
    }

    /** What was masked, as it was. */
    String unmasked(String text) {
        return replace(
                MASK, text, found -> wordsOf.getOrDefault(found.group().toUpperCase(Locale.ROOT), found.group()));
    }

    /** A card by its check digit; sixteen digits are an identity (NIK) otherwise, and so are the numbers of taxes. */
    private String number(String found) {
        String digits = found.replaceAll("\\D", "");
        if (DATE_OR_TIME.matcher(found).matches()) {
            return found;
        }
        if (digits.length() >= 13 && digits.length() <= 19 && passesLuhn(digits)) {
            return mask(Kind.CARD, found);
        }
        // Up to twelve digits may be a phone number, which is looked for next; after that nothing else is that long.
        return digits.length() > 12 || isTaxNumber(found) ? mask(Kind.IDENTITY, found) : found;
    }

    private static boolean isTaxNumber(String found) {
        return found.matches("\\d{2}\\.\\d{3}\\.\\d{3}\\.\\d-\\d{3}\\.\\d{3}");
    }

    private String phones(String text) {
        String masked = text;
        for (String region : REGIONS) {
            StringBuilder rest = new StringBuilder(masked);
            int shift = 0;
            for (PhoneNumberMatch found : PhoneNumberUtil.getInstance().findNumbers(masked, region)) {
                String number = found.rawString();
                boolean isCode =
                        CODE.matcher(masked.substring(0, found.start())).find() && number.matches("[1-9].*");
                boolean isOne = !isCode
                        && number.replaceAll("\\D", "").length() >= SHORTEST_PHONE
                        && !DATE_OR_TIME.matcher(number).matches();
                if (isOne) {
                    String mask = mask(Kind.PHONE, number);
                    rest.replace(found.start() + shift, found.end() + shift, mask);
                    shift += mask.length() - (found.end() - found.start());
                }
            }
            masked = rest.toString();
        }
        return masked;
    }

    private String mask(Kind kind, String words) {
        return maskOf.computeIfAbsent(words, same -> {
            String mask = "[" + kind + "_" + count.merge(kind, 1, Integer::sum) + "]";
            wordsOf.put(mask, same);
            return mask;
        });
    }

    private static String replace(Pattern pattern, String text, Function<MatchResult, String> with) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(with.apply(found)));
    }

    /** ISO/IEC 7812-1, annex B. */
    static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = i % 2 == 1 ? digit * 2 : digit;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    /** ISO 13616: the number, turned round and with letters as numbers, is 1 modulo 97. */
    private static boolean isIban(String found) {
        String plain = found.replace(" ", "").toUpperCase(Locale.ROOT);
        StringBuilder digits = new StringBuilder();
        (plain.substring(4) + plain.substring(0, 4)).chars().forEach(each -> digits.append(Character.digit(each, 36)));
        return plain.length() >= 15
                && new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
