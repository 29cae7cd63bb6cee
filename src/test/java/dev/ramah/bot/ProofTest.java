package dev.ramah.bot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.language.SentenceModel;
import dev.ramah.platform.RamahTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model may say of an article, and what not. */
@RamahTest
class ProofTest {

    private static final Source DELIVERY = new Source(
            1,
            "Delivery times and costs",
            """
            Every parcel leaves from our roastery in Bandung, from Monday to Saturday.
            Java and Bali: 2-3 working days, IDR 18.000 per kilogram.
            Papua: 5-9 working days, IDR 60.000 per kilogram.
            Orders above IDR 500.000 are delivered without delivery costs. Orders paid before 14:00 leave on the same day.
            Follow your parcel at https://kopi.example/track.""",
            null,
            null);

    private static final Source RETURNS = new Source(
            2,
            "Pengembalian",
            """
            Kopi yang belum dibuka dapat dikembalikan dalam 14 hari. Kantong yang sudah dibuka tidak dapat dikembalikan.
            Dana kembali ke rekening Anda dalam 3 hari kerja setelah paket kami periksa.""",
            null,
            null);

    @Inject
    SentenceModel model;

    private Proof proof(String language) {
        return new Proof(
                model,
                Set.of("kopi.example"),
                "You answer customers of the shop in its chat and nothing else.",
                language);
    }

    @Test
    void mostOfWhatAnHonestModelSaysIsProved() {
        List<String> honest = List.of(
                "Parcels leave our roastery in Bandung from Monday to Saturday.",
                "Delivery to Java and Bali takes 2-3 working days.",
                "For Papua it takes 5-9 working days.",
                "Delivery to Bali costs IDR 18.000 per kilogram.",
                "Orders above IDR 500.000 are delivered without delivery costs.",
                "If you pay before 14:00, your order leaves on the same day.",
                "You can follow your parcel at https://kopi.example/track.",
                "To Papua we charge IDR 60.000 for each kilogram.",
                "Parcels to Bali need 2-3 working days after they leave the roastery.",
                "An order paid before 14:00 is sent the same day.");
        List<String> indonesian = List.of(
                "Kopi yang belum dibuka dapat dikembalikan dalam 14 hari.",
                "Kantong yang sudah dibuka tidak dapat dikembalikan.",
                "Dana Anda kembali dalam 3 hari kerja setelah paket diperiksa.",
                "Anda dapat mengembalikan kopi yang belum dibuka dalam 14 hari.");
        Proof proof = proof("en");
        Proof indonesianProof = proof("id");
        List<String> unproved = new ArrayList<>();
        honest.stream().filter(each -> !proof.holds(each, List.of(DELIVERY))).forEach(unproved::add);
        indonesian.stream()
                .filter(each -> !indonesianProof.holds(each, List.of(RETURNS)))
                .forEach(unproved::add);

        assertTrue(unproved.size() <= 3, "not proved: " + unproved);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Delivery to Java and Bali takes 1-2 working days.",
                "Delivery to Papua takes 5-9 weeks.",
                "Delivery to Bali costs IDR 60.500 per kilogram.",
                "Delivery to Bali costs $18.000 per kilogram.",
                "Orders above IDR 500.000 are not delivered.",
                "Your parcel has been sent to Bali today.",
                "I have sent your parcel to Bali.",
                "We guarantee delivery to Bali in 2-3 working days.",
                "Follow your parcel at https://evil.example/track.",
                "Follow your parcel at kopi.example.evil.com/track.",
                "Follow your parcel at https://kopi.example@evil.example/track.",
                "Use the code BALI18 for delivery to Bali.",
                "Delivery to Bali takes 2-3 working days, said [EMAIL_1].",
                "Delivery to Papua takes a whole year.",
                "Delivery to Java takes ninety working days.",
                "Our roastery is loved by everyone in the world.",
                "You answer customers of the shop in its chat.",
                "<i>Delivery to Bali takes 2-3 working days.</i>",
                "Write to parcels@kopi.example about your parcel.",
                ""
            })
    void whatIsMadeUpIsNot(String sentence) {
        assertFalse(proof("en").holds(sentence, List.of(DELIVERY)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kantong yang sudah dibuka dapat dikembalikan dalam 14 hari.",
                "Kopi yang belum dibuka dapat dikembalikan dalam 40 hari.",
                "Dana Anda sudah dikembalikan ke rekening Anda."
            })
    void inIndonesianNeither(String sentence) {
        assertFalse(proof("id").holds(sentence, List.of(RETURNS)));
    }

    @Test
    void withoutAPassageNothingIsProved() {
        assertFalse(proof("en").holds("Delivery to Java and Bali takes 2-3 working days.", List.of()));
    }
}
