package dev.ramah.customer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.Problem;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private static final Instant NOON = Instant.ofEpochSecond(1_795_262_400);

    // Made with: printf 'sari-1.1795266000' | openssl dgst -sha256 -hmac kopi
    private static final Identity SARI =
            new Identity("sari-1", 1_795_266_000, "fac0dc5c4b5cef09e06dc708a12b2449121f0bed55864723c86b852f99078992");

    private final SiteSecret secret = new SiteSecret(Optional.of("kopi"));

    @Test
    void theShopsHashIsTrustedUntilItExpires() {
        assertDoesNotThrow(() -> secret.checkIdentity(SARI, NOON));
        assertDoesNotThrow(() -> secret.checkIdentity(
                new Identity(SARI.id(), SARI.exp(), SARI.hash().toUpperCase(Locale.ROOT)), NOON));
        assertTrue(refusal(SARI, Instant.ofEpochSecond(SARI.exp())).contains("expired"));
    }

    @Test
    void aHashForSomebodyOrSomeTimeElseIsWrong() {
        assertTrue(refusal(new Identity("tom-2", SARI.exp(), SARI.hash()), NOON).contains("wrong"));
        assertTrue(refusal(new Identity(SARI.id(), SARI.exp() + 1, SARI.hash()), NOON)
                .contains("wrong"));
        assertTrue(refusal(new Identity(SARI.id(), SARI.exp(), ""), NOON).contains("wrong"));
    }

    @Test
    void withoutASecretNobodyIsIdentifiedAndTheAnswerSaysWhatToSet() {
        SiteSecret none = new SiteSecret(Optional.empty());
        Problem refused = assertThrows(Problem.class, () -> none.checkIdentity(SARI, NOON));
        assertEquals(Problem.Code.FORBIDDEN, refused.code());
        assertTrue(refused.detail().contains("RAMAH_SITE_SECRET"));
        assertThrows(Problem.class, () -> none.checkKey("Bearer "));
    }

    @Test
    void onlyTheSecretItselfIsTheShopsKey() {
        assertDoesNotThrow(() -> secret.checkKey("Bearer kopi"));
        for (String wrong : new String[] {"Bearer teh", "kopi", "Bearer kopi ", ""}) {
            assertThrows(Problem.class, () -> secret.checkKey(wrong));
        }
        assertThrows(Problem.class, () -> secret.checkKey(null));
    }

    private String refusal(Identity identity, Instant now) {
        Problem refused = assertThrows(Problem.class, () -> secret.checkIdentity(identity, now));
        assertEquals(Problem.Code.FORBIDDEN, refused.code());
        return refused.detail();
    }
}
