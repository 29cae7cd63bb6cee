package dev.ramah.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassagesTest {

    @Test
    void aListStaysWholeWithTheLineThatLeadsToIt() {
        List<Passage> passages = Passages.of(
                """
                We roast on Mondays and Thursdays, so beans leave our roastery at most three days after roasting.

                To clean the machine:

                1. Switch it **off** and let it cool.
                2. Empty the [tray](https://kopi.example/tray).
                3. Rinse it:
                   - with water
                   - never with soap

                Do this once a week, or after every fifty cups, whichever of the two comes earlier for you.
                """);

        assertEquals(3, passages.size());
        assertEquals(
                """
                To clean the machine:

                1. Switch it off and let it cool.
                2. Empty the tray (https://kopi.example/tray).
                3. Rinse it:
                  • with water
                  • never with soap""",
                passages.get(1).text());
    }

    @Test
    void headingsCutAndAreRemembered() {
        List<Passage> passages = Passages.of(
                """
                # Shipping

                ## Java
                Two days.

                ## Bali
                Four days.
                """);

        assertEquals(List.of(new Passage("Java", "Two days."), new Passage("Bali", "Four days.")), passages);
    }

    @Test
    void anOpeningSentenceBelongsToTheFirstSection() {
        List<Passage> passages = Passages.of(
                """
                It depends on the status.

                ## While it is Paid
                Change it yourself.

                ## While it is Packed
                Write to us.
                """);

        assertEquals(2, passages.size());
        assertEquals(
                "It depends on the status.\n\nWhile it is Paid:\n\nChange it yourself.",
                passages.get(0).text());
    }

    @Test
    void aShortSectionStaysWholeAndALongOneIsCut() {
        String sentence = "Codes count for coffee and accessories, and each of them counts for one order only. ";

        assertEquals(
                1, Passages.of("## Codes\n\n" + sentence + "\n\n" + sentence).size());
        assertEquals(
                3,
                Passages.of("## Codes\n\n" + (sentence.repeat(4) + "\n\n").repeat(3))
                        .size());
    }

    @Test
    void aShortRemarkJoinsItsNeighbour() {
        List<Passage> passages = Passages.of("It depends.\n\nSmall parcels take two days and heavy ones take four days"
                + " from the day on which we send them.\n\nUsually.");

        assertEquals(1, passages.size());
    }

    @Test
    void aWallOfTextIsCutAtSentences() {
        String sentence = "This sentence says something about coffee and how we think it should be made at home. ";

        List<Passage> passages = Passages.of(sentence.repeat(30));

        passages.forEach(
                each -> assertEquals('.', each.text().charAt(each.text().length() - 1)));
        assertFalse(passages.stream().anyMatch(each -> each.text().length() > 1_200));
    }

    @Test
    void htmlIsShownAndNeverRun() {
        String html = Markdown.html("<script>alert(1)</script>\n\n[x](javascript:alert(1)) <b onclick='x'>b</b>");

        assertFalse(html.contains("<script") || html.contains("<b ") || html.contains("href=\"javascript"), html);
    }
}
