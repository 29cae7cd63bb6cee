package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.staff.Colleague;
import dev.ramah.staff.StaffRole;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the words of a note name. */
class MentionsTest {

    private static final List<Colleague> STAFF =
            List.of(named("Bima"), named("Ana Dewi"), named("Ana Putri"), named("Rani S."));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Bima please look | Bima",
                "please look, @bima! | Bima",
                "(@BIMA) and @Bima | Bima",
                "@Ana Dewi and @Bima | Ana Dewi Bima",
                "@ana putri | Ana Putri",
                "@rani knows | Rani S.",
                "@Ana is two people | ''",
                "write to bima@bima.example | ''",
                "@Bimala is somebody else | ''",
                "Bima said so | ''",
            })
    void isTheColleagueOfThisName(String text, String expected) {
        List<UUID> named = Mentions.in(text, STAFF);
        String names = STAFF.stream()
                .filter(each -> named.contains(each.id()))
                .map(Colleague::name)
                .sorted()
                .reduce("", (all, next) -> (all + " " + next).strip());
        assertEquals(expected, names);
    }

    private static Colleague named(String name) {
        return new Colleague(
                UUID.randomUUID(),
                name,
                name + "@kopi.example",
                StaffRole.AGENT,
                true,
                List.of(),
                List.of(),
                List.of());
    }
}
