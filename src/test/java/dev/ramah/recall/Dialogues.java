package dev.ramah.recall;

import dev.ramah.conversation.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conversations of {@code src/test/resources/desk}, and what agents type in them. */
record Dialogues(List<Typed> typed) {

    /** A sentence that an agent types, in its conversation; {@code mark} is what it is, as the file explains. */
    record Typed(char mark, String text, List<Spoken> said, Profile profile) {

        boolean isRepeat() {
            return mark == '+';
        }

        boolean isFlagged() {
            return !RepeatGuard.check(text, said, profile).isEmpty();
        }
    }

    static Dialogues of(String half) {
        List<Typed> typed = new ArrayList<>();
        List<Spoken> said = new ArrayList<>();
        Profile profile = Profile.UNKNOWN;
        for (String line : lines(half)) {
            String text = line.substring(1).replaceFirst("^:", "").strip();
            switch (line.charAt(0)) {
                case '@' -> {
                    said = new ArrayList<>();
                    profile = profile(text);
                }
                case 'C' -> said.add(new Spoken(said.size() + 1, Role.CUSTOMER, text));
                case 'B' -> said.add(new Spoken(said.size() + 1, Role.BOT, text));
                case 'A' -> said.add(new Spoken(said.size() + 1, Role.AGENT, text));
                default -> typed.add(new Typed(line.charAt(0), text, List.copyOf(said), profile));
            }
        }
        return new Dialogues(typed);
    }

    /** The share of the repeats that are noticed. */
    double caught() {
        return flagged(typed.stream().filter(Typed::isRepeat).toList());
    }

    /** The share of all other sentences that are taken for repeats. */
    double falselyFlagged() {
        return flagged(typed.stream().filter(each -> !each.isRepeat()).toList());
    }

    private static double flagged(List<Typed> some) {
        return (double) some.stream().filter(Typed::isFlagged).count() / some.size();
    }

    private static Profile profile(String line) {
        @Nullable String name = null;
        @Nullable String email = null;
        List<Profile.Purchase> orders = new ArrayList<>();
        for (String each : line.substring(line.indexOf('|') + 1).split(";", -1)) {
            String value = each.substring(each.indexOf('=') + 1).strip();
            switch (each.strip().split("=", 2)[0]) {
                case "name" -> name = value;
                case "email" -> email = value;
                case "order" -> {
                    String[] parts = value.split(" ", 2);
                    orders.add(new Profile.Purchase(parts[0], List.of(parts[1])));
                }
                default -> {
                    // Nothing is known of them.
                }
            }
        }
        return new Profile(name, email, true, orders, Map.of());
    }

    private static List<String> lines(String half) {
        try {
            return Files.readAllLines(Path.of("src", "test", "resources", "desk", "repeats-" + half + ".txt")).stream()
                    .filter(each -> !each.isBlank() && !each.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
