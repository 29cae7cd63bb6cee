package dev.ramah.insight;

import static dev.ramah.insight.SmallLog.START;
import static dev.ramah.insight.SmallLog.at;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.conversation.Ending;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a digest says of four customers, and of one who was asked for a mark only. */
class DigestLetterTest {

    private static final Range RANGE = new Range(START, at(86_400), ZoneOffset.UTC);

    private final List<Episode> four = List.of(answered(10, 6), answered(9, 7), answered(9, 4), answered(3, 5));

    @Test
    void itTellsWhetherTheyWouldRecommendUsAndHowEasyItWas() {
        String text = letter(four, "en").text();
        Row row = Recount.overview(four, RANGE, RANGE.to()).csat();
        assertTrue(text.contains("Would recommend us (NPS, -100 to 100): +50 (Before: –)"), text);
        assertTrue(text.contains("of 4 answers, truly " + signed(row.npsLow()) + " to " + signed(row.npsHigh())), text);
        assertTrue(text.contains("How easy it was (CES, mean of 1 to 7): 5.5 (Before: –)\n    of 4 answers\n"), text);
        assertTrue(letter(four, "en").html().contains("<b>+50</b>"));
    }

    @Test
    void itDoesInIndonesianToo() {
        String text = letter(four, "id").text();
        assertTrue(text.contains("Akan merekomendasikan kami (NPS, -100 sampai 100): +50 (Sebelumnya: –)"), text);
        assertTrue(text.contains("Seberapa mudah (CES, rata-rata 1 sampai 7): 5,5 (Sebelumnya: –)"), text);
        assertTrue(text.contains("dari 4 jawaban"), text);
    }

    @Test
    void whatNobodyWasAskedIsNotInIt() {
        Episode marked = new SmallLog()
                .customerSays(0)
                .ends(60, Ending.CONFIRMED, true)
                .rates(90, 5)
                .episode();
        String text = letter(List.of(marked), "en").text();
        assertTrue(text.contains("Good answers (4 or 5): 100%"), text);
        assertFalse(text.contains("NPS") || text.contains("CES"), text);
    }

    private static String signed(@Nullable Double score) {
        long whole = Math.round(Objects.requireNonNull(score));
        return (whole > 0 ? "+" : whole < 0 ? "−" : "") + Math.abs(whole);
    }

    private static DigestLetter letter(List<Episode> of, String language) {
        DigestRule rule = new DigestRule(
                DigestRule.Rhythm.WEEKLY, DayOfWeek.MONDAY, 8, ZoneOffset.UTC, language, List.of(), false);
        return DigestLetter.of(Recount.overview(of, RANGE, RANGE.to()), rule, RANGE, "Kopi Nusantara", List.of(), null);
    }

    private static Episode answered(int recommends, int effort) {
        return new SmallLog()
                .customerSays(0)
                .ends(60, Ending.CONFIRMED, true)
                .answers(90, recommends, effort)
                .episode();
    }
}
