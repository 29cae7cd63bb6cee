package dev.ramah.staff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what lets people in stays valid. */
@ConfigMapping(prefix = "ramah.staff")
interface StaffConfig {

    /** From signing in. */
    @WithDefault("14d")
    Duration session();

    /** From when a session was last used, read to within five minutes. */
    @WithDefault("1d")
    Duration idleSession();

    @WithDefault("7d")
    Duration invitation();

    @WithDefault("1d")
    Duration reset();
}
