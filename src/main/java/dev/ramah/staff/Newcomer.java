package dev.ramah.staff;

import dev.ramah.platform.Text;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is said about someone who starts here, or about a colleague from now on; lists left out are empty. */
public record Newcomer(
        String email, String name, StaffRole role, List<String> languages, List<String> skills, List<String> teams) {

    static Newcomer of(
            String email,
            String name,
            StaffRole role,
            @Nullable List<String> languages,
            @Nullable List<String> skills,
            @Nullable List<String> teams) {
        return new Newcomer(email, name, role, orEmpty(languages), orEmpty(skills), orEmpty(teams));
    }

    private static List<String> orEmpty(@Nullable List<String> words) {
        return words == null
                ? List.of()
                : words.stream()
                        .flatMap(each -> Stream.ofNullable(Text.line(each)))
                        .distinct()
                        .toList();
    }
}
