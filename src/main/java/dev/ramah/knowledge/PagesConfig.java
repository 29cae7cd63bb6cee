package dev.ramah.knowledge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of articles that are read by their address. */
@ConfigMapping(prefix = "ramah.pages")
interface PagesConfig {

    /** Whether a listed host may be this machine or of its network; a help centre that is not public may be. */
    @WithDefault("false")
    boolean privateAddresses();

    /** How long a page may take to come, with all it leads through. */
    @WithDefault("10s")
    Duration timeout();
}
