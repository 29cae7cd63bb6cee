package dev.ramah.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of what goes out. */
@ConfigMapping(prefix = "ramah.delivery")
interface DeliveryConfig {

    /**
     * Whether webhooks may go to addresses of this machine and its network, and without TLS. Whoever may name an address
     * could otherwise have this server ask its neighbours.
     */
    @WithDefault("false")
    boolean privateAddresses();

    /** How long after the first try that failed the second is made; each pause is three times the last. */
    @WithDefault("10s")
    Duration firstPause();

    /** How long a receiver may take to answer. */
    @WithDefault("10s")
    Duration timeout();
}
