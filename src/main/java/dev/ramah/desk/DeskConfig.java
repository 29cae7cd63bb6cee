package dev.ramah.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the desk. */
@ConfigMapping(prefix = "ramah.desk")
interface DeskConfig {

    /** How many ordinary conversations an agent holds before no more are offered, until managers set it on a page. */
    @WithDefault("6")
    int capacity();

    /** How long an offer stands before the next agent gets it. */
    @WithDefault("30s")
    Duration offer();

    /** How long an agent's connection may be gone before their conversations go back to the queue. */
    @WithDefault("2m")
    Duration goneAfter();
}
