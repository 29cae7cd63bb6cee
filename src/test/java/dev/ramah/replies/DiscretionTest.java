package dev.ramah.replies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was said to one customer and may be said to another. */
class DiscretionTest {

    private static final Set<String> THEIRS = Set.of("Sari", "Wulandari", "sari@example.com", "the blue mill");
    private static final Set<String> OURS = Set.of("gayo", "settings");

    @Test
    void whatIsTrueForEverybodyStays() {
        String said =
                "Hi Sari! Open the lid and let it dry for an hour. Then press the button twice, and choose Settings.";
        assertEquals(
                "Open the lid and let it dry for an hour. Then press the button twice, and choose Settings.",
                Discretion.of(said, THEIRS, OURS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your order 1042 leaves today.",
                "Order KN-17 was packed twice.",
                "We sent it to sari@example.com again.",
                "I called you on +62 812 3456 7890 about it.",
                "Sari, please open the lid.",
                "sari told us so before.",
                "Please open the lid, Budi.",
                "My colleague Anton will call.",
                "It goes to Jalan Merdeka 17, Bandung.",
                "We delivered it to Surabaya.",
                "You get Rp 185.000 back.",
                "It comes on 12 May.",
                "It is the blue mill that leaks.",
                "Use the code AB12CD at the till.",
                "Budi, it leaves today.",
                "Pesanan nomor 1042 sudah dikirim.",
            })
    void whatMayBeSomebodysIsLeftOut(String sentence) {
        assertEquals("", Discretion.of(sentence, THEIRS, OURS));
        String kept = "Let it dry for an hour.";
        assertEquals(kept, Discretion.of(sentence + " " + kept, THEIRS, OURS));
    }
}
