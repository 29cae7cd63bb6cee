package dev.ramah.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SheetTest {

    @Test
    void whatIsReadIsWhatWasAdded() {
        Random random = new Random(11);
        for (int round = 0; round < 100; round++) {
            Sheet sheet = new Sheet();
            Map<List<Integer>, List<Long>> added =
                    new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
            for (int i = random.nextInt(200); i > 0; i--) {
                int key = random.nextInt(1 << random.nextInt(1, 30));
                int cell = random.nextInt(Tally.cell(Figure.HANDLING, Bins.MOST - 1));
                long n = random.nextLong(-5, 1L << random.nextInt(1, 50));
                long millis = cell < Tally.TIMES ? 0 : random.nextLong(-9, 1L << random.nextInt(1, 60));
                sheet.add(key, cell, n, millis);
                added.merge(
                        List.of(key, cell),
                        List.of(n, millis),
                        (one, other) -> List.of(one.get(0) + other.get(0), one.get(1) + other.get(1)));
            }
            added.values().removeIf(each -> each.get(0) == 0 && each.get(1) == 0);
            Map<List<Integer>, List<Long>> read =
                    new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
            Sheet.Reader reader = (key, cell, n, millis) -> read.put(List.of(key, cell), List.of(n, millis));
            Sheet.read(sheet.counts(), reader);
            Sheet.read(sheet.times(), reader);
            assertEquals(added, read);
        }
    }

    @Test
    void whatCameToNothingTakesNoRoom() {
        Sheet sheet = new Sheet();
        sheet.add(3, Count.BEGAN.cell(), 2, 0);
        sheet.add(3, Count.BEGAN.cell(), -2, 0);
        assertEquals(0, sheet.counts().length);
        assertEquals(0, sheet.times().length);
    }
}
