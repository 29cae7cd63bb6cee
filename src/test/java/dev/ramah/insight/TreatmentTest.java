package dev.ramah.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.conversation.Ending;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TreatmentTest {

    private static final List<@Nullable Boolean> TOLD = Arrays.asList(null, false, true);

    @Test
    void eachHasANumberOfItsOwn() {
        Set<Integer> numbers = new HashSet<>();
        for (Ending ending : Stream.concat(Stream.of((Ending) null), Arrays.stream(Ending.values()))
                .toList()) {
            for (int csat = 0; csat <= 5; csat++) {
                for (Boolean firstKept : TOLD) {
                    for (Boolean repeated : TOLD) {
                        for (String goodwill : Arrays.asList(null, "none", "given")) {
                            for (boolean met : new boolean[] {false, true}) {
                                Treatment each = new Treatment(
                                        ending, csat == 0 ? null : csat, met, firstKept, repeated, goodwill);
                                assertEquals(each, Treatment.of(each.number()));
                                numbers.add(each.number());
                            }
                        }
                    }
                }
            }
        }
        assertEquals(5 * 6 * 3 * 3 * 3 * 2, numbers.size());
    }
}
