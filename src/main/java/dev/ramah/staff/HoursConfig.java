package dev.ramah.staff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** When people are at work, until managers have set it on a page. */
@ConfigMapping(prefix = "ramah.desk")
interface HoursConfig {

    /** Days and times, as in {@link OpeningHours#parse}. */
    @WithDefault("MONDAY-FRIDAY 09:00-17:00")
    String hours();

    /** Where those hours are counted. */
    @WithDefault("UTC")
    ZoneId zone();
}
