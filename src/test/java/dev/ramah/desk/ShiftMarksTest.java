package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.desk.ShiftMarks.Answers;
import dev.ramah.desk.ShiftMarks.Week;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What managers learn of how shifts were, and what they don't. */
class ShiftMarksTest {

    private static final LocalDate WEEK = LocalDate.parse("2026-11-16");

    @Test
    void ofFourPeopleNothingIsSaidHoweverOftenTheyAnswered() {
        assertEquals(List.of(), ShiftMarks.grouped(List.of(new Answers(WEEK, "orders", people(4), 20, 60))));
    }

    @Test
    void smallTeamsAreOneGroupAndWhereThatIsSmallItIsLeftOut() {
        Answers orders = new Answers(WEEK, "orders", people(5), 10, 40);
        Answers machines = new Answers(WEEK, "machines", people(3), 3, 6);
        Answers none = new Answers(WEEK, "", people(1), 1, 5);
        assertEquals(List.of(new Week(WEEK, "orders", 5, 4.0)), ShiftMarks.grouped(List.of(machines, none, orders)));
        Answers returns = new Answers(WEEK, "returns", people(1), 1, 1);
        assertEquals(
                List.of(new Week(WEEK, "orders", 5, 4.0), new Week(WEEK, "", 5, 12 / 5.0)),
                ShiftMarks.grouped(List.of(machines, none, returns, orders)));
    }

    @Test
    void weeksStandApartTheNewestFirst() {
        LocalDate before = WEEK.minusWeeks(1);
        assertEquals(
                List.of(new Week(WEEK, "orders", 5, 3.0), new Week(before, "orders", 6, 2.0)),
                ShiftMarks.grouped(List.of(
                        new Answers(before, "orders", people(6), 6, 12),
                        new Answers(WEEK, "orders", people(5), 5, 15))));
    }

    @Test
    void whoChangedTeamsIsStillOnePerson() {
        UUID bima = UUID.randomUUID();
        Set<UUID> orders = with(bima, 2);
        Set<UUID> machines = with(bima, 1);
        assertEquals(
                List.of(),
                ShiftMarks.grouped(List.of(
                        new Answers(WEEK, "orders", orders, 3, 9), new Answers(WEEK, "machines", machines, 2, 2))));
    }

    private static Set<UUID> with(UUID one, int others) {
        Set<UUID> all = new HashSet<>(people(others));
        all.add(one);
        return all;
    }

    private static Set<UUID> people(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).collect(Collectors.toSet());
    }
}
