package dev.ramah.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void quotesWhatNeedsIt() {
        assertEquals(
                "name,said\r\n\"Wijaya, Sari\",\"She said \"\"fine\"\"\"\r\nTom,\"two\nlines\"\r\n",
                Csv.of(
                        List.of("name", "said"),
                        List.of(List.of("Wijaya, Sari", "She said \"fine\""), List.of("Tom", "two\nlines"))));
    }

    @Test
    void aTextIsNeverAFormula() {
        for (String text : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1")) {
            assertEquals("c\r\n'" + text + "\r\n", Csv.of(List.of("c"), List.of(List.of(text))));
        }
    }

    @Test
    void numbersStayNumbersAndNothingStaysEmpty() {
        assertEquals(
                "a,b,c\r\n-20.0,,0.5\r\n", Csv.of(List.of("a", "b", "c"), List.of(Arrays.asList(-20.0, null, 0.5))));
    }
}
