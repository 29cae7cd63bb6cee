package dev.ramah.cast;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** A shop where time can be moved, one conversation is enough for an agent, and little is allowed. */
public class SmallShop implements QuarkusTestProfile {

    public static final int MESSAGES_A_MINUTE = 20;
    public static final int CONNECTIONS_OF_A_VISITOR = 4;
    public static final int FRAMES_A_MINUTE = 200;

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(MovableClock.class, MovableHouseClock.class, MovableTicks.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "ramah.desk.capacity", "1",
                "ramah.limits.enabled", "true",
                "ramah.limits.messages-per-minute", String.valueOf(MESSAGES_A_MINUTE),
                "ramah.limits.frames-per-minute", String.valueOf(FRAMES_A_MINUTE),
                "ramah.limits.connections-per-visitor", String.valueOf(CONNECTIONS_OF_A_VISITOR),
                "ramah.limits.connections-per-address", "500",
                "ramah.limits.conversations-per-hour", "1000",
                "ramah.limits.logins-per-five-minutes", "1000",
                "ramah.limits.logins-of-address-per-five-minutes", "1000");
    }
}
