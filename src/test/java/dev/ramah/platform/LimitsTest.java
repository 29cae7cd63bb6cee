package dev.ramah.platform;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private final StoppedTicks ticks = new StoppedTicks();
    private final LimitsConfig config = config("true");
    private final Hints alone = new Hints(new Node(), Vertx.vertx(), Optional.empty());
    private final Limits limits = new Limits(config, ticks, alone);

    @Test
    void tenTriesInFiveMinutesAreFineAndTheEleventhIsTold() {
        tryTenTimes("sari");
        Problem refused = assertThrows(Problem.class, () -> limits.check(Limit.LOGINS, "sari"));
        assertEquals(Problem.Code.RATE_LIMITED, refused.code());
        assertEquals(Duration.ofSeconds(30), refused.retryAfter());
        assertDoesNotThrow(() -> limits.check(Limit.LOGINS, "tom"));
    }

    @Test
    void afterTheWaitOneMoreIsFine() {
        tryTenTimes("sari");
        ticks.now += 30_000;
        limits.check(Limit.LOGINS, "sari");
        assertThrows(Problem.class, () -> limits.check(Limit.LOGINS, "sari"));
    }

    @Test
    void successForgives() {
        tryTenTimes("sari");
        limits.forgive(Limit.LOGINS, "sari");
        tryTenTimes("sari");
    }

    @Test
    void aFloodOfMadeUpKeysKeepsTheMemorySmallAndBreaksNothing() {
        for (int i = 0; i < 250_000; i++) {
            limits.check(Limit.LOGINS, "made-up-" + i);
        }
        assertDoesNotThrow(() -> limits.check(Limit.LOGINS, "sari"));
    }

    @Test
    void switchedOffNothingIsCounted() {
        Limits off = new Limits(config("false"), ticks, alone);
        for (int i = 0; i < 100; i++) {
            off.check(Limit.LOGINS, "sari");
        }
    }

    @Test
    void theEleventhConnectionOfAVisitorFindsNoSeatUntilOneIsLeft() {
        Seats seats = new Seats(config);
        for (int i = 0; i < 10; i++) {
            seats.take(Seats.Of.VISITOR, "sari");
        }
        assertThrows(Problem.class, () -> seats.take(Seats.Of.VISITOR, "sari"));
        seats.take(Seats.Of.VISITOR, "tom");
        seats.leave(Seats.Of.VISITOR, "sari");
        assertDoesNotThrow(() -> seats.take(Seats.Of.VISITOR, "sari"));
    }

    @Test
    void anIpv6NetworkCountsAsOneAddress() {
        assertEquals(Address.of("2001:db8:1:2:aaaa::1"), Address.of("2001:db8:1:2:bbbb::7"));
        assertEquals("192.0.2.7", Address.of("192.0.2.7"));
        assertEquals("192.0.2.7", Address.of("::ffff:192.0.2.7"));
    }

    private void tryTenTimes(String who) {
        for (int i = 0; i < 10; i++) {
            limits.check(Limit.LOGINS, who);
        }
    }

    private static LimitsConfig config(String enabled) {
        return new SmallRyeConfigBuilder()
                .withMapping(LimitsConfig.class)
                .withDefaultValue("ramah.limits.enabled", enabled)
                .build()
                .getConfigMapping(LimitsConfig.class);
    }

    private static final class StoppedTicks extends Ticks {

        private long now = 1_000_000;

        @Override
        public long millis() {
            return now;
        }
    }
}
