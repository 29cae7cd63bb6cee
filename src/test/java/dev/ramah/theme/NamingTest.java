package dev.ramah.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.theme.Naming.Line;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A theme is called what many in it say and few elsewhere do. */
class NamingTest {

    private static final List<Line> LATE = List.of(
            said("en", "My coffee delivery to Bali was late, says Wayan"),
            said("en", "Late delivery again, and nobody told me"),
            said("en", "The delivery of my coffee is late"),
            said("id", "Pengiriman kopi telat sekali"));

    private static final List<Line> OTHERS = List.of(
            said("en", "The coffee was stale"),
            said("en", "Stale coffee from an old bag"),
            said("id", "Mesin saya bocor dan tidak panas"),
            said("id", "Mesinnya bocor lagi, mesin jelek"),
            said("id", "Mesin bocor"));

    private static Line said(String language, String words) {
        return new Line(UUID.randomUUID(), language, words);
    }

    @Test
    void itIsCalledByItsOwnWordsAndNotByThoseThatAllUse() {
        assertTrue(Naming.of("", LATE, OTHERS).startsWith("delivery, late"));
        assertEquals("mesin", Naming.of("mesin", OTHERS.subList(2, 5), LATE));
        assertEquals("bocor, mesin", Naming.of("kopi", OTHERS.subList(2, 5), LATE));
        assertEquals("bocor, mesin", Naming.of("", OTHERS.subList(2, 5), LATE));
    }

    @Test
    void whatOnlyOneCustomerWroteIsNotInAName() {
        UUID wayan = UUID.randomUUID();
        String name = Naming.of(
                "",
                List.of(
                        new Line(wayan, "en", "Wayan waits for the parcel"),
                        new Line(wayan, "en", "Wayan still waits, Wayan is angry"),
                        said("en", "The parcel is lost")),
                OTHERS);
        assertEquals("parcel", name);
        assertFalse(name.contains("wayan"));
    }

    @Test
    void grammarNamesNothing() {
        assertEquals(Set.of("delivery", "late"), Naming.words("The delivery was too late, and it's not my… !"));
        assertEquals(Set.of("pengiriman", "telat"), Naming.words("Pengiriman ini telat sekali dan tidak ada"));
        assertEquals("", Naming.of("", List.of(), OTHERS));
    }

    @Test
    void indonesianIsReadByWhatItsWordsMeanAndAllElseAsItIs() {
        assertEquals("parcel broken", Gloss.of("Paketnya pecah!", "id"));
        assertEquals("Paketnya pecah!", Gloss.of("Paketnya pecah!", "de"));
        assertEquals("kakatua parcel", Gloss.of("Kakatua paket", "id"));
    }
}
