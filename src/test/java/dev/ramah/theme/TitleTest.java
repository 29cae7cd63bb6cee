package dev.ramah.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ramah.language.BriefReply;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a chat model calls a theme is its name only if it is short, plain and nobody's own. */
class TitleTest {

    private static final List<Naming.Line> ALL = List.of(
            said("Delivery to Bali was late, says Wayan"),
            said("Late delivery again to Bali"),
            said("The delivery is late, Siti of your shop said sorry"),
            said("Siti could not say why"));

    private static Naming.Line said(String words) {
        return new Naming.Line(UUID.randomUUID(), "en", words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Late deliveries to Bali", "Late delivery", "  Delivery (late)  ", "Pengiriman telat"})
    void whatIsShortAndPlainIsAName(String name) {
        assertEquals(Optional.of(name.strip()), proved(name, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "of",
                "Late <b>deliveries</b>",
                "**Late deliveries**",
                "[Late](https://example.org)",
                "Late deliveries, see www.example.org",
                "Late deliveries of 0812 3456 7890",
                "Late since 12 May",
                "[EMAIL_1] is angry",
                "tom@kopi.example waits",
                "Late\ndeliveries",
                "Late deliveries to Bali and to everywhere else as well",
                "Latedeliveriestobaliandeverywhereelseinthewholewideworldoften",
                "Wayan waits for delivery",
                "Siti is late"
            })
    void anythingElseIsNone(String name) {
        assertEquals(Optional.empty(), proved(name, 1));
    }

    @Test
    void itHasToNameOneOfTheLines() {
        assertEquals(Optional.empty(), proved("Late delivery", 0));
        assertEquals(Optional.empty(), proved("Late delivery", 4));
        BriefReply silent = new BriefReply(List.of(), List.of(), List.of(), List.of());
        assertEquals(Optional.empty(), Title.proved(silent, 3, ALL, List.of()));
    }

    private static Optional<String> proved(String name, int line) {
        BriefReply said =
                new BriefReply(List.of(), List.of(), List.of(), List.of(new BriefReply.Named(Title.KIND, name, line)));
        return Title.proved(said, 3, ALL, List.of("Siti Rahayu"));
    }
}
