package dev.ramah.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.StartupEvent;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TonguesTest {

    private static final Tongues TONGUES = new Tongues(List.of("en", "id", "ar", "de", "es", "fr", "nl", "pt"));

    @BeforeAll
    static void load() {
        TONGUES.load(new StartupEvent());
        TONGUES.await();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Where is my order?                                  | en
                    How long does shipping take?                        | en
                    Pesanan saya di mana?                               | id
                    terima kasih banyak, sangat membantu                | id
                    Wo ist meine Bestellung?                            | de
                    Kann ich die Adresse ändern                         | de
                    ¿Dónde está mi pedido?                              | es
                    El molinillo no funciona                            | es
                    Où est ma commande ?                                | fr
                    Puis-je changer l'adresse                           | fr
                    Onde está o meu pedido?                             | pt
                    Vocês entregam nos Açores                           | pt
                    Waar is mijn bestelling?                            | nl
                    Ik wil mijn geld terug                              | nl
                    أين طلبي؟ هل وصل؟                                   | ar
                    هل يمكنني تغيير العنوان                             | ar
                    """)
    void wordsSayWhichLanguageTheyAre(String words, String language) {
        assertEquals(language, TONGUES.of(words, language.equals("en") ? "id" : "en"));
        assertEquals(language, TONGUES.of(words, language));
    }

    @Test
    void whatSaysNothingLeavesItAsItWas() {
        for (String words : List.of("ok", "1042", "???", "", "DHL", "USB-C")) {
            assertEquals("fr", TONGUES.of(words, "fr"), words);
        }
    }

    @Test
    void onlyWhatWeSpeakIsRecognised() {
        Tongues english = new Tongues(List.of("en"));

        assertEquals("en", english.of("Wo ist meine Bestellung?", "en"));
    }
}
