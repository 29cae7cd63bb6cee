package dev.ramah.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much customers may send. */
@ConfigMapping(prefix = "ramah.attachments")
interface AttachmentConfig {

    /** Files of one customer in 24 hours. */
    @WithDefault("40")
    int aDay();

    /** Megabytes (1,000,000 bytes) of one customer in 24 hours. */
    @WithDefault("100")
    int megabytesADay();
}
