package dev.ramah.practice;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands for what: the same thing gets the same stand-in as long as this lives, and nothing leads back from it. */
final class StandIns {

    /** Names that say neither who somebody is nor whether it is a man or a woman. */
    private static final Map<String, List<String>> FIRST = Map.of(
            "id",
            List.of("Kirana", "Banyu", "Lintang", "Bayu", "Cahya", "Sekar", "Langit", "Bintang", "Surya", "Embun"),
            "en",
            List.of("Robin", "Jamie", "Casey", "Morgan", "Quinn", "Riley", "Avery", "Rowan", "Emery", "Harper"));

    private static final Map<String, List<String>> LAST = Map.of(
            "id",
            List.of("Samudra", "Wibawa", "Pradipta", "Mahardika", "Anggara", "Baskara", "Danendra", "Narendra"),
            "en",
            List.of("Marsh", "Hale", "Winter", "Ashby", "Thorne", "Lockwood", "Farrow", "Kestrel"));

    private final Deque<String> first = new ArrayDeque<>();
    private final Deque<String> last = new ArrayDeque<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> others = new HashMap<>();
    private int made;

    /** @param real folded parts of names that are known: none of them stands for anybody */
    StandIns(String language, Collection<String> real) {
        Set<String> known =
                real.stream().map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        String own = FIRST.containsKey(language) ? language : "en";
        FIRST.getOrDefault(own, List.of()).stream()
                .filter(each -> !known.contains(each.toLowerCase(Locale.ROOT)))
                .forEach(first::add);
        LAST.getOrDefault(own, List.of()).stream()
                .filter(each -> !known.contains(each.toLowerCase(Locale.ROOT)))
                .forEach(last::add);
    }

    /** For a part of a name, whose case it takes over. */
    String name(String part, boolean isFirst, String written) {
        String stand = names.computeIfAbsent(part, none -> {
            Deque<String> from = isFirst ? first : last;
            return from.isEmpty() ? "Person" + (names.size() + 1) : from.removeFirst();
        });
        return inCaseOf(written, stand);
    }

    private static String inCaseOf(String written, String stand) {
        List<Integer> letters =
                written.codePoints().filter(Character::isLetter).boxed().toList();
        if (letters.stream().allMatch(Character::isLowerCase)) {
            return stand.toLowerCase(Locale.ROOT);
        }
        boolean loud = letters.size() > 1 && letters.stream().allMatch(Character::isUpperCase);
        return loud ? stand.toUpperCase(Locale.ROOT) : stand;
    }

    String mail(String address) {
        return others.computeIfAbsent(
                "mail " + address.toLowerCase(Locale.ROOT), none -> "customer" + ++made + "@example.com");
    }

    String handle(String handle) {
        return others.computeIfAbsent("handle " + handle.toLowerCase(Locale.ROOT), none -> "customer" + ++made);
    }

    String link(String link) {
        return others.computeIfAbsent("link " + link, none -> "https://example.com/" + ++made);
    }

    String place(String key, String language) {
        return others.computeIfAbsent("place " + key, none -> {
            int number = 2 * ++made + 1;
            return language.equals("id") ? "Jl. Contoh No. " + number : number + " Example Street";
        });
    }

    /**
     * Digits in place of these.
     *
     * @param isPhone numbers of telephones begin as such, and none of them rings anywhere
     */
    String digits(String digits, boolean isPhone) {
        String begin = isPhone ? "080" : "7";
        return others.computeIfAbsent("digits " + digits, none -> {
            String count = Integer.toString(++made);
            int idle = digits.length() - begin.length() - count.length();
            String whole = begin + "0".repeat(Math.max(0, idle)) + count;
            return whole.substring(Math.max(0, whole.length() - digits.length()));
        });
    }
}
