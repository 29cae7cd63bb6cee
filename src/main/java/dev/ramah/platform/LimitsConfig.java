package dev.ramah.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one visitor or address may do; {@code enabled=false} lifts all of it, for a load test. */
@ConfigMapping(prefix = "ramah.limits")
interface LimitsConfig {

    @WithDefault("true")
    boolean enabled();

    @WithDefault("30")
    int messagesPerMinute();

    /** Of any type, typing and marks of what was seen among them. */
    @WithDefault("600")
    int framesPerMinute();

    @WithDefault("30")
    int conversationsPerHour();

    @WithDefault("10")
    int loginsPerFiveMinutes();

    /** An office shares one address, so this leaves room for many people who mistype. */
    @WithDefault("100")
    int loginsOfAddressPerFiveMinutes();

    @WithDefault("6000")
    int eventsPerMinute();

    @WithDefault("50")
    int connectionsPerAddress();

    @WithDefault("10")
    int connectionsPerVisitor();
}
