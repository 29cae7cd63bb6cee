package dev.ramah.conversation;

import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Whom a note calls: {@code @Bima} is the colleague of this name, or of this first name if only one has it. */
@ApplicationScoped
class Mentions {

    private final Accounts accounts;

    Mentions(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Those who are named, each once; asks the database only where there is an at sign. */
    List<UUID> in(String text) {
        return text.indexOf('@') < 0
                ? List.of()
                : in(text, accounts.all().stream().filter(Colleague::active).toList());
    }

    static List<UUID> in(String text, List<Colleague> colleagues) {
        String rest = text;
        List<Colleague> byLength = colleagues.stream()
                .sorted(Comparator.comparingInt((Colleague each) -> -each.name().length()))
                .toList();
        List<UUID> named = new ArrayList<>();
        for (Colleague each : byLength) {
            Pattern whole = called(each.name());
            if (whole.matcher(rest).find()) {
                named.add(each.id());
                // What named somebody by their whole name does not name another by the first part of it.
                rest = whole.matcher(rest).replaceAll(" ");
            }
        }
        for (Colleague each : byLength) {
            String first = firstName(each);
            boolean only = colleagues.stream()
                            .filter(other -> firstName(other).equals(first))
                            .count()
                    == 1;
            if (only
                    && !named.contains(each.id())
                    && called(first).matcher(rest).find()) {
                named.add(each.id());
            }
        }
        return List.copyOf(named);
    }

    private static String firstName(Colleague colleague) {
        return colleague.name().strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static Pattern called(String name) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}@.])@" + Pattern.quote(name.strip()) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
