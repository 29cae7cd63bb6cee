package dev.ramah.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** Settings of the desk. */
@ConfigMapping(prefix = "ramah.desk")
interface DeskConfig {

    /** How many conversations an agent holds before no more are offered; taking more is their own choice. */
    @WithDefault("6")
    int capacity();

    /** How long an offer stands before the next agent gets it. */
    @WithDefault("30s")
    Duration offer();

    /** How long an agent's connection may be gone before their conversations go back to the queue. */
    @WithDefault("2m")
    Duration goneAfter();

    /** When people are at the desk, to tell customers when somebody is back: days and times, as in {@link Hours}. */
    @WithDefault("MONDAY-FRIDAY 09:00-17:00")
    String hours();

    /** Where those hours are counted. */
    @WithDefault("UTC")
    ZoneId zone();
}
