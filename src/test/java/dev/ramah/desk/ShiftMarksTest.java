package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.desk.ShiftMarks.Answers;
import dev.ramah.desk.ShiftMarks.Week;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What managers learn of how shifts were, and what they don't. */
class ShiftMarksTest {

    private static final LocalDate WEEK = LocalDate.parse("2026-11-16");

    @Test
    void ofFourPeopleNothingIsSaidHoweverOftenTheyAnswered() {
        assertEquals(List.of(), ShiftMarks.grouped(List.of(new Answers(WEEK, "orders", 4, 20, 60))));
    }

    @Test
    void smallTeamsAreOneGroupAndWhereThatIsSmallItIsLeftOut() {
        Answers orders = new Answers(WEEK, "orders", 5, 10, 40);
        Answers machines = new Answers(WEEK, "machines", 3, 3, 6);
        Answers none = new Answers(WEEK, "", 1, 1, 5);
        assertEquals(List.of(new Week(WEEK, "orders", 5, 4.0)), ShiftMarks.grouped(List.of(machines, none, orders)));
        Answers returns = new Answers(WEEK, "returns", 1, 1, 1);
        assertEquals(
                List.of(new Week(WEEK, "orders", 5, 4.0), new Week(WEEK, "", 5, 12 / 5.0)),
                ShiftMarks.grouped(List.of(machines, none, returns, orders)));
    }

    @Test
    void weeksStandApartTheNewestFirst() {
        LocalDate before = WEEK.minusWeeks(1);
        assertEquals(
                List.of(new Week(WEEK, "orders", 5, 3.0), new Week(before, "orders", 6, 2.0)),
                ShiftMarks.grouped(
                        List.of(new Answers(before, "orders", 6, 6, 12), new Answers(WEEK, "orders", 5, 5, 15))));
    }
}
